package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.quadtree.Quadtree;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.Repair;
import riskmap.geo.shape.AnchorSnapping;
import riskmap.geo.shape.Paths;
import riskmap.geo.shape.SnapTargets;
import riskmap.geo.shape.Snapping;

/**
 * Vertices nearer to another layer's vertices (or edges) than a tolerance are moved onto the nearest, edges get a vertex
 * at those they pass so near. What would no longer be valid is repaired, and counted.
 *
 * <p>A layer that is its own reference is snapped feature by feature: each is moved to those before it as they are by then,
 * and in a second round, from the last to the first, to those after it. All at once, two that lie near each other would
 * change places and not meet. Snapped to anchors, it is all at once, see {@link AnchorSnapping}.
 */
public final class SnapShapes implements Operation {
    private static final String OWNER = "analysis.snap";
    private static final String ANCHORS = "anchors";
    private static final String ENDS_TO_ENDS = "ends-to-ends";

    @Override
    public String id() {
        return "snap";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "reference", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "tolerance", Parameter.COORDINATE_UNIT, 1, 0, 1e6),
                Parameter.choice(OWNER, "to", "vertices", "vertices", "vertices-before-edges", "closest", ANCHORS),
                Parameter.choice(OWNER, "which", "all", "all", "ends", ENDS_TO_ENDS),
                Parameter.of(OWNER, "insert", Parameter.Type.BOOLEAN, "true"));
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        LayerRows reference = LayerRows.read(inputs.features("reference"), progress.part(0.2, 0.3))
                .in(rows.crs(), progress);
        AtomicInteger moved = new AtomicInteger();
        AtomicInteger repaired = new AtomicInteger();
        UnaryOperator<Geometry> whole = shape -> {
            Repair.Result result = Repair.apply(shape);
            moved.incrementAndGet();
            repaired.addAndGet(result.changed() ? 1 : 0);
            return result.geometry();
        };
        boolean itself = isItself(rows, reference);
        Geometry[] shapes;
        if (values.text("to").equals(ANCHORS)) {
            if (!itself) {
                throw RiskMapException.of("analysis.anchors-of-itself");
            }
            AnchorSnapping snapping = new AnchorSnapping(rows.geometries(), values.number("tolerance"));
            shapes = each(rows, shape -> snapped(shape, snapping::of, whole), progress.part(0.3, 0.95));
        } else if (itself) {
            shapes = amongThemselves(rows.geometries(), values, whole, progress.part(0.3, 0.95));
            // what was moved in both rounds is one
            moved.set((int) IntStream.range(0, shapes.length)
                    .filter(row ->
                            rows.geometry(row) != null && !rows.geometry(row).equals((Object) shapes[row]))
                    .count());
            repaired.set(Math.min(repaired.get(), moved.get()));
        } else {
            Snapping snapping = snapping(reference.geometries(), values);
            shapes = each(rows, shape -> snapped(shape, snapping::of, whole), progress.part(0.3, 0.95));
        }
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

    private static Snapping snapping(Geometry[] reference, ParameterValues values) {
        String which = values.text("which");
        return new Snapping(
                new SnapTargets(reference, which.equals(ENDS_TO_ENDS)),
                values.number("tolerance"),
                Snapping.To.valueOf(values.text("to").toUpperCase(Locale.ROOT).replace('-', '_')),
                values.flag("insert"),
                which.equals("all") ? Snapping.Which.ALL : Snapping.Which.ENDS);
    }

    private static Geometry[] each(LayerRows rows, UnaryOperator<Geometry> snapping, Progress progress) {
        Geometry[] shapes = new Geometry[rows.size()];
        Parallel.items(shapes.length, 64, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                shapes[row] = snapping.apply(rows.geometry(row));
            }
        });
        return shapes;
    }

    private static Geometry[] amongThemselves(
            Geometry[] given, ParameterValues values, UnaryOperator<Geometry> whole, Progress progress) {
        int count = given.length;
        Geometry[] onward = oneAfterTheOther(given, row -> row, values, whole, progress.part(0, 0.5));
        return oneAfterTheOther(onward, turn -> count - 1 - turn, values, whole, progress.part(0.5, 1));
    }

    /** Each shape moved to those that had their turn before it. */
    private static Geometry[] oneAfterTheOther(
            Geometry[] given,
            IntUnaryOperator order,
            ParameterValues values,
            UnaryOperator<Geometry> whole,
            Progress progress) {
        Geometry[] shapes = new Geometry[given.length];
        Quadtree before = new Quadtree();
        for (int turn = 0; turn < shapes.length; turn++) {
            if ((turn & 63) == 0) {
                progress.check();
                progress.report((double) turn / shapes.length);
            }
            int row = order.applyAsInt(turn);
            if (given[row] == null) {
                continue;
            }
            Envelope around = given[row].getEnvelopeInternal().copy();
            around.expandBy(values.number("tolerance"));
            List<Integer> near = new ArrayList<>();
            before.query(around, other -> near.add((Integer) other));
            Geometry[] reference =
                    near.stream().sorted().map(other -> shapes[other]).toArray(Geometry[]::new);
            shapes[row] = snapped(given[row], snapping(reference, values)::of, whole);
            if (shapes[row] != null) {
                before.insert(shapes[row].getEnvelopeInternal(), row);
            }
        }
        return shapes;
    }

    private static Geometry snapped(Geometry shape, UnaryOperator<Geometry> snapping, UnaryOperator<Geometry> whole) {
        Geometry snapped = shape == null ? null : snapping.apply(shape);
        if (snapped != null && !snapped.equalsExact(shape)) {
            // vertices that came to lie on one place are one
            snapped = whole.apply(Paths.map(snapped, (path, part, ring) -> ReworkedShapes.withoutRepeated(path, 0)));
        }
        return snapped == null || snapped.isEmpty() ? null : snapped;
    }

    /** Whether the reference is the layer itself, told by its shapes: however it was named. */
    private static boolean isItself(LayerRows rows, LayerRows reference) {
        return rows.size() == reference.size()
                && IntStream.range(0, rows.size())
                        .allMatch(row -> rows.geometry(row) == null
                                ? reference.geometry(row) == null
                                : rows.geometry(row).equals((Object) reference.geometry(row)));
    }
}
