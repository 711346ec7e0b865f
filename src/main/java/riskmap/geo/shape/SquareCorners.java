package riskmap.geo.shape;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryEditor;
import org.locationtech.jts.math.Vector2D;

/**
 * Corners that are nearly square made square, and nearly straight ones straight, as houses traced from a picture need it:
 * each vertex is moved a little towards that, round after round; what came nearest is kept. Corners of another angle stay
 * out of it, and the vertex that a line or a ring begins with stays where it is, as does the last.
 *
 * <p><b>Source:</b> the way of JOSM and iD, editors of OpenStreetMap.
 */
public final class SquareCorners {
    /** What a round moves of the way to a square corner. */
    private static final double STEP = 0.1;

    private static final double DONE = 1e-8;
    private static final double HALF_RIGHT = Math.sqrt(0.5);

    private final double nearlySquare;
    private final double nearlyStraight;
    private final int rounds;

    /**
     * How far to go.
     *
     * @param angle degrees by which a corner may differ from a square or straight one
     * @param rounds at most
     */
    public SquareCorners(double angle, int rounds) {
        nearlySquare = Math.cos(Math.toRadians(90 - angle));
        nearlyStraight = Math.cos(Math.toRadians(angle));
        this.rounds = rounds;
    }

    /** The shape with its corners square; points as they are. */
    public Geometry of(Geometry shape) {
        if (shape.getDimension() == 0) {
            return shape;
        }
        return new GeometryEditor(shape.getFactory()).edit(shape, new GeometryEditor.CoordinateOperation() {
            @Override
            public Coordinate[] edit(Coordinate[] path, Geometry part) {
                return path.length < 3 ? path : squared(path);
            }
        });
    }

    private Coordinate[] squared(Coordinate[] path) {
        Coordinate[] now = copy(path);
        Coordinate[] best = path;
        double least = Double.MAX_VALUE;
        for (int round = 0; round < rounds && least >= DONE; round++) {
            Vector2D[] moves = new Vector2D[now.length];
            for (int i = 0; i < now.length; i++) {
                moves[i] = isCorner(i, now.length) ? move(now, i) : new Vector2D(0, 0);
            }
            for (int i = 0; i < now.length; i++) {
                now[i].x += moves[i].getX();
                now[i].y += moves[i].getY();
            }
            double left = left(now);
            if (left < least) {
                best = copy(now);
                least = left;
            }
        }
        return best;
    }

    private static Coordinate[] copy(Coordinate[] path) {
        Coordinate[] copy = new Coordinate[path.length];
        for (int i = 0; i < path.length; i++) {
            copy[i] = path[i].copy();
        }
        return copy;
    }

    /** The first vertex stays where it is, and the last, which of a ring is the same. */
    private static boolean isCorner(int vertex, int size) {
        return vertex > 0 && vertex < size - 1;
    }

    /** How a vertex is moved in a round. */
    private Vector2D move(Coordinate[] path, int vertex) {
        Vector2D back = new Vector2D(path[vertex], path[vertex - 1]);
        Vector2D on = new Vector2D(path[vertex], path[vertex + 1]);
        double cosine = cosine(back, on);
        if (!isNear(cosine)) {
            return new Vector2D(0, 0);
        }
        double scale = 2 * Math.min(back.length(), on.length());
        Vector2D between = back.normalize().add(on.normalize());
        double straight = cosine < -HALF_RIGHT ? cosine + 1 : cosine;
        return between.length() == 0 ? between : between.normalize().multiply(STEP * straight * scale);
    }

    /** NaN where two vertices are one. */
    private static double cosine(Vector2D back, Vector2D on) {
        return back.length() == 0 || on.length() == 0
                ? Double.NaN
                : back.normalize().dot(on.normalize());
    }

    private boolean isNear(double cosine) {
        return Math.abs(cosine) < nearlySquare || Math.abs(cosine) > nearlyStraight;
    }

    /** How far the corners are from square or straight, all together. */
    private static double left(Coordinate[] path) {
        double sum = 0;
        for (int i = 0; i < path.length; i++) {
            if (isCorner(i, path.length)) {
                double cosine = cosine(new Vector2D(path[i], path[i - 1]), new Vector2D(path[i], path[i + 1]));
                double off = Math.min(Math.abs(cosine), Math.min(Math.abs(cosine - 1), Math.abs(cosine + 1)));
                sum += Double.isNaN(off) ? 0 : 2 * off;
            }
        }
        return sum;
    }
}
