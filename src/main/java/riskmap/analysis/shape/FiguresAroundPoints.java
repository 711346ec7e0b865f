package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
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

/**
 * A rectangle, a rhombus or an ellipse around each point, of a width and a height in units of the coordinates, turned
 * clockwise; each a number or taken from a field. An ellipse is a polygon with its corners on it. Points without a width or a
 * height, or with one that is not greater than 0, get no shape and are counted.
 */
public final class FiguresAroundPoints implements Operation {
    private static final String OWNER = "analysis.figures-around-points";

    @Override
    public String id() {
        return "figures-around-points";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.choice(OWNER, "shape", "rectangle", "rectangle", "rhombus", "ellipse"),
                Parameter.number(OWNER, "width", Parameter.COORDINATE_UNIT, 100, 0, 1e8),
                Parameter.number(OWNER, "height", Parameter.COORDINATE_UNIT, 100, 0, 1e8),
                Parameter.number(OWNER, "rotation", "°", 0, -360, 360),
                Parameter.integer(OWNER, "segments", "", 36, 3, 10000),
                Parameter.of(OWNER, "width-field", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "height-field", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "rotation-field", Parameter.Type.FIELD, null)
                        .asOptional());
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.only(ShapeKind.POINTS);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        IntToDoubleFunction width = size(rows, values, "width");
        IntToDoubleFunction height = size(rows, values, "height");
        IntToDoubleFunction rotation = size(rows, values, "rotation");
        OutputRows output = new OutputRows("figures", MultiPolygon.class, rows.crs());
        int[] taken = output.take(rows.type());
        int without = 0;
        for (int row = 0; row < rows.size(); row++) {
            if ((row & 255) == 0) {
                progress.check();
            }
            Geometry points = rows.geometry(row);
            double across = width.applyAsDouble(row) / 2;
            double up = height.applyAsDouble(row) / 2;
            double turn = rotation.applyAsDouble(row);
            List<Coordinate> corners = across > 0 && up > 0
                    ? corners(values.text("shape"), across, up, (int) values.integer("segments"))
                    : List.of();
            boolean none = points == null || points.getDimension() != 0 || corners.isEmpty();
            without += none && points != null ? 1 : 0;
            Geometry made = none ? null : around(points, corners, Double.isNaN(turn) ? 0 : turn);
            output.add(OutputRows.join(made, OutputRows.values(rows, row, taken)));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        if (without > 0) {
            notes.add(Message.of("analysis.note-without-size", without, rows.size()));
        }
        return new Output.Features(output.features(), notes);
    }

    /** The number of the field given for a size in a row, NaN where it has none; else that given for all. */
    private static IntToDoubleFunction size(LayerRows rows, ParameterValues values, String key) {
        if (!values.has(key + "-field")) {
            double all = values.number(key);
            return row -> all;
        }
        double[] numbers = rows.numbersOf(values.text(key + "-field"));
        return row -> numbers[row];
    }

    /** Around 0, 0. */
    private static List<Coordinate> corners(String shape, double across, double up, int segments) {
        List<Coordinate> corners = new ArrayList<>();
        switch (shape) {
            case "rectangle" -> {
                corners.add(new Coordinate(-across, -up));
                corners.add(new Coordinate(-across, up));
                corners.add(new Coordinate(across, up));
                corners.add(new Coordinate(across, -up));
            }
            case "rhombus" -> {
                corners.add(new Coordinate(0, -up));
                corners.add(new Coordinate(-across, 0));
                corners.add(new Coordinate(0, up));
                corners.add(new Coordinate(across, 0));
            }
            default -> {
                for (int i = 0; i < segments; i++) {
                    double angle = 2 * Math.PI * i / segments;
                    corners.add(new Coordinate(across * Math.cos(angle), up * Math.sin(angle)));
                }
            }
        }
        return corners;
    }

    private static Geometry around(Geometry points, List<Coordinate> corners, double turn) {
        GeometryFactory factory = points.getFactory();
        double sine = Math.sin(Math.toRadians(turn));
        double cosine = Math.cos(Math.toRadians(turn));
        List<Polygon> figures = new ArrayList<>();
        for (Coordinate centre : points.getCoordinates()) {
            List<Coordinate> ring = new ArrayList<>();
            corners.forEach(corner -> ring.add(new Coordinate(
                    centre.x + corner.x * cosine + corner.y * sine, centre.y - corner.x * sine + corner.y * cosine)));
            ring.add(ring.get(0).copy());
            figures.add(factory.createPolygon(ring.toArray(Coordinate[]::new)));
        }
        return factory.createMultiPolygon(figures.toArray(Polygon[]::new));
    }
}
