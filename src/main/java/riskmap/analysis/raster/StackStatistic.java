package riskmap.analysis.raster;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is said of the values that several rasters have at one place, which are sorted; NaN where there is none to say.
 * Variance and deviation are those of the values themselves (divided by their number).
 */
enum StackStatistic {
    SUM,
    COUNT,
    MEAN,
    MEDIAN,
    STDDEV,
    VARIANCE,
    MIN,
    MAX,
    MINORITY,
    MAJORITY,
    RANGE,
    VARIETY;

    /** As on the command line. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> keys() {
        return Stream.of(values()).map(StackStatistic::key).toList();
    }

    /** What it is of at least one value. */
    double of(double[] sorted) {
        int n = sorted.length;
        return switch (this) {
            case SUM -> sum(sorted);
            case COUNT -> n;
            case MEAN -> sum(sorted) / n;
            case MEDIAN -> n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
            case STDDEV -> Math.sqrt(variance(sorted));
            case VARIANCE -> variance(sorted);
            case MIN -> sorted[0];
            case MAX -> sorted[n - 1];
            case RANGE -> sorted[n - 1] - sorted[0];
            case VARIETY -> Arrays.stream(sorted).distinct().count();
            case MINORITY -> frequent(sorted, false);
            case MAJORITY -> frequent(sorted, true);
        };
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double variance(double[] values) {
        double mean = sum(values) / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return squares / values.length;
    }

    /** The value there is most or least often; NaN where several are as often. */
    private static double frequent(double[] sorted, boolean most) {
        double found = Double.NaN;
        int times = 0;
        boolean shared = false;
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            int here = to - from;
            if (times == 0 || (most ? here > times : here < times)) {
                found = sorted[from];
                times = here;
                shared = false;
            } else {
                shared |= here == times;
            }
            from = to;
        }
        return shared ? Double.NaN : found;
    }

    /**
     * The value below which a share of the values lies.
     *
     * @param share from 0 to 1
     * @param manner {@code nearest} for one of the values by its rank, {@code inclusive} or {@code exclusive} for one
     *     between two, where the least and the greatest stand for 0 and 1 or for 1 ÷ (n + 1) and n ÷ (n + 1)
     */
    static double percentile(double[] sorted, double share, String manner) {
        int n = sorted.length;
        if (manner.equals("nearest")) {
            return sorted[Math.max(0, (int) Math.ceil(n * share) - 1)];
        }
        boolean inclusive = manner.equals("inclusive");
        double at = inclusive ? share * (n - 1) : share * (n + 1) - 1;
        if (at < 0 || at > n - 1) {
            return Double.NaN;
        }
        int below = (int) Math.floor(at);
        return below + 1 < n ? sorted[below] + (sorted[below + 1] - sorted[below]) * (at - below) : sorted[below];
    }

    /**
     * How far up among the values another is: the inverse of {@link #percentile}.
     *
     * @return from 0 to 1; NaN where it is less than the least or greater than the greatest
     */
    static double rank(double[] sorted, double value, String manner) {
        int n = sorted.length;
        for (int i = 0; i + 1 < n; i++) {
            if (value >= sorted[i] && value <= sorted[i + 1]) {
                double step = sorted[i + 1] - sorted[i];
                double at = i + (step == 0 ? 0 : (value - sorted[i]) / step);
                return manner.equals("exclusive") ? (at + 1) / (n + 1) : at / (n - 1);
            }
        }
        return Double.NaN;
    }
}
