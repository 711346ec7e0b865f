package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import riskmap.analysis.NearestFeatures.Neighbour;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;

/**
 * Whether points lie together or keep apart: the mean distance from each to its nearest neighbour over that expected of so
 * many points at places of chance, ½ √(A/n) with A the area of the extent. Below 1 they lie together, above 1 they keep
 * apart; how surely says z = (observed − expected) / (0.26136 √(A/n²)): beyond ±1.96 chance alone gives as much once in
 * twenty layers. Points at the edge have neighbours on one side only, which is not allowed for, as in QGIS.
 *
 * <p><b>Source:</b> P. J. Clark and F. C. Evans, “Distance to nearest neighbor as a measure of spatial relationships in
 * populations”, Ecology 35 (1954).
 */
final class NearestNeighbourIndex implements Operation {
    private static final String OWNER = "analysis.nearest-neighbour-index";
    /** √(4 − π) / (2 √(4 π)) of the standard error, to the digits of the source. */
    private static final double ERROR = 0.26136;

    /** Beyond this, two-sided, chance alone gives as much once in twenty layers. */
    private static final double SURE = 1.96;

    @Override
    public String id() {
        return "nearest-neighbour-index";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.choice(OWNER, "unit", "metres", "metres", "layer"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.only(ShapeKind.POINTS);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows points = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        boolean metres = values.text("unit").equals("metres");
        if (metres) {
            MetresNeeded.require(points);
        }
        int count = points.size() - points.withoutGeometry();
        Double observed = count < 2 ? null : observed(points, progress.part(0.4, 1)) / count;
        Envelope extent = points.extent();
        // points in a row have an extent of no area: nothing is expected of them
        double area = extent.getArea();
        Double expected = count < 2 || area == 0 ? null : 0.5 / Math.sqrt(count / area);
        Double index = expected == null ? null : observed / expected;
        Double z = expected == null ? null : (observed - expected) / (ERROR / Math.sqrt((double) count * count / area));
        String unit = metres ? "m" : "";
        List<Table.Column> columns = List.of(
                column("observed", unit, metres ? 4 : 8),
                column("expected", unit, metres ? 4 : 8),
                column("index", "", 4),
                column("points", "", 0),
                column("z", "", 4));
        List<Object> row = Arrays.asList(observed, expected, index, (long) count, z);
        List<Message> notes = new ArrayList<>(points.notes("features"));
        notes.add(Message.of("analysis.note-pattern-" + pattern(index, z)));
        notes.add(Message.of(metres ? "analysis.note-distance-metres" : "analysis.note-distance-layer"));
        return new Output.Rows(new Table(id(), title(), columns, List.of(row)), notes);
    }

    private static double observed(LayerRows points, Progress progress) {
        double sum = 0;
        for (List<Neighbour> nearest :
                new NearestFeatures(points, Double.POSITIVE_INFINITY, 1, false).around(points, true, progress)) {
            sum += nearest.isEmpty() ? 0 : nearest.get(0).distance();
        }
        return sum;
    }

    private static String pattern(Double index, Double z) {
        if (index == null) {
            return "none";
        }
        return Math.abs(z) < SURE ? "chance" : index < 1 ? "together" : "apart";
    }

    private static Table.Column column(String key, String unit, int decimals) {
        return new Table.Column(key, Message.of("analysis.neighbour-" + key), unit, decimals);
    }
}
