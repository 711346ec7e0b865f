package riskmap.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import riskmap.base.Progress;
import riskmap.risk.capacity.ShelterAllocation;

/** People of so many places to 200 shelters within 4 km and capacity: the exact optimum by minimum-cost flow. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class AllocationBenchmark {
    private static final int SHELTERS = 200;
    private static final double REACH_METRES = 4000;
    private static final double SIDE_METRES = 32_000;

    @Param({"300", "1000"})
    private int places;

    private int[] demand;
    private int[] capacity;
    private ShelterAllocation allocation;

    @Setup
    public void make() {
        Random random = new Random(11);
        demand = random.ints(places, 50, 500).toArray();
        capacity = random.ints(SHELTERS, 200, 2000).toArray();
        double[] x = random.doubles(places + SHELTERS, 0, SIDE_METRES).toArray();
        double[] y = random.doubles(places + SHELTERS, 0, SIDE_METRES).toArray();
        allocation = new ShelterAllocation(demand, capacity);
        for (int place = 0; place < places; place++) {
            for (int shelter = 0; shelter < SHELTERS; shelter++) {
                double metres = Math.hypot(x[place] - x[places + shelter], y[place] - y[places + shelter]);
                if (metres <= REACH_METRES) {
                    allocation.way(place, shelter, metres);
                }
            }
        }
        ShelterAllocation.Result result = solve();
        long people = java.util.Arrays.stream(demand).asLongStream().sum();
        District.require(result.served() + result.totalUnserved() == people, result.served());
        int[] taken = new int[SHELTERS];
        result.moves().forEach(move -> taken[move.shelter()] += move.people());
        for (int shelter = 0; shelter < SHELTERS; shelter++) {
            District.require(taken[shelter] <= capacity[shelter], taken[shelter]);
        }
    }

    @Benchmark
    public ShelterAllocation.Result solve() {
        return allocation.solve(Progress.silent());
    }
}
