package riskmap.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** A straight line made crooked by midpoint displacement; the same from either end. */
final class FractalLine {
    private FractalLine() {}

    /**
     * @param roughness greatest shift of a midpoint against the length
     * @param shortest pieces shorter than this stay straight, in metres
     */
    static Coordinate[] between(Coordinate from, Coordinate to, double roughness, double shortest, Noise noise) {
        boolean forward = from.compareTo(to) <= 0;
        Coordinate a = forward ? from : to;
        Coordinate b = forward ? to : from;
        List<Coordinate> points = new ArrayList<>();
        points.add(a.copy());
        add(a, b, roughness, shortest, noise, points);
        if (!forward) {
            java.util.Collections.reverse(points);
        }
        return points.toArray(Coordinate[]::new);
    }

    private static void add(
            Coordinate a, Coordinate b, double roughness, double shortest, Noise noise, List<Coordinate> points) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        if (dx * dx + dy * dy > 4 * shortest * shortest) {
            long x = Math.round(a.x + b.x);
            long y = Math.round(a.y + b.y);
            double shift = roughness * noise.between(x, y, -1, 1);
            Coordinate middle = new Coordinate((a.x + b.x) / 2 - dy * shift, (a.y + b.y) / 2 + dx * shift);
            add(a, middle, roughness, shortest, noise, points);
            add(middle, b, roughness, shortest, noise, points);
        } else {
            points.add(b.copy());
        }
    }
}
