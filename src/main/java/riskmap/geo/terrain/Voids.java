package riskmap.geo.terrain;

import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.IntStack;

/**
 * The cells of a grid without data: those connected to its edge (the sea, the world beyond the survey) and the holes
 * inside, which are not; with the range of the data.
 *
 * @param cells all cells
 * @param missing cells without data
 * @param inside of these, the ones no path over cells without data (by sides) leads from to the edge
 * @param first the first of them in row order, −1 when there is none
 * @param lowest least value, NaN without data
 * @param highest greatest value, NaN without data
 */
public record Voids(int cells, int missing, int inside, int first, double lowest, double highest) {
    /** Finds them. */
    public static Voids of(Grid grid, Progress progress) {
        float[] cells = grid.cells();
        int missing = 0;
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        for (float cell : cells) {
            if (cell == cell) {
                lowest = Math.min(lowest, cell);
                highest = Math.max(highest, cell);
            } else {
                missing++;
            }
        }
        progress.check();
        boolean none = missing == cells.length;
        if (missing == 0 || none) {
            return new Voids(cells.length, missing, 0, -1, none ? Double.NaN : lowest, none ? Double.NaN : highest);
        }
        boolean[] outside = outside(grid, progress);
        int inside = 0;
        int first = -1;
        for (int i = 0; i < cells.length; i++) {
            if (Float.isNaN(cells[i]) && !outside[i]) {
                first = first < 0 ? i : first;
                inside++;
            }
        }
        return new Voids(cells.length, missing, inside, first, lowest, highest);
    }

    private static boolean[] outside(Grid grid, Progress progress) {
        int width = grid.width();
        int height = grid.height();
        boolean[] outside = new boolean[grid.cells().length];
        IntStack open = new IntStack();
        for (int column = 0; column < width; column++) {
            visit(grid, column, outside, open);
            visit(grid, (height - 1) * width + column, outside, open);
        }
        for (int row = 0; row < height; row++) {
            visit(grid, row * width, outside, open);
            visit(grid, row * width + width - 1, outside, open);
        }
        while (!open.isEmpty()) {
            int cell = open.pop();
            if ((cell & 0xFFFF) == 0) {
                progress.check();
            }
            int column = cell % width;
            if (column > 0) {
                visit(grid, cell - 1, outside, open);
            }
            if (column < width - 1) {
                visit(grid, cell + 1, outside, open);
            }
            if (cell >= width) {
                visit(grid, cell - width, outside, open);
            }
            if (cell + width < outside.length) {
                visit(grid, cell + width, outside, open);
            }
        }
        return outside;
    }

    private static void visit(Grid grid, int cell, boolean[] outside, IntStack open) {
        if (!outside[cell] && Float.isNaN(grid.cells()[cell])) {
            outside[cell] = true;
            open.push(cell);
        }
    }
}
