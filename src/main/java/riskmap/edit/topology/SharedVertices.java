package riskmap.edit.topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.shape.Paths;

/** Changes of vertices and edges, made in every row that has them. */
public final class SharedVertices {
    private SharedVertices() {}

    /**
     * Moves vertices of a row: where its layer is shared, in all rows of the shared layers that have one of them.
     *
     * @param moved where each vertex goes
     */
    public static void move(Draft draft, Row row, Map<Coordinate, Coordinate> moved) {
        for (Row sharing : sharing(draft, row, moved.keySet())) {
            Geometry held = draft.current(sharing).geometry();
            Geometry changed = replaced(held, moved);
            if (changed != held) {
                draft.change(sharing, changed);
            }
        }
    }

    /**
     * Puts a vertex into an edge of a row: where its layer is shared, into that edge of all rows that have it.
     *
     * @param a one end of the edge
     * @param b its other end
     */
    public static void insert(Draft draft, Row row, Coordinate a, Coordinate b, Coordinate vertex) {
        List<Coordinate> edge = SharedNodes.Difference.edge(a, b);
        for (Row sharing : sharing(draft, row, Set.of(a, b))) {
            Geometry held = draft.current(sharing).geometry();
            Geometry changed = Paths.map(held, (path, part, ring) -> inserted(path, edge, vertex));
            if (changed != held) {
                draft.change(sharing, changed);
            }
        }
    }

    /**
     * Takes vertices of a row out: where its layer is shared, in all rows that have one of them. A line that only begins or
     * ends there keeps it.
     *
     * @throws RefusedEditException when three or more boundaries of polygons meet in one of them: their common node cannot go
     *     without tearing them apart; or when too few vertices are left
     */
    public static void remove(Draft draft, Row row, Set<Coordinate> vertices) {
        List<Row> sharing = sharing(draft, row, vertices);
        for (Coordinate vertex : vertices) {
            if (draft.around().isShared(row.layer()) && isJunction(draft, sharing, vertex)) {
                throw RefusedEditException.at(vertex, "edit.refused-junction");
            }
        }
        for (Row one : sharing) {
            Geometry held = draft.current(one).geometry();
            Geometry changed = Paths.map(held, (path, part, ring) -> without(path, vertices, one.is(row)));
            if (changed != held) {
                if (changed.isEmpty() || changed.getNumGeometries() < held.getNumGeometries()) {
                    throw RefusedEditException.at(vertices.iterator().next(), "edit.refused-too-few");
                }
                draft.change(one, changed);
            }
        }
    }

    /** Whether the boundaries of polygons of one layer meet in a vertex from three or more sides. */
    public static boolean isJunction(Draft draft, List<Row> rows, Coordinate vertex) {
        Map<String, Set<Coordinate>> sides = new HashMap<>();
        for (Row row : rows) {
            Row current = draft.current(row);
            if (current.geometry().getDimension() == 2) {
                sides(current.geometry(), vertex, sides.computeIfAbsent(row.layer(), layer -> new HashSet<>()));
            }
        }
        return sides.values().stream().anyMatch(ends -> ends.size() > 2);
    }

    /** The row, and where its layer is shared the rows of the shared layers that have one of the vertices. */
    public static List<Row> sharing(Draft draft, Row row, Set<Coordinate> vertices) {
        if (!draft.around().isShared(row.layer())) {
            return List.of(row);
        }
        Envelope place = new Envelope();
        vertices.forEach(place::expandToInclude);
        List<Row> rows = new ArrayList<>(List.of(row));
        for (String layer : draft.around().shared()) {
            for (Row near : draft.near(layer, place)) {
                if (!near.is(row) && has(near.geometry(), vertices)) {
                    rows.add(near);
                }
            }
        }
        return rows;
    }

    /** The geometry with vertices in other places; neighbours that fall together become one. */
    static Geometry replaced(Geometry geometry, Map<Coordinate, Coordinate> moved) {
        return Paths.map(geometry, (path, part, ring) -> {
            List<Coordinate> changed = new ArrayList<>(path.length);
            boolean any = false;
            for (Coordinate vertex : path) {
                Coordinate target = moved.get(vertex);
                any |= target != null;
                Coordinate placed = target == null ? vertex : placed(vertex, target);
                if (changed.isEmpty()
                        || path.length == 1
                        || !changed.get(changed.size() - 1).equals2D(placed)) {
                    changed.add(placed);
                }
            }
            return any ? changed.toArray(Coordinate[]::new) : path;
        });
    }

    /** The vertex in another place; it keeps its height and measure unless the place has a height of its own. */
    private static Coordinate placed(Coordinate vertex, Coordinate target) {
        Coordinate placed = vertex.copy();
        placed.x = target.x;
        placed.y = target.y;
        if (!Double.isNaN(target.getZ()) && !Double.isNaN(vertex.getZ())) {
            placed.setZ(target.getZ());
        }
        return placed;
    }

    private static Coordinate[] inserted(Coordinate[] path, List<Coordinate> edge, Coordinate vertex) {
        List<Coordinate> grown = new ArrayList<>(path.length + 1);
        for (int i = 0; i < path.length; i++) {
            if (i > 0 && SharedNodes.Difference.edge(path[i - 1], path[i]).equals(edge)) {
                grown.add(vertex);
            }
            grown.add(path[i]);
        }
        return grown.size() == path.length ? path : grown.toArray(Coordinate[]::new);
    }

    private static Coordinate[] without(Coordinate[] path, Set<Coordinate> vertices, boolean endsToo) {
        boolean closed = path.length > 1 && path[0].equals2D(path[path.length - 1]);
        int distinct = closed ? path.length - 1 : path.length;
        List<Coordinate> kept = new ArrayList<>(path.length);
        for (int i = 0; i < distinct; i++) {
            boolean end = !closed && (i == 0 || i == distinct - 1);
            if (!vertices.contains(path[i]) || end && !endsToo) {
                kept.add(path[i]);
            }
        }
        if (kept.size() == distinct) {
            return path;
        }
        if (closed && !kept.isEmpty()) {
            kept.add(kept.get(0).copy());
        }
        return kept.toArray(Coordinate[]::new);
    }

    private static void sides(Geometry geometry, Coordinate vertex, Set<Coordinate> ends) {
        Paths.forEach(geometry, (path, part, ring) -> {
            for (int i = 0; i + 1 < path.length; i++) {
                if (path[i].equals2D(vertex)) {
                    ends.add(path[i + 1]);
                } else if (path[i + 1].equals2D(vertex)) {
                    ends.add(path[i]);
                }
            }
        });
    }

    private static boolean has(Geometry geometry, Set<Coordinate> vertices) {
        for (Coordinate held : geometry.getCoordinates()) {
            if (vertices.contains(held)) {
                return true;
            }
        }
        return false;
    }
}
