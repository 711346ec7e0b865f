package riskmap.geo.raster;

import java.util.Arrays;
import riskmap.base.Progress;

/**
 * A mapping of values to classes by breaks. Classes are [a, b): with breaks {@code 5, 15} a value below 5 falls in
 * class 0, 5 itself and values below 15 in class 1, 15 and above in class 2. No data stays no data.
 *
 * <p>A break counts as the number that cells can hold: a cell of 0.7 lies on the break 0.7, though neither the float nor the
 * double is 7/10 exactly, and the float is the smaller. This is the rule of numpy and gdal_calc; QGIS compares as doubles.
 *
 * <p>Example: {@code Reclassification.counting(5, 15).of(5f)} is 1.
 */
public final class Reclassification {
    private final double[] breaks;
    private final float[] values;
    /** The breaks as {@link #rank ranks}: a value has reached a break when its rank has. */
    private final long[] ranks;

    /** The least number of each class, and behind the last what is beyond all: a class is [a, b) of these. */
    private final float[] bounds;

    /** The first four, filled up with ranks no value reaches; null when there are more. */
    private final long[] fewRanks;

    /**
     * A mapping with a value per class.
     *
     * @param breaks ascending, without repeats
     * @param values one more than the breaks
     */
    public Reclassification(double[] breaks, float[] values) {
        if (values.length != breaks.length + 1) {
            throw new IllegalArgumentException(breaks.length + " breaks, " + values.length + " values");
        }
        for (int i = 0; i < breaks.length; i++) {
            if (!Double.isFinite(breaks[i]) || i > 0 && breaks[i] <= breaks[i - 1]) {
                throw new IllegalArgumentException("breaks do not ascend: " + Arrays.toString(breaks));
            }
        }
        this.breaks = breaks.clone();
        this.values = values.clone();
        this.ranks = new long[breaks.length];
        this.bounds = new float[breaks.length + 2];
        bounds[0] = Float.NEGATIVE_INFINITY;
        bounds[breaks.length + 1] = Float.POSITIVE_INFINITY;
        for (int i = 0; i < breaks.length; i++) {
            bounds[i + 1] = inCells(breaks[i]);
            ranks[i] = rank(bounds[i + 1]);
        }
        this.fewRanks = breaks.length > 4 ? null : Arrays.copyOf(ranks, 4);
        for (int i = breaks.length; i < 4; i++) {
            fewRanks[i] = Long.MAX_VALUE >> 1;
        }
    }

    /** Classes numbered 0, 1, 2, …: how many breaks a value has reached. */
    public static Reclassification counting(double... breaks) {
        return from(0, breaks);
    }

    /** Classes numbered from a first number on. */
    public static Reclassification from(int first, double... breaks) {
        float[] values = new float[breaks.length + 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = first + i;
        }
        return new Reclassification(breaks, values);
    }

    public double[] breaks() {
        return breaks.clone();
    }

    public float[] values() {
        return values.clone();
    }

    /** The value of the class this value falls in; NaN for NaN. */
    public float of(float value) {
        return Float.isNaN(value) ? Float.NaN : values[reached(value)];
    }

    /** Whether a cell has reached a break. */
    public static boolean reaches(float cell, double limit) {
        return cell >= inCells(limit);
    }

    /** A break as cells hold it; one that they cannot hold, such as 1e-50, is the next number above. */
    private static float inCells(double limit) {
        float nearest = (float) limit;
        boolean beyond = nearest == 0 || Float.isInfinite(nearest);
        return beyond && nearest < limit ? Math.nextUp(nearest) : nearest;
    }

    /** How many breaks a value has reached: the number of its class, from 0 on. */
    public int classOf(float value) {
        return reached(value);
    }

    /** A new grid of the classes' values. */
    public Grid of(Grid grid, Progress progress) {
        float[] in = grid.cells();
        float[] out = new float[in.length];
        int width = grid.width();
        grid.geometry().bandsOfRows(progress, (from, to) -> {
            int[] reached = new int[width];
            for (int row = from; row < to; row++) {
                int offset = row * width;
                reached(in, offset, reached);
                for (int i = 0; i < width; i++) {
                    float value = in[offset + i];
                    out[offset + i] = value == value ? values[reached[i]] : Float.NaN;
                }
            }
        });
        return new Grid(grid.geometry(), out);
    }

    /** Writes how many breaks each of the values from an offset on has reached; anything for NaN. */
    void reached(float[] cells, int offset, int[] reached) {
        if (fewRanks == null) {
            for (int i = 0; i < reached.length; i++) {
                reached[i] = reached(cells[offset + i]);
            }
            return;
        }
        long first = fewRanks[0];
        long second = fewRanks[1];
        long third = fewRanks[2];
        long fourth = fewRanks[3];
        for (int i = 0; i < reached.length; i++) {
            // counted by sign bits instead of jumps, which unsorted values would mispredict
            long rank = rank(cells[offset + i]);
            reached[i] = 4
                    - (int) ((rank - first >>> 63)
                            + (rank - second >>> 63)
                            + (rank - third >>> 63)
                            + (rank - fourth >>> 63));
        }
    }

    /**
     * Writes how many breaks each of the values has reached, and for NaN another number. Cells beside each other mostly
     * fall in one class: breaks are only looked for where a value is not in that of the one before.
     */
    void classes(float[] cells, int from, int to, byte[] classes, byte none) {
        float least = Float.NaN;
        float end = Float.NaN;
        byte same = none;
        for (int i = from; i < to; i++) {
            float value = cells[i];
            if (value >= least && value < end) {
                classes[i] = same;
            } else if (value == value) {
                int found = reached(value);
                same = (byte) found;
                least = bounds[found];
                end = bounds[found + 1];
                classes[i] = same;
            } else {
                classes[i] = none;
            }
        }
    }

    private int reached(float value) {
        long rank = rank(value);
        int reached = 0;
        for (long limit : ranks) {
            reached += (int) (rank - limit >>> 63) ^ 1;
        }
        return reached;
    }

    /** A whole number in the order of the floats: −0 and 0 have the same. */
    private static long rank(float value) {
        int bits = Float.floatToRawIntBits(value + 0f);
        return bits ^ (bits >> 31 & 0x7fffffff);
    }
}
