package riskmap.geo.overlay;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * The nodes where directed edges meet, and which edge follows which around the area on their left: at a node, the first
 * outgoing edge met when turning clockwise from the way one came.
 */
final class EdgeNodes {
    private final double[] ends;
    /** Open hash table: last edge that starts at a node, plus one; 0 is free. */
    private final int[] slots;
    /** Per edge: the one added before it with the same start, or −1. */
    private final int[] sameStart;

    private final int[] start;
    private final int[] next;
    private int nodes;

    EdgeNodes(double[] ends, int count) {
        this.ends = ends;
        this.slots = new int[Integer.highestOneBit(Math.max(16, count)) * 4];
        this.sameStart = new int[count];
        this.start = new int[count];
        this.next = new int[count];
        for (int edge = 0; edge < count; edge++) {
            int slot = slot(ends[4 * edge], ends[4 * edge + 1]);
            int earlier = slots[slot] - 1;
            sameStart[edge] = earlier;
            start[edge] = earlier < 0 ? nodes++ : start[earlier];
            slots[slot] = edge + 1;
        }
        for (int edge = 0; edge < count; edge++) {
            next[edge] = following(edge);
        }
    }

    int count() {
        return nodes;
    }

    int start(int edge) {
        return start[edge];
    }

    int next(int edge) {
        return next[edge];
    }

    private int following(int edge) {
        int last = slots[slot(ends[4 * edge + 2], ends[4 * edge + 3])] - 1;
        if (last < 0) {
            throw new IllegalStateException("edges do not close at " + ends[4 * edge + 2] + " " + ends[4 * edge + 3]);
        }
        int best = last;
        for (int candidate = sameStart[last]; candidate >= 0; candidate = sameStart[candidate]) {
            if (isBefore(candidate, best, edge)) {
                best = candidate;
            }
        }
        return best;
    }

    /** Whether one outgoing edge is met before another, turning clockwise from the way back along the arriving edge. */
    private boolean isBefore(int a, int b, int arriving) {
        double x = ends[4 * arriving + 2];
        double y = ends[4 * arriving + 3];
        double backX = ends[4 * arriving];
        double backY = ends[4 * arriving + 1];
        boolean aClockwise = compare(x, y, ends[4 * a + 2], ends[4 * a + 3], backX, backY) < 0;
        boolean bClockwise = compare(x, y, ends[4 * b + 2], ends[4 * b + 3], backX, backY) < 0;
        if (aClockwise != bClockwise) {
            return aClockwise;
        }
        return compare(x, y, ends[4 * a + 2], ends[4 * a + 3], ends[4 * b + 2], ends[4 * b + 3]) > 0;
    }

    /** Compares the directions from a node to two points by their angle counter-clockwise from east, exactly. */
    private static int compare(double x, double y, double ax, double ay, double bx, double by) {
        int byQuadrant = quadrant(ax - x, ay - y) - quadrant(bx - x, by - y);
        return byQuadrant != 0 ? byQuadrant : -CGAlgorithmsDD.orientationIndex(x, y, ax, ay, bx, by);
    }

    private static int quadrant(double dx, double dy) {
        if (dx > 0 && dy >= 0) {
            return 0;
        } else if (dx <= 0 && dy > 0) {
            return 1;
        } else if (dx < 0) {
            return 2;
        }
        return 3;
    }

    private int slot(double x, double y) {
        long bits = Double.doubleToRawLongBits(x) * 0x9E3779B97F4A7C15L ^ Double.doubleToRawLongBits(y);
        bits *= 0xBF58476D1CE4E5B9L;
        int mask = slots.length - 1;
        int slot = (int) (bits >>> 32) & mask;
        while (slots[slot] != 0) {
            int edge = slots[slot] - 1;
            if (ends[4 * edge] == x && ends[4 * edge + 1] == y) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
