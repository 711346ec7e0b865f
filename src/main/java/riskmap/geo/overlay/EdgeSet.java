package riskmap.geo.overlay;

import java.util.Arrays;

/** Directed edges of which opposite ones cancel: what is left of all rings of a coverage is its outline. */
final class EdgeSet {
    /** Told about an edge. */
    interface Visitor {
        void visit(double x0, double y0, double x1, double y1);
    }

    private double[] ends = new double[4 * 1024];
    private boolean[] gone = new boolean[1024];
    private int count;
    private int cancelled;
    /** Open hash table of the edges by their ends in either direction: edge + 1; 0 is free. */
    private int[] slots = new int[4 * 1024];

    /** Adds an edge, or removes its opposite if that is there. */
    void toggle(double x0, double y0, double x1, double y1) {
        if (x0 == x1 && y0 == y1) {
            return;
        }
        int mask = slots.length - 1;
        int slot = hash(x0, y0, x1, y1) & mask;
        for (; slots[slot] != 0; slot = (slot + 1) & mask) {
            int edge = slots[slot] - 1;
            int at = 4 * edge;
            if (!gone[edge] && ends[at] == x1 && ends[at + 1] == y1 && ends[at + 2] == x0 && ends[at + 3] == y0) {
                gone[edge] = true;
                cancelled++;
                return;
            }
        }
        if (count == gone.length) {
            grow();
            mask = slots.length - 1;
            slot = hash(x0, y0, x1, y1) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
        }
        int at = 4 * count;
        ends[at] = x0;
        ends[at + 1] = y0;
        ends[at + 2] = x1;
        ends[at + 3] = y1;
        slots[slot] = ++count;
    }

    /** Whether any two edges were opposite. */
    boolean hasCancelled() {
        return cancelled > 0;
    }

    /** Visits what is left in the order it was added. */
    void forEach(Visitor visitor) {
        for (int edge = 0; edge < count; edge++) {
            if (!gone[edge]) {
                int at = 4 * edge;
                visitor.visit(ends[at], ends[at + 1], ends[at + 2], ends[at + 3]);
            }
        }
    }

    private void grow() {
        ends = Arrays.copyOf(ends, 2 * ends.length);
        gone = Arrays.copyOf(gone, 2 * gone.length);
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int edge = 0; edge < count; edge++) {
            int at = 4 * edge;
            int slot = hash(ends[at], ends[at + 1], ends[at + 2], ends[at + 3]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = edge + 1;
        }
    }

    /** The same for both directions. */
    private static int hash(double x0, double y0, double x1, double y1) {
        long a = mix(Double.doubleToRawLongBits(x0 + 0.0), Double.doubleToRawLongBits(y0 + 0.0));
        long b = mix(Double.doubleToRawLongBits(x1 + 0.0), Double.doubleToRawLongBits(y1 + 0.0));
        return (int) ((a + b) * 0x9E3779B97F4A7C15L >>> 33);
    }

    private static long mix(long x, long y) {
        long mixed = (x * 0x9E3779B97F4A7C15L ^ y) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 29;
    }
}
