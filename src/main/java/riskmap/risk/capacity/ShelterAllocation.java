package riskmap.risk.capacity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import riskmap.base.Progress;

/**
 * People to shelters within walking distance and capacity, as an exact optimum: first as few as possible are left
 * without a place, then the way all of them walk together is as short as possible.
 *
 * <p>Being “covered” by a circle says nothing about capacity: demand 900, 600, 800, 500 and capacity 1200, 1000, 400 with
 * distances 300 900 1400 / 700 400 1100 / 1600 500 600 / 450 1300 350 m and a limit of 1000 m leaves 200 people without a
 * place although every point has a shelter in reach; the others walk 1 035 000 person·m.
 *
 * <p>Solved as a minimum-cost flow (capacity scaling). Distances count in whole decimetres.
 */
public final class ShelterAllocation {
    private static final double PER_METRE = 10;

    private final int[] demand;
    private final int[] capacity;
    private final List<Way> ways = new ArrayList<>();
    private long longest = 1;

    /** A way that may be walked. */
    private record Way(int point, int shelter, long decimetres) {}

    /**
     * So many people go from a point to a shelter.
     *
     * @param point index of the demand
     * @param shelter index of the shelter, −1 for none
     */
    public record Move(int point, int shelter, int people, double metres) {}

    /**
     * The optimum.
     *
     * @param moves who goes where, by point and shelter; without those who find no place
     * @param unserved people of each point who find no place
     */
    public record Result(List<Move> moves, int[] unserved) {
        public long served() {
            return moves.stream().mapToLong(Move::people).sum();
        }

        public long totalUnserved() {
            return java.util.Arrays.stream(unserved).asLongStream().sum();
        }

        /** The way all of them walk, person·m. */
        public double personMetres() {
            return moves.stream()
                    .mapToDouble(move -> move.people() * move.metres())
                    .sum();
        }
    }

    /**
     * @param demand people at each point
     * @param capacity places in each shelter
     */
    public ShelterAllocation(int[] demand, int[] capacity) {
        this.demand = demand.clone();
        this.capacity = capacity.clone();
        for (int people : this.demand) {
            notNegative(people);
        }
        for (int places : this.capacity) {
            notNegative(places);
        }
    }

    private static void notNegative(int value) {
        if (value < 0) {
            throw new IllegalArgumentException("negative: " + value);
        }
    }

    /** Lets people of a point go to a shelter; what is not said here is out of reach. */
    public ShelterAllocation way(int point, int shelter, double metres) {
        long decimetres = Math.round(metres * PER_METRE);
        longest = Math.max(longest, decimetres);
        ways.add(new Way(point, shelter, decimetres));
        return this;
    }

    /** Solves it. */
    public Result solve(Progress progress) {
        progress.check();
        Graph<Integer, DefaultWeightedEdge> graph = new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
        int sink = demand.length + capacity.length;
        for (int node = 0; node <= sink; node++) {
            graph.addVertex(node);
        }
        Map<DefaultWeightedEdge, Integer> room = new HashMap<>();
        Map<DefaultWeightedEdge, Way> walked = new HashMap<>();
        for (Way way : ways) {
            DefaultWeightedEdge edge = graph.addEdge(way.point(), demand.length + way.shelter());
            if (edge == null) {
                throw new IllegalArgumentException("two ways from " + way.point() + " to " + way.shelter());
            }
            graph.setEdgeWeight(edge, way.decimetres());
            room.put(edge, demand[way.point()]);
            walked.put(edge, way);
        }
        for (int shelter = 0; shelter < capacity.length; shelter++) {
            DefaultWeightedEdge edge = graph.addEdge(demand.length + shelter, sink);
            graph.setEdgeWeight(edge, 0);
            room.put(edge, capacity[shelter]);
        }
        // dearer than any rearrangement of the others: one more place is worth every detour
        double none = 2.0 * longest * (Math.min(demand.length, capacity.length) + 1);
        DefaultWeightedEdge[] without = new DefaultWeightedEdge[demand.length];
        int total = 0;
        for (int point = 0; point < demand.length; point++) {
            without[point] = graph.addEdge(point, sink);
            graph.setEdgeWeight(without[point], none);
            room.put(without[point], demand[point]);
            total = Math.addExact(total, demand[point]);
        }
        int all = total;
        var problem = new MinimumCostFlowProblemImpl<>(
                graph, node -> node == sink ? -all : node < demand.length ? demand[node] : 0, room::get);
        Map<DefaultWeightedEdge, Double> flow = new CapacityScalingMinimumCostFlow<Integer, DefaultWeightedEdge>()
                .getMinimumCostFlow(problem)
                .getFlowMap();
        progress.report(1);
        return result(flow, walked, without, graph);
    }

    private Result result(
            Map<DefaultWeightedEdge, Double> flow,
            Map<DefaultWeightedEdge, Way> walked,
            DefaultWeightedEdge[] without,
            Graph<Integer, DefaultWeightedEdge> graph) {
        List<Move> moves = new ArrayList<>();
        for (DefaultWeightedEdge edge : graph.edgeSet()) {
            Way way = walked.get(edge);
            int people = (int) Math.round(flow.get(edge));
            if (way != null && people > 0) {
                moves.add(new Move(way.point(), way.shelter(), people, way.decimetres() / PER_METRE));
            }
        }
        moves.sort(java.util.Comparator.comparingInt(Move::point).thenComparingInt(Move::shelter));
        int[] unserved = new int[demand.length];
        for (int point = 0; point < unserved.length; point++) {
            unserved[point] = (int) Math.round(flow.get(without[point]));
        }
        return new Result(moves, unserved);
    }
}
