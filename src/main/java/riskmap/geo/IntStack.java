package riskmap.geo;

import java.util.Arrays;

/** Whole numbers, last in first out; grows as needed. Not safe for several threads. */
final class IntStack {
    private int[] items = new int[1024];
    private int size;

    void push(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, 2 * size);
        }
        items[size++] = item;
    }

    int pop() {
        return items[--size];
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
