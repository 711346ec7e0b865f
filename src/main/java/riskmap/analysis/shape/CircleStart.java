package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Where the outline of the smallest circle around a shape begins: towards one of the two places that face each other on it,
 * so that it has a vertex in each; else north. Of a square two pairs face each other; which of them counts follows from
 * the order of the corners of the hull, by the method of Welzl (1991) as QGIS has it.
 */
final class CircleStart {
    /** Of hulls with more corners the pair is found by distance: the method takes the cube of their number at worst. */
    private static final int MOST = 200;

    private static final double SAME = 1e-8;
    private static final double NORTH = Math.PI / 2;

    private CircleStart() {}

    /** A circle, and in which direction it begins, anticlockwise from east. */
    private record Circle(Coordinate centre, double radius, double start) {
        static Circle at(Coordinate place) {
            return new Circle(place, 0, NORTH);
        }

        /** Over two places; begins at the second. */
        static Circle over(Coordinate one, Coordinate other) {
            Coordinate centre = new Coordinate((one.x + other.x) / 2, (one.y + other.y) / 2);
            return new Circle(centre, one.distance(other) / 2, Math.atan2(other.y - one.y, other.x - one.x));
        }

        boolean holds(Coordinate place) {
            return centre.distance(place) <= radius + SAME;
        }
    }

    /** The direction in which the smallest circle begins; not a number where the hull has too many corners. */
    static double of(Geometry shape) {
        Coordinate[] hull = shape.convexHull().getCoordinates();
        if (hull.length > MOST || hull.length == 0) {
            return Double.NaN;
        }
        return smallest(Arrays.asList(hull), List.of()).start();
    }

    /** The smallest circle around places with others on its edge. */
    private static Circle smallest(List<Coordinate> places, List<Coordinate> edge) {
        Circle circle =
                switch (edge.size()) {
                    case 0 -> null;
                    case 1 -> Circle.at(edge.get(0));
                    case 2 -> Circle.over(edge.get(1), edge.get(0));
                    default -> over(edge.get(0), edge.get(1), edge.get(2));
                };
        for (int i = 0; i < places.size() && edge.size() < 3; i++) {
            if (circle == null || !circle.holds(places.get(i))) {
                List<Coordinate> more = new ArrayList<>(edge);
                more.add(places.get(i));
                circle = smallest(places.subList(0, i), more);
            }
        }
        return circle;
    }

    /** Over the longest side of an obtuse triangle, else through its corners. */
    private static Circle over(Coordinate a, Coordinate b, Coordinate c) {
        double bc = square(b, c);
        double ca = square(c, a);
        double ab = square(a, b);
        if (bc - (ca + ab) >= SAME) {
            return Circle.over(b, c);
        } else if (ca - (bc + ab) >= SAME) {
            return Circle.over(c, a);
        } else if (ab - (bc + ca) >= SAME) {
            return Circle.over(a, b);
        }
        Coordinate centre = org.locationtech.jts.geom.Triangle.circumcentre(a, b, c);
        return new Circle(centre, centre.distance(a), NORTH);
    }

    private static double square(Coordinate one, Coordinate other) {
        return Math.pow(one.distance(other), 2);
    }
}
