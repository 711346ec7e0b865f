package riskmap.risk;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.analysis.MetresNeeded;
import riskmap.base.Message;
import riskmap.geo.Measures;
import riskmap.geo.crs.Crs;

/**
 * Whether a metre of the coordinates is one on the ground. Far from its central meridian a projection stretches: 5° east of
 * it, as Weihai lies of UTM zone 50, lengths are 0.2 % and areas 0.4 % too large, and so is all that is measured in them. It is told;
 * the suiting system is named.
 */
final class ScaleCheck {
    /** Within the zone that suits a place lengths are good to 0.05 %. */
    private static final double TOLD = 0.001;

    private static final double SIDE_METRES = 1000;

    private ScaleCheck() {}

    /** Looks at the middle of a layer or raster in metres. */
    static void run(InputChecks checks, String kind, CoordinateReferenceSystem crs, Envelope extent, boolean raster) {
        if (crs == null || !Crs.isInGroundMetres(crs) || extent.isNull()) {
            return;
        }
        double stretched = stretched(crs, extent.centre());
        if (Math.abs(stretched) > TOLD) {
            checks.warning(
                    kind,
                    Message.of(
                            "risk.check-scale",
                            InputChecks.called(kind),
                            Crs.title(crs),
                            percent(stretched),
                            percent((1 + stretched) * (1 + stretched) - 1),
                            MetresNeeded.remedy(crs, extent, raster)));
        }
    }

    /** How much longer a length is in the plane than on the ground: 0.002 for 0.2 %. */
    static double stretched(CoordinateReferenceSystem crs, Coordinate middle) {
        Coordinate[] ends = {
            new Coordinate(middle.x - SIDE_METRES / 2, middle.y), new Coordinate(middle.x + SIDE_METRES / 2, middle.y)
        };
        return SIDE_METRES / Measures.on(crs).length(new GeometryFactory().createLineString(ends)) - 1;
    }

    private static String percent(double share) {
        return Workings.shown(Math.round(1e4 * share) / 100.0);
    }
}
