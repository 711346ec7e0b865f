package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.overlay.snap.GeometrySnapper;
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

/**
 * Vertices and edges within a tolerance of another layer's vertices are moved onto them. What would no longer be valid is
 * repaired, and counted.
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
                Parameter.number(OWNER, "tolerance", "", 1, 0, 1e6));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        LayerRows reference = LayerRows.read(inputs.features("reference"), progress.part(0.2, 0.3))
                .in(rows.crs(), progress);
        double tolerance = values.number("tolerance");
        HPRtree tree = new HPRtree();
        for (int row = 0; row < reference.size(); row++) {
            if (reference.geometry(row) != null) {
                tree.insert(reference.geometry(row).getEnvelopeInternal(), row);
            }
        }
        tree.build();
        Geometry[] shapes = new Geometry[rows.size()];
        AtomicInteger moved = new AtomicInteger();
        AtomicInteger repaired = new AtomicInteger();
        Parallel.items(shapes.length, 64, progress.part(0.3, 0.95), (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry shape = rows.geometry(row);
                Geometry near = shape == null ? null : near(shape, reference, tree, tolerance);
                Geometry snapped = near == null ? shape : new GeometrySnapper(shape).snapTo(near, tolerance);
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
        OutputRows output =
                new OutputRows("snapped", source == null ? Geometry.class : OutputRows.multi(source), rows.crs());
        int[] taken = output.take(rows.type());
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = shapes[row] == null ? null : OutputRows.asMulti(shapes[row]);
            output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken)));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-snapped", moved.get(), repaired.get(), rows.size()));
        return new Output.Features(output.features(), notes);
    }

    /** The reference around a shape as one geometry, in the order of its layer; null when there is none. */
    private static Geometry near(Geometry shape, LayerRows reference, HPRtree tree, double tolerance) {
        Envelope box = new Envelope(shape.getEnvelopeInternal());
        box.expandBy(tolerance);
        List<Integer> found = new ArrayList<>();
        tree.query(box, item -> found.add((Integer) item));
        found.sort(null);
        List<Geometry> shapes = new ArrayList<>();
        for (int row : found) {
            Geometry other = reference.geometry(row);
            if (other.getEnvelopeInternal().intersects(box)) {
                shapes.add(other);
            }
        }
        return shapes.isEmpty() ? null : shape.getFactory().buildGeometry(shapes);
    }
}
