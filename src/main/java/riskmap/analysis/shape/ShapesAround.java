package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.algorithm.MinimumAreaRectangle;
import org.locationtech.jts.algorithm.MinimumBoundingCircle;
import org.locationtech.jts.algorithm.hull.ConcaveHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.shape.NearestNeighbourHull;
import riskmap.geo.shape.Outlines;

/**
 * A shape around each feature, or one around all of a layer or around all with the same values of some fields: the box,
 * the least box, the circle, the convex hull or one that fits closer, with its measures in units of the coordinates.
 */
public final class ShapesAround implements Operation {
    private final ShapeOfEach ofEach;
    private final ShapeOfEach.Kernel kernel;
    private final String owner;
    private final List<ShapeMeasure> measures;

    private ShapesAround(String id, List<ShapeMeasure> measures, ShapeOfEach.Kernel kernel, Parameter... parameters) {
        this.owner = "analysis." + id;
        this.kernel = kernel;
        this.measures = measures;
        Parameter[] all = Stream.concat(
                        Stream.of(parameters),
                        Stream.of(
                                Parameter.choice(owner, "around", "each", "each", "all"),
                                Parameter.of(owner, "by", Parameter.Type.FIELDS, null)
                                        .asOptional(),
                                Parameter.of(owner, "number", Parameter.Type.TEXT, null)
                                        .asOptional()))
                .toArray(Parameter[]::new);
        this.ofEach = new ShapeOfEach(id, Geometry.class, kernel, all).measuring(measures);
    }

    /** The box along the axes. */
    public static Operation boundingBox() {
        return new ShapesAround(
                "bounding-box",
                List.of(ShapeMeasure.WIDTH, ShapeMeasure.HEIGHT, ShapeMeasure.AREA, ShapeMeasure.PERIMETER),
                (shape, values) -> values.text("flat").equals("area")
                        ? Outlines.box(shape.getEnvelopeInternal(), shape.getFactory())
                        : shape.getEnvelope(),
                Parameter.choice("analysis.bounding-box", "flat", "line", "line", "area"));
    }

    /** The box of least area, turned as need be. */
    public static Operation orientedBox() {
        return new ShapesAround(
                "oriented-bounding-box",
                List.of(
                        ShapeMeasure.SHORT_SIDE,
                        ShapeMeasure.LONG_SIDE,
                        ShapeMeasure.ANGLE,
                        ShapeMeasure.AREA,
                        ShapeMeasure.PERIMETER),
                (shape, values) ->
                        MinimumAreaRectangle.getMinimumRectangle(shape).reverse());
    }

    /** The smallest circle. */
    public static Operation enclosingCircle() {
        return new ShapesAround(
                "enclosing-circle",
                List.of(ShapeMeasure.RADIUS, ShapeMeasure.CIRCLE),
                ShapesAround::circle,
                Parameter.integer("analysis.enclosing-circle", "segments", "", 8, 1, 100),
                Parameter.of("analysis.enclosing-circle", "vertices", Parameter.Type.INTEGER, null)
                        .asOptional());
    }

    private static Geometry circle(Geometry shape, ParameterValues values) {
        MinimumBoundingCircle circle = new MinimumBoundingCircle(shape);
        Coordinate centre = circle.getCentre();
        if (circle.getRadius() == 0) {
            return shape.getFactory().createPoint(centre);
        }
        // a circle over two places has a vertex in each: else its chords would leave both outside
        double start = CircleStart.of(shape);
        if (Double.isNaN(start)) {
            start = start(circle.getExtremalPoints(), centre, circle.getRadius());
        }
        int vertices = (int) (values.has("vertices") ? values.integer("vertices") : 4 * values.integer("segments"));
        if (vertices < 3) {
            throw RiskMapException.of("analysis.circle-too-few", vertices);
        }
        Coordinate[] ring = new Coordinate[vertices + 1];
        for (int i = 0; i < ring.length - 1; i++) {
            double angle = start - 2 * Math.PI * i / (ring.length - 1);
            ring[i] = new Coordinate(
                    centre.x + circle.getRadius() * Math.cos(angle), centre.y + circle.getRadius() * Math.sin(angle));
        }
        ring[ring.length - 1] = ring[0].copy();
        return shape.getFactory().createPolygon(ring);
    }

    /** The direction of the last of two places that face each other on a circle, else north. */
    private static double start(Coordinate[] touched, Coordinate centre, double radius) {
        for (int i = touched.length - 1; i > 0; i--) {
            for (int j = i - 1; j >= 0; j--) {
                if (touched[i].distance(touched[j]) > 2 * radius * (1 - 1e-12)) {
                    return Angle.angle(centre, touched[i]);
                }
            }
        }
        return Math.PI / 2;
    }

    /** The smallest convex area. */
    public static Operation convexHull() {
        return new ShapesAround(
                "convex-hull",
                List.of(ShapeMeasure.AREA, ShapeMeasure.PERIMETER),
                (shape, values) -> shape.convexHull());
    }

    /**
     * An area that fits the vertices closer: at ratio 1 it is convex, at 0 as concave as stays connected; or one that goes
     * along the nearest neighbours.
     */
    public static Operation concaveHull() {
        String owner = "analysis.concave-hull";
        return new ShapesAround(
                "concave-hull",
                List.of(ShapeMeasure.AREA, ShapeMeasure.PERIMETER),
                (shape, values) -> values.has("neighbours")
                        ? NearestNeighbourHull.of(shape, (int) values.integer("neighbours"))
                        : ConcaveHull.concaveHullByLengthRatio(shape, values.number("ratio"), values.flag("holes")),
                Parameter.number(owner, "ratio", "", 0.3, 0, 1),
                Parameter.of(owner, "holes", Parameter.Type.BOOLEAN, "false"),
                Parameter.bounded(owner, "neighbours", Parameter.Type.INTEGER, "", null, 3d, 1000d)
                        .asOptional());
    }

    @Override
    public String id() {
        return ofEach.id();
    }

    @Override
    public List<Parameter> parameters() {
        return ofEach.parameters();
    }

    @Override
    public FittingShapes shapes(String input) {
        return ofEach.shapes(input);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        if (!"all".equals(values.text("around"))) {
            return ofEach.run(inputs, values, progress);
        }
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.5));
        int[] keys = values.names("by").stream().mapToInt(rows::attribute).toArray();
        Map<List<Object>, List<Geometry>> groups = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            Geometry shape = rows.geometry(row);
            if (shape != null) {
                List<Object> key = Arrays.asList(OutputRows.values(rows, row, keys));
                groups.computeIfAbsent(key, none -> new ArrayList<>()).add(shape);
            }
        }
        OutputRows output = new OutputRows(id(), Geometry.class, rows.crs());
        boolean numbered = values.has("number");
        if (numbered) {
            output.attribute(values.text("number"), Long.class);
        }
        output.takeThese(rows.type(), keys);
        output.attribute("count", Long.class);
        measures.forEach(measure -> output.attribute(measure.field(), Double.class));
        groups.forEach((key, shapes) -> {
            progress.check();
            Geometry all = new GeometryFactory().createGeometryCollection(shapes.toArray(Geometry[]::new));
            Geometry around = kernel.of(all, values);
            if (around == null) {
                return;
            }
            Object[] measured =
                    measures.stream().map(measure -> measure.of(around)).toArray();
            Object[] number = numbered ? new Object[] {(long) output.size()} : new Object[0];
            output.add(OutputRows.join(around, number, key.toArray(), new Object[] {(long) shapes.size()}, measured));
        });
        if (!groups.isEmpty() && output.size() == 0) {
            throw RiskMapException.of("analysis.hull-too-few");
        }
        return new Output.Features(output.features(), rows.notes("features"));
    }
}
