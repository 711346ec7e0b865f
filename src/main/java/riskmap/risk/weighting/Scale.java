package riskmap.risk.weighting;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.GridGeometry;

/**
 * How a measure becomes a score:
 *
 * <ul>
 *   <li>{@code min-max}: (x − min)/(max − min), from 0 to 1; 0 where all are the same;
 *   <li>{@code z-score}: (x − mean)/standard deviation of the population; 0 where all are the same;
 *   <li>{@code rank}: share of the others that are less, half of those that are equal, from 0 to 1;
 *   <li>{@code classes b₁ b₂ …}: how many of the breaks it has reached, [a, b), as a share of them;
 *   <li>{@code codes name:score …}: the score of a text, 0 for one that is not named;
 *   <li>{@code raw}: the measure itself.
 * </ul>
 *
 * <p>{@code falling} turns it round: 1 − score (−score for {@code z-score} and {@code raw}), where less is worse.
 *
 * @param kind which of them
 * @param breaks of classes, ascending
 * @param codes of codes
 * @param falling whether less is worse
 */
public record Scale(Kind kind, double[] breaks, Map<String, Double> codes, boolean falling) {
    /** How a measure becomes a score. */
    public enum Kind {
        MIN_MAX,
        Z_SCORE,
        RANK,
        CLASSES,
        CODES,
        RAW;

        /** As it is written. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Scale parse(String text, String factor) {
        String[] words = text.isEmpty() ? new String[0] : text.split("\\s+");
        boolean falling = words.length > 0 && words[words.length - 1].equals("falling");
        int end = falling ? words.length - 1 : words.length;
        Kind kind = end == 0
                ? Kind.MIN_MAX
                : Kind.valueOf(words[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        double[] breaks = {};
        Map<String, Double> codes = new LinkedHashMap<>();
        if (kind == Kind.CLASSES) {
            breaks = Arrays.stream(words, 1, end)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            for (int i = 0; i < breaks.length; i++) {
                if (!Double.isFinite(breaks[i]) || i > 0 && breaks[i] <= breaks[i - 1]) {
                    throw RiskMapException.of("risk.factor-breaks", factor);
                }
            }
        } else if (kind == Kind.CODES) {
            for (int i = 1; i < end; i++) {
                int colon = words[i].lastIndexOf(':');
                if (colon < 1) {
                    throw RiskMapException.of("risk.factor-form", factor);
                }
                codes.put(words[i].substring(0, colon), Double.parseDouble(words[i].substring(colon + 1)));
            }
        }
        boolean complete = kind == Kind.CLASSES ? breaks.length > 0 : kind == Kind.CODES ? !codes.isEmpty() : end <= 1;
        if (!complete) {
            throw RiskMapException.of("risk.factor-form", factor);
        }
        return new Scale(kind, breaks, codes, falling);
    }

    /** As it is written. */
    public String text() {
        StringBuilder text = new StringBuilder(kind.key());
        Arrays.stream(breaks).forEach(each -> text.append(' ').append(number(each)));
        codes.forEach((code, score) -> text.append(' ').append(code).append(':').append(number(score)));
        return text.append(falling ? " falling" : "").toString();
    }

    /** The scores of measures; NaN for NaN. */
    public double[] scores(double[] measures) {
        double[] scores = new double[measures.length];
        Summary summary = Summary.of(measures);
        double[] sorted = kind == Kind.RANK ? known(measures) : null;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = sorted == null ? score(measures[i], summary) : turned(rank(sorted, measures[i]));
        }
        return scores;
    }

    /** What the scores of these measures refer to. */
    public Summary summary(double[] measures) {
        return Summary.of(measures);
    }

    /**
     * The scores of cells, in place; {@code active} says which of them count for least, greatest, mean and rank.
     *
     * @return what the scores refer to; nothing but zeros for scales that refer to nothing
     */
    public Summary scoreCells(float[] cells, IntPredicate active, GridGeometry lattice) {
        double[] sorted = null;
        Summary summary = Summary.NONE;
        if (kind == Kind.RANK) {
            double[] known = new double[cells.length];
            int count = 0;
            for (int i = 0; i < cells.length; i++) {
                if (active.test(i) && !Float.isNaN(cells[i])) {
                    known[count++] = cells[i];
                }
            }
            sorted = Arrays.copyOf(known, count);
            Arrays.parallelSort(sorted);
        } else if (kind == Kind.MIN_MAX || kind == Kind.Z_SCORE) {
            summary = Summary.ofCells(cells, active);
        }
        double[] ranks = sorted;
        Summary found = summary;
        int width = lattice.width();
        lattice.bandsOfRows(Progress.silent(), (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                cells[i] = (float) (ranks == null ? score(cells[i], found) : turned(rank(ranks, cells[i])));
            }
        });
        return found;
    }

    /** Score of a text by the codes. */
    public double code(String text) {
        return turned(text == null ? 0 : codes.getOrDefault(text, 0.0));
    }

    private double score(double measure, Summary all) {
        return turned(
                switch (kind) {
                    case MIN_MAX ->
                        Double.isNaN(measure)
                                ? Double.NaN
                                : all.greatest() > all.least()
                                        ? Math.max(
                                                0,
                                                Math.min(1, (measure - all.least()) / (all.greatest() - all.least())))
                                        : 0;
                    case Z_SCORE ->
                        Double.isNaN(measure)
                                ? Double.NaN
                                : all.deviation() > 0 ? (measure - all.mean()) / all.deviation() : 0;
                    case CLASSES -> Double.isNaN(measure) ? Double.NaN : (double) reached(measure) / breaks.length;
                    default -> measure;
                });
    }

    private int reached(double measure) {
        int reached = 0;
        for (double limit : breaks) {
            reached += measure >= limit ? 1 : 0;
        }
        return reached;
    }

    private double turned(double score) {
        if (!falling) {
            return score;
        }
        return kind == Kind.Z_SCORE || kind == Kind.RAW ? -score : 1 - score;
    }

    private static double rank(double[] sorted, double measure) {
        if (Double.isNaN(measure)) {
            return Double.NaN;
        }
        int less = first(sorted, measure, false);
        int equal = first(sorted, measure, true) - less;
        return sorted.length < 2 ? 0 : (less + Math.max(0, equal - 1) / 2.0) / (sorted.length - 1);
    }

    /** How many are less than (or, {@code equal}, not above) a value. */
    private static int first(double[] sorted, double value, boolean equal) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || equal && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double[] known(double[] measures) {
        return Arrays.stream(measures)
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Least, greatest, mean and standard deviation, added up in the order of the rows. */
    public record Summary(double least, double greatest, double mean, double deviation) {
        static final Summary NONE = new Summary(0, 0, 0, 0);

        static Summary of(double[] values) {
            return of(values.length, i -> values[i], i -> true);
        }

        static Summary ofCells(float[] cells, IntPredicate active) {
            return of(cells.length, i -> cells[i], active);
        }

        private static Summary of(int size, IntToDoubleFunction values, IntPredicate active) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            double sum = 0;
            long count = 0;
            for (int i = 0; i < size; i++) {
                double value = values.applyAsDouble(i);
                if (!Double.isNaN(value) && active.test(i)) {
                    least = Math.min(least, value);
                    greatest = Math.max(greatest, value);
                    sum += value;
                    count++;
                }
            }
            double mean = sum / count;
            double squares = 0;
            for (int i = 0; i < size; i++) {
                double value = values.applyAsDouble(i);
                if (!Double.isNaN(value) && active.test(i)) {
                    squares += (value - mean) * (value - mean);
                }
            }
            return count == 0 ? NONE : new Summary(least, greatest, mean, Math.sqrt(squares / count));
        }
    }
}
