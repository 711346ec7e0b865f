package riskmap.bench;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
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
import riskmap.analysis.CountingRule;
import riskmap.analysis.ZoneCount;
import riskmap.base.Progress;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.raster.FisherJenks;

/**
 * A million points counted in the 100,000 parcels of a district, the parcels and 500 overlapping areas dissolved, natural
 * breaks of 5,000 values.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class VectorBenchmark {
    private static final int CELLS = 3200;

    @Param({"1000000"})
    private int count;

    private Geometry[] points;
    private Geometry[] parcels;
    private List<Geometry> hazard;
    private double[] values;

    @Setup
    public void make() {
        Random random = new Random(3);
        GeometryFactory factory = new GeometryFactory();
        points = new Geometry[count];
        values = new double[5000];
        for (int i = 0; i < count; i++) {
            points[i] = factory.createPoint(new Coordinate(
                    404_000 + 10 * CELLS * random.nextDouble(), 4_125_000 + 10 * CELLS * random.nextDouble()));
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        parcels = District.parcels(316, CELLS).toArray(Geometry[]::new);
        hazard = District.areas(500, 300, 300, CELLS);
        ZoneCount counted = pointsInParcels();
        for (int i = 0; i < count; i++) {
            District.require(counted.zones(i).length == 1, i);
        }
        double area = dissolveParcels().getArea();
        District.require(Math.abs(area - 100.0 * CELLS * CELLS) < 1, area);
    }

    @Benchmark
    public ZoneCount pointsInParcels() {
        return ZoneCount.of(points, parcels, CountingRule.CENTROID_WITHIN, false, Progress.silent());
    }

    @Benchmark
    public Geometry dissolveParcels() {
        return Coverage.union(List.of(parcels), Progress.silent());
    }

    @Benchmark
    public Geometry dissolveHazard() {
        return Coverage.union(hazard, Progress.silent());
    }

    @Benchmark
    public double[] naturalBreaks() {
        return FisherJenks.upperLimits(values, 4);
    }
}
