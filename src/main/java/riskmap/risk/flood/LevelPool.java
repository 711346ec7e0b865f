package riskmap.risk.flood;

/**
 * A flood routed through a reservoir with a level surface (storage-indication method):
 *
 * <pre>  (I₁ + I₂)/2·Δt + S₁ − O₁·Δt/2 = S₂ + O₂·Δt/2</pre>
 *
 * What flows in, less what flows out, is what is stored: the balance closes to rounding in every step. The outflow never
 * exceeds the greatest inflow unless it did at the start.
 *
 * <p><b>Source:</b> V. Chow, D. Maidment, L. Mays, Applied Hydrology (1988), 8.2; worked example of San Diego State
 * University, onlinerouting02.
 *
 * @param seconds Δt
 * @param inflows m³/s at 0, Δt, 2Δt, …
 * @param levels m
 * @param outflows m³/s
 * @param storages m³
 */
public record LevelPool(double seconds, double[] inflows, double[] levels, double[] outflows, double[] storages) {
    /** Routes a flood through a pool that stands at a level when it begins. */
    public static LevelPool route(Pool pool, double[] inflows, double seconds, double level) {
        int steps = inflows.length;
        double[] levels = new double[steps];
        double[] outflows = new double[steps];
        double[] storages = new double[steps];
        for (int i = 0; i < steps; i++) {
            if (i == 0) {
                levels[0] = level;
                outflows[0] = pool.outflow(level);
                storages[0] = pool.storage(level);
                continue;
            }
            double known =
                    (inflows[i - 1] + inflows[i]) / 2 * seconds + storages[i - 1] - outflows[i - 1] * seconds / 2;
            levels[i] = pool.solve(known, seconds / 2);
            outflows[i] = pool.outflow(levels[i]);
            // from the balance, not from the level: rounding then stays in the storage and does not grow
            storages[i] = known - outflows[i] * seconds / 2;
        }
        return new LevelPool(seconds, inflows.clone(), levels, outflows, storages);
    }

    /** Inflow − outflow − rise of the storage over the whole flood in m³: 0 but for rounding. */
    public double imbalance() {
        double sum = 0;
        for (int i = 1; i < inflows.length; i++) {
            sum += (inflows[i - 1] + inflows[i] - outflows[i - 1] - outflows[i]) / 2 * seconds;
        }
        return sum - (storages[storages.length - 1] - storages[0]);
    }

    /** All that flows in, in m³. */
    public double inflowVolume() {
        double sum = 0;
        for (int i = 1; i < inflows.length; i++) {
            sum += (inflows[i - 1] + inflows[i]) / 2 * seconds;
        }
        return sum;
    }

    /** Step at which the level is highest, the first of several. */
    public int peak() {
        int peak = 0;
        for (int i = 1; i < levels.length; i++) {
            peak = levels[i] > levels[peak] ? i : peak;
        }
        return peak;
    }

    /** Hours until the level reaches this one, between steps by the straight line; NaN when it never does. */
    public double hoursTo(double level) {
        if (levels[0] >= level) {
            return 0;
        }
        for (int i = 1; i < levels.length; i++) {
            if (levels[i] >= level) {
                double share = (level - levels[i - 1]) / (levels[i] - levels[i - 1]);
                return (i - 1 + share) * seconds / 3600;
            }
        }
        return Double.NaN;
    }
}
