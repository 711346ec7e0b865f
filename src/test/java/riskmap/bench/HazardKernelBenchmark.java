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
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.StationInterpolation;
import riskmap.geo.raster.Variogram;
import riskmap.geo.terrain.LocalRelief;
import riskmap.geo.terrain.Runout;
import riskmap.geo.terrain.SpreadTime;
import riskmap.geo.terrain.Viewshed;
import riskmap.risk.fire.SpreadRate;

/**
 * The kernels of slopes and forest fire over 1.44 million cells of 10 m: local relief, run-out from the highest cell, a fire
 * under wind and slope, the view of one lookout, 25 stations laid over all cells both ways.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class HazardKernelBenchmark {
    private static final int STATIONS = 25;

    @Param({"1200"})
    private int size;

    private Grid hills;
    private int highest;
    private final double[] x = new double[STATIONS];
    private final double[] y = new double[STATIONS];
    private final double[] values = new double[STATIONS];

    @Setup
    public void make() {
        hills = District.hills(size);
        float[] cells = hills.cells();
        for (int cell = 0; cell < cells.length; cell++) {
            highest = cells[cell] > cells[highest] ? cell : highest;
        }
        Random random = new Random(5);
        for (int i = 0; i < STATIONS; i++) {
            x[i] = hills.geometry().minX() + 10 * size * random.nextDouble();
            y[i] = hills.geometry().minY() + 10 * size * random.nextDouble();
            values[i] = 50 + 20 * Math.sin(x[i] / 3000) + random.nextGaussian();
        }
        float head = runout().cells()[highest];
        District.require(head == 0, head);
        float arrival = fire().cells()[size / 2 * size + size / 2];
        District.require(arrival == 0, arrival);
        float relief = relief().cells()[highest];
        District.require(relief > 0, relief);
    }

    @Benchmark
    public Grid relief() {
        return LocalRelief.of(hills, 15, Progress.silent());
    }

    @Benchmark
    public Grid runout() {
        return Runout.energyHead(hills, new int[] {highest}, 15, Progress.silent());
    }

    @Benchmark
    public Grid fire() {
        SpreadRate rate = SpreadRate.of(25, 30, 5, 315);
        float[] heights = hills.cells();
        return new SpreadTime(
                        hills,
                        (from, to, east, north) -> 60
                                * rate.speed(1, east, north, (heights[to] - heights[from]) / Math.hypot(east, north)))
                .from(new int[] {size / 2 * size + size / 2}, 6, Progress.silent());
    }

    @Benchmark
    public Grid view() {
        double[] lookout = {hills.geometry().x(size / 2), hills.geometry().y(size / 2)};
        return new Viewshed(hills, 30, 15, 5000).count(lookout, Progress.silent());
    }

    @Benchmark
    public Grid inverseDistance() {
        return StationInterpolation.inverseDistance(x, y, values, 2).grid(hills.geometry(), Progress.silent());
    }

    @Benchmark
    public Grid kriging() {
        return StationInterpolation.kriging(x, y, values, Variogram.fitted(x, y, values))
                .grid(hills.geometry(), Progress.silent());
    }
}
