package riskmap.geo.overlay;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A cheap test that passes most outlines without building the index of JTS's full validity test: a point with finite
 * coordinates, or one ring without holes that goes once around a place, or no two sides of which meet.
 */
final class QuickValidity {
    /** Above this many sides not each is compared with each, but those that a sweep finds near each other. */
    private static final int FEW_SIDES = 64;

    /** Above this many sides the full test takes less memory. */
    private static final int MOST_SIDES = 1 << 16;

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

    private static boolean isSimple(CoordinateSequence points) {
        int sides = points.size() - 1;
        if (sides < 3 || sides > MOST_SIDES) {
            return false;
        }
        double[] ring = new double[2 * sides + 2];
        for (int i = 0; i <= sides; i++) {
            ring[2 * i] = points.getX(i);
            ring[2 * i + 1] = points.getY(i);
            if (!Double.isFinite(ring[2 * i]) || !Double.isFinite(ring[2 * i + 1])) {
                return false;
            }
        }
        if (goesAround(ring, sides)) {
            return true;
        }
        for (int i = 0; i < sides; i++) {
            // neighbouring sides must turn: neither fold back nor repeat a point
            int turn = turn(ring, i, i + 1, (i + 2) % sides == 0 ? sides : (i + 2) % sides);
            if (turn == 0 || sides <= FEW_SIDES && meetsLater(ring, i, i == 0 ? sides - 1 : sides)) {
                return false;
            }
        }
        return sides <= FEW_SIDES || areApart(ring, sides);
    }

    /**
     * Whether, seen from the middle of the corners, each side goes on the same way round, and all together once: then a
     * line from there meets the ring in one point, whichever way it goes, and no side meets another. Decided exactly.
     */
    private static boolean goesAround(double[] ring, int sides) {
        double x = 0;
        double y = 0;
        for (int i = 0; i < sides; i++) {
            x += ring[2 * i] / sides;
            y += ring[2 * i + 1] / sides;
        }
        int way = 0;
        int times = 0;
        double below = ring[1];
        for (int i = 0; i < sides; i++) {
            double above = ring[2 * i + 3];
            int side = CGAlgorithmsDD.orientationIndex(ring[2 * i], below, ring[2 * i + 2], above, x, y);
            if (side == 0 || side + way == 0) {
                return false;
            }
            way = side;
            // sides that go up past the height of the middle do so on one and the same side of it
            times += below <= y && above > y ? 1 : 0;
            below = above;
        }
        return times == 1;
    }

    /** Whether no two sides meet but neighbours. */
    private static boolean areApart(double[] ring, int sides) {
        double[] ends = new double[4 * sides];
        for (int i = 0; i < sides; i++) {
            System.arraycopy(ring, 2 * i, ends, 4 * i, 4);
        }
        return new EdgeSweep(ends, sides)
                .pairs((i, k) -> k == i + 1 || i == 0 && k == sides - 1 || !crosses(ring, i, k));
    }

    /** Whether a side meets one of those from the next but one on. */
    private static boolean meetsLater(double[] ring, int i, int end) {
        double x0 = ring[2 * i];
        double y0 = ring[2 * i + 1];
        double x1 = ring[2 * i + 2];
        double y1 = ring[2 * i + 3];
        double west = Math.min(x0, x1);
        double east = Math.max(x0, x1);
        double south = Math.min(y0, y1);
        double north = Math.max(y0, y1);
        int first = Math.min(i + 2, end);
        double ax = ring[2 * first];
        double ay = ring[2 * first + 1];
        for (int k = first; k < end; k++) {
            double bx = ring[2 * k + 2];
            double by = ring[2 * k + 3];
            boolean apart = ax < west && bx < west
                    || ax > east && bx > east
                    || ay < south && by < south
                    || ay > north && by > north;
            if (!apart && crosses(ring, i, k)) {
                return true;
            }
            ax = bx;
            ay = by;
        }
        return false;
    }

    /** Whether two sides whose extents meet have a point in common. */
    private static boolean crosses(double[] ring, int i, int k) {
        return turn(ring, i, i + 1, k) * turn(ring, i, i + 1, k + 1) <= 0
                && turn(ring, k, k + 1, i) * turn(ring, k, k + 1, i + 1) <= 0;
    }

    private static int turn(double[] ring, int a, int b, int c) {
        return CGAlgorithmsDD.orientationIndex(
                ring[2 * a], ring[2 * a + 1], ring[2 * b], ring[2 * b + 1], ring[2 * c], ring[2 * c + 1]);
    }
}
