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
import riskmap.geo.raster.DistanceTransform;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Rasterizer;

/** The exact distance to the nearest of 200 and of 200,000 source cells or so. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class DistanceBenchmark {
    @Param({"3200"})
    private int size;

    @Param({"200", "200000"})
    private int sources;

    private Grid mask;

    @Setup
    public void make() {
        List<Geometry> points = District.areas(sources, 3, 1, size).stream()
                .map(area -> (Geometry) area.getCentroid())
                .toList();
        mask = Rasterizer.mask(District.geometry(size), points, Rasterizer.Rule.CENTRE, Progress.silent());
        float[] distances = distance().cells();
        for (int i = 0; i < distances.length; i++) {
            District.require((distances[i] == 0) == (mask.cells()[i] == 1), distances[i]);
        }
    }

    @Benchmark
    public Grid distance() {
        return DistanceTransform.distance(mask, Progress.silent());
    }

    @Benchmark
    public int[] nearest() {
        return DistanceTransform.nearest(mask, Progress.silent());
    }
}
