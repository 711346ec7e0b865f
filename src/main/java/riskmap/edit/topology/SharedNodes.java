package riskmap.edit.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.geo.shape.Nearness;
import riskmap.geo.shape.Nodes;
import riskmap.geo.shape.Paths;

/**
 * Keeps common boundaries common: every end of an edge that an edit made and that lies on a neighbour's edge is put into that
 * edge, and every neighbour's vertex on an edge that the edit made is put into that. A new vertex within rounding of an old one
 * becomes that one.
 */
final class SharedNodes {
    /** For edits at more places than this, vertices are not first sorted out by place. */
    private static final int MANY_PLACES = 16;

    private final Draft draft;

    SharedNodes(Draft draft) {
        this.draft = draft;
    }

    void apply() {
        if (draft.around().shared().isEmpty()) {
            return;
        }
        List<Row> changed = new ArrayList<>();
        List<Envelope> places = new ArrayList<>();
        Set<Coordinate> fresh = new LinkedHashSet<>();
        for (Row row : draft.touched()) {
            if (row.geometry() != null && draft.around().isShared(row.layer())) {
                Difference difference = Difference.of(before(row), row.geometry());
                if (!difference.extent().isNull()) {
                    changed.add(row);
                    fresh.addAll(difference.vertices());
                    difference.edges().forEach(fresh::addAll);
                    Envelope place = difference.extent();
                    place.expandBy(Nearness.of(place));
                    places.add(place);
                }
            }
        }
        if (!changed.isEmpty()) {
            Collection<Row> neighbours = neighbours(places);
            snapToOld(changed, neighbours, fresh);
            insert(neighbours, places, fresh);
        }
    }

    private void insert(Collection<Row> neighbours, List<Envelope> places, Set<Coordinate> fresh) {
        Set<Coordinate> all = new LinkedHashSet<>();
        for (Row row : neighbours) {
            for (Coordinate vertex : draft.current(row).geometry().getCoordinates()) {
                if (places.size() > MANY_PLACES || places.stream().anyMatch(place -> place.contains(vertex))) {
                    all.add(vertex);
                }
            }
        }
        Nodes freshNodes = new Nodes(fresh);
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

    /** The rows at each of the places; asked place by place, since they may lie far apart. */
    private Collection<Row> neighbours(List<Envelope> places) {
        Map<List<Object>, Row> rows = new LinkedHashMap<>();
        for (String layer : draft.around().shared()) {
            for (Envelope place : places) {
                draft.near(layer, place).forEach(row -> rows.put(List.of(layer, row.fid()), row));
            }
        }
        return rows.values();
    }

    private void snapToOld(List<Row> changed, Collection<Row> neighbours, Set<Coordinate> fresh) {
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
        Map<Coordinate, Coordinate> moved = new HashMap<>();
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
