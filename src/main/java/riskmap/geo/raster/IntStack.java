package riskmap.geo.raster;

import java.util.Arrays;

/** Whole numbers, last in first out; grows as needed. Not safe for several threads. */
public final class IntStack {
    private int[] items = new int[1024];
    private int size;

    public void push(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }

    public int pop() {
        return items[--size];
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
