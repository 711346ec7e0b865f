package riskmap.app.demo;

import java.util.Arrays;
import riskmap.geo.raster.GridGeometry;

/**
 * Where water runs on a lattice of heights: depressions filled by flooding from the sea and the frame (priority flood,
 * Barnes, Lehman and Mulla 2014), each cell draining to its steepest lower neighbour of eight, and the cells upstream
 * counted.
 */
final class Drainage {
    /** Least drop from cell to cell on filled ground, in metres, so that water finds its way over flats. */
    private static final float FALL = 1e-3f;

    static final int[] STEP_X = {1, 1, 0, -1, -1, -1, 0, 1};
    static final int[] STEP_Y = {0, 1, 1, 1, 0, -1, -1, -1};

    private final GridGeometry geometry;
    private final int width;
    private final LongHeap heap = new LongHeap();
    /** Heights without depressions; NaN at sea. */
    final float[] filled;
    /** The cell each cell drains to, −1 where the water reaches the sea or leaves the frame. */
    final int[] receiver;
    /** Land cells, every cell after the one it drains to. */
    final int[] order;
    /** Cells that drain through a cell, with itself. */
    final float[] upstream;

    private int count;

    /** @param heights one per cell, NaN at sea */
    Drainage(GridGeometry geometry) {
        this.geometry = geometry;
        this.width = geometry.width();
        filled = new float[geometry.cellCount()];
        receiver = new int[geometry.cellCount()];
        order = new int[geometry.cellCount()];
        upstream = new float[geometry.cellCount()];
    }

    /** Land cells in {@link #order}. */
    int count() {
        return count;
    }

    /** Works it out for heights, NaN at sea. */
    void run(float[] heights) {
        flood(heights);
        for (int i = 0; i < count; i++) {
            receiver[order[i]] = steepest(order[i]);
        }
        Arrays.fill(upstream, 0);
        for (int i = count - 1; i >= 0; i--) {
            int cell = order[i];
            upstream[cell] += 1;
            if (receiver[cell] >= 0) {
                upstream[receiver[cell]] += upstream[cell];
            }
        }
    }

    private void flood(float[] heights) {
        count = 0;
        heap.clear();
        Arrays.fill(filled, Float.NaN);
        for (int cell = 0; cell < heights.length; cell++) {
            if (!Float.isNaN(heights[cell]) && isOutlet(heights, cell)) {
                filled[cell] = Math.max(0, heights[cell]);
                heap.add(filled[cell], cell);
            }
        }
        while (!heap.isEmpty()) {
            int cell = heap.poll();
            order[count++] = cell;
            int column = cell % width;
            int row = cell / width;
            for (int i = 0; i < 8; i++) {
                if (geometry.contains(column + STEP_X[i], row + STEP_Y[i])) {
                    int neighbour = cell + STEP_X[i] + STEP_Y[i] * width;
                    if (!Float.isNaN(heights[neighbour]) && Float.isNaN(filled[neighbour])) {
                        filled[neighbour] = Math.max(heights[neighbour], filled[cell] + FALL);
                        heap.add(filled[neighbour], neighbour);
                    }
                }
            }
        }
    }

    /** Beside the sea or on the border of the frame. */
    boolean isOutlet(float[] heights, int cell) {
        int column = cell % width;
        int row = cell / width;
        for (int i = 0; i < 8; i++) {
            if (!geometry.contains(column + STEP_X[i], row + STEP_Y[i])
                    || Float.isNaN(heights[cell + STEP_X[i] + STEP_Y[i] * width])) {
                return true;
            }
        }
        return false;
    }

    private int steepest(int cell) {
        int column = cell % width;
        int row = cell / width;
        int best = -1;
        double steepest = 0;
        for (int i = 0; i < 8; i++) {
            if (geometry.contains(column + STEP_X[i], row + STEP_Y[i])) {
                int neighbour = cell + STEP_X[i] + STEP_Y[i] * width;
                if (Float.isNaN(filled[neighbour])) {
                    return -1;
                }
                double drop = (filled[cell] - filled[neighbour]) / ((i & 1) == 0 ? 1 : Math.sqrt(2));
                if (drop > steepest) {
                    steepest = drop;
                    best = neighbour;
                }
            }
        }
        return best;
    }
}
