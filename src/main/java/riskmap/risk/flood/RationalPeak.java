package riskmap.risk.flood;

/**
 * Peak discharge of a small catchment by the rational formula of Chinese design practice (推理公式), full-area runoff:
 *
 * <pre>  Qm = 0.278·(Sp/τⁿ − μ)·F,   τ = 0.278·L/(m·J^(1/3)·Qm^(1/4))</pre>
 *
 * solved by fixed-point steps. F km², L km length of the river, J slope, m concentration, Sp mm rain power (rain of the
 * wettest hour), n exponent of the storm, μ mm/h mean loss; Qm m³/s, τ h. The rain intensity never falls below the loss.
 *
 * <p><b>Source:</b> SL 44-2006, 水利水电工程设计洪水计算规范, annex (m by region: hydrological handbook of the province).
 *
 * @param discharge Qm in m³/s
 * @param hours τ
 * @param steps fixed-point steps taken
 */
public record RationalPeak(double discharge, double hours, int steps) {
    private static final int MOST_STEPS = 500;

    /** Solves it; no discharge where the loss takes all rain. */
    public static RationalPeak of(
            double areaKm2, double lengthKm, double slope, double m, double power, double n, double loss) {
        double discharge = Math.max(1e-6, 0.278 * (power - loss) * areaKm2);
        for (int step = 1; step <= MOST_STEPS; step++) {
            double hours = concentration(lengthKm, slope, m, discharge);
            double next = 0.278 * (power / Math.pow(hours, n) - loss) * areaKm2;
            if (!(next > 0)) {
                return new RationalPeak(0, hours, step);
            }
            if (Math.abs(next - discharge) < 1e-9 * Math.max(1, next)) {
                return new RationalPeak(next, hours, step);
            }
            discharge = next;
        }
        return new RationalPeak(discharge, concentration(lengthKm, slope, m, discharge), MOST_STEPS);
    }

    /** Time in h that the water of the farthest point needs. */
    public static double concentration(double lengthKm, double slope, double m, double discharge) {
        return 0.278 * lengthKm / (m * Math.cbrt(slope) * Math.pow(discharge, 0.25));
    }
}
