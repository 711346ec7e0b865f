package riskmap.risk.chemical;

/**
 * Share of people who die of a dose: P = Φ(Pr − 5) with the probit Pr = a + b ln(dose).
 *
 * <p><b>Sources:</b> Eisenberg et al. 1975 for heat and lung damage, the same in HyRAM+ (Sandia; heat as −38.48 + 2.56 ln D
 * with D = t I^(4/3), which is this with ln 10⁴ drawn in) and in NeqSim (Equinor); Crowl and Louvar for gases, to be checked
 * against the print.
 *
 * @param a constant
 * @param b factor of the logarithm
 * @param n exponent of the concentration in the dose Cⁿ t of a gas, C in ppm, t in min
 */
public record Probit(double a, double b, double n) {
    /** Heat, dose t I^(4/3) / 10⁴ with t in s and I in W/m². */
    public static final Probit HEAT = new Probit(-14.9, 2.56, 1);

    /** Lung damage by pressure, dose the peak overpressure in Pa. */
    public static final Probit LUNG = new Probit(-77.1, 6.91, 1);

    /** Share of people who die, 0 to 1. */
    public double deaths(double dose) {
        return dose > 0 ? normal(a + b * Math.log(dose) - 5) : 0;
    }

    /** Deaths after breathing a concentration in ppm for so many minutes. */
    public double deaths(double partsPerMillion, double minutes) {
        return deaths(Math.pow(partsPerMillion, n) * minutes);
    }

    /** The normal distribution; Zelen and Severo's formula 26.2.17, error below 7.5e-8. */
    private static double normal(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double tail = Math.exp(-x * x / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return x >= 0 ? 1 - tail : tail;
    }
}
