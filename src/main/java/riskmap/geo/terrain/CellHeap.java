package riskmap.geo.terrain;

import java.util.Arrays;

/**
 * Cells waiting by height, the lowest first, for a front that only rises: nothing lower than what was taken out last may
 * be put in. A radix heap: cells lie in buckets by the highest bit in which their height differs from the last one taken,
 * and move to a smaller bucket a few times at most, in runs that the cache likes. Not safe for several threads.
 *
 * <p><b>Source:</b> R. Ahuja, K. Mehlhorn, J. Orlin, R. Tarjan, J. ACM 37 (1990) 213–223.
 */
final class CellHeap {
    private static final int BUCKETS = 33;

    private final long[][] buckets = new long[BUCKETS][64];
    private final int[] sizes = new int[BUCKETS];
    private int size;
    private int last;

    boolean isEmpty() {
        return size == 0;
    }

    void push(float height, int cell) {
        put((long) rank(height) << 32 | cell);
        size++;
    }

    /** Takes the lowest cell out; of equally high ones, one that depends on nothing but what was put in. */
    int pop() {
        if (sizes[0] == 0) {
            refill();
        }
        size--;
        return (int) buckets[0][--sizes[0]];
    }

    private void put(long item) {
        int bucket = 32 - Integer.numberOfLeadingZeros((int) (item >>> 32) ^ last);
        long[] items = buckets[bucket];
        if (sizes[bucket] == items.length) {
            items = Arrays.copyOf(items, 2 * items.length);
            buckets[bucket] = items;
        }
        items[sizes[bucket]++] = item;
    }

    /** Shares out the lowest bucket that holds anything; its lowest heights come into the first. */
    private void refill() {
        int bucket = 1;
        while (sizes[bucket] == 0) {
            bucket++;
        }
        long[] items = buckets[bucket];
        int count = sizes[bucket];
        long least = items[0];
        for (int i = 1; i < count; i++) {
            least = Long.compareUnsigned(items[i], least) < 0 ? items[i] : least;
        }
        last = (int) (least >>> 32);
        sizes[bucket] = 0;
        for (int i = 0; i < count; i++) {
            put(items[i]);
        }
    }

    /** A whole number, compared without its sign, in the order of the heights. */
    private static int rank(float height) {
        int bits = Float.floatToRawIntBits(height + 0f);
        return bits ^ (bits >> 31 | Integer.MIN_VALUE);
    }
}
