package riskmap.geo.overlay;

import java.util.Arrays;

/**
 * Which of many edges have extents that meet: by a sweep from left to right within horizontal strips.
 *
 * <p>Edges are given by their ends, four numbers each: x and y of the start, x and y of the end.
 */
final class EdgeSweep {
    /** Fewer edges than this lie in one strip. */
    private static final int LEAST = 128;

    /** Told about a pair of edges; false ends the sweep. */
    @FunctionalInterface
    interface Pair {
        boolean visit(int first, int second);
    }

    private final double[] ends;
    private final int count;
    private final int strips;
    private double bottom = Double.POSITIVE_INFINITY;
    private final double stripsPerUnit;

    /** Extents of the edges of one strip, in the order of the sweep. */
    private double[] left = {};

    private double[] right = {};
    private double[] low = {};
    private double[] high = {};

    EdgeSweep(double[] ends, int count) {
        this.ends = ends;
        this.count = count;
        strips = count < LEAST ? 1 : (int) Math.sqrt(count);
        double top = Double.NEGATIVE_INFINITY;
        for (int edge = 0; edge < count; edge++) {
            bottom = Math.min(bottom, low(edge));
            top = Math.max(top, high(edge));
        }
        stripsPerUnit = top > bottom ? strips / (top - bottom) : 0;
    }

    /** Names all pairs whose extents meet, each once, the lower number first; false when the visitor ended it. */
    boolean pairs(Pair visitor) {
        int[] start = new int[strips + 1];
        for (int edge = 0; edge < count; edge++) {
            for (int strip = strip(low(edge)), last = strip(high(edge)); strip <= last; strip++) {
                start[strip + 1]++;
            }
        }
        for (int strip = 0; strip < strips; strip++) {
            start[strip + 1] += start[strip];
        }
        long[] order = new long[start[strips]];
        int[] next = start.clone();
        for (int edge = 0; edge < count; edge++) {
            long key = (long) sortable(Math.min(ends[4 * edge], ends[4 * edge + 2])) << 32 | edge;
            for (int strip = strip(low(edge)), last = strip(high(edge)); strip <= last; strip++) {
                order[next[strip]++] = key;
            }
        }
        for (int strip = 0; strip < strips; strip++) {
            Arrays.sort(order, start[strip], start[strip + 1]);
            if (!sweep(order, start[strip], start[strip + 1], strip, visitor)) {
                return false;
            }
        }
        return true;
    }

    private boolean sweep(long[] order, int from, int to, int strip, Pair visitor) {
        lineUp(order, from, to);
        for (int i = from; i < to; i++) {
            int one = (int) order[i];
            double end = right[i - from];
            double bottomOfOne = low[i - from];
            double topOfOne = high[i - from];
            int last = sortable(end);
            for (int k = i + 1; k < to && (int) (order[k] >> 32) <= last; k++) {
                double bottomOfOther = low[k - from];
                boolean meet = bottomOfOther <= topOfOne && bottomOfOne <= high[k - from] && left[k - from] <= end;
                // those that meet in several strips are named in the lowest
                if (meet && strip(Math.max(bottomOfOne, bottomOfOther)) == strip) {
                    int other = (int) order[k];
                    if (!visitor.visit(Math.min(one, other), Math.max(one, other))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void lineUp(long[] order, int from, int to) {
        if (left.length < to - from) {
            int room = Math.max(to - from, 2 * left.length);
            left = new double[room];
            right = new double[room];
            low = new double[room];
            high = new double[room];
        }
        for (int i = from; i < to; i++) {
            int edge = (int) order[i];
            left[i - from] = Math.min(ends[4 * edge], ends[4 * edge + 2]);
            right[i - from] = Math.max(ends[4 * edge], ends[4 * edge + 2]);
            low[i - from] = low(edge);
            high[i - from] = high(edge);
        }
    }

    private double low(int edge) {
        return Math.min(ends[4 * edge + 1], ends[4 * edge + 3]);
    }

    private double high(int edge) {
        return Math.max(ends[4 * edge + 1], ends[4 * edge + 3]);
    }

    private int strip(double y) {
        return strips == 1 ? 0 : Math.min(strips - 1, (int) ((y - bottom) * stripsPerUnit));
    }

    /** Orders as the number does, as far as a float tells it; 0 and −0 are the same. */
    private static int sortable(double number) {
        int bits = Float.floatToIntBits((float) number + 0f);
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }
}
