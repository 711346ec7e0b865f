package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.RowExpressions;
import riskmap.analysis.ShapeKind;
import riskmap.analysis.ValueOrder;
import riskmap.analysis.expression.Values;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * A line through the points of a layer in the order of a field or an expression, such as that of the times of a track, or
 * one for each value of another. Points without a value come first; a single point makes no line, which is told.
 */
public final class PointsToPath implements Operation {
    private static final String OWNER = "analysis.points-to-path";

    @Override
    public String id() {
        return "points-to-path";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "order", Parameter.Type.EXPRESSION, null).asOptional(),
                Parameter.of(OWNER, "natural", Parameter.Type.BOOLEAN, "false"),
                Parameter.of(OWNER, "by", Parameter.Type.EXPRESSION, null).asOptional(),
                Parameter.of(OWNER, "close", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.only(ShapeKind.POINTS);
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.5));
        RowExpressions expressions = new RowExpressions(rows);
        Worth order = Worth.of("order", values, rows, expressions, progress.part(0.5, 0.6));
        Worth by = Worth.of("by", values, rows, expressions, progress.part(0.6, 0.7));
        Comparator<Object> known = values.flag("natural") ? ValueOrder::naturally : ValueOrder::compare;
        Map<Object, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.geometry(row) != null) {
                groups.computeIfAbsent(by == null ? null : by.of(row), none -> new ArrayList<>())
                        .add(row);
            }
        }
        OutputRows output = new OutputRows("paths", LineString.class, rows.crs());
        if (by != null && by.field >= 0) {
            output.takeThese(rows.type(), new int[] {by.field});
        } else if (by != null) {
            output.attribute("group", String.class);
        }
        if (order != null) {
            output.attribute("begin", order.type);
            output.attribute("end", order.type);
        }
        int single = 0;
        for (Map.Entry<Object, List<Integer>> group : groups.entrySet()) {
            progress.check();
            List<Integer> members = group.getValue();
            if (order != null) {
                members.sort(Comparator.comparing(row -> order.values[row], Comparator.nullsFirst(known)));
            }
            List<Coordinate> path = new ArrayList<>();
            for (int row : members) {
                Geometry shape = rows.geometry(row);
                path.addAll(List.of(shape.getCoordinates()));
            }
            if (values.flag("close") && path.size() > 2) {
                path.add(path.get(0).copy());
            }
            if (path.size() < 2) {
                single++;
                continue;
            }
            Object[] ends = order == null
                    ? new Object[0]
                    : new Object[] {order.of(members.get(0)), order.of(members.get(members.size() - 1))};
            output.add(OutputRows.join(
                    new GeometryFactory().createLineString(path.toArray(Coordinate[]::new)),
                    by == null ? new Object[0] : new Object[] {group.getKey()},
                    ends));
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.addAll(expressions.notes());
        if (single > 0) {
            notes.add(Message.of("analysis.note-single-points", single));
        }
        return new Output.Features(output.features(), notes);
    }

    /**
     * What the points are ordered or grouped by.
     *
     * @param field column of the layer, −1 for what is worked out
     * @param type what its values are written as
     */
    private record Worth(int field, Class<?> type, Object[] values) {
        private static Worth of(
                String parameter,
                ParameterValues given,
                LayerRows rows,
                RowExpressions expressions,
                Progress progress) {
            if (!given.has(parameter)) {
                return null;
            }
            String text = given.text(parameter).strip();
            int field = rows.type().indexOf(text.replaceFirst("^\"([^\"]*)\"$", "$1"));
            if (field < 0) {
                return new Worth(-1, String.class, expressions.values(text, progress));
            }
            Object[] values = new Object[rows.size()];
            Arrays.setAll(values, row -> rows.value(row, field));
            return new Worth(field, rows.type().getDescriptor(field).getType().getBinding(), values);
        }

        /** The value of a row as it is written. */
        private Object of(int row) {
            return field < 0 && values[row] != null ? Values.text(values[row]) : values[row];
        }
    }
}
