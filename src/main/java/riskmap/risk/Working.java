package riskmap.risk;

import riskmap.base.Message;
import riskmap.base.UnitText;

/**
 * One line of a computation as a person would write it down, to be checked by hand: what is computed, the formula, the
 * formula with the numbers filled in, and what came out.
 *
 * @param subject what it was computed for, such as the name of a reservoir; empty when there is only one thing
 * @param quantity what is computed
 * @param formula the formula in symbols
 * @param filled the same with the numbers filled in; empty where the formula is a whole procedure
 * @param value what came out, as it is shown
 * @param unit its unit symbol or the empty string
 */
public record Working(String subject, Message quantity, String formula, String filled, String value, String unit) {
    /** The line as text, such as {@code Runoff: Q = (P − Ia)²/(P − Ia + S) = (100 − 12.7)²/(…) = 50.539 mm}. */
    public String text() {
        StringBuilder line = new StringBuilder(subject);
        line.append(subject.isEmpty() ? "" : " · ")
                .append(quantity.text())
                .append(": ")
                .append(formula);
        if (!filled.isEmpty()) {
            line.append(" = ").append(filled);
        }
        line.append(" = ").append(value);
        return unit.isEmpty()
                ? line.toString()
                : line.append(' ').append(UnitText.of(unit)).toString();
    }
}
