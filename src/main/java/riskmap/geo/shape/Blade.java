package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * A line drawn across a geometry, noded with it: wherever the two meet both have a vertex, the same to the bit. An existing
 * vertex of the geometry within {@link Nearness} of a crossing is taken for it, so that no tiny edges arise.
 */
final class Blade {
    private final Geometry noded;
    private final List<Coordinate> line;
    private final List<Coordinate> meetings;

    private Blade(Geometry noded, List<Coordinate> line, List<Coordinate> meetings) {
        this.noded = noded;
        this.line = line;
        this.meetings = meetings;
    }

    /** Nodes a geometry (lines or areas) and a line with each other, the line with itself too. */
    static Blade of(Geometry geometry, LineString drawn) {
        HPRtree tree = new HPRtree();
        Paths.forEach(geometry, (path, part, ring) -> {
            for (int i = 0; i + 1 < path.length; i++) {
                tree.insert(new Envelope(path[i], path[i + 1]), new Coordinate[] {path[i], path[i + 1]});
            }
        });
        tree.build();
        Coordinate[] vertices = drawn.getCoordinates();
        List<Coordinate> line = new ArrayList<>();
        List<Coordinate> meetings = new ArrayList<>();
        for (int i = 0; i + 1 < vertices.length; i++) {
            List<Coordinate> met = meetings(tree, vertices[i], vertices[i + 1]);
            meetings.addAll(met);
            List<Coordinate> self = selfCrossings(vertices, i);
            append(line, vertices[i], vertices[i + 1], met, self);
        }
        Geometry noded = new Nodes(meetings).insertInto(geometry);
        Map<Coordinate, Coordinate> held = new HashMap<>();
        for (Coordinate vertex : noded.getCoordinates()) {
            held.put(vertex, vertex);
        }
        line.replaceAll(vertex -> held.getOrDefault(vertex, vertex));
        return new Blade(noded, line, distinct(line, meetings));
    }

    /** The geometry with a vertex at every meeting. */
    Geometry noded() {
        return noded;
    }

    /** The line with a vertex at every meeting; places where the geometry has one are those, with their heights. */
    List<Coordinate> line() {
        return line;
    }

    /** Where they meet, in order along the line, each vertex of the line once. */
    List<Coordinate> meetings() {
        return meetings;
    }

    private static List<Coordinate> meetings(HPRtree tree, Coordinate a, Coordinate b) {
        Envelope box = new Envelope(a, b);
        box.expandBy(Nearness.of(box));
        List<Coordinate> found = new ArrayList<>();
        LineIntersector crossing = new RobustLineIntersector();
        tree.query(box, item -> {
            Coordinate[] edge = (Coordinate[]) item;
            crossing.computeIntersection(a, b, edge[0], edge[1]);
            for (int i = 0; i < crossing.getIntersectionNum(); i++) {
                found.add(snapped(crossing.getIntersection(i), edge));
            }
            for (Coordinate end : edge) {
                if (Nearness.isOn(end, a, b)) {
                    found.add(end);
                }
            }
            for (Coordinate end : new Coordinate[] {a, b}) {
                if (Nearness.isOn(end, edge[0], edge[1])) {
                    found.add(snapped(end, edge));
                }
            }
        });
        return found;
    }

    private static Coordinate snapped(Coordinate place, Coordinate[] edge) {
        double tolerance = Nearness.at(place);
        for (Coordinate end : edge) {
            if (end.distance(place) <= tolerance) {
                return end;
            }
        }
        return new Coordinate(place.x, place.y);
    }

    private static List<Coordinate> selfCrossings(Coordinate[] vertices, int segment) {
        List<Coordinate> found = new ArrayList<>();
        LineIntersector crossing = new RobustLineIntersector();
        for (int k = 0; k + 1 < vertices.length; k++) {
            if (Math.abs(k - segment) > 1) {
                int first = Math.min(k, segment);
                int second = Math.max(k, segment);
                crossing.computeIntersection(
                        vertices[first], vertices[first + 1], vertices[second], vertices[second + 1]);
                for (int i = 0; i < crossing.getIntersectionNum(); i++) {
                    found.add(new Coordinate(crossing.getIntersection(i)));
                }
            }
        }
        return found;
    }

    /** Adds an edge of the line with all its nodes; near ones become one, a meeting before a vertex of the line. */
    private static void append(
            List<Coordinate> line, Coordinate a, Coordinate b, List<Coordinate> met, List<Coordinate> self) {
        List<Coordinate> nodes = new ArrayList<>(met);
        for (Coordinate own : self) {
            addUnlessNear(nodes, own);
        }
        addUnlessNear(nodes, a);
        addUnlessNear(nodes, b);
        nodes.sort(Comparator.comparingDouble(a::distance));
        for (Coordinate node : nodes) {
            if (line.isEmpty() || line.get(line.size() - 1).distance(node) > Nearness.at(node)) {
                line.add(node);
            } else if (met.contains(node) && !line.get(line.size() - 1).equals2D(node)) {
                line.set(line.size() - 1, node);
            }
        }
    }

    private static void addUnlessNear(List<Coordinate> nodes, Coordinate place) {
        if (nodes.stream().noneMatch(node -> node.distance(place) <= Nearness.at(place))) {
            nodes.add(place);
        }
    }

    private static List<Coordinate> distinct(List<Coordinate> line, List<Coordinate> meetings) {
        Set<Coordinate> all = new HashSet<>(meetings);
        return line.stream().filter(all::contains).toList();
    }
}
