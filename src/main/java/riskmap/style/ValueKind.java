package riskmap.style;

import java.awt.Color;
import java.util.Arrays;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Literal;

/** What a value written in a style has to be, as the painter takes it; values computed from fields are not looked at. */
enum ValueKind {
    /** {@code #RRGGBB}, {@code #RGB} or {@code 0xRRGGBB}. */
    COLOUR("style.sld-bad-colour"),
    /** A share from 0 to 1. */
    OPACITY("style.sld-bad-opacity"),
    /** A number from 0, which may name its unit: {@code 0.3mm}. */
    LENGTH("style.sld-bad-length"),
    /** Numbers from 0, not all 0, with blanks or commas between them: line and gap by turns. */
    DASHES("style.sld-bad-dashes"),
    /** Any number, which may name its unit. */
    NUMBER("style.sld-bad-number");

    private final String message;

    ValueKind(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }

    /** The value, or null for one that is not of this kind, which is reported: the default stands in for it. */
    Expression checked(Expression value, SldElement element, String parameter, SldNotes notes) {
        if (!(value instanceof Literal literal) || literal.getValue() == null || allows(literal)) {
            return value;
        }
        notes.bad(element, parameter, String.valueOf(literal.getValue()), this);
        return null;
    }

    private boolean allows(Literal literal) {
        if (this == COLOUR) {
            return literal.evaluate(null, Color.class) != null;
        }
        String text = String.valueOf(literal.getValue()).strip();
        if (this == DASHES) {
            return areDashes(text);
        }
        double number = number(this == OPACITY ? text : text.replaceFirst("(mm|px|m)$", ""));
        return switch (this) {
            case OPACITY -> number >= 0 && number <= 1;
            case LENGTH -> number >= 0 && number < Double.POSITIVE_INFINITY;
            default -> !Double.isNaN(number);
        };
    }

    /** Whether a text is lengths of dashes. */
    static boolean areDashes(String text) {
        double[] lengths = Arrays.stream(text.split("[\\s,]+"))
                .mapToDouble(ValueKind::number)
                .toArray();
        return Arrays.stream(lengths).allMatch(length -> length >= 0 && length < Double.POSITIVE_INFINITY)
                && Arrays.stream(lengths).sum() > 0;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
