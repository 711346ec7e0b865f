package riskmap.risk.model.fire;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.risk.InputChecks;
import riskmap.risk.Workings;

/**
 * Where a fire breaks out: the place given, else one in the largest stand.
 *
 * @param place in the system of the elevation
 * @param stand what the stand is called where no place was given, else null
 */
public record Ignition(Point place, String stand) {
    /** The place of the values; empty where none is given and there is no stand. */
    public static Optional<Ignition> of(Inputs inputs, ParameterValues values, Progress progress) {
        if (values.has("ignition")) {
            double[] xy = values.numbers("ignition");
            return Optional.of(new Ignition(new GeometryFactory().createPoint(new Coordinate(xy[0], xy[1])), null));
        }
        LayerRows stands = inputs.rows("forest_stand", progress)
                .in(inputs.grid("dem").geometry().crs(), progress);
        int largest = -1;
        for (int row = 0; row < stands.size(); row++) {
            Geometry stand = stands.geometry(row);
            if (stand != null
                    && (largest < 0
                            || stand.getArea() > stands.geometry(largest).getArea())) {
                largest = row;
            }
        }
        return largest < 0
                ? Optional.empty()
                : Optional.of(new Ignition(
                        stands.geometry(largest).getInteriorPoint(),
                        stands.called(largest, stands.texts("name")[largest])));
    }

    /** Tells of a place without an elevation: which it is, where, and where there is one. */
    public static void check(InputChecks checks) {
        Inputs inputs = checks.inputs();
        boolean known = inputs.has("dem")
                && inputs.grid("dem").geometry().crs() != null
                && inputs.has("forest_stand")
                && inputs.rows("forest_stand", Progress.silent()).crs() != null;
        if (known) {
            Grid dem = inputs.grid("dem");
            of(inputs, checks.values(), Progress.silent())
                    .filter(start -> Float.isNaN(dem.at(start.place.getX(), start.place.getY())))
                    .ifPresent(start -> checks.problem("ignition", start.off(dem)));
        }
    }

    private Message off(Grid dem) {
        String x = Workings.shown(Math.rint(place.getX()));
        String y = Workings.shown(Math.rint(place.getY()));
        String extent = InputChecks.text(dem.geometry().envelope());
        String crs = Crs.title(dem.geometry().crs());
        return stand == null
                ? Message.of("risk.check-place-off", x, y, extent, crs)
                : Message.of("risk.check-stand-off", stand, x, y, extent, crs);
    }

    boolean isGiven() {
        return stand == null;
    }
}
