package riskmap.bench;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import riskmap.geo.snap.Snap;
import riskmap.geo.snap.SnapIndex;
import riskmap.geo.snap.SnapSettings;

/** What a mouse move costs while something is drawn among 300,000 polygons; it should stay under 5 ms. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class SnapBenchmark {
    private static final double SIDE = 32_000;

    private final SnapIndex index = new SnapIndex(new Envelope(500_000, 532_000, 4_140_000, 4_172_000));
    private final Random random = new Random(7);

    /** Fills the index. */
    @Setup
    public void fill() {
        GeometryFactory factory = new GeometryFactory();
        for (int i = 0; i < 300_000; i++) {
            Coordinate corner = somewhere();
            index.add("building", i, factory.toGeometry(new Envelope(corner.x, corner.x + 12, corner.y, corner.y + 9)));
        }
    }

    /** 12 pixels when the whole district is on a screen 1600 pixels wide: the worst case. */
    @Benchmark
    public Optional<Snap> mouseMoveOverTheWholeDistrict() {
        Coordinate pointer = somewhere();
        return index.snap(pointer, pointer, SnapSettings.within(12 * 20));
    }

    private Coordinate somewhere() {
        return new Coordinate(500_000 + SIDE * random.nextDouble(), 4_140_000 + SIDE * random.nextDouble());
    }
}
