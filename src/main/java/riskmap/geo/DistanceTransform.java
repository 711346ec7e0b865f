package riskmap.geo;

import java.util.Arrays;
import riskmap.base.Progress;

/**
 * The exact Euclidean distance from each cell's centre to the centre of the nearest source cell, in units of the CRS.
 * A source is a cell that holds a value (not NaN) other than 0. Cells need not be square.
 *
 * <p>Two passes: down and up the columns for the nearest source in the column, then along each row for the least
 * {@code (dy·cellHeight)² + (dx·cellWidth)²}. Only for projected coordinates: in degrees the answer means nothing.
 *
 * <p>Example: from a single source, the cell 3 columns and 4 rows away on 10 m cells is 50 m away.
 *
 * <p><b>Source:</b> A. Meijster, J. Roerdink, W. Hesselink, “A General Algorithm for Computing Distance Transforms in
 * Linear Time” (2000); the row pass as in {@link LowerEnvelope}.
 */
public final class DistanceTransform {
    /** Columns one task takes down and up: wide enough to use whole cache lines. */
    private static final int STRIP = 256;

    private DistanceTransform() {}

    /** The distance to the nearest source; NaN everywhere if there is none. */
    public static Grid distance(Grid sources, Progress progress) {
        GridGeometry geometry = sources.geometry();
        int width = geometry.width();
        int[] rows = nearestRows(sources, progress.part(0, 0.4));
        float[] out = new float[rows.length];
        double ratio = square(geometry.cellHeight() / geometry.cellWidth());
        Parallel.rows(geometry, progress.part(0.4, 1), (from, to) -> {
            LowerEnvelope envelope = new LowerEnvelope(width);
            for (int row = from; row < to; row++) {
                if (fill(envelope, rows, row, width, ratio)) {
                    envelope.distances(geometry.cellWidth(), out, row * width, width);
                } else {
                    Arrays.fill(out, row * width, row * width + width, Float.NaN);
                }
            }
        });
        return new Grid(geometry, out);
    }

    /**
     * The index (row × width + column) of the nearest source cell, per cell; −1 everywhere if there is none. Of several
     * equally near, the leftmost column is taken and in a column the upper one.
     */
    public static int[] nearest(Grid sources, Progress progress) {
        GridGeometry geometry = sources.geometry();
        int width = geometry.width();
        int[] rows = nearestRows(sources, progress.part(0, 0.4));
        double ratio = square(geometry.cellHeight() / geometry.cellWidth());
        Parallel.rows(geometry, progress.part(0.4, 1), (from, to) -> {
            LowerEnvelope envelope = new LowerEnvelope(width);
            int[] columns = new int[width];
            int[] indices = new int[width];
            for (int row = from; row < to; row++) {
                int offset = row * width;
                if (fill(envelope, rows, row, width, ratio)) {
                    envelope.lowest(columns, width);
                    for (int column = 0; column < width; column++) {
                        indices[column] = rows[offset + columns[column]] * width + columns[column];
                    }
                    System.arraycopy(indices, 0, rows, offset, width);
                }
            }
        });
        return rows;
    }

    private static boolean fill(LowerEnvelope envelope, int[] rows, int row, int width, double ratio) {
        envelope.clear();
        int offset = row * width;
        for (int column = 0; column < width; column++) {
            int source = rows[offset + column];
            if (source >= 0) {
                double away = source - row;
                envelope.add(column, away * away * ratio);
            }
        }
        return !envelope.isEmpty();
    }

    /** The row of the nearest source in the same column, per cell; −1 where the column has none. */
    private static int[] nearestRows(Grid sources, Progress progress) {
        float[] cells = sources.cells();
        int width = sources.width();
        int height = sources.height();
        int[] nearest = new int[cells.length];
        Parallel.items(width, STRIP, progress, (from, to) -> {
            int[] last = new int[to - from];
            Arrays.fill(last, -1);
            for (int row = 0; row < height; row++) {
                int offset = row * width;
                for (int column = from; column < to; column++) {
                    float value = cells[offset + column];
                    if (value != 0 && value == value) {
                        last[column - from] = row;
                    }
                    nearest[offset + column] = last[column - from];
                }
            }
            // upward: last holds the source below; it wins only when strictly nearer than the one above
            for (int row = height - 2; row >= 0; row--) {
                int offset = row * width;
                for (int column = from; column < to; column++) {
                    int above = nearest[offset + column];
                    int below = last[column - from];
                    if (above == row) {
                        last[column - from] = row;
                    } else if (below >= 0 && (above < 0 || below - row < row - above)) {
                        nearest[offset + column] = below;
                    }
                }
            }
        });
        return nearest;
    }

    private static double square(double value) {
        return value * value;
    }
}
