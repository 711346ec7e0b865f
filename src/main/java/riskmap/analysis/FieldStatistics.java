package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;

/**
 * Statistics of a field, for all rows or by the values of other fields (the number of rows alone without a field): count, empty values, sum, mean, least, greatest,
 * median and standard deviation (of the population) of numbers, and more when asked for; different values, first and
 * last in order and lengths of texts.
 */
final class FieldStatistics implements Operation {
    private static final String OWNER = "analysis.statistics";

    @Override
    public String id() {
        return "statistics";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "field", Parameter.Type.FIELD, null).asOptional(),
                Parameter.of(OWNER, "by", Parameter.Type.FIELDS, null).asOptional(),
                Parameter.of(OWNER, "more", Parameter.Type.BOOLEAN, "false"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        FieldSummary summary = values.has("field") ? summary(rows, values) : null;
        List<String> by = values.names("by");
        Map<List<Object>, List<Integer>> groups = groups(rows, by);

        List<Table.Column> columns = new ArrayList<>();
        if (by.size() < 2) {
            columns.add(new Table.Column("class", Message.of("analysis.column-class"), "", 0));
        } else {
            by.forEach(name -> columns.add(new Table.Column(name, Message.of("analysis.column-field", name), "", 0)));
        }
        columns.add(new Table.Column("count", Message.of("analysis.column-count"), "", 0));
        if (summary != null) {
            columns.add(new Table.Column("null_values", Message.of("analysis.column-null-values"), "", 0));
        }
        for (String column : summary == null ? List.<String>of() : summary.columns()) {
            columns.add(new Table.Column(
                    column.replace('-', '_'),
                    Message.of("analysis.statistics-column-" + column),
                    "",
                    summary.decimals(column)));
        }
        List<List<Object>> table = new ArrayList<>();
        groups.forEach((key, members) ->
                table.add(row(key, numbers(summary, members.stream().mapToInt(Integer::intValue)))));
        List<Object> total = new ArrayList<>(Collections.nCopies(Math.max(1, by.size()), null));
        total.set(0, Message.of("analysis.total"));
        table.add(row(total, numbers(summary, IntStream.range(0, rows.size()))));
        return new Output.Rows(new Table("statistics", Message.of("analysis.statistics"), columns, table), List.of());
    }

    private static FieldSummary summary(LayerRows rows, ParameterValues values) {
        String field = values.text("field");
        rows.attribute(field);
        return FieldSummary.of(rows.numbers(field), () -> rows.texts(field), values.flag("more"));
    }

    /** The statistics of rows, or their number alone. */
    private static List<Object> numbers(FieldSummary summary, IntStream rows) {
        int[] members = rows.toArray();
        return summary == null ? List.of((long) members.length) : summary.of(members);
    }

    private static Map<List<Object>, List<Integer>> groups(LayerRows rows, List<String> by) {
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        int[] keys = by.stream().mapToInt(rows::attribute).toArray();
        for (int row = 0; keys.length > 0 && row < rows.size(); row++) {
            int at = row;
            List<Object> key = Arrays.stream(keys)
                    .mapToObj(attribute -> rows.value(at, attribute))
                    .map(value -> value == null ? "" : value)
                    .collect(Collectors.toList());
            groups.computeIfAbsent(key, none -> new ArrayList<>()).add(row);
        }
        return groups;
    }

    private static List<Object> row(List<Object> key, List<Object> numbers) {
        List<Object> row = new ArrayList<>(key);
        row.addAll(numbers);
        return row;
    }
}
