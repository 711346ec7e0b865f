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
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.raster.WeightedSum;

/** Six factors, four of them scored by four breaks, weighted, added and classed into four levels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class WeightedSumBenchmark {
    @Param({"3200"})
    private int size;

    private List<WeightedSum.Factor> factors;

    @Setup
    public void make() {
        Grid hills = District.hills(size);
        Grid classes = District.classes(size);
        Reclassification scores = Reclassification.counting(100, 200, 300, 400);
        factors = List.of(
                new WeightedSum.Factor(classes, 0.3, null, 0),
                new WeightedSum.Factor(hills, 0.2, scores, 0),
                new WeightedSum.Factor(hills, 0.15, scores, 0),
                new WeightedSum.Factor(hills, 0.15, scores, 0),
                new WeightedSum.Factor(classes, 0.1, null, 0),
                new WeightedSum.Factor(hills, 0.1, scores, 0));
        Grid levels = levels();
        for (int i = 0; i < 1000; i++) {
            double sum = 0.4 * classes.cells()[i] + 0.6 * scores.of(hills.cells()[i]);
            float expected = Reclassification.from(1, 1.025, 1.825, 2.625).of((float) sum);
            District.require(levels.cells()[i] == expected, levels.cells()[i]);
        }
    }

    @Benchmark
    public Grid levels() {
        return WeightedSum.classes(factors, Reclassification.from(1, 1.025, 1.825, 2.625), Progress.silent());
    }
}
