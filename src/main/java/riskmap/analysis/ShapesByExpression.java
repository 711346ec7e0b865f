package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * Each feature with the shape that an expression gives for it, such as the box or a point of it; rows, their order and
 * their attributes stay. Where the expression gives nothing the feature has no shape.
 */
final class ShapesByExpression implements Operation {
    private static final String OWNER = "analysis.shapes-by-expression";

    @Override
    public String id() {
        return "shapes-by-expression";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "expression", Parameter.Type.EXPRESSION, "qgis('centroid($geometry)')"),
                Parameter.choice(OWNER, "gives", "any", "any", "areas", "lines", "points"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.3));
        RowExpressions expressions = new RowExpressions(rows);
        Object[] made = expressions.values(values.text("expression"), progress.part(0.3, 1));
        int dimension = List.of("points", "lines", "areas").indexOf(values.text("gives"));
        Class<? extends Geometry> type =
                switch (dimension) {
                    case 0 -> org.locationtech.jts.geom.MultiPoint.class;
                    case 1 -> org.locationtech.jts.geom.MultiLineString.class;
                    case 2 -> org.locationtech.jts.geom.MultiPolygon.class;
                    default -> Geometry.class;
                };
        OutputRows output = new OutputRows("shapes", type, rows.crs());
        int[] taken = output.take(rows.type());
        for (int row = 0; row < rows.size(); row++) {
            Object value = made[row];
            if (value != null && !(value instanceof Geometry)) {
                throw RiskMapException.of("analysis.qgis-no-shape", value);
            }
            Geometry shape = value == null || ((Geometry) value).isEmpty() ? null : (Geometry) value;
            if (shape != null && dimension >= 0 && shape.getDimension() != dimension) {
                throw RiskMapException.of(
                        "analysis.shape-of-other-kind",
                        rows.id(row),
                        shape.getGeometryType(),
                        Message.of(OWNER + ".gives." + values.text("gives")));
            }
            Geometry fitting = shape == null || dimension < 0 ? shape : OutputRows.asMulti(shape);
            output.add(OutputRows.join(fitting, OutputRows.values(rows, row, taken)));
        }
        List<Message> notes = new ArrayList<>(expressions.notes());
        notes.addAll(rows.notes("features"));
        return new Output.Features(output.features(), notes);
    }
}
