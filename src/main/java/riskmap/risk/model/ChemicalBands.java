package riskmap.risk.model;

/**
 * Distances at which an explosion of the stock of a site would press with 9, 5 and 2 kPa, by its mass alone.
 *
 * <p>Equal mass of explosive: W = 0.04 · M · 46,000 / 4,500 (4 % of the heat of LPG, kJ/kg); distance = Z · W^⅓ with the
 * scaled distances Z = 15.85, 25.76 and 58.86 m/kg^⅓.
 *
 * <p><b>Source:</b> GB/T 37243 and GB 6722 equation 3 for the scaled distances (to be checked against the printed
 * standard).
 *
 * <p>Example: 10 t give 254, 412 and 941 m.
 *
 * @param near distance to 9 kPa in metres
 * @param middle distance to 5 kPa in metres
 * @param far distance to 2 kPa in metres
 */
record ChemicalBands(double near, double middle, double far) {
    private static final double EXPLOSIVE_SHARE = 0.04 * 46_000 / 4_500;

    /** The bands of a quantity in tonnes. */
    static ChemicalBands of(double tonnes) {
        double root = Math.cbrt(EXPLOSIVE_SHARE * Math.max(0, tonnes) * 1000);
        return new ChemicalBands(15.85 * root, 25.76 * root, 58.86 * root);
    }

    /** 1 at the site, 0.7, 0.4 and 0.1 at the three distances, linear between, 0 beyond. */
    double intensity(double distanceMetres) {
        if (distanceMetres < near) {
            return 1 - 0.3 * distanceMetres / near;
        } else if (distanceMetres < middle) {
            return 0.7 - 0.3 * (distanceMetres - near) / (middle - near);
        } else if (distanceMetres < far) {
            return 0.4 - 0.3 * (distanceMetres - middle) / (far - middle);
        }
        return 0;
    }
}
