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
import riskmap.geo.raster.Rasterizer;
import riskmap.geo.zonal.CoverageFraction;

/** 5,000 overlapping areas of 300 vertices, the greatest value wins. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class RasterizerBenchmark {
    @Param({"3200"})
    private int size;

    private List<Geometry> areas;

    @Setup
    public void make() {
        areas = District.areas(5000, 300, 290, size);
        long covered = 0;
        for (float value : centre().cells()) {
            covered += value > 0 ? 1 : 0;
        }
        District.require(covered > 0.3 * size * size, covered);
    }

    @Benchmark
    public Grid centre() {
        return burn(Rasterizer.Rule.CENTRE);
    }

    @Benchmark
    public Grid allTouched() {
        return burn(Rasterizer.Rule.ALL_TOUCHED);
    }

    @Benchmark
    public Grid coverage() {
        return CoverageFraction.of(District.geometry(size), areas, null, Progress.silent());
    }

    private Grid burn(Rasterizer.Rule rule) {
        Rasterizer rasterizer =
                new Rasterizer(District.geometry(size), rule, Rasterizer.Combine.MAX, 0, Progress.silent());
        for (int i = 0; i < areas.size(); i++) {
            rasterizer.add(areas.get(i), 1 + i % 4);
        }
        return rasterizer.finish();
    }
}
