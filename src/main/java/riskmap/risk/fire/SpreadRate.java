package riskmap.risk.fire;

/**
 * How fast the front of a forest fire goes in a direction: R = R₀ · Ks · Kw · Kφ, m/min, where R₀ is the speed in still air
 * on level ground, Ks that of the fuel, Kw that of the wind and Kφ that of the slope along the direction.
 *
 * <ul>
 *   <li>R₀ = 0.03 T + 0.05 W + 0.01 (100 − H) − 0.3, T in °C, W the wind's force (Beaufort), H in %; not below 0
 *   <li>Kw = e^(0.1783 v cos θ), v in m/s, θ between the direction and where the wind blows to
 *   <li>Kφ = e^(3.533 tan^1.2 φ) uphill, its inverse downhill; slopes beyond 60° as 60°
 * </ul>
 *
 * <p><b>Source:</b> Wang Zhengfei (王正非) 1992, with Mao Xianmin's (毛贤敏) 1993 directions; the coefficients are to be checked
 * against the printed papers. Example: 25 °C, 30 %, 5 m/s (force 3.295): R₀ 1.3147 m/min; with the wind on level ground
 * 3.2064 m/min.
 *
 * @param still R₀, m/min
 * @param wind v, m/s
 * @param windTo where the wind blows to, radians clockwise from north
 */
public record SpreadRate(double still, double wind, double windTo) {
    private static final double STEEPEST = Math.tan(Math.toRadians(60));

    /**
     * The speed of a weather.
     *
     * @param temperature °C
     * @param humidity %
     * @param wind m/s
     * @param windFrom where the wind comes from, degrees clockwise from north
     */
    public static SpreadRate of(double temperature, double humidity, double wind, double windFrom) {
        double still = 0.03 * temperature + 0.05 * beaufort(wind) + 0.01 * (100 - humidity) - 0.3;
        return new SpreadRate(Math.max(0, still), wind, Math.toRadians(windFrom + 180));
    }

    /** Force of a wind: v = 0.836 B^1.5. */
    public static double beaufort(double wind) {
        return Math.pow(wind / 0.836, 2.0 / 3);
    }

    /** Kw in the direction (east, north). */
    public double windFactor(double east, double north) {
        double length = Math.hypot(east, north);
        double cosine = length == 0 ? 0 : (east * Math.sin(windTo) + north * Math.cos(windTo)) / length;
        return Math.exp(0.1783 * wind * cosine);
    }

    /** Kφ of a rise per length, negative downhill. */
    public static double slopeFactor(double rise) {
        double steep = Math.min(STEEPEST, Math.abs(rise));
        return Math.exp(Math.signum(rise) * 3.533 * Math.pow(steep, 1.2));
    }

    /** R in m/min. */
    public double speed(double fuel, double east, double north, double rise) {
        return still * fuel * windFactor(east, north) * slopeFactor(rise);
    }
}
