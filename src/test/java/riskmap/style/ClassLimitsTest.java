package riskmap.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Class breaks against what their definitions say, counted in another way. */
class ClassLimitsTest {
    private final Random random = new Random(20261201);

    /** Values with ties, gaps and zeros, and some that are none. */
    private double[] values(int size, int different) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            int pick = random.nextInt(different);
            values[i] = pick % 7 == 0 ? 0 : pick % 3 == 0 ? pick * pick : -pick / 4.0;
            values[i] = random.nextInt(20) == 0 ? Double.NaN : values[i];
        }
        return values;
    }

    @Test
    void everyFiniteValueIsInTheClassWhoseLimitsHoldIt() {
        for (int round = 0; round < 60; round++) {
            double[] values = values(1 + random.nextInt(400), 1 + random.nextInt(60));
            for (ClassLimits.Method method : ClassLimits.Method.values()) {
                double[] limits = ClassLimits.of(method, values, 1 + random.nextInt(ClassLimits.MOST_CLASSES));
                int[] expected = new int[limits.length + 1];
                for (double value : values) {
                    if (Double.isFinite(value)) {
                        expected[
                                (int) Arrays.stream(limits)
                                        .filter(limit -> value >= limit)
                                        .count()]++;
                    }
                }
                assertThat(ClassLimits.counts(limits, values)).isEqualTo(expected);
                assertThat(expected[0]).as("no class is empty at an end").isPositive();
                assertThat(expected[limits.length]).isPositive();
            }
        }
    }

    @Test
    void naturalBreaksAreThoseOfTheLeastSumOfSquares() {
        for (int round = 0; round < 40; round++) {
            double[] values = Arrays.stream(values(8 + random.nextInt(30), 3 + random.nextInt(20)))
                    .filter(Double::isFinite)
                    .sorted()
                    .toArray();
            int classes = 2 + random.nextInt(3);
            double[] limits = ClassLimits.of(ClassLimits.Method.JENKS, values, classes);
            assertThat(squares(values, limits))
                    .isCloseTo(least(values, 0, classes), org.assertj.core.data.Offset.offset(1e-6));
        }
    }

    private static double squares(double[] sorted, double[] limits) {
        double sum = 0;
        int from = 0;
        for (int count : ClassLimits.counts(limits, sorted)) {
            sum += squares(sorted, from, from + count);
            from += count;
        }
        return sum;
    }

    private static double squares(double[] sorted, int from, int to) {
        double mean = Arrays.stream(sorted, from, to).average().orElse(0);
        return Arrays.stream(sorted, from, to)
                .map(value -> (value - mean) * (value - mean))
                .sum();
    }

    /** All ways to cut, one after the other. */
    private static double least(double[] sorted, int from, int classes) {
        if (classes == 1) {
            return squares(sorted, from, sorted.length);
        }
        double least = squares(sorted, from, sorted.length);
        for (int cut = from + 1; cut < sorted.length; cut++) {
            least = Math.min(least, squares(sorted, from, cut) + least(sorted, cut, classes - 1));
        }
        return least;
    }

    @Test
    void aZeroBelowZeroIsAZero() {
        double[] values = {-2, -0.0, 0.0, -0.0, 3};
        assertThat(ClassLimits.counts(new double[] {0}, values)).containsExactly(1, 4);
        assertThat(ClassLimits.counts(ClassLimits.own(new double[] {-0.0}), values))
                .containsExactly(1, 4);
        assertThat(ClassLimits.of(ClassLimits.Method.QUANTILE, values, 5)).containsExactly(0, 3);
    }
}
