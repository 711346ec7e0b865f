package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.RiskMapException;

/**
 * An area round places that may be concave: from the lowest place, of equally low ones the westernmost, anticlockwise, each
 * time to that of the nearest neighbours which lies farthest to the right and is reached without crossing the outline. Where
 * there is no way on, or places are left outside, one more neighbour is looked at.
 *
 * <p><b>Source:</b> Moreira and Santos, Concave hull: a k-nearest neighbours approach, GRAPP 2007.
 */
public final class NearestNeighbourHull {
    private static final int LEAST = 3;
    /** Every step looks at all places that are left: more would take minutes. */
    private static final int MOST = 20_000;

    private final List<Coordinate> places;
    private final GeometryFactory factory;

    private NearestNeighbourHull(List<Coordinate> places, GeometryFactory factory) {
        this.places = places;
        this.factory = factory;
    }

    /**
     * The area round the vertices of a shape.
     *
     * @param neighbours how many are looked at to begin with, at least 3
     * @throws RiskMapException when there are more than 20,000 different places
     * @return null where there are fewer than three different places, or all lie on a line
     */
    public static Polygon of(Geometry shape, int neighbours) {
        Set<Coordinate> different = new LinkedHashSet<>();
        for (Coordinate place : shape.getCoordinates()) {
            different.add(new Coordinate(place.x, place.y));
        }
        if (different.size() > MOST) {
            throw RiskMapException.of("geo.hull-too-many", different.size(), MOST);
        }
        GeometryFactory factory = shape.getFactory();
        Geometry convex = factory.createMultiPointFromCoords(different.toArray(Coordinate[]::new))
                .convexHull();
        if (!(convex instanceof Polygon all)) {
            return null;
        }
        NearestNeighbourHull hull = new NearestNeighbourHull(List.copyOf(different), factory);
        for (int count = Math.max(neighbours, LEAST); ; count++) {
            Polygon made = hull.by(Math.min(count, different.size() - 1));
            if (made != null) {
                return made;
            }
            if (count >= different.size() - 1) {
                return all;
            }
        }
    }

    /** The area by so many neighbours; null where that fails. */
    private Polygon by(int count) {
        Coordinate first = places.stream()
                .min(Comparator.comparingDouble(Coordinate::getY).thenComparingDouble(Coordinate::getX))
                .orElseThrow();
        List<Coordinate> left = new ArrayList<>(places);
        left.remove(first);
        List<Coordinate> way = new ArrayList<>(List.of(first));
        Coordinate here = first;
        // as if one came from the west
        double back = Math.PI;
        while (way.size() == 1 || here != first) {
            if (way.size() == LEAST + 1) {
                // from a triangle on it may be closed
                left.add(first);
            }
            Coordinate next = next(way, left, here, back, count, first);
            if (next == null) {
                return null;
            }
            way.add(next);
            left.remove(next);
            back = Math.atan2(here.y - next.y, here.x - next.x);
            here = next;
            if (left.isEmpty() && here != first) {
                way.add(first);
                break;
            }
        }
        Polygon area = factory.createPolygon(way.toArray(Coordinate[]::new));
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(area);
        return places.stream().allMatch(place -> inside.locate(place) != Location.EXTERIOR) ? area : null;
    }

    private static Coordinate next(
            List<Coordinate> way, List<Coordinate> left, Coordinate here, double back, int count, Coordinate first) {
        return nearest(left, here, count).stream()
                .sorted(Comparator.comparingDouble(place -> -turn(here, place, back)))
                .filter(place -> isFree(way, here, place, place == first))
                .findFirst()
                .orElse(null);
    }

    /** The nearest places, nearest first. */
    private static List<Coordinate> nearest(List<Coordinate> left, Coordinate here, int count) {
        List<Coordinate> nearest = new ArrayList<>();
        double[] distances = new double[count + 1];
        for (Coordinate place : left) {
            double distance = here.distance(place);
            int at = nearest.size();
            if (at == count && distance >= distances[count - 1]) {
                continue;
            }
            for (; at > 0 && distances[at - 1] > distance; at--) {
                distances[at] = distances[at - 1];
            }
            distances[at] = distance;
            nearest.add(at, place);
            if (nearest.size() > count) {
                nearest.remove(count);
            }
        }
        return nearest;
    }

    /** How far a place lies clockwise from the way back. */
    private static double turn(Coordinate here, Coordinate place, double back) {
        double turn = back - Math.atan2(place.y - here.y, place.x - here.x);
        return turn < 0 ? turn + 2 * Math.PI : turn;
    }

    /** Whether an edge to a place meets no edge of the outline but the last; the first it may meet where it closes. */
    private static boolean isFree(List<Coordinate> way, Coordinate here, Coordinate place, boolean closes) {
        RobustLineIntersector crossing = new RobustLineIntersector();
        for (int i = closes ? 2 : 1; i < way.size() - 1; i++) {
            crossing.computeIntersection(here, place, way.get(i - 1), way.get(i));
            if (crossing.hasIntersection()) {
                return false;
            }
        }
        return true;
    }
}
