package riskmap.risk.chemical;

import java.util.function.DoubleUnaryOperator;

/** Where an effect that falls with distance comes down to a threshold. */
final class Falling {
    /** Relative width at which the search ends: far below what any of the formulas is good for. */
    private static final double RELATIVE = 1e-12;

    private Falling() {}

    /**
     * The greatest distance at which the effect still reaches the threshold.
     *
     * @param effect falls, or stays, as the distance grows
     * @param nearest distance from which the formula holds
     * @return 0 where the threshold is not reached at the nearest distance
     */
    static double distance(DoubleUnaryOperator effect, double threshold, double nearest) {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("threshold: " + threshold);
        }
        if (effect.applyAsDouble(nearest) < threshold) {
            return 0;
        }
        double low = nearest;
        double high = Math.max(1, 2 * nearest);
        while (effect.applyAsDouble(high) >= threshold) {
            low = high;
            high *= 2;
            if (high > 1e9) {
                throw new IllegalArgumentException("does not fall below " + threshold);
            }
        }
        while (high - low > RELATIVE * high) {
            double middle = (low + high) / 2;
            if (effect.applyAsDouble(middle) >= threshold) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
