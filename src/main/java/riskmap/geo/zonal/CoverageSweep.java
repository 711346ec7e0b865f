package riskmap.geo.zonal;

import java.util.Arrays;
import riskmap.geo.raster.PixelShapes;

/**
 * The exact share of each cell's area that an area covers. Every edge adds, cell by cell, the signed area between itself
 * and the cell's east side; a running sum along the row then gives the share.
 *
 * <p>Rings count with their role: outlines add, holes take away, whatever way they turn. Exact up to rounding (some 1e-15)
 * for valid areas.
 *
 * <p>Not safe for several threads.
 */
final class CoverageSweep {
    /** Shares below this are rounding, not area. */
    private static final double ROUNDING = 1e-12;

    /** Cells held at once: rows of a wide area are swept in strips. */
    private static final int BUFFER = 1 << 16;

    private final int width;
    private double[] change = new double[0];
    private int left;
    private int columns;
    private int top;
    private int rows;

    CoverageSweep(int width) {
        this.width = width;
    }

    /** Receives the shares of the cells of a row from a column on; {@code shares} is used again afterwards. */
    @FunctionalInterface
    interface Receiver {
        void row(int row, int fromColumn, int toColumn, double[] shares);
    }

    /** Hands over the rows {@code from} to {@code to} (left out) that the shape meets; shares[0] is of fromColumn. */
    void of(PixelShapes shapes, int shape, int from, int to, Receiver receiver) {
        int first = Math.max(from, shapes.firstRow(shape));
        int end = Math.min(to, shapes.endRow(shape));
        if (first >= end || !columns(shapes, shape)) {
            return;
        }
        int strip = Math.max(1, BUFFER / (columns + 1));
        double[] shares = new double[columns];
        for (top = first; top < end; top += strip) {
            rows = Math.min(strip, end - top);
            int size = rows * (columns + 1);
            if (change.length < size) {
                change = new double[size];
            }
            Arrays.fill(change, 0, size, 0);
            for (int part = shapes.firstPart(shape); part < shapes.endPart(shape); part++) {
                ring(shapes, part);
            }
            handOver(receiver, shares);
        }
    }

    private boolean columns(PixelShapes shapes, int shape) {
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        int firstPoint = shapes.partStart(shapes.firstPart(shape));
        for (int i = firstPoint; i < shapes.partEnd(shapes.endPart(shape) - 1); i++) {
            west = Math.min(west, shapes.x(i));
            east = Math.max(east, shapes.x(i));
        }
        left = (int) Math.max(0, Math.floor(west));
        columns = (int) Math.min(width, Math.floor(east) + 1) - left;
        return columns > 0;
    }

    private void handOver(Receiver receiver, double[] shares) {
        for (int row = 0; row < rows; row++) {
            double share = 0;
            int offset = row * (columns + 1);
            for (int column = 0; column < columns; column++) {
                share += change[offset + column];
                shares[column] = share < ROUNDING ? 0 : Math.min(1, share);
            }
            receiver.row(top + row, left, left + columns, shares);
        }
    }

    private void ring(PixelShapes shapes, int part) {
        int start = shapes.partStart(part);
        int end = shapes.partEnd(part);
        double area = 0;
        for (int i = start + 1; i < end; i++) {
            area += (shapes.x(i - 1) - shapes.x(start)) * (shapes.y(i) - shapes.y(start))
                    - (shapes.x(i) - shapes.x(start)) * (shapes.y(i - 1) - shapes.y(start));
        }
        double sign = area > 0 == shapes.isHole(part) ? 1 : -1;
        for (int i = start + 1; i < end; i++) {
            double y1 = shapes.y(i - 1) - top;
            double y2 = shapes.y(i) - top;
            if (y1 < y2) {
                edge(shapes.x(i - 1) - left, y1, shapes.x(i) - left, y2, sign);
            } else if (y1 > y2) {
                edge(shapes.x(i) - left, y2, shapes.x(i - 1) - left, y1, -sign);
            }
        }
    }

    private void edge(double x1, double y1, double x2, double y2, double sign) {
        if (y2 <= 0 || y1 >= rows) {
            return;
        }
        double slope = (x2 - x1) / (y2 - y1);
        int last = (int) Math.min(rows, Math.ceil(y2));
        for (int row = (int) Math.max(0, Math.floor(y1)); row < last; row++) {
            double from = Math.max(y1, row);
            double to = Math.min(y2, row + 1);
            double xFrom = from == y1 ? x1 : x1 + (from - y1) * slope;
            double xTo = to == y2 ? x2 : x1 + (to - y1) * slope;
            inRow(row * (columns + 1), Math.min(xFrom, xTo), Math.max(xFrom, xTo), sign * (to - from));
        }
    }

    /** Part of an edge within a row, of signed height {@code rise}, from x = a to x = b ≥ a. */
    private void inRow(int offset, double a, double b, double rise) {
        if (a >= columns) {
            return;
        }
        if (b <= 0) {
            change[offset] += rise;
            return;
        }
        double perColumn = b > a ? rise / (b - a) : 0;
        if (a < 0) {
            change[offset] -= perColumn * a;
        }
        int first = (int) Math.max(0, Math.floor(a));
        int last = (int) Math.min(columns - 1, Math.max(first, Math.ceil(b) - 1));
        for (int column = first; column <= last; column++) {
            double from = Math.max(a, column);
            double to = Math.min(b, column + 1);
            double part = b > a ? perColumn * (to - from) : rise;
            double covered = part * (column + 1 - (from + to) / 2);
            change[offset + column] += covered;
            change[offset + column + 1] += part - covered;
        }
    }
}
