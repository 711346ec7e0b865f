package riskmap.render;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The words of a label's value: numbers without a tail of noughts or of binary fractions. */
final class LabelText {
    private LabelText() {}

    static String of(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            if (!Double.isFinite(number)) {
                return "";
            }
            // float noise (0.1f as 0.10000000149) starts at the seventh digit
            return new BigDecimal(value.toString())
                    .setScale(6, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
        }
        return value.toString().strip();
    }
}
