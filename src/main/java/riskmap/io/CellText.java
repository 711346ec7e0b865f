package riskmap.io;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Cells of tables as text. Text that a spreadsheet would run as a formula is written with an apostrophe before it and
 * read without; numbers are left alone.
 *
 * <p><b>Source:</b> OWASP, CSV Injection.
 */
public final class CellText {
    private static final String RUNS = "=+-@\t\r\n|%＝＋－＠";
    /** Whole numbers below this are exact as doubles. */
    private static final double EXACT = 1e15;

    private CellText() {}

    public static String write(String text) {
        return needsMark(text) ? "'" + text : text;
    }

    static String read(String field) {
        boolean marked = field.length() > 1 && field.charAt(0) == '\'' && needsMark(field.substring(1));
        return marked ? field.substring(1) : field;
    }

    /**
     * Whether the text begins like a formula, behind apostrophes, quotes, blanks and signs that cannot be seen: some
     * programs pass over these. Behind apostrophes, so that one apostrophe is always ours.
     */
    private static boolean needsMark(String text) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (RUNS.indexOf(c) >= 0) {
                return true;
            }
            boolean passedOver = c == '\''
                    || c == '"'
                    || c <= ' '
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT;
            if (!passedOver) {
                return false;
            }
            at++;
        }
        return false;
    }

    /** A cell as a person would type it: numbers without an exponent, days and moments as ISO 8601 has them. */
    public static String shown(Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Number number) {
            return number(number.doubleValue());
        }
        if (cell instanceof LocalDateTime time) {
            return DateTimeFormatter.ISO_INSTANT.format(time.toInstant(ZoneOffset.UTC));
        }
        return cell.toString();
    }

    /** The shortest text that reads back as the same number, without an exponent. */
    public static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT) {
            return Long.toString((long) value);
        }
        return Double.isFinite(value)
                ? new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
