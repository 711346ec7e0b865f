package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/**
 * Statistics of the values of a field in some rows, with the names and meanings of QGIS.
 *
 * <p>Of numbers, {@code count} is the number of values, {@code empty} that of the rows without one; the standard deviation
 * is that of the population, the quartiles are the medians of the halves (the middle value of an odd number belongs to
 * both). Of texts and dates, {@code count} is the number of rows, {@code empty} and {@code filled} add up to it; an empty
 * value is one of the different ones and has the length 0, but is neither the least nor the greatest.
 */
public final class FieldSummary {
    private static final List<String> OF_NUMBERS = List.of(
            "count",
            "unique",
            "empty",
            "min",
            "max",
            "range",
            "sum",
            "mean",
            "median",
            "stddev",
            "minority",
            "majority",
            "q1",
            "q3",
            "iqr");
    private static final Set<String> USUAL = Set.of("count", "empty", "min", "max", "sum", "mean", "median", "stddev");
    private static final List<String> OF_DATES = List.of("count", "unique", "empty", "filled", "min", "max");
    private static final List<String> OF_TEXTS =
            List.of("count", "unique", "empty", "filled", "min", "max", "min_length", "max_length", "mean_length");
    private static final Set<String> COUNTS = Set.of("count", "unique", "empty", "filled", "min_length", "max_length");

    private final Class<?> type;
    /** By row, NaN for none; null where the values are no numbers. */
    private final double[] numbers;
    /** By row, null for none. */
    private final Object[] values;

    private final List<String> columns;

    private FieldSummary(Class<?> type, double[] numbers, Object[] values, List<String> columns) {
        this.type = type;
        this.numbers = numbers;
        this.values = values;
        this.columns = columns;
    }

    /** All statistics of a field, or of numbers only the usual ones. */
    public static FieldSummary of(LayerRows rows, String field, boolean more) {
        int at = rows.attribute(field);
        Class<?> type = rows.type().getDescriptor(at).getType().getBinding();
        double[] numbers = rows.numbers(field);
        if (Number.class.isAssignableFrom(type) || Arrays.stream(numbers).anyMatch(Double::isFinite)) {
            List<String> columns = OF_NUMBERS.stream()
                    .filter(column -> more || USUAL.contains(column))
                    .toList();
            return new FieldSummary(Double.class, numbers, null, columns);
        }
        return ofOthers(type, IntStream.range(0, rows.size()).mapToObj(row -> rows.value(row, at)));
    }

    /** All statistics of values, null for none: of numbers where there is nothing else. */
    public static FieldSummary of(Object[] values) {
        Class<?> type = null;
        boolean numbers = true;
        for (Object value : values) {
            if (value != null) {
                numbers &= value instanceof Number;
                type = type == null || type == value.getClass() ? value.getClass() : String.class;
            }
        }
        if (!numbers) {
            return ofOthers(type, Arrays.stream(values));
        }
        double[] all = Arrays.stream(values)
                .mapToDouble(value -> value == null ? Double.NaN : ((Number) value).doubleValue())
                .toArray();
        return new FieldSummary(Double.class, all, null, OF_NUMBERS);
    }

    private static FieldSummary ofOthers(Class<?> type, Stream<Object> all) {
        boolean ordered = Comparable.class.isAssignableFrom(type) && type != String.class && type != Boolean.class;
        Object[] values = all.map(value -> ordered || value == null ? value : value.toString())
                .map(value -> "".equals(value) ? null : value)
                .toArray();
        return new FieldSummary(ordered ? type : String.class, null, values, ordered ? OF_DATES : OF_TEXTS);
    }

    /** The statistics that any field can have, by the names of their columns. */
    public static Set<String> names() {
        Set<String> all = new HashSet<>(OF_NUMBERS);
        all.addAll(OF_TEXTS);
        return all;
    }

    /** Only those that are asked for, where any are; those that such a field has none of are left out. */
    public FieldSummary only(List<String> wanted) {
        for (String name : wanted) {
            if (!names().contains(name)) {
                throw RiskMapException.of(
                        "analysis.statistic-unknown",
                        name,
                        NameList.of(names().stream().sorted().toList()));
            }
        }
        List<String> left = columns.stream()
                .filter(column -> wanted.isEmpty() || wanted.contains(column))
                .toList();
        return new FieldSummary(type, numbers, values, left);
    }

    /** The names of the statistics, in the order of {@link #of(int[])}. */
    public List<String> columns() {
        return columns;
    }

    /** Of which class the values of a column are. */
    public Class<?> binding(String column) {
        boolean itself = column.equals("min") || column.equals("max");
        return COUNTS.contains(column) ? Long.class : itself ? type : Double.class;
    }

    int decimals(String column) {
        return COUNTS.contains(column) ? 0 : 3;
    }

    /** The statistics of these rows; null where there is nothing to say. */
    public List<Object> of(int[] rows) {
        List<String> names = numbers != null ? OF_NUMBERS : OF_TEXTS;
        List<Object> all = numbers != null ? ofNumbers(rows) : ofValues(rows);
        List<Object> result = new ArrayList<>();
        columns.forEach(column -> result.add(all.get(names.indexOf(column))));
        return result;
    }

    /** The statistics of all rows there are. */
    public List<Object> all() {
        return of(IntStream.range(0, numbers != null ? numbers.length : values.length)
                .toArray());
    }

    private List<Object> ofNumbers(int[] rows) {
        double[] known = Arrays.stream(rows)
                .mapToDouble(row -> numbers[row])
                .filter(Double::isFinite)
                .map(number -> number + 0.0)
                .sorted()
                .toArray();
        ExactSum sum = new ExactSum();
        Arrays.stream(known).forEach(sum::add);
        Object[] result = new Object[OF_NUMBERS.size()];
        set(result, "count", (long) known.length);
        set(result, "unique", Arrays.stream(known).distinct().count());
        set(result, "empty", (long) (rows.length - known.length));
        set(result, "sum", sum.value());
        if (known.length > 0) {
            double mean = sum.value() / known.length;
            double squares = 0;
            for (double number : known) {
                squares += (number - mean) * (number - mean);
            }
            int half = (known.length + 1) / 2;
            double first = median(known, 0, half);
            double third = median(known, known.length - half, known.length);
            double least = known[0];
            double greatest = known[known.length - 1];
            set(result, "min", least);
            set(result, "max", greatest);
            set(result, "range", greatest - least);
            set(result, "mean", mean);
            set(result, "median", median(known, 0, known.length));
            set(result, "stddev", Math.sqrt(squares / known.length));
            set(result, "q1", first);
            set(result, "q3", third);
            set(result, "iqr", third - first);
            frequencies(known, result);
        }
        return Arrays.asList(result);
    }

    private static void set(Object[] result, String column, Object value) {
        result[OF_NUMBERS.indexOf(column)] = value;
    }

    /** The rarest and the commonest value; the least of several. */
    private static void frequencies(double[] known, Object[] result) {
        int fewest = Integer.MAX_VALUE;
        int most = 0;
        for (int from = 0, to; from < known.length; from = to) {
            to = from;
            while (to < known.length && known[to] == known[from]) {
                to++;
            }
            if (to - from < fewest) {
                fewest = to - from;
                set(result, "minority", known[from]);
            }
            if (to - from > most) {
                most = to - from;
                set(result, "majority", known[from]);
            }
        }
    }

    private static double median(double[] sorted, int from, int to) {
        int middle = (from + to) / 2;
        return (to - from) % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @SuppressWarnings("unchecked")
    private List<Object> ofValues(int[] rows) {
        List<Comparable<Object>> known = new ArrayList<>();
        for (int row : rows) {
            if (values[row] != null) {
                known.add((Comparable<Object>) values[row]);
            }
        }
        Collections.sort(known);
        long empty = rows.length - known.size();
        long unique = known.stream().distinct().count() + (empty > 0 ? 1 : 0);
        List<Object> result = new ArrayList<>(List.of((long) rows.length, unique, empty, (long) known.size()));
        result.add(known.isEmpty() ? null : known.get(0));
        result.add(known.isEmpty() ? null : known.get(known.size() - 1));
        if (type == String.class) {
            ToIntFunction<Object> length =
                    text -> text.toString().codePointCount(0, text.toString().length());
            int[] lengths = IntStream.concat(
                            known.stream().mapToInt(length),
                            IntStream.generate(() -> 0).limit(empty))
                    .sorted()
                    .toArray();
            boolean none = lengths.length == 0;
            result.add(none ? null : (Object) (long) lengths[0]);
            result.add(none ? null : (Object) (long) lengths[lengths.length - 1]);
            result.add(none ? null : (Object) Arrays.stream(lengths).average().orElse(0));
        }
        return result;
    }
}
