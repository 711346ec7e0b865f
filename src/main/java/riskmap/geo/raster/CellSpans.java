package riskmap.geo.raster;

import java.util.Arrays;

/**
 * The cells of a grid that a shape covers, row by row as spans of columns: the scan conversion behind rasterizing and
 * zonal statistics.
 *
 * <p><b>Centre rule</b>, equal to {@code gdal_rasterize}: of an area, the cells whose centre lies inside (even-odd over
 * all rings); a centre on the boundary belongs to the area on its west or on its south side, so that areas side by side
 * share no cell. Of a line, the cells of Bresenham's line between the cells of its vertices. Of points, their cells.
 *
 * <p><b>All-touched rule</b>: areas also have every cell whose interior the boundary runs through; lines every cell that
 * they run through.
 *
 * <p>Not safe for several threads; each has its own.
 */
public final class CellSpans {
    /** Receives the columns {@code from} (included) to {@code to} (left out) of a row, both within the grid. */
    @FunctionalInterface
    public interface Receiver {
        void span(int row, int from, int to);
    }

    private final int width;
    private long[] crossings = new long[256];
    private int count;
    /** Crossings by row while they are put in order, and where those of each row end. */
    private long[] byRow = new long[256];

    private int[] ends = new int[64];

    public CellSpans(int width) {
        this.width = width;
    }

    /** Hands over every cell of the shape in the rows {@code from} to {@code to} (left out), each once. */
    public void of(PixelShapes shapes, int shape, boolean allTouched, int from, int to, Receiver receiver) {
        int first = Math.max(from, shapes.firstRow(shape));
        int end = Math.min(to, shapes.endRow(shape));
        if (first >= end) {
            return;
        }
        if (shapes.dimension(shape) == 2 && !allTouched) {
            cross(shapes, shape, first, end);
            fill(first, end, receiver);
            return;
        }
        TouchedCells touched = new TouchedCells(width, first, end);
        switch (shapes.dimension(shape)) {
            case 2 -> {
                cross(shapes, shape, first, end);
                fill(first, end, touched);
                touched.boundary(shapes, shape);
            }
            case 1 -> {
                if (allTouched) {
                    touched.lines(shapes, shape);
                } else {
                    touched.thinLines(shapes, shape);
                }
            }
            default -> touched.points(shapes, shape);
        }
        touched.handOver(receiver);
    }

    /**
     * Hands over the cells whose centre lies exactly on a level edge which runs eastward (in the order of its vertices):
     * the lower side of an outline that turns counter-clockwise.
     * {@code gdal_rasterize} burns these beside the area's own; two neighbours can then claim one cell.
     */
    void ofLevelEdges(PixelShapes shapes, int shape, int from, int to, Receiver receiver) {
        for (int part = shapes.firstPart(shape); part < shapes.endPart(shape); part++) {
            for (int i = shapes.partStart(part) + 1; i < shapes.partEnd(part); i++) {
                double y = shapes.y(i);
                if (y == shapes.y(i - 1) && shapes.x(i - 1) < shapes.x(i) && y - 0.5 == Math.rint(y - 0.5)) {
                    int row = (int) (y - 0.5);
                    int left = Math.max(0, round(shapes.x(i - 1)));
                    int right = Math.min(width, round(shapes.x(i)));
                    if (row >= from && row < to && left < right) {
                        receiver.span(row, left, right);
                    }
                }
            }
        }
    }

    private void cross(PixelShapes shapes, int shape, int first, int end) {
        count = 0;
        for (int part = shapes.firstPart(shape); part < shapes.endPart(shape); part++) {
            int start = shapes.partStart(part);
            int stop = shapes.partEnd(part);
            double x1 = shapes.x(start);
            double y1 = shapes.y(start);
            for (int i = start + 1; i < stop; i++) {
                double x2 = shapes.x(i);
                double y2 = shapes.y(i);
                if (y1 < y2) {
                    edge(x1, y1, x2, y2, first, end);
                } else if (y1 > y2) {
                    edge(x2, y2, x1, y1, first, end);
                }
                x1 = x2;
                y1 = y2;
            }
        }
    }

    /** Where a downward edge crosses the middle lines of rows; y1 itself belongs to it, y2 does not. */
    private void edge(double x1, double y1, double x2, double y2, int first, int end) {
        int row = Math.max(first, ceil(y1 - 0.5));
        int last = Math.min(end, ceil(y2 - 0.5));
        if (row >= last) {
            return;
        }
        if (count + last - row > crossings.length) {
            crossings = Arrays.copyOf(crossings, Math.max(count + last - row, 2 * crossings.length));
        }
        for (; row < last; row++) {
            double x = (row + 0.5 - y1) * (x2 - x1) / (y2 - y1) + x1;
            int column = Math.max(0, Math.min(width, round(x)));
            crossings[count++] = (long) row << 32 | column;
        }
    }

    private void fill(int first, int end, Receiver receiver) {
        sort(first, end);
        for (int i = 0; i + 1 < count; i += 2) {
            int left = (int) crossings[i];
            int right = (int) crossings[i + 1];
            if (left < right) {
                receiver.span((int) (crossings[i] >> 32), left, right);
            }
        }
    }

    /** Puts the crossings in order: into the heaps of their rows, and these one by one. */
    private void sort(int first, int end) {
        int rows = end - first;
        if (ends.length <= rows) {
            ends = new int[2 * rows];
        }
        if (byRow.length < count) {
            byRow = new long[crossings.length];
        }
        Arrays.fill(ends, 0, rows + 1, 0);
        for (int i = 0; i < count; i++) {
            ends[(int) (crossings[i] >> 32) - first + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            ends[row + 1] += ends[row];
        }
        for (int i = 0; i < count; i++) {
            // afterwards each entry is where the row's crossings end
            byRow[ends[(int) (crossings[i] >> 32) - first]++] = crossings[i];
        }
        for (int row = 0, from = 0; row < rows; from = ends[row++]) {
            ShortRuns.sort(byRow, from, ends[row]);
        }
        long[] unsorted = crossings;
        crossings = byRow;
        byRow = unsorted;
    }

    /** The first column whose centre lies right of x: a centre exactly at x belongs to what ends there. */
    private static int round(double x) {
        double moved = x + 0.5;
        int whole = (int) moved;
        return whole > moved ? whole - 1 : whole;
    }

    /** As {@link Math#ceil}, which takes ten times as long before the second compiler has seen it; for what fits an int. */
    private static int ceil(double y) {
        int whole = (int) y;
        return whole < y ? whole + 1 : whole;
    }
}
