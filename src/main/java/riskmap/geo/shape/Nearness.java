package riskmap.geo.shape;

import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** When two computed places are the same: closer than the rounding of a crossing of two lines. */
public final class Nearness {
    /** Share of the largest ordinate; a crossing computed in doubles is some 10⁻¹⁵ of it off, flat angles more. */
    public static final double SHARE = 1e-12;

    private Nearness() {}

    /** The tolerance for coordinates of this size. */
    public static double of(Envelope extent) {
        if (extent.isNull()) {
            return 0;
        }
        double x = Math.max(Math.abs(extent.getMinX()), Math.abs(extent.getMaxX()));
        double y = Math.max(Math.abs(extent.getMinY()), Math.abs(extent.getMaxY()));
        return SHARE * Math.max(x, y);
    }

    /** The tolerance at a place. */
    public static double at(Coordinate place) {
        return SHARE * Math.max(Math.abs(place.x), Math.abs(place.y));
    }

    /** Whether the place lies on the edge from a to b, its ends included. */
    public static boolean isOn(Coordinate place, Coordinate a, Coordinate b) {
        double tolerance = at(place);
        return place.x >= Math.min(a.x, b.x) - tolerance
                && place.x <= Math.max(a.x, b.x) + tolerance
                && place.y >= Math.min(a.y, b.y) - tolerance
                && place.y <= Math.max(a.y, b.y) + tolerance
                && Distance.pointToSegment(place, a, b) <= tolerance;
    }
}
