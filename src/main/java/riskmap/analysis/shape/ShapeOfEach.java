package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.ShapeKind;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.Repair;

/**
 * A tool that replaces the shape of each feature by another made from it alone; rows, their order and their attributes
 * stay. Features without geometry stay without.
 */
public final class ShapeOfEach implements Operation {
    private final String id;
    /** Type of the results; null for the multi type of the source's dimension. */
    private final Class<? extends Geometry> result;

    private final Kernel kernel;
    private final List<Parameter> parameters;
    private FittingShapes shapes = FittingShapes.ANY;

    /** Makes the new shape of one. */
    interface Kernel {
        Geometry of(Geometry shape, ParameterValues values);
    }

    ShapeOfEach(String id, Class<? extends Geometry> result, Kernel kernel, Parameter... parameters) {
        this.id = id;
        this.result = result;
        this.kernel = kernel;
        List<Parameter> all = new ArrayList<>();
        all.add(Parameter.of("analysis." + id, "features", Parameter.Type.FEATURES, null));
        all.addAll(List.of(parameters));
        this.parameters = List.copyOf(all);
    }

    /** The same tool, for layers of these shapes. */
    ShapeOfEach on(FittingShapes fitting) {
        shapes = fitting;
        return this;
    }

    /** A point that surely lies on or in the feature; the deepest one of areas on demand. */
    public static Operation pointOnSurface() {
        String owner = "analysis.point-on-surface";
        return new ShapeOfEach(
                        "point-on-surface",
                        Point.class,
                        (shape, values) -> "deepest".equals(values.text("position")) && shape.getDimension() == 2
                                ? MaximumInscribedCircle.getCenter(shape, depthTolerance(shape))
                                : shape.getInteriorPoint(),
                        Parameter.choice(owner, "position", "inside", "inside", "deepest"))
                .on(FittingShapes.ANY.mostly(ShapeKind.AREAS));
    }

    /** A thousandth of the extent: the deepest point is for labels, not for measuring. */
    private static double depthTolerance(Geometry shape) {
        return Math.max(shape.getEnvelopeInternal().getDiameter() / 1000, 1e-9);
    }

    /** The smallest convex area around the feature. */
    public static Operation convexHull() {
        return new ShapeOfEach("convex-hull", Geometry.class, (shape, values) -> shape.convexHull());
    }

    /** Corners cut off again and again after Chaikin. */
    public static Operation smooth() {
        String owner = "analysis.smooth";
        return new ShapeOfEach(
                        "smooth",
                        null,
                        (shape, values) -> {
                            Geometry smooth =
                                    ChaikinSmoothing.of(shape, (int) values.integer("rounds"), values.number("offset"));
                            return smooth.getDimension() < 2 || smooth.isValid() ? smooth : shape;
                        },
                        Parameter.integer(owner, "rounds", "", 2, 1, 10),
                        Parameter.number(owner, "offset", "", 0.25, 0.05, 0.5))
                .on(FittingShapes.PATHS);
    }

    /** Invalid shapes are made valid; nothing is moved that is valid already. */
    public static Operation repair() {
        return new ShapeOfEach(
                "repair", null, (shape, values) -> Repair.apply(shape).geometry());
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public FittingShapes shapes(String input) {
        return shapes;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        Geometry[] shapes = new Geometry[rows.size()];
        AtomicInteger unchanged = new AtomicInteger();
        Parallel.items(shapes.length, 128, progress.part(0.4, 0.95), (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry shape = rows.geometry(row);
                if (shape != null) {
                    Geometry made = kernel.of(shape, values);
                    unchanged.addAndGet(made == shape ? 1 : 0);
                    shapes[row] = made == null || made.isEmpty() ? null : made;
                }
            }
        });
        Class<? extends Geometry> source = OutputRows.geometryType(rows.type());
        Class<? extends Geometry> type =
                result != null ? result : source == null ? Geometry.class : OutputRows.multi(source);
        OutputRows output = new OutputRows(id, type, rows.crs());
        int[] taken = output.take(rows.type());
        boolean multi = MultiPolygon.class == type || result == null;
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = shapes[row] == null || !multi ? shapes[row] : OutputRows.asMulti(shapes[row]);
            output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken)));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (result == null) {
            int there = rows.size() - rows.withoutGeometry();
            notes.add(Message.of("analysis.note-shapes-changed", there - unchanged.get(), there));
        }
        return new Output.Features(output.features(), notes);
    }
}
