package riskmap.render;

import java.util.Arrays;

/** A growing list of int without boxes: the features of a batch. */
final class IntList {
    private int[] values;
    private int size;

    IntList() {
        this(16);
    }

    IntList(int capacity) {
        values = new int[Math.max(4, capacity)];
    }

    /** The first ones of some values, which are the list's from now on. */
    IntList(int[] values, int size) {
        this.values = values;
        this.size = size;
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(4, size * 2));
        }
        values[size++] = value;
    }

    void addAll(IntList other) {
        int needed = size + other.size;
        if (needed > values.length) {
            values = Arrays.copyOf(values, Math.max(needed, values.length * 2));
        }
        System.arraycopy(other.values, 0, values, size, other.size);
        size = needed;
    }

    int get(int index) {
        return values[index];
    }

    boolean sameAs(IntList other) {
        return this == other || Arrays.equals(values, 0, size, other.values, 0, other.size);
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Ascending order: the features' order in their layer. */
    void sort() {
        Arrays.sort(values, 0, size);
    }
}
