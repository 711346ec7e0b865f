package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import riskmap.geo.overlay.EnclosedFaces;

/** The areas that noded edges bound; their vertices are those of the edges to the bit. */
final class Faces {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Set<Edge> seen = new HashSet<>();
    private final List<LineString> edges = new ArrayList<>();

    private record Edge(Coordinate a, Coordinate b) {}

    Faces add(Geometry geometry) {
        Paths.forEach(geometry, (path, part, ring) -> add(path));
        return this;
    }

    Faces add(List<Coordinate> line) {
        add(line.toArray(Coordinate[]::new));
        return this;
    }

    private void add(Coordinate[] path) {
        for (int i = 0; i + 1 < path.length; i++) {
            boolean forward = path[i].compareTo(path[i + 1]) < 0;
            Edge edge = forward ? new Edge(path[i], path[i + 1]) : new Edge(path[i + 1], path[i]);
            if (!edge.a().equals2D(edge.b()) && seen.add(edge)) {
                edges.add(FACTORY.createLineString(new Coordinate[] {path[i], path[i + 1]}));
            }
        }
    }

    /** All bounded faces, in the order of their least vertex, so that the same edges give the same list. */
    List<Polygon> all() {
        return EnclosedFaces.of(edges);
    }
}
