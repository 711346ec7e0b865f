package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;

/**
 * Statistics of a numeric field, for all rows or by the values of another field: count, empty values, sum, mean, least,
 * greatest, median and standard deviation (of the population).
 */
final class FieldStatistics implements Operation {
    private static final String OWNER = "analysis.statistics";
    private static final String[] COLUMNS = {"sum", "mean", "minimum", "maximum", "median", "standard-deviation"};

    @Override
    public String id() {
        return "statistics";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "field", Parameter.Type.FIELD, null),
                Parameter.of(OWNER, "by", Parameter.Type.FIELD, null).asOptional());
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        LayerRows rows = LayerRows.read(inputs.features("features"), progress);
        rows.attribute(values.text("field"));
        double[] numbers = rows.numbers(values.text("field"));
        Map<Object, List<Double>> groups = new LinkedHashMap<>();
        if (values.has("by")) {
            int by = rows.attribute(values.text("by"));
            for (int row = 0; row < rows.size(); row++) {
                Object key = rows.value(row, by);
                groups.computeIfAbsent(key == null ? "" : key, none -> new ArrayList<>())
                        .add(numbers[row]);
            }
        }
        List<List<Object>> table = new ArrayList<>();
        groups.forEach((key, members) -> table.add(
                row(key, members.stream().mapToDouble(Double::doubleValue).toArray())));
        table.add(row(Message.of("analysis.total"), numbers));
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("class", Message.of("analysis.column-class"), "", 0));
        columns.add(new Table.Column("count", Message.of("analysis.column-count"), "", 0));
        columns.add(new Table.Column("null_values", Message.of("analysis.column-null-values"), "", 0));
        for (String column : COLUMNS) {
            columns.add(new Table.Column(
                    column.replace('-', '_'), Message.of("analysis.statistics-column-" + column), "", 3));
        }
        return new Output.Rows(new Table("statistics", Message.of("analysis.statistics"), columns, table), List.of());
    }

    private static List<Object> row(Object name, double[] numbers) {
        double[] known =
                Arrays.stream(numbers).filter(Double::isFinite).sorted().toArray();
        ExactSum sum = new ExactSum();
        Arrays.stream(known).forEach(sum::add);
        List<Object> row = new ArrayList<>();
        row.add(name);
        row.add((long) numbers.length);
        row.add((long) (numbers.length - known.length));
        row.add(sum.value());
        if (known.length == 0) {
            row.addAll(java.util.Collections.nCopies(COLUMNS.length - 1, null));
            return row;
        }
        double mean = sum.value() / known.length;
        double squares = 0;
        for (double number : known) {
            squares += (number - mean) * (number - mean);
        }
        int middle = known.length / 2;
        row.add(mean);
        row.add(known[0]);
        row.add(known[known.length - 1]);
        row.add(known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2);
        row.add(Math.sqrt(squares / known.length));
        return row;
    }
}
