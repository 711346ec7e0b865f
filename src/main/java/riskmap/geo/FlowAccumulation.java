package riskmap.geo;

import riskmap.base.Progress;

/**
 * How many cells drain through each cell, itself included. At the outlets the numbers add up to the cells with data.
 *
 * <p>Exact whole numbers, by walking down from every cell that nothing flows into, each walk as far as all inflows are
 * known.
 *
 * <p><b>Source:</b> G. Zhou, H. Wei, S. Fu, “A fast and simple algorithm for calculating flow accumulation matrices”,
 * Frontiers of Earth Science 13 (2019) 317–326.
 */
public final class FlowAccumulation {
    /** Stands in the place of the inflows of a cell that was walked through already. */
    private static final byte WALKED = -1;

    private FlowAccumulation() {}

    /** Cells that drain through each cell; 0 where there is no data. */
    public static int[] cells(FlowDirections directions, Progress progress) {
        GridGeometry geometry = directions.geometry();
        byte[] codes = directions.codes();
        byte[] inflows = inflows(directions, progress.part(0, 0.3));
        int[] steps = FlowDirections.steps(geometry.width());
        int[] sums = new int[codes.length];
        for (int row = 0; row < geometry.height(); row++) {
            progress.check();
            for (int start = row * geometry.width(); start < (row + 1) * geometry.width(); start++) {
                if (inflows[start] != 0 || codes[start] == FlowDirections.NONE) {
                    continue;
                }
                int cell = start;
                while (true) {
                    int sum = ++sums[cell];
                    inflows[cell] = WALKED;
                    if (codes[cell] == FlowDirections.OUTLET) {
                        break;
                    }
                    int next = cell + steps[codes[cell]];
                    sums[next] += sum;
                    if (--inflows[next] > 0) {
                        break;
                    }
                    cell = next;
                }
            }
        }
        progress.report(1);
        return sums;
    }

    /** How many neighbours flow into each cell. */
    static byte[] inflows(FlowDirections directions, Progress progress) {
        GridGeometry geometry = directions.geometry();
        int width = geometry.width();
        int height = geometry.height();
        byte[] codes = directions.codes();
        int[] steps = FlowDirections.steps(width);
        byte[] inflows = new byte[codes.length];
        Parallel.rows(geometry, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                for (int column = 0; column < width; column++) {
                    int cell = row * width + column;
                    boolean inner = row > 0 && column > 0 && row < height - 1 && column < width - 1;
                    int count = 0;
                    for (int k = 0; k < 8; k++) {
                        // the neighbour in direction k flows in when its own direction is the opposite one
                        boolean there = inner
                                || geometry.contains(column + FlowDirections.east(k), row + FlowDirections.south(k));
                        count += there && codes[cell + steps[k]] == 7 - k ? 1 : 0;
                    }
                    inflows[cell] = (byte) count;
                }
            }
        });
        return inflows;
    }

    /** The same as a raster, in cells or, times the area of a cell, in square units; NaN where there is no data. */
    public static Grid grid(FlowDirections directions, int[] cells, double perCell) {
        float[] values = new float[cells.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = cells[i] == 0 ? Float.NaN : (float) (cells[i] * perCell);
        }
        return new Grid(directions.geometry(), values);
    }
}
