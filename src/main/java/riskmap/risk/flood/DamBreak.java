package riskmap.risk.flood;

/**
 * The flood of a broken earth dam by formulas fitted to dams that did break: the answer is a range, not a number.
 *
 * <p>V_w m³ of water above the breach, h_w its height and h_b the height of the breach in m; peaks in m³/s, widths in m,
 * times in s.
 *
 * <p><b>Source:</b> D. Froehlich, “Peak outflow from breached embankment dam”, J. Water Resour. Plan. Manage. 121 (1995)
 * 90–97, and “Embankment dam breach parameters and their uncertainties”, J. Hydraul. Eng. 134 (2008) 1708–1721;
 * T. MacDonald, J. Langridge-Monopolis (1984); range: T. Wahl, J. Hydraul. Eng. 130 (2004) 389–397.
 */
public final class DamBreak {
    private DamBreak() {}

    /** Peak outflow by Froehlich (1995): 0.607·V_w^0.295·h_w^1.24. */
    public static double peakFroehlich(double volume, double height) {
        return 0.607 * Math.pow(volume, 0.295) * Math.pow(height, 1.24);
    }

    /** Peak outflow by MacDonald and Langridge-Monopolis (1984): c·(V_w·h_w)^0.412; c 1.154 is to be verified. */
    public static double peakMacDonald(double volume, double height, double coefficient) {
        return coefficient * Math.pow(volume * height, 0.412);
    }

    /** Mean width of the breach by Froehlich (2008): 0.27·K₀·V_w^0.32·h_b^0.04; K₀ by the way of failure. */
    public static double width(double volume, double breachHeight, double failure) {
        return 0.27 * failure * Math.pow(volume, 0.32) * Math.pow(breachHeight, 0.04);
    }

    /** Seconds the breach takes to form by Froehlich (2008): 63.2·√(V_w/(g·h_b²)). */
    public static double formationSeconds(double volume, double breachHeight) {
        return 63.2 * Math.sqrt(volume / (9.81 * breachHeight * breachHeight));
    }

    /** Peak this far downstream by Листван (李斯特万): W/(W/Q_m + L/(v·K)) with L in m. */
    public static double peakDownstream(double volume, double peak, double metres, double velocity) {
        return volume / (volume / peak + metres / velocity);
    }

    /** A value so many powers of ten lower or higher: the ends of its range. */
    public static double shifted(double value, double log10) {
        return value * Math.pow(10, log10);
    }
}
