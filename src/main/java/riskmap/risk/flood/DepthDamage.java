package riskmap.risk.flood;

/**
 * The share of a building's value that water of a depth destroys, straight between the points of a curve; none below the
 * first depth, the last share beyond the last.
 *
 * <p>Example: curve 105 of FAST (one floor, no basement) gives 26.5 % at 2.5 ft.
 *
 * <p><b>Source:</b> FEMA Hazus Flood Assessment Structure Tool (FAST), building curve 105.
 */
public final class DepthDamage {
    private final double[] depths;
    private final double[] percents;

    /** A curve from rows of depth in m and damage in percent, depths rising. */
    public DepthDamage(double[][] rows) {
        depths = new double[rows.length];
        percents = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            depths[i] = rows[i][0];
            percents[i] = rows[i][1];
        }
    }

    /** Damage in percent at a depth in m; 0 where it is dry (NaN). */
    public double percent(double depth) {
        if (!(depth >= depths[0])) {
            return 0;
        }
        for (int i = 1; i < depths.length; i++) {
            if (depth < depths[i]) {
                double share = (depth - depths[i - 1]) / (depths[i] - depths[i - 1]);
                return percents[i - 1] + share * (percents[i] - percents[i - 1]);
            }
        }
        return percents[percents.length - 1];
    }
}
