package riskmap.risk.model.combined;

import java.util.Map;

/**
 * Distances at which an explosion at a site would press with 9, 5 and 2 kPa, by the mass and class of its substance.
 *
 * <p>Equal mass of explosive: W = 0.04 · f · M · 46,000 / 4,500 (4 % of the heat of LPG, kJ/kg); distance = Z · W^⅓ with
 * the scaled distances Z = 15.85, 25.76 and 58.86 m/kg^⅓. f is 1 for gases, 0.1 for flammable liquids (what a pool gives
 * off), 0.02 for other classes; for explosives W = M. At most 50 t of gas or liquid take part at once, about what one
 * large vessel releases before it is shut. f and the 50 t are rules of this model.
 *
 * <p><b>Source:</b> GB/T 37243 and GB 6722 equation 3 for the scaled distances (to be checked against the printed
 * standard).
 *
 * <p>Example: 10 t of LPG give 254, 412 and 941 m.
 *
 * @param near distance to 9 kPa in metres
 * @param middle distance to 5 kPa in metres
 * @param far distance to 2 kPa in metres
 */
public record ChemicalBands(double near, double middle, double far) {
    private static final double EXPLOSIVE_SHARE = 0.04 * 46_000 / 4_500;

    private static final double MOST_TONNES_AT_ONCE = 50;
    private static final Map<String, Double> SHARE_BY_CLASS =
            Map.of("flammable_gas", 1.0, "toxic_gas", 1.0, "flammable_liquid", 0.1);
    private static final double SHARE_OF_OTHERS = 0.02;

    /** The bands of a quantity in tonnes of a class of the catalogue; null for an unknown class. */
    public static ChemicalBands of(double tonnes, String hazardClass) {
        double kilograms = 1000 * Math.max(0, tonnes);
        if ("explosive".equals(hazardClass)) {
            return ofExplosive(kilograms);
        }
        double share =
                hazardClass == null ? SHARE_OF_OTHERS : SHARE_BY_CLASS.getOrDefault(hazardClass, SHARE_OF_OTHERS);
        return ofExplosive(EXPLOSIVE_SHARE * share * Math.min(1000 * MOST_TONNES_AT_ONCE, kilograms));
    }

    private static ChemicalBands ofExplosive(double kilograms) {
        double root = Math.cbrt(kilograms);
        return new ChemicalBands(15.85 * root, 25.76 * root, 58.86 * root);
    }

    /** 1 at the site, 0.7, 0.4 and 0.1 at the three distances, linear between, 0 beyond. */
    public double intensity(double distanceMetres) {
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
