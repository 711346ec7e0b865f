package riskmap.geo.terrain;

import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;

/**
 * Local relief: the highest less the lowest height in the square of cells around each cell, at the edge in the part of the
 * square that there is. Cells without data are passed over; a cell without data has no relief.
 *
 * <p>Running extremes over rows, then over columns, in time that does not depend on the size of the square. <b>Source:</b>
 * van Herk (1992); Gil and Werman (1993). Example: heights {@code 1 2 4 8} with a radius of one cell give {@code 1 3 6 4}.
 */
public final class LocalRelief {
    private static final int STRIP = 256;

    private LocalRelief() {}

    /**
     * The relief in the units of the heights.
     *
     * @param radius cells from the middle of the square to its side
     */
    public static Grid of(Grid elevation, int radius, Progress progress) {
        if (radius < 0) {
            throw new IllegalArgumentException("radius: " + radius);
        }
        float[] highest = extreme(elevation, radius, 1, progress.part(0, 0.5));
        float[] lowest = extreme(elevation, radius, -1, progress.part(0.5, 1));
        float[] ground = elevation.cells();
        for (int cell = 0; cell < ground.length; cell++) {
            // the lowest is kept as the highest of the negative heights
            highest[cell] = Float.isNaN(ground[cell]) ? Float.NaN : highest[cell] + lowest[cell];
        }
        return new Grid(elevation.geometry(), highest);
    }

    /** The greatest of sign · height over the square, −∞ where the square has no data. */
    private static float[] extreme(Grid elevation, int radius, float sign, Progress progress) {
        int width = elevation.width();
        int height = elevation.height();
        float[] ground = elevation.cells();
        float[] out = new float[ground.length];
        elevation.geometry().bandsOfRows(progress.part(0, 0.5), (from, to) -> {
            Running line = new Running(width, radius);
            for (int row = from; row < to; row++) {
                for (int i = 0; i < width; i++) {
                    float value = ground[row * width + i];
                    line.values[i] = Float.isNaN(value) ? Float.NEGATIVE_INFINITY : sign * value;
                }
                line.run();
                System.arraycopy(line.values, 0, out, row * width, width);
            }
        });
        Parallel.items(width, STRIP, progress.part(0.5, 1), (from, to) -> {
            Running line = new Running(height, radius);
            for (int column = from; column < to; column++) {
                for (int i = 0; i < height; i++) {
                    line.values[i] = out[i * width + column];
                }
                line.run();
                for (int i = 0; i < height; i++) {
                    out[i * width + column] = line.values[i];
                }
            }
        });
        return out;
    }

    /** The running maximum of one line. */
    private static final class Running {
        private final float[] values;
        private final float[] ahead;
        private final float[] behind;
        private final int radius;

        Running(int length, int radius) {
            this.radius = radius;
            values = new float[length];
            // blocks as long as the window: within two neighbouring blocks lies every window
            int whole = length + 2 * radius;
            ahead = new float[whole];
            behind = new float[whole];
        }

        void run() {
            int window = 2 * radius + 1;
            int whole = ahead.length;
            for (int i = 0; i < whole; i++) {
                float value = padded(i);
                ahead[i] = i % window == 0 ? value : Math.max(ahead[i - 1], value);
            }
            for (int i = whole - 1; i >= 0; i--) {
                float value = padded(i);
                behind[i] = i == whole - 1 || (i + 1) % window == 0 ? value : Math.max(behind[i + 1], value);
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.max(behind[i], ahead[i + 2 * radius]);
            }
        }

        private float padded(int i) {
            int at = i - radius;
            return at < 0 || at >= values.length ? Float.NEGATIVE_INFINITY : values[at];
        }
    }
}
