package riskmap.geo.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Progress;

/**
 * The cheapest ways from a node of a graph to all others (Dijkstra 1959). Of ways that cost the same the one found first
 * stays, whatever else runs beside.
 */
public final class CheapestWays {
    private final RoadGraph graph;
    private final double[] costs;
    /** The node before each on its way; −1 for the start and what cannot be reached. */
    private final int[] before;

    private record Reached(int node, double cost) implements Comparable<Reached> {
        @Override
        public int compareTo(Reached other) {
            int order = Double.compare(cost, other.cost);
            return order != 0 ? order : Integer.compare(node, other.node);
        }
    }

    private CheapestWays(RoadGraph graph) {
        this.graph = graph;
        this.costs = new double[graph.size()];
        this.before = new int[graph.size()];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        Arrays.fill(before, -1);
    }

    /** Those from a node; −1 reaches nothing. */
    public static CheapestWays from(RoadGraph graph, int start, Progress progress) {
        return from(graph, start, Double.POSITIVE_INFINITY, progress);
    }

    /** Those from a node, right as far as they cost no more than so much; nothing is gone on from what costs more. */
    public static CheapestWays from(RoadGraph graph, int start, double most, Progress progress) {
        CheapestWays ways = new CheapestWays(graph);
        PriorityQueue<Reached> open = new PriorityQueue<>();
        if (start >= 0) {
            ways.costs[start] = 0;
            open.add(new Reached(start, 0));
        }
        long steps = 0;
        while (!open.isEmpty()) {
            if ((steps++ & 4095) == 0) {
                progress.check();
            }
            Reached next = open.poll();
            if (next.cost > ways.costs[next.node] || next.cost > most) {
                continue;
            }
            for (int edge = 0; edge < graph.edges(next.node); edge++) {
                int target = graph.target(next.node, edge);
                double cost = next.cost + graph.cost(next.node, edge);
                if (cost < ways.costs[target]) {
                    ways.costs[target] = cost;
                    ways.before[target] = next.node;
                    open.add(new Reached(target, cost));
                }
            }
        }
        return ways;
    }

    /** What the way to a node costs; infinite where there is none. */
    public double cost(int node) {
        return node < 0 ? Double.POSITIVE_INFINITY : costs[node];
    }

    /** The node before one on the way to it; −1 for the start and where there is no way. */
    public int before(int node) {
        return before[node];
    }

    /** The places on the way to a node from the start on; empty where there is none. */
    public List<Coordinate> way(int node) {
        List<Coordinate> way = new ArrayList<>();
        if (Double.isInfinite(cost(node))) {
            return way;
        }
        for (int at = node; at >= 0; at = before[at]) {
            way.add(graph.at(at));
        }
        Collections.reverse(way);
        return way;
    }

    /** The stretches that can be gone within a cost, each once; what is cut short by it ends where the cost is used up. */
    public List<Coordinate[]> within(double most) {
        List<Coordinate[]> stretches = new ArrayList<>();
        for (int node = 0; node < costs.length; node++) {
            for (int edge = 0; costs[node] <= most && edge < graph.edges(node); edge++) {
                int target = graph.target(node, edge);
                double whole = graph.cost(node, edge);
                double there = Math.min(whole, most - costs[node]);
                double back = back(target, node, whole, most);
                boolean all = there + Math.max(back, 0) >= whole;
                // whole, and gone from both ends: once
                if (all && back >= 0 && target < node) {
                    continue;
                }
                Coordinate end = all ? graph.at(target) : along(node, target, there / whole);
                if (!end.equals2D(graph.at(node))) {
                    stretches.add(new Coordinate[] {graph.at(node), end});
                }
            }
        }
        return stretches;
    }

    /**
     * How far each edge leads from its node within a cost, as QGIS tells it: a stretch that can be gone from both of its ends
     * comes twice, and where the cost is used up on both ways the two lie one on the other.
     *
     * @param used whether those in which the cost is used up are wanted alone
     */
    public List<Coordinate[]> eachWay(double most, boolean used) {
        List<Coordinate[]> stretches = new ArrayList<>();
        for (int node = 0; node < costs.length; node++) {
            for (int edge = 0; costs[node] <= most && edge < graph.edges(node); edge++) {
                int target = graph.target(node, edge);
                double whole = graph.cost(node, edge);
                boolean all = costs[node] + whole <= most;
                if (!all || !used) {
                    Coordinate end = all ? graph.at(target) : along(node, target, (most - costs[node]) / whole);
                    stretches.add(new Coordinate[] {graph.at(node), end});
                }
            }
        }
        return stretches;
    }

    /** How much of an edge can be gone from its other end, in costs; less than 0 where it cannot be. */
    private double back(int from, int to, double whole, double most) {
        for (int edge = 0; costs[from] <= most && edge < graph.edges(from); edge++) {
            if (graph.target(from, edge) == to && graph.cost(from, edge) == whole) {
                return Math.min(whole, most - costs[from]);
            }
        }
        return -1;
    }

    private Coordinate along(int node, int target, double share) {
        Coordinate from = graph.at(node);
        Coordinate to = graph.at(target);
        return new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
    }
}
