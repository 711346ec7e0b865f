package riskmap.risk.monitor;

/**
 * Rain that sets slopes in motion, and the warning it gives: the rain of 24 h, fallen or expected, and what is left of the
 * days before, Rₑ = R₀ + Σ kⁱ Rᵢ, held against thresholds by how susceptible the ground is. Classes are [a, b): rain on a
 * threshold has its colour.
 *
 * <p><b>Source:</b> antecedent rain with decay: Crozier and Eyles (1980). Colours of the geological weather warning: yellow
 * rather high, orange high, red very high. The thresholds are regional: profile values to be checked. Example: 80 mm after
 * 30 and 20 mm with k = 0.8 count as 80 + 24 + 12.8 = 116.8 mm.
 */
public final class SlideRain {
    private SlideRain() {}

    /**
     * Effective rain, mm.
     *
     * @param today rain of 24 h
     * @param before rain of the days before, the last one first; NaN counts nothing
     * @param decay share that is left of a day's rain a day later
     */
    public static double effective(double today, double[] before, double decay) {
        double sum = today;
        double share = 1;
        for (double day : before) {
            share *= decay;
            sum += Double.isNaN(day) ? 0 : share * day;
        }
        return sum;
    }

    /**
     * The warning: 2 yellow, 3 orange, 4 red, 0 none.
     *
     * @param thresholds rows of susceptibility level and least rain of yellow, orange and red
     * @param susceptibility level of the ground; one without a row has no warning
     */
    public static int level(double[][] thresholds, int susceptibility, double rain) {
        for (double[] row : thresholds) {
            if (row[0] == susceptibility) {
                int colours = 0;
                for (int i = 1; i < row.length; i++) {
                    colours += rain >= row[i] ? 1 : 0;
                }
                return colours == 0 ? 0 : colours + 1;
            }
        }
        return 0;
    }
}
