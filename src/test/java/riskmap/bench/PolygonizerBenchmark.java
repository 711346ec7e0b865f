package riskmap.bench;

import java.util.List;
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
import riskmap.geo.polygonize.Polygonizer;
import riskmap.geo.polygonize.Sieve;
import riskmap.geo.raster.Grid;

/** The zones of a class grid of 10.24 million cells as polygons, and the sieve of its specks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class PolygonizerBenchmark {
    @Param({"3200"})
    private int size;

    private Grid classes;
    private Grid smooth;

    @Setup
    public void make() {
        classes = District.classes(size);
        smooth = sieve();
        double area = polygonize().stream()
                .mapToDouble(zone -> zone.polygon().getArea())
                .sum();
        District.require(area == 100.0 * size * size, area);
    }

    @Benchmark
    public List<Polygonizer.Zone> polygonize() {
        return Polygonizer.polygonize(smooth, Progress.silent());
    }

    @Benchmark
    public Grid sieve() {
        return Sieve.sieve(classes, 10, Progress.silent());
    }
}
