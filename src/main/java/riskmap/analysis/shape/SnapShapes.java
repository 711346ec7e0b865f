package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.Repair;
import riskmap.geo.shape.SnapTargets;
import riskmap.geo.shape.Snapping;

/**
 * Vertices nearer to another layer's vertices (or edges) than a tolerance are moved onto the nearest, edges get a vertex
 * at those they pass so near. What would no longer be valid is repaired, and counted.
 */
public final class SnapShapes implements Operation {
    private static final String OWNER = "analysis.snap";

    @Override
    public String id() {
        return "snap";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "reference", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "tolerance", "", 1, 0, 1e6),
                Parameter.choice(OWNER, "to", "vertices", "vertices", "vertices-before-edges", "closest"),
                Parameter.of(OWNER, "insert", Parameter.Type.BOOLEAN, "true"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        LayerRows reference = LayerRows.read(inputs.features("reference"), progress.part(0.2, 0.3))
                .in(rows.crs(), progress);
        Snapping snapping = new Snapping(
                new SnapTargets(reference.geometries()),
                values.number("tolerance"),
                Snapping.To.valueOf(values.text("to").toUpperCase(Locale.ROOT).replace('-', '_')),
                values.flag("insert"));
        Geometry[] shapes = new Geometry[rows.size()];
        AtomicInteger moved = new AtomicInteger();
        AtomicInteger repaired = new AtomicInteger();
        Parallel.items(shapes.length, 64, progress.part(0.3, 0.95), (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry shape = rows.geometry(row);
                Geometry snapped = shape == null ? null : snapping.of(shape);
                if (snapped != null && !snapped.equalsExact(shape)) {
                    moved.incrementAndGet();
                    Repair.Result result = Repair.apply(snapped);
                    repaired.addAndGet(result.changed() ? 1 : 0);
                    snapped = result.geometry();
                }
                shapes[row] = snapped == null || snapped.isEmpty() ? null : snapped;
            }
        });
        Class<? extends Geometry> source = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows(
                "snapped", source == null || source == Point.class ? source : OutputRows.multi(source), rows.crs());
        int[] taken = output.take(rows.type());
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape =
                    shapes[row] == null || source == Point.class ? shapes[row] : OutputRows.asMulti(shapes[row]);
            output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken)));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-snapped", moved.get(), repaired.get(), rows.size()));
        return new Output.Features(output.features(), notes);
    }
}
