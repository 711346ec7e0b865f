package riskmap.risk.weighting;

/**
 * Score of a risk point at work: D = L · E · C from the likelihood, the exposure and the consequence. The worst point
 * decides the colour of the enterprise.
 *
 * <p>Colours: red above 320, orange from 160, yellow from 70, blue below; red begins at 320 itself, as a value on a break
 * belongs to the upper class. <b>Source:</b> Graham and Kinney; the colours are a local rule. Example: petrol station
 * fire 3 · 10 · 15 = 450.
 */
public final class LecScore {
    private static final double[] LIKELIHOODS = {10, 6, 3, 1, 0.5, 0.2, 0.1};
    private static final double[] EXPOSURES = {10, 6, 3, 2, 1, 0.5};
    private static final double[] CONSEQUENCES = {100, 40, 15, 7, 3, 1};

    private LecScore() {}

    /** D of three scores of the published scales. */
    public static double of(double likelihood, double exposure, double consequence) {
        check(LIKELIHOODS, likelihood, "L");
        check(EXPOSURES, exposure, "E");
        check(CONSEQUENCES, consequence, "C");
        return likelihood * exposure * consequence;
    }

    /** 4 red, 3 orange, 2 yellow, 1 blue. */
    public static int level(double score) {
        if (score >= 320) {
            return 4;
        }
        if (score >= 160) {
            return 3;
        }
        return score >= 70 ? 2 : 1;
    }

    /** Whether all three are scores of the published scales. */
    public static boolean isOnScale(double likelihood, double exposure, double consequence) {
        return has(LIKELIHOODS, likelihood) && has(EXPOSURES, exposure) && has(CONSEQUENCES, consequence);
    }

    private static void check(double[] scale, double value, String name) {
        if (!has(scale, value)) {
            throw new IllegalArgumentException(name + ": " + value);
        }
    }

    private static boolean has(double[] scale, double value) {
        for (double step : scale) {
            if (step == value) {
                return true;
            }
        }
        return false;
    }
}
