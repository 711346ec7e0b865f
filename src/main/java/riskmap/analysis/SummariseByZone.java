package riskmap.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Table;

/**
 * Counts the features of a layer, and adds up fields, by the class of the zone they lie in, under a named
 * {@link CountingRule}. The rows are the classes (values of a field of the zones, in the order they first appear), then
 * outside all zones, then without geometry, then the layer's total.
 *
 * <p>A feature counts once for each class it meets. Where every feature meets at most one class, and for shares of zones
 * that do not overlap, the rows add up to the total exactly.
 */
final class SummariseByZone implements Operation {
    private static final String OWNER = "analysis.summarise-by-zone";

    @Override
    public String id() {
        return "summarise-by-zone";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.of(OWNER, "zones", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "features", Parameter.Type.FEATURES, null),
                Parameter.of(OWNER, "class", Parameter.Type.FIELD, null),
                Parameter.choice(OWNER, "rule", CountingRule.CENTROID_WITHIN.key(), CountingRule.keys()),
                Parameter.choice(OWNER, "overlap", "every", "every", "first"),
                Parameter.of(OWNER, "sum", Parameter.Type.FIELDS, null).asOptional());
    }

    @Override
    public String inputOfFields(String parameter) {
        return parameter.equals("class") ? "zones" : "features";
    }

    @Override
    public Output run(Inputs inputs, ParameterValues values, Progress progress) {
        CountedLayers layers = CountedLayers.read(inputs, values, values.names("sum"), progress);
        LayerRows features = layers.features();
        List<String> fields = values.names("sum");
        fields.forEach(features::attribute);
        List<Object> classes = new ArrayList<>();
        int[] classOfZone = classes(layers.zones(), values.text("class"), classes);
        int outside = classes.size();
        int without = outside + 1;
        int total = outside + 2;

        ZoneCount count = layers.count("first".equals(values.text("overlap")), progress);
        ExactSum[][] sums = layers.emptySums(total + 1, fields.size() + 1);
        double[][] numbers = new double[fields.size() + 1][];
        for (int i = 0; i < fields.size(); i++) {
            numbers[i + 1] = features.numbers(fields.get(i));
        }
        double[] shares = new double[total + 1];
        for (int feature = 0; feature < features.size(); feature++) {
            shareOut(count, feature, classOfZone, layers.rule(), shares, outside);
            for (int group = 0; group <= total; group++) {
                if (shares[group] > 0) {
                    sums[group][0].add(shares[group]);
                    for (int i = 1; i < numbers.length; i++) {
                        sums[group][i].add(numbers[i][feature] * shares[group]);
                    }
                }
            }
        }
        List<Object> names = new ArrayList<>(classes);
        names.add(Message.of("analysis.outside"));
        names.add(Message.of("analysis.without-geometry"));
        names.add(Message.of("analysis.total"));
        Table table = table(names, fields, sums, layers.rule());
        List<Message> notes = new ArrayList<>(layers.notes(count));
        for (int i = 0; i < fields.size(); i++) {
            int gaps = gaps(numbers[i + 1]);
            if (gaps > 0) {
                notes.add(Message.of("analysis.note-null-values", fields.get(i), gaps));
            }
        }
        return new Output.Rows(table, notes);
    }

    /** Sets what share of a feature belongs to each class, outside, without geometry, and (always 1) the total. */
    private static void shareOut(
            ZoneCount count, int feature, int[] classOfZone, CountingRule rule, double[] shares, int outside) {
        java.util.Arrays.fill(shares, 0);
        shares[outside + 2] = 1;
        int[] met = count.zones(feature);
        if (met == null) {
            shares[outside + 1] = 1;
            return;
        }
        double inside = 0;
        for (int n = 0; n < met.length; n++) {
            int group = classOfZone[met[n]];
            double share = count.share(feature, n);
            shares[group] = rule.isShare() ? shares[group] + share : 1;
            inside += share;
        }
        // what rounding leaves of a feature that lies inside entirely is not outside
        double rest = 1 - inside;
        shares[outside] = rest > 1e-12 ? rest : 0;
    }

    private static int[] classes(LayerRows zones, String field, List<Object> classes) {
        int at = zones.attribute(field);
        Map<Object, Integer> numbers = new LinkedHashMap<>();
        int[] result = new int[zones.size()];
        for (int zone = 0; zone < result.length; zone++) {
            Object value = zones.value(zone, at);
            result[zone] = numbers.computeIfAbsent(value == null ? "" : value, key -> numbers.size());
        }
        classes.addAll(numbers.keySet());
        return result;
    }

    private static int gaps(double[] numbers) {
        int gaps = 0;
        for (double number : numbers) {
            gaps += Double.isNaN(number) ? 1 : 0;
        }
        return gaps;
    }

    private static Table table(List<Object> names, List<String> fields, ExactSum[][] sums, CountingRule rule) {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("class", Message.of("analysis.column-class"), "", 0));
        columns.add(new Table.Column("count", Message.of("analysis.column-count"), "", rule.isShare() ? 2 : 0));
        fields.forEach(field ->
                columns.add(new Table.Column("sum_" + field, Message.of("analysis.column-sum", field), "", 2)));
        List<List<Object>> rows = new ArrayList<>();
        for (int group = 0; group < names.size(); group++) {
            List<Object> row = new ArrayList<>();
            row.add(names.get(group));
            for (ExactSum sum : sums[group]) {
                row.add(ExactSum.number(sum.exact()));
            }
            rows.add(row);
        }
        return new Table("summarise-by-zone", Message.of("analysis.summarise-by-zone"), columns, rows);
    }
}
