package riskmap.risk.flood;

import java.util.Arrays;

/**
 * A reservoir by its stage–storage–discharge table, straight between the rows; above the last one as between the last two.
 *
 * <p>Example: rows 100 m – 10×10⁴ m³ – 0 m³/s and 102 m – 30×10⁴ m³ – 8 m³/s give 20×10⁴ m³ and 4 m³/s at 101 m.
 */
public final class StorageCurve implements Pool {
    private final double[] levels;
    private final double[] storages;
    private final double[] outflows;

    /**
     * A table.
     *
     * @param rows level m, storage 10⁴ m³, outflow m³/s (0 where left out): levels and storages rise, outflows do not fall
     */
    public StorageCurve(double[][] rows) {
        levels = new double[rows.length];
        storages = new double[rows.length];
        outflows = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            levels[i] = rows[i][0];
            storages[i] = rows[i][1] * 1e4;
            outflows[i] = rows[i].length > 2 ? rows[i][2] : 0;
        }
        if (!isSound(rows)) {
            throw new IllegalArgumentException("levels and storages must rise: " + Arrays.deepToString(rows));
        }
    }

    /**
     * Whether a table can be one: two rows at least, every number there, levels and storages rise, nothing negative, outflows
     * do not fall.
     */
    public static boolean isSound(double[][] rows) {
        if (rows.length < 2 || rows[0].length < 2 || rows[0].length > 3) {
            return false;
        }
        for (int i = 0; i < rows.length; i++) {
            boolean missing = !Arrays.stream(rows[i]).allMatch(Double::isFinite);
            boolean negative = rows[i][1] < 0 || rows[i].length > 2 && rows[i][2] < 0;
            boolean falls = i > 0
                    && (rows[i][0] <= rows[i - 1][0]
                            || rows[i][1] <= rows[i - 1][1]
                            || rows[i].length > 2 && rows[i][2] < rows[i - 1][2]);
            if (missing || negative || falls) {
                return false;
            }
        }
        return true;
    }

    @Override
    public double lowest() {
        return levels[0];
    }

    @Override
    public double storage(double level) {
        return at(level, storages);
    }

    @Override
    public double outflow(double level) {
        return at(level, outflows);
    }

    private double at(double level, double[] values) {
        if (level <= levels[0]) {
            return values[0];
        }
        int above = 1;
        while (above < levels.length - 1 && levels[above] < level) {
            above++;
        }
        double share = (level - levels[above - 1]) / (levels[above] - levels[above - 1]);
        return values[above - 1] + share * (values[above] - values[above - 1]);
    }
}
