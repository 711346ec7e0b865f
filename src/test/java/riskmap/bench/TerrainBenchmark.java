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
import riskmap.geo.terrain.Terrain;

/** Slope, aspect and relief of 10.24 million cells. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class TerrainBenchmark {
    @Param({"3200"})
    private int size;

    private Grid hills;

    @Setup
    public void make() {
        hills = District.hills(size);
        float steepest = 0;
        for (float slope : slope().cells()) {
            District.require(slope >= 0 && slope < 90, slope);
            steepest = Math.max(steepest, slope);
        }
        District.require(steepest > 5, steepest);
    }

    @Benchmark
    public Grid slope() {
        return Terrain.slopeDegrees(hills, Progress.silent());
    }

    @Benchmark
    public Grid aspect() {
        return Terrain.aspect(hills, Progress.silent());
    }

    @Benchmark
    public Grid hillshade() {
        return Terrain.hillshade(hills, 315, 45, 1, Progress.silent());
    }
}
