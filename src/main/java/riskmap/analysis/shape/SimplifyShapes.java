package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.valid.TopologyValidationError;
import org.locationtech.jts.simplify.TopologyPreservingSimplifier;
import org.locationtech.jts.simplify.VWSimplifier;
import riskmap.analysis.FittingShapes;
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
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Repair;
import riskmap.geo.shape.Paths;
import riskmap.geo.shape.VertexThinning;

/**
 * The same features with fewer vertices. Areas that fit together without overlaps (a coverage) are simplified together:
 * a boundary that two share stays shared, no gap and no overlap opens. Other features are simplified one by one, each
 * staying valid.
 *
 * <p>The tolerance of a coverage is that of Visvalingam and Whyatt: corners whose triangle is smaller than the square of
 * the tolerance go. Of single features it is that too, or that of Douglas and Peucker: no vertex that goes lies farther
 * from the new line. By grid and by area line by line it is that of {@link VertexThinning}; shapes may then cross
 * themselves.
 */
public final class SimplifyShapes implements Operation {
    private static final String OWNER = "analysis.simplify";
    private static final String DISTANCE = "distance";

    @Override
    public String id() {
        return "simplify";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.number(OWNER, "tolerance", Parameter.COORDINATE_UNIT, 10, 0, 1e6),
                Parameter.choice(OWNER, "boundaries", "shared", "shared", "each"),
                Parameter.choice(OWNER, "method", DISTANCE, DISTANCE, "area", "grid", "area-of-lines"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.PATHS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        double tolerance = values.number("tolerance");
        List<Geometry> there =
                Arrays.stream(rows.geometries()).filter(Objects::nonNull).toList();
        boolean together = values.text("boundaries").equals("shared")
                && !there.isEmpty()
                && there.stream().allMatch(shape -> shape.getDimension() == 2)
                && Coverage.isValid(there);
        progress.part(0.3, 0.4).report(0);
        progress.check();
        // of a coverage all are valid
        TopologyValidationError[] stillWrong = new TopologyValidationError[together ? 0 : rows.size()];
        Geometry[] simple = together
                ? coverage(rows, there, tolerance)
                : each(rows, simplifier(values), stillWrong, progress.part(0.4, 1));
        Class<? extends Geometry> source = OutputRows.geometryType(rows.type());
        OutputRows output =
                new OutputRows("simplified", source == null ? Geometry.class : OutputRows.multi(source), rows.crs());
        int[] taken = output.take(rows.type());
        long before = 0;
        long after = 0;
        for (int row = 0; row < rows.size(); row++) {
            before += rows.geometry(row) == null ? 0 : rows.geometry(row).getNumPoints();
            after += simple[row] == null ? 0 : simple[row].getNumPoints();
            Geometry shape = simple[row] == null ? null : OutputRows.asMulti(simple[row]);
            output.add(OutputRows.join(shape, OutputRows.values(rows, row, taken)));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of(together ? "analysis.note-simplified-coverage" : "analysis.note-simplified-each"));
        notes.add(Message.of("analysis.note-vertices", before, after));
        tell(rows, stillWrong, notes);
        return new Output.Features(output.features(), notes);
    }

    private static Geometry[] coverage(LayerRows rows, List<Geometry> there, double tolerance) {
        Geometry[] simple = CoverageSimplifier.simplify(there.toArray(Geometry[]::new), tolerance);
        Geometry[] result = new Geometry[rows.size()];
        int at = 0;
        for (int row = 0; row < result.length; row++) {
            result[row] = rows.geometry(row) == null ? null : simple[at++];
        }
        return result;
    }

    private static UnaryOperator<Geometry> simplifier(ParameterValues values) {
        double tolerance = values.number("tolerance");
        if (values.text("method").equals(DISTANCE)) {
            return shape -> byDistance(shape, tolerance);
        }
        return switch (values.text("method")) {
            case "grid" -> new VertexThinning(VertexThinning.Rule.GRID, tolerance)::of;
            case "area-of-lines" -> new VertexThinning(VertexThinning.Rule.AREA, tolerance)::of;
            default -> shape -> byArea(shape, tolerance);
        };
    }

    /** Outlines as lines that end where they begin: as rings they may lose that place too, and a small area its half. */
    private static Geometry byDistance(Geometry shape, double tolerance) {
        List<LineString> paths = new ArrayList<>();
        Paths.forEach(shape, (path, part, ring) -> {
            if (path.length > 1) {
                paths.add(shape.getFactory().createLineString(path));
            }
        });
        if (paths.isEmpty() || shape.getDimension() < 2) {
            return TopologyPreservingSimplifier.simplify(shape, tolerance);
        }
        Geometry simple = TopologyPreservingSimplifier.simplify(
                shape.getFactory().createMultiLineString(paths.toArray(LineString[]::new)), tolerance);
        int[] next = {0};
        return Paths.map(
                shape,
                (path, part, ring) ->
                        path.length > 1 ? simple.getGeometryN(next[0]++).getCoordinates() : path);
    }

    /** An area alone is a coverage too, and as one it stays valid. */
    private static Geometry byArea(Geometry shape, double tolerance) {
        if (shape.getGeometryType().equals(Geometry.TYPENAME_GEOMETRYCOLLECTION)) {
            Geometry[] parts = new Geometry[shape.getNumGeometries()];
            for (int part = 0; part < parts.length; part++) {
                parts[part] = byArea(shape.getGeometryN(part), tolerance);
            }
            return shape.getFactory().createGeometryCollection(parts);
        }
        if (shape.getGeometryType().equals(Geometry.TYPENAME_MULTILINESTRING)) {
            LineString[] lines = new LineString[shape.getNumGeometries()];
            for (int line = 0; line < lines.length; line++) {
                lines[line] = (LineString) byArea(shape.getGeometryN(line), tolerance);
            }
            return shape.getFactory().createMultiLineString(lines);
        }
        return switch (shape.getDimension()) {
            case 0 -> shape;
            // a line without a length would be left with one point, which is no line
            case 1 -> shape.getLength() > 0 ? VWSimplifier.simplify(shape, tolerance) : shape;
            default -> alone(shape, tolerance);
        };
    }

    private static Geometry alone(Geometry area, double tolerance) {
        try {
            return CoverageSimplifier.simplify(new Geometry[] {area}, tolerance)[0];
        } catch (IllegalArgumentException collapsed) {
            // an outline that goes there and back has nothing to lose
            return area;
        }
    }

    /** How many shapes were invalid and still are, and where the first is. */
    private static void tell(LayerRows rows, TopologyValidationError[] stillWrong, List<Message> notes) {
        long count = Arrays.stream(stillWrong).filter(Objects::nonNull).count();
        for (int row = 0; row < stillWrong.length; row++) {
            if (stillWrong[row] != null) {
                Coordinate place = stillWrong[row].getCoordinate();
                notes.add(Message.of(
                        "analysis.note-still-invalid",
                        count,
                        rows.id(row),
                        Repair.problem(stillWrong[row]),
                        place == null ? "–" : String.format(Locale.ROOT, "%.6f, %.6f", place.x, place.y)));
                return;
            }
        }
    }

    private static Geometry[] each(
            LayerRows rows,
            UnaryOperator<Geometry> simplifier,
            TopologyValidationError[] stillWrong,
            Progress progress) {
        Geometry[] result = new Geometry[rows.size()];
        Parallel.items(result.length, 128, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                Geometry shape = rows.geometry(row);
                result[row] = shape == null ? null : simplifier.apply(shape);
                if (shape != null && shape.getDimension() == 2) {
                    TopologyValidationError wrong = Repair.error(shape).orElse(null);
                    boolean still = wrong != null && Repair.error(result[row]).isPresent();
                    stillWrong[row] = still ? wrong : null;
                }
            }
        });
        return result;
    }
}
