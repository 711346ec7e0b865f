package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/** The rows of a layer in the order of an expression; rows of equal worth stay in the order of the layer. */
final class OrderRows implements Operation {
    private static final String OWNER = "analysis.order-rows";

    @Override
    public String id() {
        return "order-rows";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "expression", Parameter.Type.EXPRESSION, null),
                Parameter.choice(OWNER, "order", "ascending", "ascending", "descending"),
                Parameter.choice(OWNER, "without", "last", "last", "first"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows("ordered", type, rows.crs());
        int[] taken = output.take(rows.type());
        List<Message> notes = new ArrayList<>();
        for (int row : NumberFeatures.order(rows, values, notes, progress.part(0.4, 0.9))) {
            Object[] own = OutputRows.values(rows, row, taken);
            output.add(type == null ? own : OutputRows.join(rows.geometry(row), own));
        }
        notes.addAll(type == null ? List.of() : rows.notes("features"));
        return new Output.Features(output.features(), notes);
    }
}
