package riskmap.geo.polygonize;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;

/**
 * The zones of a grid: sets of cells of one value connected over their sides (4-connected). Cells without data belong to
 * none.
 *
 * <p>Labels lie in an array with a border of one cell all round, so that every cell has eight neighbours there. A zone's
 * label is the place in this array of its first cell, the northernmost and of these the westernmost; outside and where
 * there is no data the label is −1.
 *
 * <p>Bands of rows are labelled on their own with a union-find over places, then joined along their borders.
 */
final class ZoneLabels {
    /** Rows labelled together; any number gives the same labels. */
    private static final int ROWS = 64;

    private final int width;
    private final int height;
    private final int stride;
    private final float[] cells;
    private final int[] labels;

    private ZoneLabels(Grid grid) {
        width = grid.width();
        height = grid.height();
        stride = width + 2;
        cells = grid.cells();
        if ((long) stride * (height + 2) > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("too many cells to label: " + grid.geometry());
        }
        labels = new int[stride * (height + 2)];
    }

    static ZoneLabels of(Grid grid, Progress progress) {
        ZoneLabels result = new ZoneLabels(grid);
        int[] labels = result.labels;
        Arrays.fill(labels, 0, result.stride, -1);
        Arrays.fill(labels, labels.length - result.stride, labels.length, -1);
        Parallel.items(result.height, ROWS, progress.part(0, 0.6), result::label);
        for (int row = ROWS; row < result.height; row += ROWS) {
            result.join(row);
        }
        Parallel.items(result.height, ROWS, progress.part(0.6, 1), result::flatten);
        return result;
    }

    /** The labels with their border; the cell (column, row) is at {@link #place}. */
    int[] labels() {
        return labels;
    }

    /** Places from one row to the next. */
    int stride() {
        return stride;
    }

    int place(int column, int row) {
        return (row + 1) * stride + column + 1;
    }

    private void label(int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            label(row, row > fromRow);
        }
    }

    /** One row: a method of its own is compiled after the first few, not after a band of them. */
    private void label(int row, boolean hasAbove) {
        int place = place(0, row);
        int cell = row * width;
        labels[place - 1] = -1;
        labels[place + width] = -1;
        int column = 0;
        while (column < width) {
            float value = cells[cell + column];
            if (value != value) {
                labels[place + column++] = -1;
                continue;
            }
            int end = column + 1;
            while (end < width && cells[cell + end] == value) {
                end++;
            }
            int root = hasAbove ? rootAbove(place + column, cell + column, end - column) : place + column;
            Arrays.fill(labels, place + column, place + end, root);
            column = end;
        }
    }

    /** Unites the runs above this run that have its value, and gives their root: the run's own place if there are none. */
    private int rootAbove(int place, int cell, int length) {
        float value = cells[cell];
        int root = -1;
        boolean before = false;
        for (int k = 0; k < length; k++) {
            boolean same = cells[cell + k - width] == value;
            if (same && !before) {
                int above = labels[place + k - stride];
                root = root < 0 ? root(above) : unite(root, above);
            }
            before = same;
        }
        return root < 0 ? place : root;
    }

    /** Unites the zones on both sides of the border above a row. */
    private void join(int row) {
        boolean before = false;
        int cell = row * width;
        for (int column = 0; column < width; column++) {
            boolean same = cells[cell + column] == cells[cell + column - width];
            if (same && !(before && cells[cell + column - 1] == cells[cell + column])) {
                unite(labels[place(column, row)], labels[place(column, row - 1)]);
            }
            before = same;
        }
    }

    /** Joins two zones; the earlier root stands for both. */
    private int unite(int one, int other) {
        int a = root(one);
        int b = root(other);
        int first = Math.min(a, b);
        labels[Math.max(a, b)] = first;
        return first;
    }

    private int root(int place) {
        int at = place;
        while (labels[at] != at) {
            // halve the way for the next who comes along; every step goes to an earlier place
            labels[at] = labels[labels[at]];
            at = labels[at];
        }
        return at;
    }

    private void flatten(int fromRow, int toRow) {
        for (int row = fromRow; row < toRow; row++) {
            int before = -1;
            int root = -1;
            for (int place = place(0, row), end = place + width; place < end; place++) {
                int label = labels[place];
                if (label != before) {
                    before = label;
                    root = label;
                    // other bands flatten meanwhile: what is read is an earlier place of the same zone in any case
                    while (root >= 0 && labels[root] != root) {
                        root = labels[root];
                    }
                }
                labels[place] = root;
            }
        }
    }
}
