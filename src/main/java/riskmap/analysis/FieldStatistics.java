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
 * Statistics of a field ({@link FieldSummary}), for all rows or by the values of other fields and then for all; without a
 * field the number of rows alone.
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
                Parameter.of(OWNER, "more", Parameter.Type.BOOLEAN, "false"),
                Parameter.of(OWNER, "total", Parameter.Type.BOOLEAN, "true"));
    }

    @Override
    public FittingShapes shapes(String input) {
        return FittingShapes.ROWS;
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        FieldSummary summary =
                values.has("field") ? FieldSummary.of(rows, values.text("field"), values.flag("more")) : null;
        List<String> by = values.names("by");
        Map<List<Object>, List<Integer>> groups = groups(rows, by);

        List<Table.Column> columns = new ArrayList<>();
        by.forEach(name -> columns.add(new Table.Column(name, Message.of("analysis.column-field", name), "", 0)));
        boolean varies = values.flag("more")
                && by.isEmpty()
                && summary != null
                && summary.columns().contains("stddev");
        if (summary == null) {
            columns.add(new Table.Column("count", Message.of("analysis.column-count"), "", 0));
        } else {
            summary.columns()
                    .forEach(column -> columns.add(new Table.Column(
                            column, Message.of("analysis.statistics-column-" + column), "", summary.decimals(column))));
        }
        if (varies) {
            columns.add(new Table.Column("cv", Message.of("analysis.statistics-column-cv"), "", 3));
        }
        List<List<Object>> table = new ArrayList<>();
        groups.forEach((key, members) ->
                table.add(row(key, numbers(summary, members.stream().mapToInt(Integer::intValue)))));
        if (by.isEmpty() || values.flag("total")) {
            List<Object> total = new ArrayList<>(Collections.nCopies(by.size(), null));
            if (!by.isEmpty()) {
                total.set(0, Message.of("analysis.total"));
            }
            List<Object> all = row(total, numbers(summary, IntStream.range(0, rows.size())));
            if (varies) {
                List<String> names = summary.columns();
                all.add(variation(all.get(names.indexOf("mean")), all.get(names.indexOf("stddev"))));
            }
            table.add(all);
        }
        return new Output.Rows(new Table("statistics", Message.of("analysis.statistics"), columns, table), List.of());
    }

    /** The coefficient of variation, standard deviation ÷ mean; QGIS says 0 where the mean is 0 and there is none. */
    private static Object variation(Object mean, Object deviation) {
        if (!(mean instanceof Double average && deviation instanceof Double spread)) {
            return null;
        }
        return average == 0 ? Message.of("analysis.no-variation") : (Object) (spread / average);
    }

    /** The statistics of rows, or their number alone; what is neither a number nor a date as text. */
    private static List<Object> numbers(FieldSummary summary, IntStream rows) {
        int[] members = rows.toArray();
        if (summary == null) {
            return List.of((long) members.length);
        }
        List<Object> numbers = summary.of(members);
        numbers.replaceAll(
                value -> value == null || value instanceof Number || Table.isDate(value) ? value : value.toString());
        return numbers;
    }

    private static Map<List<Object>, List<Integer>> groups(LayerRows rows, List<String> by) {
        Map<List<Object>, List<Integer>> groups = new LinkedHashMap<>();
        int[] keys = by.stream().mapToInt(rows::attribute).toArray();
        for (int row = 0; keys.length > 0 && row < rows.size(); row++) {
            int at = row;
            List<Object> key = Arrays.stream(keys)
                    .mapToObj(attribute -> rows.value(at, attribute))
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
