package riskmap.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * Rows for which expressions give the same values become one, with the fields that are asked for ({@link AggregateField})
 * and their shapes joined. Groups stand in the order of their first rows; without expression all rows are one group.
 */
final class AggregateFeatures implements Operation {
    private static final String OWNER = "analysis.aggregate";

    @Override
    public String id() {
        return "aggregate";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "by", Parameter.Type.EXPRESSION, null).asOptional(),
                Parameter.of(OWNER, "fields", Parameter.Type.TEXT, null).asOptional());
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        List<AggregateField> fields = AggregateField.read(values.has("fields") ? values.text("fields") : "");
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.2));
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        if (type == null && fields.isEmpty()) {
            // of a group without shape or field its size is left to say
            fields = AggregateField.read("count=count(1)");
        }
        RowExpressions expressions = new RowExpressions(rows);
        List<List<Integer>> groups = groups(rows, expressions, values, progress.part(0.2, 0.4));
        OutputRows output = new OutputRows("aggregate", type == null ? null : OutputRows.multi(type), rows.crs());
        List<AggregateField.Worked> worked = new ArrayList<>();
        for (AggregateField field : fields) {
            AggregateField.Worked one =
                    field.worked(expressions.values(field.expression(), progress.part(0.4, 0.5)), rows.type());
            worked.add(one);
            output.attribute(field.name(), one.binding());
        }
        LayerRows valid = type == null ? rows : rows.valid(progress.part(0.5, 0.6));
        Geometry[] shapes = type == null ? null : DissolveFeatures.unions(valid, groups, progress.part(0.6, 1));
        for (int group = 0; group < groups.size(); group++) {
            int[] members =
                    groups.get(group).stream().mapToInt(Integer::intValue).toArray();
            Object[] own = worked.stream().map(one -> one.of().apply(members)).toArray();
            output.add(type == null ? own : OutputRows.join(shapes[group], own));
        }
        List<Message> notes = new ArrayList<>(expressions.notes());
        if (type != null) {
            notes.addAll(valid.notes("features"));
            valid.addPartsBelow(notes, "features", DissolveFeatures.leftOut(valid, groups));
        }
        notes.add(Message.of("analysis.note-dissolved", rows.size(), groups.size()));
        return new Output.Features(output.features(), notes);
    }

    private static List<List<Integer>> groups(
            LayerRows rows, RowExpressions expressions, ParameterValues values, Progress progress) {
        List<Object[]> keys = new ArrayList<>();
        if (values.has("by")) {
            for (String key : TopLevel.split(values.text("by"), ',')) {
                keys.add(expressions.values(key, progress));
            }
        }
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            List<Object> key = new ArrayList<>();
            for (Object[] one : keys) {
                key.add(one[row]);
            }
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        return new ArrayList<>(groups.values());
    }
}
