package riskmap.risk.flood;

/**
 * The flow at a catchment's outlet from runoff in steps: each step's runoff leaves as a triangle that rises for half a
 * step and 0.6 of the time of concentration and falls 1.67 times as long. Volumes are kept exactly.
 *
 * <p><b>Source:</b> USDA NRCS, National Engineering Handbook 4, chapter 16 (triangular unit hydrograph).
 */
public final class UnitHydrograph {
    private UnitHydrograph() {}

    /**
     * Flows in m³/s at the ends of the steps, the first at the beginning of the rain; the last is 0.
     *
     * @param runoff mm in each step
     * @param seconds length of a step
     * @param areaKm2 of the catchment
     * @param concentrationHours 0 for runoff that leaves at once
     */
    public static double[] flows(double[] runoff, double seconds, double areaKm2, double concentrationHours) {
        double[] shares = shares(seconds, concentrationHours);
        double[] flows = new double[runoff.length + shares.length + 1];
        for (int i = 0; i < runoff.length; i++) {
            double cubicMetresPerSecond = runoff[i] * areaKm2 * 1000 / seconds;
            for (int k = 0; k < shares.length; k++) {
                flows[i + 1 + k] += cubicMetresPerSecond * shares[k];
            }
        }
        return flows;
    }

    /** Share of a step's runoff that passes around the end of this and each later step; they add up to 1. */
    static double[] shares(double seconds, double concentrationHours) {
        double rise = seconds / 2 + 0.6 * concentrationHours * 3600;
        double base = concentrationHours == 0 ? seconds : 2.67 * rise;
        int count = (int) Math.max(1, Math.ceil(base / seconds));
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double time = (i + 0.5) * seconds;
            shares[i] = Math.max(0, time <= rise ? time / rise : (base - time) / (base - rise));
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] = sum == 0 ? 1.0 / count : shares[i] / sum;
        }
        return shares;
    }
}
