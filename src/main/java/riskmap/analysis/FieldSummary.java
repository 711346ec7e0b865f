package riskmap.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Statistics of the values of a field in some rows: of numbers, or of texts where none of them is a number. */
public final class FieldSummary {
    private static final List<String> USUAL =
            List.of("sum", "mean", "minimum", "maximum", "median", "standard-deviation");
    private static final List<String> MORE =
            List.of("range", "variety", "minority", "majority", "first-quartile", "third-quartile", "quartile-range");
    private static final List<String> OF_TEXTS =
            List.of("variety", "minimum", "maximum", "shortest", "longest", "mean-length");

    private final double[] numbers;
    private final String[] texts;
    private final boolean more;

    private FieldSummary(double[] numbers, String[] texts, boolean more) {
        this.numbers = numbers;
        this.texts = texts;
        this.more = more;
    }

    /** The summary of a field with these values by row, as numbers (NaN for none) and as texts (null for none). */
    public static FieldSummary of(double[] numbers, Supplier<String[]> textsOfAll, boolean more) {
        if (Arrays.stream(numbers).anyMatch(Double::isFinite)) {
            return new FieldSummary(numbers, null, more);
        }
        String[] texts = textsOfAll.get();
        boolean anyText = Arrays.stream(texts).anyMatch(text -> text != null && !text.isEmpty());
        return new FieldSummary(numbers, anyText ? texts : null, more);
    }

    /** What follows the counts of rows and of empty values. */
    public List<String> columns() {
        if (texts != null) {
            return OF_TEXTS;
        }
        List<String> all = new ArrayList<>(USUAL);
        all.addAll(more ? MORE : List.of());
        return all;
    }

    /** Of which class the values of a column are. */
    public Class<?> binding(String column) {
        if (decimals(column) == 0) {
            return Long.class;
        }
        return texts != null && !column.equals("mean-length") ? String.class : Double.class;
    }

    int decimals(String column) {
        return switch (column) {
            case "variety", "shortest", "longest" -> 0;
            default -> 3;
        };
    }

    /** Count, empty values and {@link #columns()} of these rows. */
    public List<Object> of(int[] rows) {
        return texts == null ? ofNumbers(rows) : ofTexts(rows);
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
        List<Object> result = new ArrayList<>();
        result.add((long) rows.length);
        result.add((long) (rows.length - known.length));
        result.add(sum.value());
        if (known.length == 0) {
            result.addAll(Collections.nCopies(columns().size() - 1, null));
            return result;
        }
        double mean = sum.value() / known.length;
        double squares = 0;
        for (double number : known) {
            squares += (number - mean) * (number - mean);
        }
        result.add(mean);
        result.add(known[0]);
        result.add(known[known.length - 1]);
        result.add(median(known, 0, known.length));
        result.add(Math.sqrt(squares / known.length));
        if (more) {
            more(known, result);
        }
        return result;
    }

    /** Quartiles are the medians of the halves; the middle value of an odd number belongs to both. */
    private static void more(double[] known, List<Object> result) {
        long variety = 0;
        double rarest = known[0];
        double commonest = known[0];
        int fewest = Integer.MAX_VALUE;
        int most = 0;
        for (int from = 0, to; from < known.length; from = to) {
            to = from;
            while (to < known.length && known[to] == known[from]) {
                to++;
            }
            variety++;
            if (to - from < fewest) {
                fewest = to - from;
                rarest = known[from];
            }
            if (to - from > most) {
                most = to - from;
                commonest = known[from];
            }
        }
        int half = (known.length + 1) / 2;
        double first = median(known, 0, half);
        double third = median(known, known.length - half, known.length);
        result.addAll(
                List.of(known[known.length - 1] - known[0], variety, rarest, commonest, first, third, third - first));
    }

    private static double median(double[] sorted, int from, int to) {
        int middle = (from + to) / 2;
        return (to - from) % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private List<Object> ofTexts(int[] rows) {
        List<String> known = Arrays.stream(rows)
                .mapToObj(row -> texts[row])
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .sorted()
                .toList();
        List<Object> result = new ArrayList<>();
        result.add((long) rows.length);
        result.add((long) (rows.length - known.size()));
        result.add(known.stream().distinct().count());
        if (known.isEmpty()) {
            result.addAll(Collections.nCopies(OF_TEXTS.size() - 1, null));
            return result;
        }
        int[] lengths = known.stream()
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .sorted()
                .toArray();
        result.add(known.get(0));
        result.add(known.get(known.size() - 1));
        result.add((long) lengths[0]);
        result.add((long) lengths[lengths.length - 1]);
        result.add(Arrays.stream(lengths).average().orElse(0));
        return result;
    }
}
