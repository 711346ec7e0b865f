package riskmap.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import riskmap.base.Message;

/**
 * The proof that a count lost nothing: inside the zones, outside, and without geometry are counted apart and must add up
 * to the layer's total, which is taken from the layer itself.
 *
 * @param layer the layer counted
 * @param measure what was counted: {@code count}, or a field that was added up
 * @param inside in a zone, such as ground under water; in a town where a count is by town alone
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

    /** Digits that each figure keeps. */
    private static final int DIGITS = 3;

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

    /**
     * Inside, outside, without geometry and total as they are written: all with as many decimals, as few as let the parts
     * add up to the total as they stand and leave each figure three digits, but no fewer than two where there are any;
     * with thousands separators.
     */
    public List<String> figures() {
        List<BigDecimal> exact = List.of(inside, outside, withoutGeometry, total);
        int most = exact.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        int least = exact.stream()
                .filter(number -> number.signum() != 0)
                .mapToInt(number -> DIGITS - (number.precision() - number.scale()))
                .max()
                .orElse(0);
        int decimals = Math.min(most, Math.max(2, least));
        while (decimals < most && !addsUp(rounded(exact, decimals))) {
            decimals++;
        }
        String form = "%,." + decimals + "f";
        return rounded(exact, decimals).stream()
                .map(number -> String.format(Locale.ROOT, form, number))
                .toList();
    }

    private static List<BigDecimal> rounded(List<BigDecimal> exact, int decimals) {
        return exact.stream()
                .map(number -> number.setScale(decimals, RoundingMode.HALF_UP))
                .toList();
    }

    private static boolean addsUp(List<BigDecimal> figures) {
        return figures.get(0).add(figures.get(1)).add(figures.get(2)).compareTo(figures.get(3)) == 0;
    }

    /** Whether the parts add up to the total, exactly. */
    public boolean holds() {
        return addsUp(List.of(inside, outside, withoutGeometry, total));
    }
}
