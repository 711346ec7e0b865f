package riskmap.data;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Which of Z and M a geometry really has. JTS sequences often have room for a Z that nobody filled in (NaN), so the
 * numbers are looked at, not the declared dimension.
 */
public final class Dimensions {
    private Dimensions() {}

    public static boolean hasZ(Geometry geometry) {
        return any(geometry, true);
    }

    public static boolean hasM(Geometry geometry) {
        return any(geometry, false);
    }

    private static boolean any(Geometry geometry, boolean z) {
        if (geometry instanceof GeometryCollection collection) {
            for (int i = 0; i < collection.getNumGeometries(); i++) {
                if (any(collection.getGeometryN(i), z)) {
                    return true;
                }
            }
            return false;
        }
        if (geometry instanceof Polygon polygon) {
            boolean found = any(polygon.getExteriorRing(), z);
            for (int i = 0; !found && i < polygon.getNumInteriorRing(); i++) {
                found = any(polygon.getInteriorRingN(i), z);
            }
            return found;
        }
        return geometry instanceof Point point
                ? filled(point.getCoordinateSequence(), z)
                : filled(((LineString) geometry).getCoordinateSequence(), z);
    }

    private static boolean filled(CoordinateSequence points, boolean z) {
        if (z ? !points.hasZ() : !points.hasM()) {
            return false;
        }
        for (int i = 0; i < points.size(); i++) {
            if (!Double.isNaN(z ? points.getZ(i) : points.getM(i))) {
                return true;
            }
        }
        return false;
    }
}
