package riskmap.geo;

import java.util.Arrays;
import riskmap.base.Progress;

/**
 * A mapping of values to classes by breaks. Classes are [a, b): with breaks {@code 5, 15} a value below 5 falls in
 * class 0, 5 itself and values below 15 in class 1, 15 and above in class 2. No data stays no data.
 *
 * <p>Example: {@code Reclassification.counting(5, 15).of(5f)} is 1.
 */
public final class Reclassification {
    private final double[] breaks;
    private final float[] values;
    private final float[] thresholds;

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
        this.thresholds = new float[breaks.length];
        for (int i = 0; i < breaks.length; i++) {
            thresholds[i] = leastFloatFrom(breaks[i]);
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

    /** The breaks as the least floats that reach them: comparing with these is exact. */
    float[] thresholds() {
        return thresholds;
    }

    /** The value of the class this value falls in; NaN for NaN. */
    public float of(float value) {
        return Float.isNaN(value) ? Float.NaN : values[reached(value)];
    }

    /** A new grid of the classes' values. */
    public Grid of(Grid grid, Progress progress) {
        float[] in = grid.cells();
        float[] out = new float[in.length];
        int width = grid.width();
        Parallel.rows(grid.geometry(), progress, (from, to) -> {
            for (int i = from * width; i < to * width; i++) {
                out[i] = of(in[i]);
            }
        });
        return new Grid(grid.geometry(), out);
    }

    /** How many breaks the value has reached. Counted without jumps: class breaks are few and values unsorted. */
    int reached(float value) {
        int reached = 0;
        for (float threshold : thresholds) {
            // the sign bit of the difference: 0 when value >= threshold
            reached += (Float.floatToRawIntBits(value - threshold) >>> 31) ^ 1;
        }
        return reached;
    }

    private static float leastFloatFrom(double value) {
        float nearest = (float) value;
        return nearest < value ? Math.nextUp(nearest) : nearest;
    }
}
