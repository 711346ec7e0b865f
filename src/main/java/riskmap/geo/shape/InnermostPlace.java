package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * The place inside an area that is furthest from its outline (pole of inaccessibility), to a tolerance or a millionth of
 * its extent, where that is more, and how far it is: the centre of the largest circle that fits in. Of an area of several
 * parts that of the part in which it is furthest.
 *
 * <p><b>Source:</b> V. Agafonkin, “A new algorithm for finding a visual center of a polygon” (2016): squares over the area
 * are quartered, the most promising first, until none can hold a place better by more than the tolerance.
 *
 * @param place its easting and northing
 * @param distance from the outline, in units of the coordinates
 */
public record InnermostPlace(Coordinate place, double distance) {
    /** Half the diagonal of a square of side 2. */
    private static final double DIAGONAL = Math.sqrt(2);

    /** Of the size of the area: what is finer is not looked for, since along the middle of a strip all places are as deep. */
    private static final double FINEST = 1e-6;

    private static final double FINEST_BEGIN = 1e-3;

    private record Square(Coordinate centre, double half, double depth) {
        double most() {
            return depth + half * DIAGONAL;
        }
    }

    /** The innermost place; null for what is no area. */
    public static InnermostPlace of(Geometry area, double tolerance) {
        InnermostPlace best = null;
        for (int part = 0; part < area.getNumGeometries(); part++) {
            if (area.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
                InnermostPlace found = ofPart(polygon, tolerance);
                best = best == null || found.distance > best.distance ? found : best;
            }
        }
        return best;
    }

    private static InnermostPlace ofPart(Polygon polygon, double tolerance) {
        Envelope extent = polygon.getEnvelopeInternal();
        double side = Math.min(extent.getWidth(), extent.getHeight());
        if (side == 0) {
            return new InnermostPlace(new Coordinate(extent.getMinX(), extent.getMinY()), 0);
        }
        Depths depths = new Depths(polygon);
        Heap open = new Heap();
        // a strip is begun with squares larger than it is wide: else there would be no end of them
        side = Math.max(side, Math.max(extent.getWidth(), extent.getHeight()) * FINEST_BEGIN);
        double half = side / 2;
        for (double x = extent.getMinX(); x < extent.getMaxX(); x += side) {
            for (double y = extent.getMinY(); y < extent.getMaxY(); y += side) {
                open.push(depths.square(x + half, y + half, half));
            }
        }
        Coordinate centroid = polygon.getFactory()
                .createPolygon(polygon.getExteriorRing())
                .getCentroid()
                .getCoordinate();
        Square best = depths.square(centroid.x, centroid.y, 0);
        Square middle =
                depths.square(extent.getMinX() + extent.getWidth() / 2, extent.getMinY() + extent.getHeight() / 2, 0);
        best = middle.depth() > best.depth() ? middle : best;
        double fine = Math.max(tolerance, Math.max(Nearness.of(extent), extent.getDiameter() * FINEST));
        while (!open.isEmpty()) {
            Square square = open.pop();
            best = square.depth() > best.depth() ? square : best;
            if (square.most() - best.depth() <= fine) {
                continue;
            }
            double quarter = square.half() / 2;
            for (double north : new double[] {-quarter, quarter}) {
                for (double east : new double[] {-quarter, quarter}) {
                    open.push(depths.square(square.centre().x + east, square.centre().y + north, quarter));
                }
            }
        }
        return new InnermostPlace(best.centre(), best.depth());
    }

    /**
     * The squares, the most promising first. Of equals the order is that of the heap of C++'s standard library, which QGIS
     * uses: of places equally deep the same is found.
     */
    private static final class Heap {
        private final List<Square> squares = new ArrayList<>();

        boolean isEmpty() {
            return squares.isEmpty();
        }

        void push(Square square) {
            squares.add(square);
            up(squares.size() - 1, square);
        }

        Square pop() {
            Square first = squares.get(0);
            Square last = squares.remove(squares.size() - 1);
            int size = squares.size();
            if (size > 0) {
                int hole = 0;
                for (int child = 2; child <= size; child = 2 * hole + 2) {
                    // the left one where it is better or the only one
                    boolean left = child == size
                            || squares.get(child).most()
                                    < squares.get(child - 1).most();
                    int better = left ? child - 1 : child;
                    squares.set(hole, squares.get(better));
                    hole = better;
                }
                up(hole, last);
            }
            return first;
        }

        private void up(int from, Square square) {
            int hole = from;
            while (hole > 0 && squares.get((hole - 1) / 2).most() < square.most()) {
                squares.set(hole, squares.get((hole - 1) / 2));
                hole = (hole - 1) / 2;
            }
            squares.set(hole, square);
        }
    }

    /** How deep places lie in an area; negative outside. */
    private static final class Depths {
        private static final int FEW = 64;

        private final Polygon polygon;
        private final IndexedPointInAreaLocator locator;
        private final IndexedFacetDistance indexed;

        Depths(Polygon polygon) {
            this.polygon = polygon;
            this.locator = new IndexedPointInAreaLocator(polygon);
            this.indexed = polygon.getNumPoints() < FEW ? null : new IndexedFacetDistance(polygon.getBoundary());
        }

        Square square(double x, double y, double half) {
            Coordinate place = new Coordinate(x, y);
            double distance = distance(place);
            return new Square(place, half, locator.locate(place) == Location.EXTERIOR ? -distance : distance);
        }

        private double distance(Coordinate place) {
            if (indexed != null) {
                return indexed.distance(polygon.getFactory().createPoint(place));
            }
            double least = of(polygon.getExteriorRing(), place);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                least = Math.min(least, of(polygon.getInteriorRingN(hole), place));
            }
            return least;
        }

        private static double of(LineString ring, Coordinate place) {
            return Distance.pointToSegmentString(place, ring.getCoordinates());
        }
    }
}
