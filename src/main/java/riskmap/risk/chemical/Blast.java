package riskmap.risk.chemical;

/**
 * Peak overpressure of an explosion over the scaled distance Z = R / Q^⅓ (m/kg^⅓), Q in kg of TNT.
 *
 * <ul>
 *   <li>{@link #GB}: Δp = 14/Z³ + 4.3/Z² + 1.1/Z, in 10⁵ Pa. <b>Source:</b> GB/T 37243, GB 6722 equation 3 (coefficients
 *       to be checked against the printed standard).
 *   <li>{@link #CROWL_LOUVAR}: p/pₐ = 1616 (1 + (Z/4.5)²) / (√(1 + (Z/0.048)²) √(1 + (Z/0.32)²) √(1 + (Z/1.35)²)).
 *       <b>Source:</b> Crowl and Louvar, Chemical Process Safety (coefficients to be checked against the print).
 * </ul>
 *
 * The two differ: 1 kg at 30 m gives 4.20 kPa by the first and 5.71 kPa by the second, so a result names its formula.
 */
public enum Blast {
    GB {
        @Override
        double scaledPascal(double z) {
            return 1e5 * (14 / (z * z * z) + 4.3 / (z * z) + 1.1 / z);
        }
    },
    CROWL_LOUVAR {
        @Override
        double scaledPascal(double z) {
            return ATMOSPHERE_PASCAL
                    * 1616
                    * (1 + square(z / 4.5))
                    / (Math.sqrt(1 + square(z / 0.048))
                            * Math.sqrt(1 + square(z / 0.32))
                            * Math.sqrt(1 + square(z / 1.35)));
        }
    };

    /** Standard atmosphere. */
    public static final double ATMOSPHERE_PASCAL = 101_325;

    /** Energy of TNT, kJ/kg, of the vapour-cloud rule (4500 to 4680 in use; to be checked against the standard). */
    public static final double TNT_KJ_PER_KG = 4500;

    abstract double scaledPascal(double z);

    /** Overpressure in Pa at a distance from so much TNT. */
    public double pascal(double distanceMetres, double tntKilograms) {
        return scaledPascal(distanceMetres / Math.cbrt(tntKilograms));
    }

    /** Distance within which the overpressure reaches a limit in Pa. */
    public double distanceMetres(double limitPascal, double tntKilograms) {
        if (tntKilograms == 0) {
            return 0;
        }
        // from a scaled distance of 0.05 on: nearer, the charge itself is in the way
        return Math.cbrt(tntKilograms) * Falling.distance(this::scaledPascal, limitPascal, 0.05);
    }

    /**
     * TNT that a vapour cloud is worth: W = a W_f H_c / H_TNT.
     *
     * @param massKilograms mass of fuel in the cloud
     * @param heatKilojoulesPerKilogram heat of combustion H_c
     * @param yield share of the energy that goes into the blast: 0.04 usual, 0.10 as a worst case
     */
    public static double tntOfCloud(double massKilograms, double heatKilojoulesPerKilogram, double yield) {
        return yield * massKilograms * heatKilojoulesPerKilogram / TNT_KJ_PER_KG;
    }

    /**
     * Distance to 1 psi of a vapour cloud by the worst-case rule, D = 17 (0.1 W_f H_c / 4680)^⅓.
     *
     * <p><b>Source:</b> US EPA, Risk Management Program guidance for offsite consequence analysis.
     */
    public static double worstCaseOnePsiMetres(double massKilograms, double heatKilojoulesPerKilogram) {
        return 17 * Math.cbrt(0.1 * massKilograms * heatKilojoulesPerKilogram / 4680);
    }

    private static double square(double value) {
        return value * value;
    }
}
