package riskmap.risk.chemical;

import java.util.Locale;
import riskmap.base.Message;
import riskmap.risk.Evidence;

/**
 * One number of a substance with where it is printed.
 *
 * @param column its column in {@code maps/profiles/substances.csv}, which ends with the unit
 * @param value as it stands there
 * @param source where it is printed; after an {@code @} the ending of a message {@code risk.source-}, which says how it
 *     was computed; empty for a number somebody has put in
 * @param evidence how well it is known to be printed there so
 */
public record SubstanceValue(String column, String value, String source, Evidence evidence) {
    /** What it is. */
    public Message title() {
        return Message.of("risk.substance-" + column.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Where it is printed or how it was computed, to be shown. */
    public Object shownSource() {
        if (source.isEmpty()) {
            return Message.of("risk.substance-own");
        }
        return source.startsWith("@") ? Message.of("risk.source-" + source.substring(1)) : source;
    }

    /** Its unit symbol, empty for a plain number. */
    public String unit() {
        return switch (column) {
            case "molar_mass_g" -> "g/mol";
            case "critical_t" -> "t";
            case "aegl1_ppm", "aegl2_ppm", "aegl3_ppm" -> "ppm";
            case "gas_density_kg_m3", "liquid_density_kg_m3" -> "kg/m³";
            case "boiling_c" -> "°C";
            case "combustion_kj_kg" -> "kJ/kg";
            case "burning_rate_kg_m2_s" -> "kg/(m²·s)";
            default -> "";
        };
    }
}
