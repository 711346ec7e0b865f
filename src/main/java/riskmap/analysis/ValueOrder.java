package riskmap.analysis;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The order of the values of rows. */
public final class ValueOrder {
    private static final Pattern PIECE = Pattern.compile("\\d+|\\D+");

    private ValueOrder() {}

    /** Numbers by their size, before all that is none; anything else as it is written. */
    public static int compare(Object one, Object other) {
        if (one instanceof Number a && other instanceof Number b) {
            return Double.compare(a.doubleValue(), b.doubleValue());
        }
        if (one instanceof Number || other instanceof Number) {
            return one instanceof Number ? -1 : 1;
        }
        return one.toString().compareTo(other.toString());
    }

    /** The same, with the numbers that stand in texts by their size: {@code km 9} before {@code km 10}. */
    public static int naturally(Object one, Object other) {
        if (one instanceof Number || other instanceof Number) {
            return compare(one, other);
        }
        Matcher a = PIECE.matcher(one.toString());
        Matcher b = PIECE.matcher(other.toString());
        boolean more = a.find();
        boolean others = b.find();
        while (more && others) {
            boolean digits = Character.isDigit(a.group().charAt(0))
                    && Character.isDigit(b.group().charAt(0));
            int difference = digits
                    ? new BigInteger(a.group()).compareTo(new BigInteger(b.group()))
                    : a.group().compareTo(b.group());
            if (difference != 0) {
                return difference;
            }
            more = a.find();
            others = b.find();
        }
        return more || others ? Boolean.compare(more, others) : compare(one, other);
    }
}
