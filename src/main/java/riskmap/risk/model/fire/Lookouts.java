package riskmap.risk.model.fire;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.risk.Conservation;

/** The lookouts among the stations of a project: rows of type {@code lookout} with a place. */
public final class Lookouts {
    /**
     * A lookout.
     *
     * @param height of the eye above the ground, m: of its tower, else of the parameter
     * @param radius how far it is to see, m: of the survey, else of the parameter
     */
    record Lookout(String name, double x, double y, double height, double radius) {}

    private Lookouts() {}

    public static List<Lookout> of(
            Inputs inputs, ParameterValues values, CoordinateReferenceSystem crs, Progress progress) {
        LayerRows rows = inputs.rows("station_point", progress).in(crs, progress);
        String[] names = rows.texts("name");
        String[] types = rows.texts("type");
        double[] towers = rows.numbers("tower_m");
        double[] radii = rows.numbers("radius_km");
        List<Lookout> found = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if ("lookout".equals(types[row]) && rows.geometry(row) != null) {
                Point place = rows.geometry(row).getCentroid();
                found.add(new Lookout(
                        rows.called(row, names[row]),
                        place.getX(),
                        place.getY(),
                        towers[row] > 0 ? towers[row] : values.number("eye-height"),
                        1000 * (radii[row] > 0 ? radii[row] : values.number("radius"))));
            }
        }
        return found;
    }

    /** The proof that every station is a lookout, one of another type, or one without a place. */
    static Conservation accounted(Inputs inputs, int lookouts, Progress progress) {
        LayerRows rows = inputs.rows("station_point", progress);
        int other = 0;
        String[] types = rows.texts("type");
        for (int row = 0; row < rows.size(); row++) {
            other += rows.geometry(row) != null && !"lookout".equals(types[row]) ? 1 : 0;
        }
        return FireFacilities.counted("station_point", "count", lookouts, other, rows.withoutGeometry(), rows.size());
    }
}
