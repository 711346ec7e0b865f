package riskmap.app.demo;

import java.util.Arrays;

/** A queue that gives the cell of least cost first; cells of equal cost come in the order of their numbers. */
final class LongHeap {
    private long[] heap = new long[1024];
    private int size;

    /** Adds a cell; the cost must not be negative. */
    void add(float cost, int cell) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        // bits of non-negative floats are in the order of the floats
        long entry = (long) Float.floatToIntBits(cost) << 32 | cell;
        int i = size++;
        while (i > 0 && heap[(i - 1) >> 1] > entry) {
            heap[i] = heap[(i - 1) >> 1];
            i = (i - 1) >> 1;
        }
        heap[i] = entry;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    /** The cost of the cell that {@link #poll} gives next. */
    float leastCost() {
        return Float.intBitsToFloat((int) (heap[0] >>> 32));
    }

    /** Takes out the cell of least cost. */
    int poll() {
        int cell = (int) heap[0];
        long last = heap[--size];
        int i = 0;
        while (true) {
            int child = 2 * i + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= last) {
                break;
            }
            heap[i] = heap[child];
            i = child;
        }
        heap[i] = last;
        return cell;
    }
}
