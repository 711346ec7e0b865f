package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
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
import riskmap.geo.GroundSize;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.overlay.Repair;

/**
 * A tool that replaces the shape of each feature by another made from it alone; rows, their order and their attributes
 * stay. Features without geometry stay without. Some make a row for each part on demand, some add measures of the new
 * shape, in units of the coordinates.
 */
public final class ShapeOfEach implements Operation {
    private static final String EACH_PART = "each-part";

    private final String id;
    /** Type of the results; null for the multi type of the source's dimension. */
    private final Class<? extends Geometry> result;

    private final MeasuringKernel kernel;
    private final List<Parameter> parameters;
    private FittingShapes shapes = FittingShapes.ANY;
    private List<ShapeMeasure> measures = List.of();
    /** Whether the type of the layer stays: a point makes a point. */
    private boolean sameType;

    /** Makes the new shape of one. */
    interface Kernel {
        Geometry of(Geometry shape, ParameterValues values);
    }

    /** Makes the new shape of one by its size on the ground. */
    interface MeasuringKernel {
        Geometry of(Geometry shape, ParameterValues values, GroundSize ground);
    }

    ShapeOfEach(String id, Class<? extends Geometry> result, Kernel kernel, Parameter... parameters) {
        this(id, result, (shape, values, ground) -> kernel.of(shape, values), parameters);
    }

    ShapeOfEach(String id, Class<? extends Geometry> result, MeasuringKernel kernel, Parameter... parameters) {
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

    /** The same tool, whose results are of the very type of the layer. */
    ShapeOfEach sameType() {
        sameType = true;
        return this;
    }

    /** The same tool, writing these of each new shape into fields. */
    ShapeOfEach measuring(List<ShapeMeasure> wanted) {
        measures = wanted;
        return this;
    }

    private static Parameter eachPart(String owner) {
        return Parameter.of(owner, EACH_PART, Parameter.Type.BOOLEAN, "false");
    }

    /** A point for each feature: its centroid, or a point that surely lies inside it. */
    public static Operation centroid() {
        String owner = "analysis.centroid";
        return new ShapeOfEach(
                        "centroid",
                        Point.class,
                        (shape, values) -> "inside".equals(values.text("position"))
                                ? shape.getInteriorPoint()
                                : shape.getCentroid(),
                        Parameter.choice(owner, "position", "centroid", "centroid", "inside"),
                        eachPart(owner))
                .on(FittingShapes.ANY.mostly(ShapeKind.AREAS));
    }

    /** A point that surely lies on or in the feature; the deepest one of areas on demand. */
    public static Operation pointOnSurface() {
        String owner = "analysis.point-on-surface";
        return new ShapeOfEach(
                        "point-on-surface",
                        Point.class,
                        (shape, values) -> "deepest".equals(values.text("position")) && shape.getDimension() == 2
                                ? MaximumInscribedCircle.getCenter(Overlay.ofDimension(shape, 2), depthTolerance(shape))
                                : shape.getInteriorPoint(),
                        Parameter.choice(owner, "position", "inside", "inside", "deepest"),
                        eachPart(owner))
                .on(FittingShapes.ANY.mostly(ShapeKind.AREAS));
    }

    /** A thousandth of the extent: the deepest point is for labels, not for measuring. */
    private static double depthTolerance(Geometry shape) {
        return Math.max(shape.getEnvelopeInternal().getDiameter() / 1000, 1e-9);
    }

    /** Corners cut off again and again after Chaikin. */
    public static Operation smooth() {
        String owner = "analysis.smooth";
        return new ShapeOfEach(
                        "smooth",
                        null,
                        (shape, values) -> {
                            Geometry smooth = new ChaikinSmoothing(
                                            (int) values.integer("rounds"),
                                            values.number("offset"),
                                            values.number("greatest-turn"))
                                    .of(shape);
                            return smooth.getDimension() < 2 || smooth.isValid() ? smooth : shape;
                        },
                        Parameter.integer(owner, "rounds", "", 2, 1, 10),
                        Parameter.number(owner, "offset", "", 0.25, 0.05, 0.5),
                        Parameter.number(owner, "greatest-turn", "°", 180, 0, 180))
                .on(FittingShapes.PATHS);
    }

    /** Invalid shapes are made valid; nothing is moved that is valid already. */
    public static Operation repair() {
        return new ShapeOfEach(
                "repair",
                null,
                (shape, values) -> values.text("method").equals("linework")
                        ? Repair.byLines(shape)
                        : Repair.apply(shape).geometry(),
                Parameter.choice("analysis.repair", "method", "structure", "structure", "linework"));
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
        boolean eachPart = values.has(EACH_PART) && values.flag(EACH_PART);
        Geometry[][] shapes = new Geometry[rows.size()][];
        AtomicInteger unchanged = new AtomicInteger();
        GroundSize ground = GroundSize.in(rows.crs());
        Parallel.items(shapes.length, 128, progress.part(0.4, 0.95), (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry shape = rows.geometry(row);
                shapes[row] = new Geometry[shape == null || !eachPart ? 1 : shape.getNumGeometries()];
                for (int part = 0; shape != null && part < shapes[row].length; part++) {
                    Geometry one = eachPart ? shape.getGeometryN(part) : shape;
                    Geometry made = kernel.of(one, values, ground);
                    unchanged.addAndGet(made == shape ? 1 : 0);
                    shapes[row][part] = made == null || made.isEmpty() ? null : made;
                }
            }
        });
        OutputRows output = output(rows, shapes);
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (result == null) {
            int there = rows.size() - rows.withoutGeometry();
            notes.add(Message.of("analysis.note-shapes-changed", there - unchanged.get(), there));
        }
        return new Output.Features(output.features(), notes);
    }

    private OutputRows output(LayerRows rows, Geometry[][] shapes) {
        Class<? extends Geometry> source = OutputRows.geometryType(rows.type());
        Class<? extends Geometry> type = result == Geometry.class
                ? OutputRows.common(shapes)
                : result != null
                        ? result
                        : source == null ? Geometry.class : sameType ? source : OutputRows.multi(source);
        OutputRows output = new OutputRows(id, type, rows.crs());
        int[] taken = output.take(rows.type());
        measures.forEach(measure -> output.attribute(measure.field(), Double.class));
        boolean multi = !sameType && (GeometryCollection.class.isAssignableFrom(type) || result == null);
        for (int row = 0; row < rows.size(); row++) {
            for (Geometry made : shapes[row]) {
                Geometry shape = made == null || !multi ? made : OutputRows.asMulti(made);
                Object[] measured = measures.stream()
                        .map(measure -> made == null ? null : (Object) measure.of(made))
                        .toArray();
                output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken), measured));
            }
        }
        return output;
    }
}
