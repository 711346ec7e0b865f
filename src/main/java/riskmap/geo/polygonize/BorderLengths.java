package riskmap.geo.polygonize;

/** How long the common border of each two zones is, in cell sides, counted side by side. */
final class BorderLengths {
    /** Smaller number × 2³² + larger number; 0 where the table is free, as no zone borders on itself. */
    private long[] pairs = new long[1 << 10];

    private int[] lengths = new int[pairs.length];
    private int count;

    /** Adds to the border of two different zones. */
    void add(int one, int other, int length) {
        add((long) Math.min(one, other) << 32 | Math.max(one, other), length);
    }

    /** Adds all that others counted. */
    void add(BorderLengths others) {
        for (int i = 0; i < others.pairs.length; i++) {
            if (others.pairs[i] != 0) {
                add(others.pairs[i], others.lengths[i]);
            }
        }
    }

    private void add(long pair, int length) {
        int slot = slot(pair);
        if (pairs[slot] == 0) {
            if (2 * ++count > pairs.length) {
                grow();
                slot = slot(pair);
            }
            pairs[slot] = pair;
        }
        lengths[slot] += length;
    }

    private int slot(long pair) {
        int mask = pairs.length - 1;
        int slot = (int) ((pair * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (pairs[slot] != 0 && pairs[slot] != pair) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] before = pairs;
        int[] lengthsBefore = lengths;
        pairs = new long[2 * before.length];
        lengths = new int[pairs.length];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                int slot = slot(before[i]);
                pairs[slot] = before[i];
                lengths[slot] = lengthsBefore[i];
            }
        }
    }

    /** The pairs, in no particular order; once in each direction, those of one direction first. */
    long[] bothWays() {
        long[] both = new long[2 * count];
        int at = 0;
        for (long pair : pairs) {
            if (pair != 0) {
                both[at] = pair;
                both[count + at++] = pair << 32 | pair >>> 32;
            }
        }
        return both;
    }

    /** The lengths in the order of {@link #bothWays}. */
    int[] lengthsBothWays() {
        int[] both = new int[2 * count];
        int at = 0;
        for (int i = 0; i < pairs.length; i++) {
            if (pairs[i] != 0) {
                both[at] = lengths[i];
                both[count + at++] = lengths[i];
            }
        }
        return both;
    }
}
