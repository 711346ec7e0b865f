package riskmap.risk.flood;

/**
 * The flow at a catchment's outlet from runoff in steps: each step's runoff leaves as a triangle that rises for half a
 * step and 0.6 of the time of concentration and falls 1.67 times as long, both from the beginning of the step. Flows are read
 * from the triangle at the ends of the steps and scaled so that volumes are kept exactly.
 *
 * <p>Example: 10 mm in an hour on 3.6 km² with an hour of concentration peak after 66 minutes; at the ends of the hours 0,
 * 6.406, 3.594 and 0 m³/s pass.
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

    /** Share of a step's runoff that passes at the end of this and each later step; they add up to 1. */
    static double[] shares(double seconds, double concentrationHours) {
        double rise = seconds / 2 + 0.6 * concentrationHours * 3600;
        double base = concentrationHours == 0 ? seconds : 2.67 * rise;
        // at the end of the last step of the base nothing passes any more
        int count = (int) Math.max(1, Math.ceil(base / seconds) - 1);
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double time = (i + 1) * seconds;
            shares[i] = Math.max(0, time <= rise ? time / rise : (base - time) / (base - rise));
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] = sum == 0 ? 1.0 / count : shares[i] / sum;
        }
        return shares;
    }
}
