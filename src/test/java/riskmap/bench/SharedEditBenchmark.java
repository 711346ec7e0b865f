package riskmap.bench;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Coordinate;
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
import riskmap.edit.shape.EditVertices;
import riskmap.edit.topology.MemoryRows;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.shape.VertexPlace;

/** A corner shared by parcels of a coverage moves by half a metre, for all of them: 50 ms is the most an edit may take. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SharedEditBenchmark {
    /** Parcels along a side of the coverage. */
    @Param({"60"})
    private int side;

    private MemoryRows rows;
    private Surroundings around;
    private Row middle;
    private double step = 0.5;

    @Setup
    public void make() {
        rows = MemoryRows.coverage(3, side);
        around = new Surroundings(rows, rows::newFid, List.of("parcel"), List.of("parcel"));
        middle = rows.row("parcel", side * (side + 1) / 2);
        int before = rows.read();
        move();
        District.require(rows.read() - before < side, rows.read());
    }

    /** There and back again, so that the coverage stays as it is. */
    @Benchmark
    public Object move() {
        VertexPlace place = new VertexPlace(0, 0, 0);
        Row now = rows.now(middle);
        Coordinate at = place.of(now.geometry());
        rows.apply(EditVertices.move(around, now, Map.of(place, new Coordinate(at.x + step, at.y + step))));
        step = -step;
        return rows;
    }
}
