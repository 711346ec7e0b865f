package riskmap.geo.raster;

import java.util.Arrays;

/** Collects the cells that lines and boundaries run through, and hands each over once. */
final class TouchedCells implements CellSpans.Receiver {
    /** Bits for a column in a packed span; {@link Rasterizer} and zonal statistics see to it that they suffice. */
    private static final int BITS = 24;

    private final int width;
    private final int first;
    private final int end;
    private long[] spans = new long[64];
    private int count;

    TouchedCells(int width, int first, int end) {
        if (width >= 1 << BITS || end - first >= 1 << 63 - 2 * BITS) {
            throw new IllegalArgumentException(width + " columns, " + (end - first) + " rows");
        }
        this.width = width;
        this.first = first;
        this.end = end;
    }

    @Override
    public void span(int row, int from, int to) {
        if (row < first || row >= end) {
            return;
        }
        int left = Math.max(0, from);
        int right = Math.min(width, to);
        if (left < right) {
            if (count == spans.length) {
                spans = Arrays.copyOf(spans, 2 * count);
            }
            spans[count++] = (long) (row - first) << 2 * BITS | (long) left << BITS | right;
        }
    }

    /** The cells whose interior an area's boundary runs through. */
    void boundary(PixelShapes shapes, int shape) {
        eachSegment(shapes, shape, true);
    }

    /** The cells a line runs through. */
    void lines(PixelShapes shapes, int shape) {
        eachSegment(shapes, shape, false);
    }

    private void eachSegment(PixelShapes shapes, int shape, boolean interiorOnly) {
        for (int part = shapes.firstPart(shape); part < shapes.endPart(shape); part++) {
            for (int i = shapes.partStart(part) + 1; i < shapes.partEnd(part); i++) {
                if (shapes.y(i - 1) <= shapes.y(i)) {
                    segment(shapes.x(i - 1), shapes.y(i - 1), shapes.x(i), shapes.y(i), interiorOnly);
                } else {
                    segment(shapes.x(i), shapes.y(i), shapes.x(i - 1), shapes.y(i - 1), interiorOnly);
                }
            }
        }
    }

    private void segment(double x1, double y1, double x2, double y2, boolean interiorOnly) {
        int row = Math.max(first, (int) Math.floor(y1));
        int last = Math.min(end, Math.max((int) Math.ceil(y2), (int) Math.floor(y1) + 1));
        boolean alongRows = y1 == y2;
        if (interiorOnly && alongRows && y1 == Math.rint(y1)) {
            return;
        }
        for (; row < last; row++) {
            double top = alongRows || y1 >= row ? x1 : x1 + (row - y1) * (x2 - x1) / (y2 - y1);
            double bottom = alongRows || y2 <= row + 1 ? x2 : x1 + (row + 1 - y1) * (x2 - x1) / (y2 - y1);
            int left = (int) Math.floor(Math.min(top, bottom));
            int right = (int) Math.ceil(Math.max(top, bottom));
            span(row, left, interiorOnly ? right : Math.max(right, left + 1));
        }
    }

    /** The cells of Bresenham's line between the cells of the vertices, each end included. */
    void thinLines(PixelShapes shapes, int shape) {
        for (int part = shapes.firstPart(shape); part < shapes.endPart(shape); part++) {
            for (int i = shapes.partStart(part) + 1; i < shapes.partEnd(part); i++) {
                thinSegment(
                        (int) Math.floor(shapes.x(i - 1)),
                        (int) Math.floor(shapes.y(i - 1)),
                        (int) Math.floor(shapes.x(i)),
                        (int) Math.floor(shapes.y(i)));
            }
        }
    }

    private void thinSegment(int column1, int row1, int column2, int row2) {
        if (Math.max(row1, row2) < first || Math.min(row1, row2) >= end) {
            return;
        }
        int across = Math.abs(column2 - column1);
        int down = Math.abs(row2 - row1);
        boolean flat = across >= down;
        long major = Math.max(across, down);
        long minor = Math.min(across, down);
        int stepAcross = column1 > column2 ? -1 : 1;
        int stepDown = row1 > row2 ? -1 : 1;
        // only the steps within the grid along the longer side
        long step = flat ? before(column1, stepAcross, 0, width) : before(row1, stepDown, first, end);
        long stop = flat ? after(column1, stepAcross, 0, width) : after(row1, stepDown, first, end);
        for (; step <= Math.min(stop, major); step++) {
            // the other side after so many steps, halves rounded up
            long aside = major == 0 ? 0 : (2 * minor * step + major) / (2 * major);
            int column = column1 + stepAcross * (int) (flat ? step : aside);
            span(row1 + stepDown * (int) (flat ? aside : step), column, column + 1);
        }
    }

    private static long before(int start, int step, int low, int high) {
        return Math.max(0L, step > 0 ? (long) low - start : (long) start - (high - 1));
    }

    private static long after(int start, int step, int low, int high) {
        return step > 0 ? (long) high - 1 - start : (long) start - low;
    }

    /** The cells of points. */
    void points(PixelShapes shapes, int shape) {
        for (int i = shapes.partStart(shapes.firstPart(shape)); i < shapes.partEnd(shapes.endPart(shape) - 1); i++) {
            int column = (int) Math.floor(shapes.x(i));
            span((int) Math.floor(shapes.y(i)), column, column + 1);
        }
    }

    /** Hands over the collected cells by rows from the west, each once. */
    void handOver(CellSpans.Receiver receiver) {
        ShortRuns.sort(spans, 0, count);
        long mask = (1L << BITS) - 1;
        int i = 0;
        while (i < count) {
            long row = spans[i] >> 2 * BITS;
            int from = (int) (spans[i] >> BITS & mask);
            int to = (int) (spans[i] & mask);
            for (i++; i < count && spans[i] >> 2 * BITS == row && (spans[i] >> BITS & mask) <= to; i++) {
                to = Math.max(to, (int) (spans[i] & mask));
            }
            receiver.span(first + (int) row, from, to);
        }
    }
}
