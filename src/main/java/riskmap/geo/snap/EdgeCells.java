package riskmap.geo.snap;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.locationtech.jts.geom.Envelope;

/** Which edges pass through each cell of a lattice over an extent: lists in two arrays, grown by adding. */
final class EdgeCells {
    /** Cells along the longer side: some edges a cell when 300,000 buildings are in view, 4 MB of list heads at most. */
    private static final int CELLS = 1024;

    private final Envelope extent;
    private final double size;
    private final int columns;
    private final int rows;
    private final int[] heads;
    private int[] edges = new int[1024];
    private int[] next = new int[1024];
    private int count;

    EdgeCells(Envelope extent) {
        this.extent = extent;
        size = Math.max(Math.max(extent.getWidth(), extent.getHeight()) / CELLS, Double.MIN_NORMAL);
        columns = Math.max(1, (int) Math.ceil(extent.getWidth() / size));
        rows = Math.max(1, (int) Math.ceil(extent.getHeight() / size));
        heads = new int[columns * rows];
    }

    /** Puts an edge into every cell it passes; what lies outside the extent is left out. */
    void add(int edge, double x0, double y0, double x1, double y1) {
        double left = (Math.min(x0, x1) - extent.getMinX()) / size;
        double right = (Math.max(x0, x1) - extent.getMinX()) / size;
        double low = (Math.min(y0, y1) - extent.getMinY()) / size;
        double high = (Math.max(y0, y1) - extent.getMinY()) / size;
        if (!(right >= 0 && left <= columns && high >= 0 && low <= rows)) {
            return;
        }
        double slope = y1 == y0 ? 0 : (x1 - x0) / (y1 - y0);
        double startX = (x0 - extent.getMinX()) / size;
        double startY = (y0 - extent.getMinY()) / size;
        for (int row = clamp(low, rows); row <= clamp(high, rows); row++) {
            double from = left;
            double to = right;
            if (high - low > 1) {
                double atBottom = startX + (Math.max(row, low) - startY) * slope;
                double atTop = startX + (Math.min(row + 1, high) - startY) * slope;
                from = Math.max(left, Math.min(atBottom, atTop) - 1e-6);
                to = Math.min(right, Math.max(atBottom, atTop) + 1e-6);
            }
            if (to < 0 || from > columns) {
                continue;
            }
            for (int column = clamp(from, columns); column <= clamp(to, columns); column++) {
                put(row * columns + column, edge);
            }
        }
    }

    /** Visits the edges in the cells that a box meets; an edge may come several times. */
    void forEach(double minX, double minY, double maxX, double maxY, IntConsumer visitor) {
        if (maxX < extent.getMinX() || minX > extent.getMaxX() || maxY < extent.getMinY() || minY > extent.getMaxY()) {
            return;
        }
        int lastRow = clamp((maxY - extent.getMinY()) / size, rows);
        int lastColumn = clamp((maxX - extent.getMinX()) / size, columns);
        for (int row = clamp((minY - extent.getMinY()) / size, rows); row <= lastRow; row++) {
            for (int column = clamp((minX - extent.getMinX()) / size, columns); column <= lastColumn; column++) {
                for (int at = heads[row * columns + column] - 1; at >= 0; at = next[at]) {
                    visitor.accept(edges[at]);
                }
            }
        }
    }

    private static int clamp(double value, int count) {
        return (int) Math.max(0, Math.min(count - 1.0, Math.floor(value)));
    }

    private void put(int cell, int edge) {
        if (count == edges.length) {
            edges = Arrays.copyOf(edges, 2 * count);
            next = Arrays.copyOf(next, 2 * count);
        }
        edges[count] = edge;
        next[count] = heads[cell] - 1;
        heads[cell] = ++count;
    }
}
