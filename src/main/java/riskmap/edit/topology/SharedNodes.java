package riskmap.edit.topology;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.geo.shape.Nearness;
import riskmap.geo.shape.Nodes;
import riskmap.geo.shape.Paths;

/**
 * Keeps common boundaries common: every vertex that an edit made and that lies on a neighbour's edge is put into that edge,
 * and every neighbour's vertex on an edge that the edit made is put into that. A new vertex within rounding of an old one
 * becomes that one.
 */
final class SharedNodes {
    private final Draft draft;

    SharedNodes(Draft draft) {
        this.draft = draft;
    }

    void apply() {
        if (draft.around().shared().isEmpty()) {
            return;
        }
        List<Row> changed = new ArrayList<>();
        Envelope place = new Envelope();
        Set<Coordinate> fresh = new LinkedHashSet<>();
        for (Row row : draft.touched()) {
            if (row.geometry() != null && draft.around().isShared(row.layer())) {
                Difference difference = Difference.of(before(row), row.geometry());
                if (!difference.edges().isEmpty() || !difference.vertices().isEmpty()) {
                    changed.add(row);
                    fresh.addAll(difference.vertices());
                    place.expandToInclude(difference.extent());
                }
            }
        }
        if (place.isNull()) {
            return;
        }
        place.expandBy(Nearness.of(place));
        List<Row> neighbours = neighbours(place);
        snapToOld(changed, neighbours, fresh);
        Nodes freshNodes = new Nodes(fresh);
        Set<Coordinate> all = new LinkedHashSet<>();
        for (Row row : neighbours) {
            Row current = draft.current(row);
            for (Coordinate vertex : current.geometry().getCoordinates()) {
                if (place.contains(vertex)) {
                    all.add(vertex);
                }
            }
        }
        Nodes allNodes = new Nodes(all);
        for (Row row : neighbours) {
            Row current = draft.current(row);
            Difference difference = Difference.of(before(current), current.geometry());
            Geometry noded = freshNodes.insertInto(current.geometry());
            if (!difference.edges().isEmpty()) {
                noded = allNodes.insertInto(
                        noded,
                        (a, b) -> difference.edges().contains(Difference.edge(a, b))
                                || fresh.contains(a)
                                || fresh.contains(b));
            }
            if (noded != current.geometry()) {
                draft.change(row, noded);
            }
        }
    }

    private Geometry before(Row row) {
        Row before = draft.before(row);
        return before == null ? null : before.geometry();
    }

    private List<Row> neighbours(Envelope place) {
        List<Row> rows = new ArrayList<>();
        for (String layer : draft.around().shared()) {
            rows.addAll(draft.near(layer, place));
        }
        return rows;
    }

    private void snapToOld(List<Row> changed, List<Row> neighbours, Set<Coordinate> fresh) {
        HPRtree old = new HPRtree();
        Set<Coordinate> oldVertices = new HashSet<>();
        for (Row row : neighbours) {
            Geometry geometry = before(row);
            if (geometry != null) {
                for (Coordinate vertex : geometry.getCoordinates()) {
                    if (oldVertices.add(vertex)) {
                        old.insert(new Envelope(vertex), vertex);
                    }
                }
            }
        }
        old.build();
        java.util.Map<Coordinate, Coordinate> moved = new java.util.HashMap<>();
        for (Coordinate vertex : fresh) {
            Envelope box = new Envelope(vertex);
            box.expandBy(Nearness.at(vertex));
            if (!oldVertices.contains(vertex)) {
                old.query(box, item -> {
                    Coordinate target = (Coordinate) item;
                    if (target.distance(vertex) <= Nearness.at(vertex)) {
                        moved.merge(vertex, target, (a, b) -> a.compareTo(b) <= 0 ? a : b);
                    }
                });
            }
        }
        if (moved.isEmpty()) {
            return;
        }
        for (Row row : changed) {
            draft.change(row, SharedVertices.replaced(draft.current(row).geometry(), moved));
        }
        fresh.removeAll(moved.keySet());
        fresh.addAll(moved.values());
    }

    /** What a geometry has that it had not before. */
    record Difference(Set<Coordinate> vertices, Set<List<Coordinate>> edges, Envelope extent) {
        static Difference of(Geometry before, Geometry after) {
            Set<Coordinate> vertices = new LinkedHashSet<>();
            Set<List<Coordinate>> edges = new HashSet<>();
            Envelope extent = new Envelope();
            if (before == after) {
                return new Difference(vertices, edges, extent);
            }
            Set<Coordinate> oldVertices = new HashSet<>();
            Set<List<Coordinate>> oldEdges = new HashSet<>();
            if (before != null) {
                collect(before, oldVertices, oldEdges);
            }
            collect(after, vertices, edges);
            vertices.removeAll(oldVertices);
            edges.removeAll(oldEdges);
            vertices.forEach(extent::expandToInclude);
            edges.forEach(edge -> edge.forEach(extent::expandToInclude));
            return new Difference(vertices, edges, extent);
        }

        static List<Coordinate> edge(Coordinate a, Coordinate b) {
            return a.compareTo(b) <= 0 ? List.of(a, b) : List.of(b, a);
        }

        private static void collect(Geometry geometry, Set<Coordinate> vertices, Set<List<Coordinate>> edges) {
            Paths.forEach(geometry, (path, part, ring) -> {
                for (int i = 0; i < path.length; i++) {
                    vertices.add(path[i]);
                    if (i > 0) {
                        edges.add(edge(path[i - 1], path[i]));
                    }
                }
            });
        }
    }
}
