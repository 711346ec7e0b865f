package riskmap.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * A number as the report shows it, everywhere alike: thousands separators; whole numbers without decimals, others with
 * those of their column, halves rounded up. It is only shown so; sums are made of the exact values.
 */
public final class ShownNumber {
    private ShownNumber() {}

    /** The number as text; “–” for nothing and for what is no number. */
    public static String text(Number value, int decimals) {
        if (value == null || value instanceof Double d && !Double.isFinite(d)) {
            return "–";
        }
        boolean whole = value instanceof Long || value instanceof Integer;
        BigDecimal exact = exact(value).setScale(whole ? 0 : decimals, RoundingMode.HALF_UP);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(exact.scale());
        format.setMaximumFractionDigits(exact.scale());
        return (exact.signum() < 0 ? "−" : "") + format.format(exact.abs());
    }

    /** A cell as text. */
    public static String cell(Object value, int decimals) {
        return value == null ? "–" : value instanceof Number number ? text(number, decimals) : value.toString();
    }

    /** The number exactly. */
    public static BigDecimal exact(Number value) {
        return value instanceof BigDecimal known ? known : new BigDecimal(value.toString());
    }
}
