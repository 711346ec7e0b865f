package riskmap.risk.chemical;

/**
 * Fireball of a boiling liquid expanding vapour explosion (BLEVE): diameter D = 5.8 M^⅓, duration t = 0.45 M^⅓ below
 * 30 t and 2.6 M^(1/6) from there on; heat flux at the ground at a distance X from the point below its centre
 * q = E F with the view factor F = X (D/2)² / (X² + (D/2)²)^1.5.
 *
 * <p><b>Source:</b> CCPS, Guidelines for Evaluating the Characteristics of Vapor Cloud Explosions, Flash Fires and
 * BLEVEs. Example: 11 957.7 kg of propane give D 132.6 m, t 10.3 s and 89.1 kW/m² at 100 m.
 *
 * @param massKilograms mass in the fireball
 */
public record Fireball(double massKilograms) {
    /** Surface emissive power, kW/m². */
    public static final double EMISSIVE_KW = 350;

    private static final double LARGE_KG = 30_000;

    public Fireball {
        if (!(massKilograms > 0)) {
            throw new IllegalArgumentException("mass: " + massKilograms);
        }
    }

    public double diameterMetres() {
        return 5.8 * Math.cbrt(massKilograms);
    }

    public double durationSeconds() {
        return massKilograms < LARGE_KG ? 0.45 * Math.cbrt(massKilograms) : 2.6 * Math.pow(massKilograms, 1 / 6.0);
    }

    /** View factor at a distance from the point below the centre; greatest at D/√8. */
    public double viewFactor(double distanceMetres) {
        double radius2 = diameterMetres() * diameterMetres() / 4;
        return distanceMetres * radius2 / Math.pow(distanceMetres * distanceMetres + radius2, 1.5);
    }

    /** Heat flux in kW/m². */
    public double flux(double distanceMetres) {
        return EMISSIVE_KW * viewFactor(distanceMetres);
    }

    /** Dose of the whole fireball, (kW/m²)^(4/3) s. */
    public double dose(double distanceMetres) {
        return Math.pow(flux(distanceMetres), 4 / 3.0) * durationSeconds();
    }

    /** Distance within which the flux reaches a limit in kW/m²: outside the maximum, where it falls. */
    public double distanceMetres(double limitKilowatts) {
        return Falling.distance(this::flux, limitKilowatts, diameterMetres() / Math.sqrt(8));
    }

    /**
     * Flux by the point-source rule, 2.2 τ R H_c M^0.67 / (4 π L²), in kW/m².
     *
     * @param transmissivity of the air, τ
     * @param radiatedShare R: 0.3 below the set pressure of the relief valve, 0.4 above
     * @param heatKilojoulesPerKilogram heat of combustion H_c
     */
    public double pointSourceFlux(
            double distanceMetres, double transmissivity, double radiatedShare, double heatKilojoulesPerKilogram) {
        return 2.2
                * transmissivity
                * radiatedShare
                * heatKilojoulesPerKilogram
                * Math.pow(massKilograms, 0.67)
                / (4 * Math.PI * distanceMetres * distanceMetres);
    }
}
