package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;

/**
 * Moves the vertices of a shape onto {@link SnapTargets} nearer than a tolerance, then gives its edges a vertex at those
 * of the targets they pass so near; vertices that lie straight between two snapped ones on an edge go.
 *
 * <p>The steps and their order are those of “Snap geometries to layer” of QGIS.
 */
public final class Snapping {
    /** What vertices are moved to. */
    public enum To {
        /** The nearest vertex; never an edge. */
        VERTICES,
        /** The nearest vertex; the nearest edge where there is no vertex. */
        VERTICES_BEFORE_EDGES,
        /** The nearer of both. */
        CLOSEST
    }

    /** Which vertices are moved. */
    public enum Which {
        ALL,
        /** Of lines the first and the last, of areas none; edges get no vertices. */
        ENDS
    }

    private enum State {
        FREE,
        ON_VERTEX,
        ON_EDGE
    }

    private static final double SAME = 1e-8;
    private static final double STRAIGHT = 1e-6;

    private final SnapTargets targets;
    private final double tolerance;
    private final To to;
    private final boolean insert;
    private final Which which;

    /**
     * Prepares snapping.
     *
     * @param insert whether edges get new vertices
     */
    public Snapping(SnapTargets targets, double tolerance, To to, boolean insert, Which which) {
        this.targets = targets;
        this.tolerance = tolerance;
        this.to = to;
        this.insert = insert && which == Which.ALL;
        this.which = which;
    }

    /** The snapped shape, which may be invalid where it became narrower than the tolerance. */
    public Geometry of(Geometry shape) {
        int dimension = shape.getDimension();
        if (which == Which.ENDS && dimension == 2) {
            return shape;
        }
        return Paths.map(shape, (path, part, ring) -> snapped(path, dimension));
    }

    private Coordinate[] snapped(Coordinate[] path, int dimension) {
        boolean ring = dimension == 2;
        List<Coordinate> vertices = new ArrayList<>(List.of(path));
        if (ring) {
            vertices.remove(vertices.size() - 1);
        }
        List<State> states = new ArrayList<>();
        for (int i = 0; i < vertices.size(); i++) {
            boolean moves = which == Which.ALL || dimension != 1 || i == 0 || i == vertices.size() - 1;
            states.add(moves ? move(vertices, i) : State.FREE);
        }
        if (dimension > 0 && which == Which.ALL) {
            if (insert) {
                insertInto(vertices, states, ring);
            }
            straighten(vertices, states, ring);
        }
        if (!states.contains(State.ON_VERTEX) && !states.contains(State.ON_EDGE)) {
            return path;
        }
        if (ring) {
            vertices.add(vertices.get(0).copy());
        }
        return vertices.toArray(Coordinate[]::new);
    }

    private State move(List<Coordinate> vertices, int at) {
        Coordinate place = vertices.get(at);
        Coordinate vertex = targets.vertex(place, tolerance);
        Coordinate edge = to == To.VERTICES ? null : targets.onEdge(place, tolerance);
        boolean takeVertex =
                vertex != null && (to != To.CLOSEST || edge == null || vertex.distance(place) < edge.distance(place));
        if (!takeVertex && edge == null) {
            return State.FREE;
        }
        vertices.set(at, moved(place, takeVertex ? vertex : edge));
        return takeVertex ? State.ON_VERTEX : State.ON_EDGE;
    }

    /** The place of the target with the height of the vertex. */
    private static Coordinate moved(Coordinate vertex, Coordinate target) {
        Coordinate result = vertex.copy();
        result.x = target.x;
        result.y = target.y;
        return result;
    }

    private void insertInto(List<Coordinate> vertices, List<State> states, boolean ring) {
        Envelope box = new Envelope();
        vertices.forEach(box::expandToInclude);
        for (Coordinate target : targets.within(SnapTargets.around(box, tolerance))) {
            int edges = ring ? vertices.size() : vertices.size() - 1;
            int best = -1;
            boolean there = false;
            Coordinate nearest = null;
            for (int i = 0; i < edges && !there; i++) {
                Coordinate from = vertices.get(i);
                Coordinate to = vertices.get((i + 1) % vertices.size());
                if (isBeyond(target.x, from.x, to.x) || isBeyond(target.y, from.y, to.y)) {
                    continue;
                }
                there = from.distance(target) < SAME || to.distance(target) < SAME;
                Coordinate foot = SnapTargets.foot(new LineSegment(from, to), target);
                if (foot != null && foot.distance(target) < (nearest == null ? tolerance : nearest.distance(target))) {
                    nearest = foot;
                    best = i;
                }
            }
            // an edge of the reference nearer to that place is what the shape would be snapped to
            if (!there && best >= 0 && targets.crossing(target, nearest) >= nearest.distance(target)) {
                vertices.add(best + 1, moved(vertices.get(best), target));
                states.add(best + 1, State.ON_VERTEX);
            }
        }
    }

    /** Whether a place lies farther than the tolerance beside an edge, in one of the two directions. */
    private boolean isBeyond(double at, double from, double to) {
        return at < Math.min(from, to) - tolerance || at > Math.max(from, to) + tolerance;
    }

    private static void straighten(List<Coordinate> vertices, List<State> states, boolean ring) {
        int least = ring ? 3 : 2;
        for (int i = ring ? 0 : 1; i < (ring ? vertices.size() : vertices.size() - 1) && vertices.size() > least; i++) {
            int before = (i + vertices.size() - 1) % vertices.size();
            int after = (i + 1) % vertices.size();
            if (states.get(i) != State.ON_EDGE || states.get(before) == State.FREE || states.get(after) == State.FREE) {
                continue;
            }
            Coordinate foot =
                    SnapTargets.foot(new LineSegment(vertices.get(before), vertices.get(after)), vertices.get(i));
            if (foot != null && foot.distance(vertices.get(i)) < STRAIGHT) {
                vertices.remove(i);
                states.remove(i);
                i--;
            }
        }
    }
}
