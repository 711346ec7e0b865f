package riskmap.geo.terrain;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.IntStack;

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

    /** Rows that are walked through by themselves. */
    private static final int BAND = 256;

    private FlowAccumulation() {}

    /** Cells that drain through each cell; 0 where there is no data. */
    public static int[] cells(FlowDirections directions, Progress progress) {
        return cells(directions, new int[directions.codes().length], progress);
    }

    /** The same, written over the numbers given, one for each cell. */
    static int[] cells(FlowDirections directions, int[] sums, Progress progress) {
        Arrays.fill(sums, 0);
        GridGeometry geometry = directions.geometry();
        byte[] inflows = inflows(directions, progress.part(0, 0.3));
        Walk walk = new Walk(directions.codes(), FlowDirections.steps(geometry.width()), inflows, sums);
        int bands = (geometry.height() + BAND - 1) / BAND;
        IntStack[] left = new IntStack[bands];
        Parallel.items(bands, 1, progress.part(0.3, 0.9), (from, to) -> {
            left[from] = new IntStack();
            int first = from * BAND * geometry.width();
            int end = Math.min(geometry.height(), to * BAND) * geometry.width();
            for (int start = first; start < end; start++) {
                if (inflows[start] == 0) {
                    walk.down(start, first, end, left[from]);
                }
            }
        });
        for (IntStack band : left) {
            progress.check();
            while (!band.isEmpty()) {
                int sum = band.pop();
                int cell = band.pop();
                sums[cell] += sum;
                if (--inflows[cell] == 0) {
                    walk.down(cell, 0, sums.length, band);
                }
            }
        }
        progress.report(1);
        return sums;
    }

    /** Walks down with what comes together as far as all inflows are known. */
    private record Walk(byte[] codes, int[] steps, byte[] inflows, int[] sums) {
        /** From a cell all of whose inflows are known; where it leaves the cells given, the cell and the sum are left. */
        void down(int start, int first, int end, IntStack left) {
            int cell = start;
            byte code = codes[cell];
            if (code == FlowDirections.NONE) {
                return;
            }
            while (true) {
                int sum = ++sums[cell];
                inflows[cell] = WALKED;
                if (code == FlowDirections.OUTLET) {
                    return;
                }
                cell += steps[code];
                if (cell < first || cell >= end) {
                    left.push(cell);
                    left.push(sum);
                    return;
                }
                sums[cell] += sum;
                if (--inflows[cell] > 0) {
                    return;
                }
                code = codes[cell];
            }
        }
    }

    /** How many neighbours flow into each cell. */
    static byte[] inflows(FlowDirections directions, Progress progress) {
        GridGeometry geometry = directions.geometry();
        int width = geometry.width();
        int height = geometry.height();
        byte[] codes = directions.codes();
        int[] steps = FlowDirections.steps(width);
        byte[] inflows = new byte[codes.length];
        // a band writes to one row on either side of it as well: every other band, then those between
        int perBand = Math.max(2, (1 << 17) / width);
        int pairs = (height + 2 * perBand - 1) / (2 * perBand);
        for (int turn = 0; turn < 2; turn++) {
            int shift = turn * perBand;
            Parallel.items(pairs, 1, progress.part(turn / 2.0, (turn + 1) / 2.0), (from, to) -> {
                int first = Math.min(height, 2 * from * perBand + shift) * width;
                int end = Math.min(height, 2 * from * perBand + shift + perBand) * width;
                for (int cell = first; cell < end; cell++) {
                    byte code = codes[cell];
                    if (code >= 0 && code < FlowDirections.OUTLET) {
                        inflows[cell + steps[code]]++;
                    }
                }
            });
        }
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
