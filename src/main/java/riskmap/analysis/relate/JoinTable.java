package riskmap.analysis.relate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.analysis.ShapeKind;
import riskmap.analysis.Unmatched;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * Gives each feature the fields of the row of a table that has the same value in a key field. Values are compared as
 * text, numbers as numbers (3 and 3.0 are the same). Of several rows with a key the first is joined, and how many there
 * are more is told, or a feature has a row for each. How many features found none is told.
 */
public final class JoinTable implements Operation {
    private static final String OWNER = "analysis.join-table";
    /** In place of the rows of a key there are none of: a row of empty values. */
    private static final List<Integer> NONE = List.of(-1);

    @Override
    public String id() {
        return "join-table";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "table", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "field", Parameter.Type.FIELD, null),
                Parameter.of(OWNER, "table-field", Parameter.Type.FIELD, null).asOptional(),
                Parameter.choice(OWNER, "unmatched", "keep", Unmatched.keys()),
                Parameter.choice(OWNER, "matches", "first", "first", "every"),
                Parameter.of(OWNER, "fields", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(OWNER, "prefix", Parameter.Type.TEXT, null).asOptional());
    }

    @Override
    public FittingShapes shapes(String input) {
        return input.equals("table") ? FittingShapes.ROWS.mostly(ShapeKind.NONE) : FittingShapes.ROWS;
    }

    @Override
    public String inputOfFields(String parameter) {
        return parameter.equals("field") ? "features" : "table";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        LayerRows table = LayerRows.read(inputs.features("table"), progress.part(0.4, 0.8));
        int key = rows.attribute(values.text("field"));
        int tableKey = table.attribute(values.has("table-field") ? values.text("table-field") : values.text("field"));
        Map<String, List<Integer>> byKey = new HashMap<>();
        boolean every = values.text("matches").equals("every");
        int more = 0;
        for (int row = 0; row < table.size(); row++) {
            String value = text(table.value(row, tableKey));
            if (value != null) {
                List<Integer> found = byKey.computeIfAbsent(value, none -> new ArrayList<>(1));
                more += found.isEmpty() ? 0 : 1;
                if (every || found.isEmpty()) {
                    found.add(row);
                }
            }
        }
        Unmatched unmatched = Unmatched.of(values.text("unmatched"));
        List<Integer> ofNone = unmatched == Unmatched.DROP ? List.of() : NONE;
        Class<? extends Geometry> type = OutputRows.geometryType(rows.type());
        OutputRows output = new OutputRows("joined", type, rows.crs());
        int[] own = output.take(rows.type());
        int[] others = unmatched.takes(output, table, values.names("fields"), values.text("prefix"));
        int without = 0;
        for (int row = 0; row < rows.size(); row++) {
            String value = text(rows.value(row, key));
            List<Integer> found = value == null ? null : byKey.get(value);
            without += found == null ? 1 : 0;
            Object[] mine = OutputRows.values(rows, row, own);
            List<Integer> taken = found == null ? ofNone : unmatched == Unmatched.ONLY ? List.of() : found;
            for (int match : taken) {
                Object[] joined = OutputRows.values(table, match, others);
                output.add(type == null ? both(mine, joined) : OutputRows.join(rows.geometry(row), mine, joined));
            }
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.note-joined", rows.size() - without, without));
        if (more > 0 && !every) {
            notes.add(Message.of("analysis.note-keys-twice", more));
        }
        return new Output.Features(output.features(), notes);
    }

    private static Object[] both(Object[] first, Object[] second) {
        List<Object> all = new ArrayList<>(java.util.Arrays.asList(first));
        all.addAll(java.util.Arrays.asList(second));
        return all.toArray();
    }

    private static String text(Object value) {
        if (value instanceof Number number) {
            double decimal = number.doubleValue();
            return decimal == Math.rint(decimal) && Math.abs(decimal) < 1e15
                    ? Long.toString(number.longValue())
                    : Double.toString(decimal);
        }
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}
