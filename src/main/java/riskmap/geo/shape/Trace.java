package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Following existing boundaries and lines from one place to another. The network is made of the edges of the given
 * geometries; they connect where they share a vertex. Both places lie on it: at a vertex or on an edge.
 */
public final class Trace {
    private final Map<Coordinate, List<Coordinate>> network = new LinkedHashMap<>();

    private record Reached(Coordinate node, double distance) {}

    private Trace(Collection<? extends Geometry> geometries, Nodes ends) {
        for (Geometry geometry : geometries) {
            Paths.forEach(ends.insertInto(geometry), (path, part, ring) -> {
                for (int i = 0; i + 1 < path.length; i++) {
                    network.computeIfAbsent(path[i], node -> new ArrayList<>(4)).add(path[i + 1]);
                    network.computeIfAbsent(path[i + 1], node -> new ArrayList<>(4))
                            .add(path[i]);
                }
            });
        }
    }

    /**
     * The shortest way along the network, both ends included, or with {@code otherWay} the shortest that uses none of its
     * edges: around a ring, the other side. Nothing when there is none.
     */
    public static Optional<List<Coordinate>> path(
            Collection<? extends Geometry> geometries, Coordinate from, Coordinate to, boolean otherWay) {
        Trace trace = new Trace(geometries, new Nodes(List.of(from, to)));
        Coordinate start = trace.node(from);
        Coordinate end = trace.node(to);
        if (start == null || end == null || start.equals2D(end)) {
            return Optional.empty();
        }
        List<Coordinate> shortest = trace.shortest(start, end, Set.of());
        if (shortest == null || !otherWay) {
            return Optional.ofNullable(shortest);
        }
        Set<List<Coordinate>> used = new HashSet<>();
        for (int i = 0; i + 1 < shortest.size(); i++) {
            used.add(List.of(shortest.get(i), shortest.get(i + 1)));
            used.add(List.of(shortest.get(i + 1), shortest.get(i)));
        }
        return Optional.ofNullable(trace.shortest(start, end, used));
    }

    /** The node of the network at a place. */
    private Coordinate node(Coordinate place) {
        if (network.containsKey(place)) {
            return place;
        }
        return network.keySet().stream()
                .filter(node -> node.distance(place) <= Nearness.at(place))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<Coordinate> shortest(Coordinate start, Coordinate end, Set<List<Coordinate>> closed) {
        Map<Coordinate, Double> distances = new HashMap<>(Map.of(start, 0.0));
        Map<Coordinate, Coordinate> from = new HashMap<>();
        Set<Coordinate> settled = new HashSet<>();
        PriorityQueue<Reached> queue = new PriorityQueue<>((a, b) -> {
            int byDistance = Double.compare(a.distance(), b.distance());
            return byDistance != 0 ? byDistance : a.node().compareTo(b.node());
        });
        queue.add(new Reached(start, 0));
        while (!queue.isEmpty()) {
            Coordinate node = queue.poll().node();
            if (!settled.add(node)) {
                continue;
            }
            if (node.equals2D(end)) {
                return way(end, from);
            }
            for (Coordinate next : network.get(node)) {
                double distance = distances.get(node) + node.distance(next);
                boolean shorter = distance < distances.getOrDefault(next, Double.POSITIVE_INFINITY);
                if (shorter && (closed.isEmpty() || !closed.contains(List.of(node, next)))) {
                    distances.put(next, distance);
                    from.put(next, node);
                    queue.add(new Reached(next, distance));
                }
            }
        }
        return null;
    }

    private static List<Coordinate> way(Coordinate end, Map<Coordinate, Coordinate> from) {
        List<Coordinate> way = new ArrayList<>();
        for (Coordinate node = end; node != null; node = from.get(node)) {
            way.add(node);
        }
        Collections.reverse(way);
        return way;
    }
}
