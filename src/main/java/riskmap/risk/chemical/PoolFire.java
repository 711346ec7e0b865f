package riskmap.risk.chemical;

/**
 * A burning pool: flame height H = 42 D (ṁ / (ρₐ √(g D)))^0.61 (Thomas), heat flux at a distance X from the centre by the
 * point-source rule q = τ χ ṁ A H_c / (4 π X²).
 *
 * <p><b>Source:</b> Thomas 1963 (coefficients to be checked against the print); point source as in Crowl and Louvar.
 * Example: petrol, 0.055 kg/(m² s), 10 m: 15.8 m high.
 *
 * @param diameterMetres diameter of the pool, D
 * @param burningRate mass burnt, ṁ, kg/(m² s)
 */
public record PoolFire(double diameterMetres, double burningRate) {
    /** Density of air, kg/m³. */
    public static final double AIR_DENSITY = 1.2;

    private static final double GRAVITY = 9.81;

    public PoolFire {
        if (!(diameterMetres > 0) || !(burningRate > 0)) {
            throw new IllegalArgumentException("diameter and burning rate above 0");
        }
    }

    public double heightMetres() {
        return 42 * diameterMetres * Math.pow(burningRate / (AIR_DENSITY * Math.sqrt(GRAVITY * diameterMetres)), 0.61);
    }

    /** Heat set free, kW. */
    public double power(double heatKilojoulesPerKilogram) {
        return burningRate * Math.PI * diameterMetres * diameterMetres / 4 * heatKilojoulesPerKilogram;
    }

    /** Heat flux in kW/m² at a distance from the centre. */
    public double flux(
            double distanceMetres, double transmissivity, double radiatedShare, double heatKilojoulesPerKilogram) {
        return transmissivity
                * radiatedShare
                * power(heatKilojoulesPerKilogram)
                / (4 * Math.PI * distanceMetres * distanceMetres);
    }

    /** Distance from the centre within which the flux reaches a limit in kW/m²; never inside the pool. */
    public double distanceMetres(
            double limitKilowatts, double transmissivity, double radiatedShare, double heatKilojoulesPerKilogram) {
        double reach = Math.sqrt(
                transmissivity * radiatedShare * power(heatKilojoulesPerKilogram) / (4 * Math.PI * limitKilowatts));
        return Math.max(reach, diameterMetres / 2);
    }
}
