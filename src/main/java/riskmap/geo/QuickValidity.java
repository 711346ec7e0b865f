package riskmap.geo;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A cheap test that passes most building outlines without building the index of JTS's full validity test: a point with
 * finite coordinates, or one small ring without holes, no two sides of which come near each other.
 */
final class QuickValidity {
    /** Above this many sides the full test is no slower. */
    private static final int MOST_SIDES = 24;

    private QuickValidity() {}

    /** True only when the geometry is valid; false when that is not yet known. */
    static boolean isSurelyValid(Geometry geometry) {
        if (geometry instanceof Point point) {
            return Double.isFinite(point.getX()) && Double.isFinite(point.getY());
        }
        if (geometry instanceof MultiPolygon && geometry.getNumGeometries() == 1) {
            return isSurelyValid(geometry.getGeometryN(0));
        }
        return geometry instanceof Polygon polygon
                && polygon.getNumInteriorRing() == 0
                && isSimple(polygon.getExteriorRing().getCoordinateSequence());
    }

    private static boolean isSimple(CoordinateSequence ring) {
        int sides = ring.size() - 1;
        if (sides < 3 || sides > MOST_SIDES) {
            return false;
        }
        for (int i = 0; i < sides; i++) {
            if (!Double.isFinite(ring.getX(i)) || !Double.isFinite(ring.getY(i))) {
                return false;
            }
        }
        for (int i = 0; i < sides; i++) {
            // neighbouring sides must turn: neither fold back nor repeat a point
            int turn = turn(ring, i, i + 1, (i + 2) % sides == 0 ? sides : (i + 2) % sides);
            if (turn == 0) {
                return false;
            }
            for (int k = i + 2; k < sides; k++) {
                boolean neighbours = i == 0 && k == sides - 1;
                if (!neighbours && meet(ring, i, k)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean meet(CoordinateSequence ring, int i, int k) {
        if (apart(ring.getX(i), ring.getX(i + 1), ring.getX(k), ring.getX(k + 1))
                || apart(ring.getY(i), ring.getY(i + 1), ring.getY(k), ring.getY(k + 1))) {
            return false;
        }
        return turn(ring, i, i + 1, k) * turn(ring, i, i + 1, k + 1) <= 0
                && turn(ring, k, k + 1, i) * turn(ring, k, k + 1, i + 1) <= 0;
    }

    private static boolean apart(double a, double b, double c, double d) {
        return Math.max(a, b) < Math.min(c, d) || Math.max(c, d) < Math.min(a, b);
    }

    private static int turn(CoordinateSequence ring, int a, int b, int c) {
        return CGAlgorithmsDD.orientationIndex(
                ring.getX(a), ring.getY(a), ring.getX(b), ring.getY(b), ring.getX(c), ring.getY(c));
    }
}
