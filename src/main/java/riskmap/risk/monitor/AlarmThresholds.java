package riskmap.risk.monitor;

import java.util.Arrays;

/**
 * Published warning thresholds of what is read at the sea, by kind: the least reading of blue, yellow, orange and red, NaN
 * where a kind has no such colour. Classes are [a, b): a reading on a threshold has its colour.
 *
 * <p><b>Source:</b> waves as the national marine forecast grades them: near shore blue 2.5, yellow 3.5, orange 4.5, red 6 m;
 * open sea yellow 6, orange 9, red 14 m. Tsunami at the gauge as an edition of the tsunami emergency plan has it: blue 50,
 * yellow 100, orange 150, red 200 cm; whether a later edition grades otherwise is to be checked.
 */
public enum AlarmThresholds {
    /** Significant wave height near shore. */
    WAVES_NEAR_SHORE("waves-near-shore", "m", 2.5, 3.5, 4.5, 6),
    /** Significant wave height in the open sea, where there is no blue. */
    WAVES_OPEN_SEA("waves-open-sea", "m", Double.NaN, 6, 9, 14),
    /** Height of a tsunami at the gauge. */
    TSUNAMI("tsunami", "cm", 50, 100, 150, 200);

    private final String key;
    private final String unit;
    private final double[] levels;

    AlarmThresholds(String key, String unit, double... levels) {
        this.key = key;
        this.unit = unit;
        this.levels = levels;
    }

    /** Name as a value of a parameter. */
    public String key() {
        return key;
    }

    /** Unit of the readings. */
    public String unit() {
        return unit;
    }

    /** Least readings of levels 1 (blue) to 4 (red). */
    public double[] levels() {
        return levels.clone();
    }

    /** The least reading of the lowest colour there is. */
    public double lowest() {
        return Arrays.stream(levels).filter(level -> !Double.isNaN(level)).min().orElseThrow();
    }

    /** The kind of this name, null when it is none of them. */
    public static AlarmThresholds of(String key) {
        return Arrays.stream(values())
                .filter(each -> each.key.equals(key))
                .findFirst()
                .orElse(null);
    }
}
