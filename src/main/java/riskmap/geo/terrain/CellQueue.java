package riskmap.geo.terrain;

import java.util.Arrays;

/** Cells waiting by a key, the least first; equal keys by the cell's number, so that the order never depends on chance. */
final class CellQueue {
    private double[] keys = new double[1024];
    private int[] cells = new int[1024];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    void add(double key, int cell) {
        if (size == cells.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            cells = Arrays.copyOf(cells, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int above = (at - 1) >>> 1;
            if (!before(key, cell, above)) {
                break;
            }
            keys[at] = keys[above];
            cells[at] = cells[above];
            at = above;
        }
        keys[at] = key;
        cells[at] = cell;
    }

    /** The key of the cell that comes next. */
    double key() {
        return keys[0];
    }

    /** Takes out the cell with the least key. */
    int poll() {
        int first = cells[0];
        double key = keys[--size];
        int cell = cells[size];
        int at = 0;
        while (2 * at + 1 < size) {
            int below = 2 * at + 1;
            if (below + 1 < size && before(keys[below + 1], cells[below + 1], below)) {
                below++;
            }
            if (!before(keys[below], cells[below], key, cell)) {
                break;
            }
            keys[at] = keys[below];
            cells[at] = cells[below];
            at = below;
        }
        keys[at] = key;
        cells[at] = cell;
        return first;
    }

    private boolean before(double key, int cell, int other) {
        return before(key, cell, keys[other], cells[other]);
    }

    private static boolean before(double key, int cell, double otherKey, int otherCell) {
        return key < otherKey || key == otherKey && cell < otherCell;
    }
}
