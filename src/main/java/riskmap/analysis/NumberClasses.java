package riskmap.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * A number for each different value of a field, from 0 in the order in which they first come, in a field of all features
 * that have it; or the list of the values with their numbers. No value is a value of its own.
 */
final class NumberClasses implements Operation {
    private static final String OWNER = "analysis.number-classes";

    @Override
    public String id() {
        return "number-classes";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "by", Parameter.Type.FIELD, null),
                Parameter.of(OWNER, "field", Parameter.Type.TEXT, "number"),
                Parameter.choice(OWNER, "give", "features", "features", "classes"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        int by = rows.attribute(values.text("by"));
        Map<Object, Long> numbers = new LinkedHashMap<>();
        for (int row = 0; row < rows.size(); row++) {
            numbers.putIfAbsent(rows.value(row, by), (long) numbers.size());
        }
        List<Message> notes = new ArrayList<>(rows.notes("features"));
        notes.add(Message.of("analysis.note-classes", numbers.size()));
        OutputRows output = values.text("give").equals("classes")
                ? classes(rows, by, numbers, values.text("field"))
                : features(rows, by, numbers, values.text("field"));
        return new Output.Features(output.features(), notes);
    }

    private static OutputRows classes(LayerRows rows, int by, Map<Object, Long> numbers, String field) {
        OutputRows output = new OutputRows("classes", null, null);
        output.attribute(field, Long.class);
        output.takeThese(rows.type(), new int[] {by});
        numbers.forEach((value, number) -> output.add(number, value));
        return output;
    }

    private static OutputRows features(LayerRows rows, int by, Map<Object, Long> numbers, String field) {
        OutputRows output = new OutputRows("numbered", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        output.attribute(field, Long.class);
        for (int row = 0; row < rows.size(); row++) {
            output.addWith(rows.geometry(row), OutputRows.values(rows, row, taken), new Object[] {
                numbers.get(rows.value(row, by))
            });
        }
        return output;
    }
}
