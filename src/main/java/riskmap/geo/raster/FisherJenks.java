package riskmap.geo.raster;

import java.util.Arrays;

/**
 * The Fisher–Jenks natural breaks: the division of sorted values into k classes with the least sum of squared deviations
 * from the class means. Exact (dynamic programming over all divisions).
 *
 * <p><b>Source:</b> W. D. Fisher, “On Grouping for Maximum Homogeneity”, JASA 53 (1958); G. F. Jenks (1977).
 *
 * <p>Example: 1 2 3 10 11 12 25 26 27 50 in 4 classes end at 3, 12, 27 and 50.
 */
public final class FisherJenks {
    private FisherJenks() {}

    /** The greatest value of each class, ascending; fewer than k when there are fewer different values. */
    public static double[] upperLimits(double[] values, int k) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] ones = new double[sorted.length];
        Arrays.fill(ones, 1);
        int[] ends = classEnds(sorted, ones, k);
        return Arrays.stream(ends).mapToDouble(end -> sorted[end]).toArray();
    }

    /**
     * The last index of each class.
     *
     * @param values ascending
     * @param weights how often each value occurs
     */
    public static int[] classEnds(double[] values, double[] weights, int k) {
        int n = values.length;
        int different = n == 0 ? 0 : 1;
        for (int i = 1; i < n; i++) {
            different += values[i] > values[i - 1] ? 1 : 0;
        }
        int classes = Math.min(k, different);
        if (classes == 0) {
            return new int[0];
        }
        double[] w = new double[n + 1];
        double[] wx = new double[n + 1];
        double[] wxx = new double[n + 1];
        double origin = values[n / 2];
        for (int i = 0; i < n; i++) {
            double x = values[i] - origin;
            w[i + 1] = w[i] + weights[i];
            wx[i + 1] = wx[i] + weights[i] * x;
            wxx[i + 1] = wxx[i] + weights[i] * x * x;
        }
        double[] best = new double[n + 1];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        best[0] = 0;
        int[][] start = new int[classes + 1][n + 1];
        for (int c = 1; c <= classes; c++) {
            double[] next = new double[n + 1];
            Arrays.fill(next, Double.POSITIVE_INFINITY);
            for (int end = c; end <= n; end++) {
                for (int from = c - 1; from < end; from++) {
                    double cost = best[from] + deviation(w, wx, wxx, from, end);
                    if (cost < next[end]) {
                        next[end] = cost;
                        start[c][end] = from;
                    }
                }
            }
            best = next;
        }
        int[] ends = new int[classes];
        int end = n;
        for (int c = classes; c >= 1; c--) {
            ends[c - 1] = end - 1;
            end = start[c][end];
        }
        return ends;
    }

    private static double deviation(double[] w, double[] wx, double[] wxx, int from, int to) {
        double weight = w[to] - w[from];
        if (weight == 0) {
            return 0;
        }
        double sum = wx[to] - wx[from];
        return Math.max(0, wxx[to] - wxx[from] - sum * sum / weight);
    }
}
