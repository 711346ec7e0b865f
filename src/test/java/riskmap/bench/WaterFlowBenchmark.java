package riskmap.bench;

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
import riskmap.geo.raster.Grid;
import riskmap.geo.terrain.DepressionFilling;
import riskmap.geo.terrain.FlowAccumulation;
import riskmap.geo.terrain.FlowAngles;
import riskmap.geo.terrain.FlowDirections;
import riskmap.geo.terrain.Inundation;
import riskmap.geo.terrain.WaterFlow;

/** Depressions, directions, accumulation and height above drainage of 10.24 million cells, each by itself and all together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 4, time = 3)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class WaterFlowBenchmark {
    private static final int STREAM_CELLS = 10_000;

    @Param({"3200"})
    private int size;

    private Grid hills;
    private Grid filled;
    private FlowDirections directions;
    private Grid heights;

    @Setup
    public void make() {
        hills = District.hills(size);
        filled = fill();
        directions = directions();
        int[] cells = accumulation();
        long out = 0;
        for (int cell = 0; cell < cells.length; cell++) {
            out += directions.code(cell) == FlowDirections.OUTLET ? cells[cell] : 0;
        }
        District.require(out == (long) size * size, out);
        heights = heightAboveDrainage();
        for (float height : heights.cells()) {
            District.require(!(height < 0), height);
        }
    }

    @Benchmark
    public Grid fill() {
        return DepressionFilling.fill(hills, Progress.silent());
    }

    @Benchmark
    public FlowDirections directions() {
        return FlowDirections.of(filled, Progress.silent());
    }

    @Benchmark
    public Grid angles() {
        return FlowAngles.of(filled, directions, Progress.silent()).accumulation(Progress.silent());
    }

    @Benchmark
    public int[] accumulation() {
        return FlowAccumulation.cells(directions, Progress.silent());
    }

    /** Everything from the ground to the height above drainage. */
    @Benchmark
    public Grid heightAboveDrainage() {
        return WaterFlow.of(hills, Progress.silent()).heightAboveStreams(STREAM_CELLS, Progress.silent());
    }

    @Benchmark
    public Grid stage() {
        return Inundation.ofStage(heights, 3, Progress.silent());
    }
}
