package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Puts vertices that lie on an edge into it, so that geometries that touch there share them. A vertex lies on an edge when
 * it is within {@link Nearness} of it; it keeps its own coordinates to the bit, so the edge bends by that much at most.
 */
public final class Nodes {
    private final HPRtree tree = new HPRtree();
    private final Set<Coordinate> vertices = new HashSet<>();

    /** Vertices to put in. */
    public Nodes(Collection<Coordinate> vertices) {
        for (Coordinate vertex : vertices) {
            if (this.vertices.add(vertex)) {
                tree.insert(new Envelope(vertex), vertex);
            }
        }
        tree.build();
    }

    /** All vertices of a geometry. */
    public static Nodes of(Geometry geometry) {
        return new Nodes(List.of(geometry.getCoordinates()));
    }

    /** Which edges take vertices. */
    @FunctionalInterface
    public interface EdgeRule {
        boolean takes(Coordinate a, Coordinate b);
    }

    /** The geometry with the vertices in all its edges; the same object when none lies on an edge. */
    public Geometry insertInto(Geometry geometry) {
        return insertInto(geometry, (a, b) -> true);
    }

    /** The geometry with the vertices in the edges that the rule names. */
    public Geometry insertInto(Geometry geometry, EdgeRule rule) {
        return vertices.isEmpty() || geometry.getDimension() < 1
                ? geometry
                : Paths.map(geometry, (path, part, ring) -> insert(path, rule));
    }

    private Coordinate[] insert(Coordinate[] path, EdgeRule rule) {
        List<Coordinate> result = new ArrayList<>(path.length + 4);
        for (int i = 0; i + 1 < path.length; i++) {
            result.add(path[i]);
            if (rule.takes(path[i], path[i + 1])) {
                result.addAll(on(path[i], path[i + 1]));
            }
        }
        result.add(path[path.length - 1]);
        return result.size() == path.length ? path : result.toArray(Coordinate[]::new);
    }

    /** The vertices strictly between a and b on their edge, in order from a. */
    private List<Coordinate> on(Coordinate a, Coordinate b) {
        Envelope box = new Envelope(a, b);
        box.expandBy(Nearness.of(box));
        List<Coordinate> found = new ArrayList<>();
        tree.query(box, item -> {
            Coordinate vertex = (Coordinate) item;
            double tolerance = Nearness.at(vertex);
            if (vertex.distance(a) > tolerance && vertex.distance(b) > tolerance && Nearness.isOn(vertex, a, b)) {
                found.add(placed(vertex, a, b));
            }
        });
        found.sort(Comparator.comparingDouble((Coordinate vertex) -> vertex.distance(a))
                .thenComparing(Comparator.naturalOrder()));
        return found;
    }

    /** The vertex with the height of the edge there, not that of the geometry it comes from. */
    private static Coordinate placed(Coordinate vertex, Coordinate a, Coordinate b) {
        double share = vertex.distance(a) / (vertex.distance(a) + vertex.distance(b));
        return new Coordinate(vertex.x, vertex.y, a.getZ() + share * (b.getZ() - a.getZ()));
    }
}
