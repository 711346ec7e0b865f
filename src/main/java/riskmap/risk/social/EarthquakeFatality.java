package riskmap.risk.social;

import java.util.Arrays;
import java.util.Optional;

/**
 * Share of the people at a place who die when an earthquake is felt there with an intensity (modified Mercalli, whole, 1 to
 * 10). The coefficients are those for Indonesia: they say of another country's buildings no more than an order.
 *
 * <ul>
 *   <li>ITB: r = 10^(0.62275231 I − 8.03314466) from I = 4 on, fitted to four earthquakes; too high above VIII by its own
 *       account;
 *   <li>ITB, Bayesian: medians by intensity from VI on;
 *   <li>PAGER: r = Φ(ln(I/13.249)/0.151) from I = 4 on.
 * </ul>
 *
 * <p><b>Source:</b> InaSAFE 4 (definitions of its earthquake models), after ITB: Indonesian Earthquake Building-Damage and
 * Fatality Models (2012); Sengara et al.; Jaiswal, Wald and Hearne, USGS Open-File Report 2009-1136.
 *
 * <p>Example: {@code ITB.rate(8)} is 0.000889; of 100,000 people at intensity VIII 89 die.
 */
public enum EarthquakeFatality {
    ITB("itb"),
    ITB_BAYESIAN("itb-bayesian"),
    PAGER("pager");

    /** The highest intensity that the models know. */
    public static final int HIGHEST = 10;

    /** ITB and PAGER kill nobody below this intensity. */
    private static final int FIRST = 4;

    /** Medians by intensity from 1 on. */
    private static final double[] MEDIANS = {
        0, 0, 0, 0, 0, 3.41733122522e-05, 0.000387804494226, 0.001851451786, 0.00787294191661, 0.0314512157378
    };

    /** Terms of the continued fraction: from 1.8 deviations on it is then exact to the last digit. */
    private static final int TERMS = 200;

    private final String key;

    EarthquakeFatality(String key) {
        this.key = key;
    }

    /** What users write. */
    public String key() {
        return key;
    }

    /** The model that a user has named. */
    public static Optional<EarthquakeFatality> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /** Share of the people who die, 0 to 1; {@link IllegalArgumentException} for an intensity no model knows. */
    public double rate(int intensity) {
        if (intensity < 1 || intensity > HIGHEST) {
            throw new IllegalArgumentException("intensity " + intensity);
        }
        if (this == ITB_BAYESIAN) {
            return MEDIANS[intensity - 1];
        }
        if (intensity < FIRST) {
            return 0;
        }
        return this == ITB
                ? Math.pow(10, 0.62275231 * intensity - 8.03314466)
                : tail(-Math.log(intensity / 13.249) / 0.151);
    }

    /** Probability beyond so many deviations of the normal distribution: Laplace's continued fraction, exact in the far tail. */
    private static double tail(double deviations) {
        double fraction = deviations;
        for (int n = TERMS; n >= 1; n--) {
            fraction = deviations + n / fraction;
        }
        return Math.exp(-deviations * deviations / 2) / (Math.sqrt(2 * Math.PI) * fraction);
    }
}
