package riskmap.risk;

import java.math.BigDecimal;
import java.util.Locale;
import riskmap.base.Message;

/**
 * The proof that a count lost nothing: inside the zones, outside, and without geometry are counted apart and must add up
 * to the layer's total, which is taken from the layer itself.
 *
 * @param layer the layer counted
 * @param measure what was counted: {@code count}, or a field that was added up
 * @param inside in a zone
 * @param outside in none
 * @param withoutGeometry of rows whose geometry is missing or empty
 * @param total of all rows
 * @param nullValues rows without a value of the field; they add nothing to any of the sums
 */
public record Conservation(
        String layer,
        String measure,
        BigDecimal inside,
        BigDecimal outside,
        BigDecimal withoutGeometry,
        BigDecimal total,
        long nullValues) {

    public Conservation {
        inside = plain(inside);
        outside = plain(outside);
        withoutGeometry = plain(withoutGeometry);
        total = plain(total);
    }

    /** The same number in one form only: 400 is neither 4E+2 nor 400.0. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** What was counted in words; layer and field as they are where nobody has named them. */
    public Message title() {
        Message known = Message.of("risk.measure-"
                + (layer + "-" + measure).toLowerCase(Locale.ROOT).replace('_', '-'));
        return known.exists() ? known : Message.of("risk.measure-of-layer", layer, measure);
    }

    /** Whether the parts add up to the total, exactly. */
    public boolean holds() {
        return inside.add(outside).add(withoutGeometry).compareTo(total) == 0;
    }
}
