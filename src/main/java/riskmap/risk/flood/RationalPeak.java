package riskmap.risk.flood;

/**
 * Peak discharge of a small catchment by the rational formula of Chinese design practice (推理公式):
 *
 * <pre>
 *  Qm = 0.278·(Sp/τⁿ − μ)·F        where it rains more than the loss for longer than τ (全面汇流)
 *  Qm = 0.278·(n·Sp·t^(1−n)/τ)·F   where that lasts for t hours only (部分汇流)
 *  t = ((1 − n)·Sp/μ)^(1/n),  τ = 0.278·L/(m·J^(1/3)·Qm^(1/4))
 * </pre>
 *
 * solved by fixed-point steps. F km², L km length of the river, J slope, m concentration, Sp mm rain power (rain of the
 * wettest hour), n exponent of the storm, μ mm/h mean loss; Qm m³/s, τ and t h. Both agree where τ = t, and a quarter of a
 * change of Qm is the most that a step gives back, so that there is one solution and the steps reach it.
 *
 * <p><b>Source:</b> SL 44-2006, 水利水电工程设计洪水计算规范, annex (m by region: hydrological handbook of the province).
 *
 * @param discharge Qm in m³/s
 * @param hours τ; NaN without discharge
 * @param runoffHours t, infinite without loss
 * @param steps fixed-point steps taken
 */
public record RationalPeak(double discharge, double hours, double runoffHours, int steps) {
    private static final int MOST_STEPS = 500;

    /** Solves it; no discharge where the loss takes all rain. */
    public static RationalPeak of(
            double areaKm2, double lengthKm, double slope, double m, double power, double n, double loss) {
        double lasting = runoffHours(power, n, loss);
        double depth = depth(power, n, loss, lasting);
        if (!(depth > 0)) {
            return new RationalPeak(0, Double.NaN, 0, 0);
        }
        double discharge = Math.max(1e-6, 0.278 * (power - loss) * areaKm2);
        for (int step = 1; step <= MOST_STEPS; step++) {
            double hours = concentration(lengthKm, slope, m, discharge);
            double next = 0.278 * intensity(power, n, loss, lasting, hours) * areaKm2;
            if (Math.abs(next - discharge) < 1e-9 * Math.max(1, next)) {
                return new RationalPeak(next, hours, lasting, step);
            }
            discharge = next;
        }
        return new RationalPeak(discharge, concentration(lengthKm, slope, m, discharge), lasting, MOST_STEPS);
    }

    /** Whether all of the catchment adds to the peak: it rains more than the loss for as long as its water takes. */
    public boolean isOfWholeArea() {
        return hours <= runoffHours;
    }

    /** Time in h that the water of the farthest point needs. */
    public static double concentration(double lengthKm, double slope, double m, double discharge) {
        return 0.278 * lengthKm / (m * Math.cbrt(slope) * Math.pow(discharge, 0.25));
    }

    /** Hours in which it rains more than the loss. */
    private static double runoffHours(double power, double n, double loss) {
        if (loss == 0) {
            return power > 0 ? Double.POSITIVE_INFINITY : 0;
        }
        double ratio = (1 - n) * power / loss;
        return n == 0 ? (ratio > 1 ? Double.POSITIVE_INFINITY : 0) : Math.pow(ratio, 1 / n);
    }

    /** Rain of these hours less the loss, mm: n·Sp·t^(1−n). */
    private static double depth(double power, double n, double loss, double lasting) {
        return Double.isInfinite(lasting) ? power : n * power * Math.pow(lasting, 1 - n);
    }

    /** Mean of what runs off over the time of concentration, mm/h. */
    private static double intensity(double power, double n, double loss, double lasting, double hours) {
        return hours <= lasting ? power / Math.pow(hours, n) - loss : depth(power, n, loss, lasting) / hours;
    }
}
