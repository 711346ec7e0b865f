package riskmap.risk.chemical;

/**
 * What flows out of a hole, kg/s.
 *
 * <p><b>Source:</b> CCPS, Guidelines for Consequence Analysis of Chemical Releases, 1999, pages 40 and 47. Examples:
 * liquid, C 0.63, 10 mm, 490 kg/m³, 120 935.04 Pa: 0.216912 kg/s; choked gas, C 0.85, 10 mm, 501 kPa, 8.90 kg/m³,
 * k 1.15: 0.0900280 kg/s.
 */
public final class ReleaseRate {
    private ReleaseRate() {}

    /**
     * Liquid: G = C A √(2 ρ (p − pₐ)).
     *
     * @param coefficient discharge coefficient C
     * @param density of the liquid, kg/m³
     * @param pressurePascal absolute pressure at the hole, head included
     */
    public static double liquid(double coefficient, double diameterMetres, double density, double pressurePascal) {
        double over = Math.max(0, pressurePascal - Blast.ATMOSPHERE_PASCAL);
        return coefficient * area(diameterMetres) * Math.sqrt(2 * density * over);
    }

    /**
     * Gas: choked where the pressure ratio allows it, else subsonic.
     *
     * @param density of the gas at the pressure inside, kg/m³
     * @param k ratio of the specific heats
     */
    public static double gas(
            double coefficient, double diameterMetres, double density, double pressurePascal, double k) {
        double ratio = Blast.ATMOSPHERE_PASCAL / pressurePascal;
        if (ratio >= 1) {
            return 0;
        }
        double choked = Math.pow(2 / (k + 1), k / (k - 1));
        double flux = ratio <= choked
                ? Math.sqrt(k * pressurePascal * density * Math.pow(2 / (k + 1), (k + 1) / (k - 1)))
                : Math.sqrt(2
                        * pressurePascal
                        * density
                        * k
                        / (k - 1)
                        * (Math.pow(ratio, 2 / k) - Math.pow(ratio, (k + 1) / k)));
        return coefficient * area(diameterMetres) * flux;
    }

    private static double area(double diameterMetres) {
        return Math.PI * diameterMetres * diameterMetres / 4;
    }
}
