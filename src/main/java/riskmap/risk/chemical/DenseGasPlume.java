package riskmap.risk.chemical;

/**
 * A steady plume of a gas heavier than air after Britter and McQuaid: the ratio of the greatest concentration at a
 * distance x to that at the source, from curves of β = log₁₀(x/D), D = √(V/u), over
 * α = log₁₀((g₀² V / u⁵)^⅕), g₀ = g (ρ − ρₐ)/ρₐ.
 *
 * <p>Nearer than 30 D: r = 306 ξ⁻² / (1 + 306 ξ⁻²), ξ = x/D; between the curves linear in β; beyond the last (r = 0.002)
 * falling with x⁻². A cold gas is warmed by the air: c/c₀ = r T′ / (1 − r + r T′), T′ = Tₐ/T. The curves are given for
 * α ≤ 1 ({@link #isWithinCurves}).
 *
 * <p><b>Source:</b> Britter and McQuaid 1988 in the form of EPA TSCREEN; example of CCPS 1999, page 122.
 *
 * @param volumeRate gas set free V, m³/s at release conditions
 * @param wind u in 10 m height, m/s
 * @param density of the gas at release conditions ρ, kg/m³
 * @param airDensity ρₐ, kg/m³
 * @param temperature of the gas T, K
 * @param airTemperature Tₐ, K
 */
public record DenseGasPlume(
        double volumeRate, double wind, double density, double airDensity, double temperature, double airTemperature) {
    private static final double GRAVITY = 9.80616;
    private static final double NEAR = 30;
    private static final double NEAR_FACTOR = 306;
    private static final double[] RATIOS = {
        NEAR_FACTOR / (NEAR * NEAR + NEAR_FACTOR), 0.1, 0.05, 0.02, 0.01, 0.005, 0.002
    };

    public DenseGasPlume {
        if (!(volumeRate > 0) || !(wind > 0) || !(density > airDensity) || !(airDensity > 0)) {
            throw new IllegalArgumentException("a gas heavier than air, rate and wind above 0");
        }
    }

    /** Density of dry air at sea level, kg/m³. */
    public static double airDensity(double kelvin) {
        return Blast.ATMOSPHERE_PASCAL * 0.0289652 / (8.31446 * kelvin);
    }

    /** Whether the curves were measured for such a release. */
    public boolean isWithinCurves() {
        return alpha() <= 1;
    }

    /** c/c₀ at a distance downwind; 1 at the source. */
    public double ratio(double x) {
        if (x <= 0) {
            return 1;
        }
        double isothermal = isothermal(x / Math.sqrt(volumeRate / wind));
        double warming = airTemperature / temperature;
        return isothermal * warming / (1 - isothermal + isothermal * warming);
    }

    /** Distance within which c/c₀ reaches a limit. */
    public double distanceMetres(double limit) {
        return Falling.distance(this::ratio, limit, 1e-3);
    }

    /** How far the cloud reaches against the wind: D/2 + 2 l, l = g₀ V / u³. */
    public double upwind() {
        return Math.sqrt(volumeRate / wind) / 2 + 2 * buoyancyLength();
    }

    /** Half of the width of the cloud at a distance downwind: D + 8 l at the source, then wider by 2.5 l^⅓ x^⅔. */
    public double halfWidth(double x) {
        double length = buoyancyLength();
        double atSource = Math.sqrt(volumeRate / wind) + 8 * length;
        return x <= 0 ? atSource : atSource + 2.5 * Math.cbrt(length) * Math.cbrt(x * x);
    }

    private double buoyancyLength() {
        return reducedGravity() * volumeRate / (wind * wind * wind);
    }

    private double reducedGravity() {
        return GRAVITY * (density - airDensity) / airDensity;
    }

    private double isothermal(double xi) {
        if (xi < NEAR) {
            double near = NEAR_FACTOR / (xi * xi);
            return near / (1 + near);
        }
        double[] betas = betas(alpha());
        double beta = Math.log10(xi);
        int last = betas.length - 1;
        for (int i = 0; i < last; i++) {
            if (beta <= betas[i + 1]) {
                double share = Math.max(0, (beta - betas[i]) / (betas[i + 1] - betas[i]));
                return RATIOS[i] + share * (RATIOS[i + 1] - RATIOS[i]);
            }
        }
        double beyond = Math.pow(10, betas[last] - beta);
        return RATIOS[last] * beyond * beyond;
    }

    private double alpha() {
        double reduced = reducedGravity();
        return 0.2 * Math.log10(reduced * reduced * volumeRate / Math.pow(wind, 5));
    }

    /** Where each ratio is reached, with the start of the curves before them; never falling. */
    private static double[] betas(double alpha) {
        double[] betas = {
            Math.log10(NEAR),
            alpha <= -0.55 ? 1.75 : alpha <= -0.14 ? 0.24 * alpha + 1.88 : 1.78 - 0.50 * alpha,
            alpha <= -0.68 ? 1.92 : alpha <= -0.29 ? 0.36 * alpha + 2.16 : alpha <= -0.18 ? 2.06 : 1.96 - 0.56 * alpha,
            alpha <= -0.69 ? 2.08 : alpha <= -0.31 ? 0.45 * alpha + 2.39 : alpha <= -0.16 ? 2.25 : 2.16 - 0.54 * alpha,
            alpha <= -0.70 ? 2.25 : alpha <= -0.29 ? 0.49 * alpha + 2.59 : alpha <= -0.20 ? 2.45 : 2.35 - 0.52 * alpha,
            alpha <= -0.67 ? 2.40 : alpha <= -0.28 ? 0.59 * alpha + 2.80 : alpha <= -0.15 ? 2.63 : 2.56 - 0.49 * alpha,
            alpha <= -0.69 ? 2.60 : alpha <= -0.25 ? 0.39 * alpha + 2.87 : alpha <= -0.13 ? 2.77 : 2.71 - 0.50 * alpha
        };
        for (int i = 1; i < betas.length; i++) {
            betas[i] = Math.max(betas[i], betas[i - 1] + 1e-9);
        }
        return betas;
    }
}
