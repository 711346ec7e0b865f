package riskmap.render;

/**
 * Which sides of rings were drawn lately, so that one that two parcels share is drawn once. Remembers some thousands: a side
 * that was forgotten is drawn again, to the same pixels. A side is known by its two ends as they are drawn, so that what was
 * generalised otherwise in one of the parcels is another side.
 */
final class DrawnSides {
    /** A row of parcels across a picture has some five thousand sides. */
    private static final int SLOTS = 1 << 13;
    /** After so many sides it is clear whether any are shared. */
    private static final int TRIAL = 2048;
    /** Fewer than one in so many shared: not worth asking. */
    private static final int WORTHWHILE = 8;

    private final long[] ends = new long[2 * SLOTS];
    private final int[] numbers = new int[SLOTS];
    /** Numbers before this one were drawn with something else. */
    private int valid = 1;

    private int next = 1;
    private int asked;
    private int shared;

    /** A place as a number, to compare. */
    static long place(float x, float y) {
        return (long) Float.floatToRawIntBits(x) << 32 | Float.floatToRawIntBits(y) & 0xFFFF_FFFFL;
    }

    /** Begins a ring, whose sides follow none of those before; whether sides are shared often enough to ask. */
    boolean begin() {
        next++;
        return asked < TRIAL || shared > asked / WORTHWHILE;
    }

    /** Forgets all sides: what is drawn from now on is something else. */
    void forget() {
        valid = ++next;
        asked = 0;
        shared = 0;
    }

    /**
     * The number of a side, whichever way round it goes: sides that followed each other when they were drawn have numbers
     * that do. Notes it as drawn when it was not.
     *
     * @return 0 for a side that is yet to be drawn
     */
    int drawn(long from, long to) {
        long low = Math.min(from, to);
        long high = Math.max(from, to);
        long mixed = (low * 31 + high) * 0x9E37_79B9_7F4A_7C15L;
        int slot = (int) (mixed >>> 51);
        asked++;
        if (numbers[slot] >= valid && ends[2 * slot] == low && ends[2 * slot + 1] == high) {
            shared++;
            next++;
            return numbers[slot];
        }
        ends[2 * slot] = low;
        ends[2 * slot + 1] = high;
        numbers[slot] = next++;
        return 0;
    }
}
