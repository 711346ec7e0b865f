package riskmap.risk.flood;

/**
 * A reservoir without a stage–storage table, by what the survey knows: an assumption to be replaced by its table.
 *
 * <pre>  V(z) = W_total·((z − z₀)/(z_check − z₀))^b,   b = ln(W_total/W_useful) / ln((z_check − z₀)/(z_limit − z₀))</pre>
 *
 * through the total storage at the check flood level and, where it is known and makes 1 ≤ b ≤ 4, the useful storage at the
 * flood limit level (dead storage neglected); else b = 2.5. z₀ is the crest less the height of the dam. Outflow is that of
 * a free spillway weir, m·B·√(2g)·(z − z_spillway)^1.5, gates open.
 *
 * @param bottom z₀ in m
 * @param check check flood level in m
 * @param total storage at the check level in m³
 * @param exponent b
 * @param spillway level of the spillway's crest in m; NaN for no spillway
 * @param width width of the spillway in m
 * @param coefficient m of the weir
 */
public record SurveyedPool(
        double bottom, double check, double total, double exponent, double spillway, double width, double coefficient)
        implements Pool {
    /** Between a basin that widens evenly (2) and a cone (3). */
    public static final double USUAL_EXPONENT = 2.5;

    /** The exponent that also gives the useful storage at the flood limit level, or the usual one. */
    public static double exponent(double bottom, double limit, double check, double useful, double total) {
        double b = Math.log(total / useful) / Math.log((check - bottom) / (limit - bottom));
        return b >= 1 && b <= 4 ? b : USUAL_EXPONENT;
    }

    @Override
    public double lowest() {
        return bottom;
    }

    @Override
    public double storage(double level) {
        return level <= bottom ? 0 : total * Math.pow((level - bottom) / (check - bottom), exponent);
    }

    @Override
    public double outflow(double level) {
        return Double.isNaN(spillway) ? 0 : Pool.weir(coefficient, width, level - spillway);
    }
}
