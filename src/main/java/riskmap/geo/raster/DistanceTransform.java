package riskmap.geo.raster;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

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

    /** Up to here a float holds every whole number. */
    private static final int MOST_ROWS = 1 << 24;

    private DistanceTransform() {}

    /** The distance to the nearest source; NaN everywhere if there is none. */
    public static Grid distance(Grid sources, Progress progress) {
        return distance(sources, new float[sources.cells().length], progress);
    }

    /** The same in the place of the sources, which nobody needs any more: their cells hold the distances. */
    public static Grid distanceInPlace(Grid sources, Progress progress) {
        return distance(sources, sources.cells(), progress);
    }

    private static Grid distance(Grid sources, float[] out, Progress progress) {
        GridGeometry geometry = sources.geometry();
        int width = geometry.width();
        nearestRows(sources, out, progress.part(0, 0.4));
        double ratio = square(geometry.cellHeight() / geometry.cellWidth());
        geometry.bandsOfRows(progress.part(0.4, 1), (from, to) -> {
            LowerEnvelope envelope = new LowerEnvelope(width);
            for (int row = from; row < to; row++) {
                if (fill(envelope, out, row, width, ratio)) {
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
        float[] rows = new float[sources.cells().length];
        nearestRows(sources, rows, progress.part(0, 0.4));
        int[] nearest = new int[rows.length];
        double ratio = square(geometry.cellHeight() / geometry.cellWidth());
        geometry.bandsOfRows(progress.part(0.4, 1), (from, to) -> {
            LowerEnvelope envelope = new LowerEnvelope(width);
            int[] columns = new int[width];
            for (int row = from; row < to; row++) {
                int offset = row * width;
                if (fill(envelope, rows, row, width, ratio)) {
                    envelope.lowest(columns, width);
                    for (int column = 0; column < width; column++) {
                        nearest[offset + column] = (int) rows[offset + columns[column]] * width + columns[column];
                    }
                } else {
                    Arrays.fill(nearest, offset, offset + width, -1);
                }
            }
        });
        return nearest;
    }

    private static boolean fill(LowerEnvelope envelope, float[] rows, int row, int width, double ratio) {
        envelope.clear();
        int offset = row * width;
        for (int column = 0; column < width; column++) {
            int source = (int) rows[offset + column];
            if (source >= 0) {
                double away = source - row;
                envelope.add(column, away * away * ratio);
            }
        }
        return !envelope.isEmpty();
    }

    /**
     * Writes, per cell, the row of the nearest source in the same column; −1 where the column has none. Rows are whole
     * numbers that a float holds exactly: the sources' own cells may be written to, as each is read before.
     */
    private static void nearestRows(Grid sources, float[] nearest, Progress progress) {
        float[] cells = sources.cells();
        int width = sources.width();
        int height = sources.height();
        if (height > MOST_ROWS) {
            throw new IllegalArgumentException(height + " rows");
        }
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
                    int above = (int) nearest[offset + column];
                    int below = last[column - from];
                    if (above == row) {
                        last[column - from] = row;
                    } else if (below >= 0 && (above < 0 || below - row < row - above)) {
                        nearest[offset + column] = below;
                    }
                }
            }
        });
    }

    private static double square(double value) {
        return value * value;
    }
}
