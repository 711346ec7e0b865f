package riskmap.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;
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
import riskmap.geo.zonal.ZonalStatistics;

/** The statistics of 10.24 million cells in 99,856 zones side by side. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class ZonalStatisticsBenchmark {
    @Param({"3200"})
    private int size;

    private Grid hills;
    private List<Geometry> parcels;

    @Setup
    public void make() {
        hills = District.hills(size);
        parcels = District.parcels(316, size);
        double cells =
                centre().stream().mapToDouble(ZonalStatistics.Summary::count).sum();
        District.require(cells == (double) size * size, cells);
    }

    @Benchmark
    public List<ZonalStatistics.Summary> centre() {
        return ZonalStatistics.of(hills, parcels, ZonalStatistics.Rule.CENTRE, false, Progress.silent());
    }

    @Benchmark
    public List<ZonalStatistics.Summary> coverage() {
        return ZonalStatistics.of(hills, parcels, ZonalStatistics.Rule.COVERAGE, false, Progress.silent());
    }
}
