package riskmap.risk.flood;

import java.util.Arrays;

/**
 * Discharge of a reach by stage from the heights of its ground above the river alone, where no cross-section was measured:
 * with volume V, bed B and length L of the water at a stage,
 *
 * <pre>  A = V/L,  P = B/L,  R = A/P,  Q = A·R^(2/3)·√S/n   (Manning)</pre>
 *
 * Discharge never falls as the stage rises.
 *
 * <p>Example: ten cells of 100 m² at height 0 along 100 m are a bed 10 m wide; at a stage of 1 m with S 0.01 and n 0.05 it
 * carries 20 m³/s.
 *
 * <p><b>Source:</b> X. Zheng et al., “River channel geometry and rating curve estimation using height above the nearest
 * drainage”, JAWRA 54 (2018) 785–806; NOAA-OWP inundation mapping.
 */
public final class SyntheticRating {
    private final double[] heights;
    /** Sum of the heights up to each, and of the whole before it. */
    private final double[] sums;

    private final double cellArea;
    private final double length;
    private final double factor;

    /**
     * A reach.
     *
     * @param heights of its cells above the river, in m
     * @param cellArea m²
     * @param length m along the river
     * @param slope fall by length
     * @param roughness Manning's n
     */
    public SyntheticRating(double[] heights, double cellArea, double length, double slope, double roughness) {
        this.heights = heights.clone();
        Arrays.sort(this.heights);
        this.sums = new double[heights.length + 1];
        for (int i = 0; i < heights.length; i++) {
            sums[i + 1] = sums[i] + this.heights[i];
        }
        this.cellArea = cellArea;
        this.length = length;
        this.factor = Math.sqrt(slope) / roughness;
    }

    /** Discharge at a stage in m³/s. */
    public double discharge(double stage) {
        int wet = wet(stage);
        if (wet == 0) {
            return 0;
        }
        double section = (wet * stage - sums[wet]) * cellArea / length;
        double bed = wet * cellArea / length;
        return section * Math.pow(section / bed, 2.0 / 3) * factor;
    }

    /** The stage at which the reach carries a discharge, to a millimetre, no more than a highest one. */
    public double stage(double discharge, double highest) {
        double low = 0;
        double high = highest;
        if (discharge(high) <= discharge) {
            return high;
        }
        while (high - low > 0.001) {
            double middle = (low + high) / 2;
            if (discharge(middle) < discharge) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Cells below a stage. */
    private int wet(double stage) {
        int low = 0;
        int high = heights.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (heights[middle] < stage) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
