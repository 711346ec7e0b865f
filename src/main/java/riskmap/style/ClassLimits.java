package riskmap.style;

import java.util.Arrays;
import java.util.Locale;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.FisherJenks;

/**
 * Class breaks: the ascending limits between the classes of a graduated style. Class i holds the values in [limit i−1,
 * limit i); the first class has no lower end and the last no upper one, so that every value has its class.
 *
 * <p>Equal: classes of equal width between the least and the greatest value. Quantile: as many values in each class as
 * equal values allow, which always stay together. Jenks: the natural breaks of {@link FisherJenks}, exact for up to 3000
 * different values; more are gathered in 2048 bins of equal width first.
 */
public final class ClassLimits {
    /** More classes than this cannot be told apart on a map. */
    public static final int MOST_CLASSES = 12;

    private static final int EXACT = 3000;
    private static final int BINS = 2048;

    private ClassLimits() {}

    /** How limits are found. */
    public enum Method {
        EQUAL,
        QUANTILE,
        JENKS;

        /** The method of a name such as {@code jenks}. */
        public static Method of(String name) {
            return Arrays.stream(values())
                    .filter(each -> each.id().equals(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> RiskMapException.of("style.unknown-method", name));
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** At most {@code classes − 1} limits, strictly ascending; fewer when there are too few different values. */
    public static double[] of(Method method, double[] values, int classes) {
        if (classes < 1 || classes > MOST_CLASSES) {
            throw RiskMapException.of("style.class-count", classes, MOST_CLASSES);
        }
        double[] sorted = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(ClassLimits::unsigned)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new double[0];
        }
        double least = sorted[0];
        double greatest = sorted[sorted.length - 1];
        double[] limits =
                switch (method) {
                    case EQUAL -> equal(least, greatest, classes);
                    case QUANTILE -> quantiles(sorted, classes);
                    case JENKS -> natural(sorted, classes);
                };
        return Arrays.stream(limits)
                .filter(limit -> limit > least && limit <= greatest)
                .distinct()
                .toArray();
    }

    /** Limits that the user gives: checked to ascend. */
    public static double[] own(double[] limits) {
        for (int i = 0; i < limits.length; i++) {
            if (!Double.isFinite(limits[i]) || i > 0 && limits[i] <= limits[i - 1]) {
                throw RiskMapException.of("style.limits-not-ascending", i + 1, limits[i]);
            }
        }
        if (limits.length == 0 || limits.length >= MOST_CLASSES) {
            throw RiskMapException.of("style.class-count", limits.length + 1, MOST_CLASSES);
        }
        return Arrays.stream(limits).map(ClassLimits::unsigned).toArray();
    }

    /** How many of the values each class holds. */
    public static int[] counts(double[] limits, double[] values) {
        int[] counts = new int[limits.length + 1];
        for (double value : values) {
            if (Double.isFinite(value)) {
                int at = Arrays.binarySearch(limits, unsigned(value));
                counts[at >= 0 ? at + 1 : -at - 1]++;
            }
        }
        return counts;
    }

    /** Zero without a sign: Java's order puts −0 before 0, where a map puts both into one class. */
    private static double unsigned(double value) {
        return value + 0.0;
    }

    private static double[] equal(double least, double greatest, int classes) {
        double[] limits = new double[classes - 1];
        for (int i = 1; i < classes; i++) {
            limits[i - 1] = least + (greatest - least) * i / classes;
        }
        return limits;
    }

    private static double[] quantiles(double[] sorted, int classes) {
        double[] limits = new double[classes - 1];
        for (int i = 1; i < classes; i++) {
            limits[i - 1] =
                    sorted[(int) Math.min(sorted.length - 1L, Math.round((double) sorted.length * i / classes))];
        }
        return limits;
    }

    private static double[] natural(double[] sorted, int classes) {
        double[] different = new double[sorted.length];
        double[] weights = new double[sorted.length];
        int size = 0;
        for (double value : sorted) {
            if (size == 0 || value > different[size - 1]) {
                different[size++] = value;
            }
            weights[size - 1]++;
        }
        if (size > EXACT) {
            size = gather(different, weights, size);
        }
        int[] ends = FisherJenks.classEnds(Arrays.copyOf(different, size), Arrays.copyOf(weights, size), classes);
        double[] limits = new double[Math.max(0, ends.length - 1)];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = different[ends[i] + 1];
        }
        return limits;
    }

    /** Joins neighbours in one bin, in place: each bin is known by its least value. */
    private static int gather(double[] values, double[] weights, int size) {
        double least = values[0];
        double width = (values[size - 1] - least) / BINS;
        int used = 0;
        long bin = 0;
        for (int i = 1; i < size; i++) {
            long mine = Math.min(BINS - 1, (long) ((values[i] - least) / width));
            if (mine == bin) {
                weights[used] += weights[i];
            } else {
                bin = mine;
                values[++used] = values[i];
                weights[used] = weights[i];
            }
        }
        return used + 1;
    }
}
