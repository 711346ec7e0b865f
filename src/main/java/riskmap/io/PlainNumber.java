package riskmap.io;

import java.nio.ByteBuffer;

/**
 * A number written in ASCII digits in a field of a table, read without making a text of it: blanks, a sign, digits, and
 * for fractions a point and digits. So are nearly all numbers of tables written; what is written otherwise is left to
 * the general way.
 */
public final class PlainNumber {
    /** Below 2^53 a number is exact as a double, and so are the powers of ten: their quotient is rounded once. */
    private static final int MOST_DIGITS = 15;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private PlainNumber() {}

    /**
     * The number, the same as {@link Double#parseDouble} and {@link Long#parseLong} give.
     *
     * @param whole whether a Long is wanted; else a Double
     * @return null where it is written in another way, or there is none
     */
    public static Number read(ByteBuffer bytes, int offset, int length, boolean whole) {
        int at = offset;
        int end = offset + length;
        while (at < end && bytes.get(at) == ' ') {
            at++;
        }
        while (end > at && bytes.get(end - 1) == ' ') {
            end--;
        }
        boolean negative = at < end && bytes.get(at) == '-';
        if (negative) {
            at++;
        }
        long digits = 0;
        int point = -1;
        int count = 0;
        for (int i = at; i < end; i++) {
            int digit = bytes.get(i) - '0';
            if (digit >= 0 && digit <= 9 && count < MOST_DIGITS) {
                digits = 10 * digits + digit;
                count++;
            } else if (bytes.get(i) == '.' && point < 0 && !whole) {
                point = i;
            } else {
                return null;
            }
        }
        if (count == 0) {
            return null;
        }
        if (whole) {
            return negative ? -digits : digits;
        }
        double value = point < 0 ? digits : digits / POWERS[end - point - 1];
        return negative ? -value : value;
    }
}
