package riskmap.geo.snap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/**
 * The boundaries in a snap index as a graph: vertices of features are its nodes, one for all features that share the
 * place; their edges join them. Answers with the shortest way along boundaries, which is what tracing follows.
 *
 * <p>A way begins and ends at places that lie on an edge, to {@value #ON_EDGE} map units: where snapping puts a pointer.
 * Between equally long ways the one whose nodes were read first is taken, so answers do not vary.
 */
final class BoundaryGraph {
    private static final double ON_EDGE = 1e-6;

    private final List<Coordinate> nodes = new ArrayList<>();
    private final Map<Coordinate, Integer> numbers = new HashMap<>();
    private int[][] ways = new int[64][];
    private int[] degree = new int[64];

    void add(Coordinate a, Coordinate b) {
        if (a.equals2D(b)) {
            return;
        }
        int from = node(a);
        int to = node(b);
        join(from, to);
        join(to, from);
    }

    private int node(Coordinate at) {
        Integer known = numbers.putIfAbsent(new Coordinate(at.x, at.y), nodes.size());
        if (known != null) {
            return known;
        }
        nodes.add(at);
        if (nodes.size() > ways.length) {
            ways = Arrays.copyOf(ways, 2 * ways.length);
            degree = Arrays.copyOf(degree, ways.length);
        }
        return nodes.size() - 1;
    }

    private void join(int from, int to) {
        int[] held = ways[from] == null ? new int[4] : ways[from];
        for (int i = 0; i < degree[from]; i++) {
            if (held[i] == to) {
                return;
            }
        }
        if (degree[from] == held.length) {
            held = Arrays.copyOf(held, 2 * held.length);
        }
        held[degree[from]++] = to;
        ways[from] = held;
    }

    /** A place on the boundaries: a node, or between the two nodes of edges that run through it. */
    private record Entry(Coordinate at, List<Integer> nodes) {}

    private Optional<Entry> entry(Coordinate at, Iterable<LineSegment> near) {
        Integer node = numbers.get(new Coordinate(at.x, at.y));
        if (node != null) {
            return Optional.of(new Entry(at, List.of(node)));
        }
        List<Integer> ends = new ArrayList<>();
        for (LineSegment edge : near) {
            if (edge.distance(at) <= ON_EDGE) {
                Integer start = numbers.get(new Coordinate(edge.p0.x, edge.p0.y));
                Integer end = numbers.get(new Coordinate(edge.p1.x, edge.p1.y));
                if (start != null && end != null) {
                    ends.add(start);
                    ends.add(end);
                }
            }
        }
        return ends.isEmpty() ? Optional.empty() : Optional.of(new Entry(at, ends));
    }

    /**
     * The vertices of the shortest way after {@code from}, {@code to} included; empty where the two are not joined.
     *
     * @param nearFrom edges around {@code from}
     * @param nearTo edges around {@code to}
     */
    Optional<List<Coordinate>> way(
            Coordinate from, Iterable<LineSegment> nearFrom, Coordinate to, Iterable<LineSegment> nearTo) {
        Optional<Entry> start = entry(from, nearFrom);
        Optional<Entry> goal = entry(to, nearTo);
        if (start.isEmpty() || goal.isEmpty()) {
            return Optional.empty();
        }
        for (LineSegment edge : nearFrom) {
            if (edge.distance(from) <= ON_EDGE && edge.distance(to) <= ON_EDGE) {
                return Optional.of(List.of(to));
            }
        }
        return shortest(start.get(), goal.get());
    }

    private record Step(int node, double length) {}

    private Optional<List<Coordinate>> shortest(Entry start, Entry goal) {
        double[] best = new double[nodes.size()];
        int[] before = new int[nodes.size()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        Arrays.fill(before, -1);
        PriorityQueue<Step> open = new PriorityQueue<>((a, b) -> {
            int byLength = Double.compare(a.length(), b.length());
            return byLength != 0 ? byLength : Integer.compare(a.node(), b.node());
        });
        for (int node : start.nodes()) {
            double length = start.at().distance(nodes.get(node));
            if (length < best[node]) {
                best[node] = length;
                open.add(new Step(node, length));
            }
        }
        double found = Double.POSITIVE_INFINITY;
        int last = -1;
        while (!open.isEmpty() && open.peek().length() < found) {
            Step step = open.poll();
            if (step.length() > best[step.node()]) {
                continue;
            }
            if (goal.nodes().contains(step.node())) {
                double whole = step.length() + nodes.get(step.node()).distance(goal.at());
                if (whole < found) {
                    found = whole;
                    last = step.node();
                }
            }
            for (int i = 0; i < degree[step.node()]; i++) {
                int next = ways[step.node()][i];
                double length = step.length() + nodes.get(step.node()).distance(nodes.get(next));
                if (length < best[next]) {
                    best[next] = length;
                    before[next] = step.node();
                    open.add(new Step(next, length));
                }
            }
        }
        return last < 0 ? Optional.empty() : Optional.of(path(start, goal, before, last));
    }

    private List<Coordinate> path(Entry start, Entry goal, int[] before, int last) {
        List<Coordinate> path = new ArrayList<>();
        path.add(goal.at());
        for (int node = last; node >= 0; node = before[node]) {
            Coordinate at = nodes.get(node);
            if (!at.equals2D(path.get(path.size() - 1)) && !at.equals2D(start.at())) {
                path.add(at);
            }
        }
        Collections.reverse(path);
        return path;
    }
}
