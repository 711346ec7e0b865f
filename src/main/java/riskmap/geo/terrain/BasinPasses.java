package riskmap.geo.terrain;

import java.util.Arrays;

/** The lowest way over from one basin to another, for each pair of basins side by side. Not safe for several threads. */
final class BasinPasses {
    /** Takes a pair of basins. */
    @FunctionalInterface
    interface Taker {
        void take(int one, int other, float height);
    }

    private static final long FREE = -1;
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private long[] pairs = filled(1 << 10);
    private float[] heights = new float[1 << 10];
    private int size;
    /** Where the last pair lies: the next is most often the same. */
    private int last;

    private static long[] filled(int length) {
        long[] pairs = new long[length];
        Arrays.fill(pairs, FREE);
        return pairs;
    }

    /** A way between two basins, the smaller number first. */
    void add(int one, int other, float height) {
        long pair = (long) one << 32 | other;
        int at = pairs[last] == pair ? last : place(pair);
        last = at;
        if (pairs[at] == FREE) {
            pairs[at] = pair;
            heights[at] = height;
            if (2 * ++size > pairs.length) {
                grow();
            }
        } else if (height < heights[at]) {
            heights[at] = height;
        }
    }

    private int place(long pair) {
        int at = (int) (pair * SCATTER >>> 32) & pairs.length - 1;
        while (pairs[at] != pair && pairs[at] != FREE) {
            at = at + 1 & pairs.length - 1;
        }
        return at;
    }

    private void grow() {
        long[] before = pairs;
        float[] were = heights;
        pairs = filled(2 * before.length);
        heights = new float[pairs.length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != FREE) {
                int at = place(before[i]);
                pairs[at] = before[i];
                heights[at] = were[i];
            }
        }
    }

    int size() {
        return size;
    }

    /** Hands over every pair. */
    void each(Taker taker) {
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] != FREE) {
                taker.take((int) (pairs[i] >>> 32), (int) pairs[i], heights[i]);
            }
        }
    }
}
