package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Triangle;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Constructed outlines as runs of vertices, rings not closed. Curves become chords whose vertices lie on the curve and that
 * stay within a stated error of it: {@code n = ⌈π / arccos(1 − error / radius)⌉} chords to the full circle, at least 8.
 *
 * <p>Example: a circle of radius 100 m drawn to 0.1 m has 71 sides and 0.13 % less area than the true circle.
 */
public final class Outlines {
    /** Fewer chords do not look like a circle, whatever error is allowed. */
    private static final int FEWEST_CHORDS = 8;
    /** More than this nobody needs and a typing error would make. */
    private static final int MOST_CHORDS = 3600;

    private Outlines() {}

    /** The rectangle along the axes with two opposite corners. */
    public static List<Coordinate> rectangle(Coordinate a, Coordinate b) {
        return List.of(
                new Coordinate(a.x, a.y), new Coordinate(b.x, a.y), new Coordinate(b.x, b.y), new Coordinate(a.x, b.y));
    }

    /** A box as an area, though it have none: its outline from the south-west, anticlockwise. */
    public static Polygon box(Envelope box, GeometryFactory factory) {
        List<Coordinate> ring = new ArrayList<>(
                rectangle(new Coordinate(box.getMinX(), box.getMinY()), new Coordinate(box.getMaxX(), box.getMaxY())));
        ring.add(ring.get(0).copy());
        return factory.createPolygon(ring.toArray(Coordinate[]::new));
    }

    /** The rectangle with one side from a to b, as wide as c lies beside it. */
    public static List<Coordinate> rectangle(Coordinate a, Coordinate b, Coordinate c) {
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        double width = (dx * (c.y - a.y) - dy * (c.x - a.x)) / (dx * dx + dy * dy);
        double offX = -dy * width;
        double offY = dx * width;
        return List.of(
                new Coordinate(a.x, a.y),
                new Coordinate(b.x, b.y),
                new Coordinate(b.x + offX, b.y + offY),
                new Coordinate(a.x + offX, a.y + offY));
    }

    /** How many chords a full circle gets. */
    public static int chords(double radius, double maxError) {
        if (!(maxError > 0 && radius > 0)) {
            throw new IllegalArgumentException("radius " + radius + ", error " + maxError);
        }
        double half = Math.acos(Math.max(-1, 1 - maxError / radius));
        return (int) Math.max(FEWEST_CHORDS, Math.min(MOST_CHORDS, Math.ceil(Math.PI / half)));
    }

    /** A circle, counter-clockwise from its easternmost point. */
    public static List<Coordinate> circle(Coordinate centre, double radius, double maxError) {
        return regular(centre, new Coordinate(centre.x + radius, centre.y), chords(radius, maxError));
    }

    /** A regular polygon with one corner given, counter-clockwise from it. */
    public static List<Coordinate> regular(Coordinate centre, Coordinate corner, int sides) {
        double radius = centre.distance(corner);
        double start = Math.atan2(corner.y - centre.y, corner.x - centre.x);
        List<Coordinate> ring = new ArrayList<>(List.of(new Coordinate(corner.x, corner.y)));
        for (int i = 1; i < sides; i++) {
            ring.add(on(centre, radius, start + 2 * Math.PI * i / sides));
        }
        return ring;
    }

    /** The arc from a through b to c, both ends included; nothing when the three lie on one line. */
    public static Optional<List<Coordinate>> arc(Coordinate a, Coordinate b, Coordinate c, double maxError) {
        int turn = Orientation.index(a, b, c);
        Coordinate centre = turn == 0 ? null : Triangle.circumcentreDD(a, b, c);
        double radius = centre == null ? Double.NaN : centre.distance(a);
        if (!Double.isFinite(radius)) {
            return Optional.empty();
        }
        double start = Math.atan2(a.y - centre.y, a.x - centre.x);
        double end = Math.atan2(c.y - centre.y, c.x - centre.x);
        double sweep = end - start;
        if (turn == Orientation.COUNTERCLOCKWISE && sweep < 0) {
            sweep += 2 * Math.PI;
        } else if (turn == Orientation.CLOCKWISE && sweep > 0) {
            sweep -= 2 * Math.PI;
        }
        int steps = (int) Math.max(2, Math.ceil(chords(radius, maxError) * Math.abs(sweep) / (2 * Math.PI)));
        List<Coordinate> arc = new ArrayList<>(List.of(new Coordinate(a.x, a.y)));
        for (int i = 1; i < steps; i++) {
            arc.add(on(centre, radius, start + sweep * i / steps));
        }
        arc.add(new Coordinate(c.x, c.y));
        return Optional.of(arc);
    }

    /** A freehand stroke with the vertices that matter: it stays within the tolerance of the stroke (Douglas–Peucker). */
    public static List<Coordinate> freehand(List<Coordinate> stroke, double tolerance) {
        if (stroke.size() < 3) {
            return List.copyOf(stroke);
        }
        var line = new GeometryFactory().createLineString(stroke.toArray(Coordinate[]::new));
        return List.of(DouglasPeuckerSimplifier.simplify(line, tolerance).getCoordinates());
    }

    private static Coordinate on(Coordinate centre, double radius, double angle) {
        return new Coordinate(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle));
    }
}
