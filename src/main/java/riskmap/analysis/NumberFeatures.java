package riskmap.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;

/**
 * A field that numbers the features, in the order of the layer or of a value; on demand from the start again in each
 * group. The features keep the order of the layer. Of equal values the one that stands first in the layer has the lower
 * number; features without the value come last, or first. A number that reaches the limit is the first one again.
 */
final class NumberFeatures implements Operation {
    private static final String OWNER = "analysis.number-features";

    @Override
    public String id() {
        return "number-features";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "field", Parameter.Type.TEXT, "number"),
                Parameter.integer(OWNER, "start", "", 1, Integer.MIN_VALUE, Integer.MAX_VALUE),
                Parameter.of(OWNER, "by", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(OWNER, "expression", Parameter.Type.EXPRESSION, null)
                        .asOptional(),
                Parameter.choice(OWNER, "order", "ascending", "ascending", "descending"),
                Parameter.choice(OWNER, "without", "last", "last", "first"),
                Parameter.integer(OWNER, "limit", "", 0, 0, Integer.MAX_VALUE));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress.part(0, 0.4));
        int[] keys = values.names("by").stream().mapToInt(rows::attribute).toArray();
        long start = values.integer("start");
        long limit = values.integer("limit");
        List<Message> notes = new ArrayList<>();
        Map<List<Object>, Long> next = new HashMap<>();
        long[] numbers = new long[rows.size()];
        for (int row : order(rows, values, notes, progress.part(0.4, 0.9))) {
            List<Object> group = java.util.Arrays.asList(OutputRows.values(rows, row, keys));
            long number = next.getOrDefault(group, start);
            numbers[row] = number;
            next.put(group, limit > 0 && number + 1 >= limit ? start : number + 1);
        }
        OutputRows output = new OutputRows("numbered", OutputRows.geometryType(rows.type()), rows.crs());
        int[] taken = output.take(rows.type());
        String field = output.attribute(values.text("field"), Long.class);
        for (int row = 0; row < numbers.length; row++) {
            output.addWith(rows.geometry(row), OutputRows.values(rows, row, taken), new Object[] {numbers[row]});
        }
        notes.addAll(output.type().getGeometryDescriptor() != null ? rows.notes("features") : List.of());
        notes.add(Message.of("analysis.note-numbered", field, rows.size(), next.size()));
        return new Output.Features(output.features(), notes);
    }

    /** The rows in the order they are numbered in; adds to the notes of which no value could be worked out. */
    static int[] order(LayerRows rows, ParameterValues values, List<Message> notes, Progress progress) {
        if (!values.has("expression")) {
            return IntStream.range(0, rows.size()).toArray();
        }
        RowExpressions expressions = new RowExpressions(rows);
        Object[] worth = expressions.values(values.text("expression"), progress);
        notes.addAll(expressions.notes());
        Comparator<Object> known = values.text("order").equals("descending")
                ? ((Comparator<Object>) ValueOrder::compare).reversed()
                : ValueOrder::compare;
        Comparator<Object> all =
                values.text("without").equals("first") ? Comparator.nullsFirst(known) : Comparator.nullsLast(known);
        return IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparing(row -> worth[row], all))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
