package riskmap.analysis.expression;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.base.RiskMapException;
import riskmap.data.BoundedPattern;

/** What stands between two values. */
final class Operators {
    private Operators() {}

    /** A part of two parts; null where one has no value. */
    static Node binary(String sign, Node left, Node right) {
        return switch (sign) {
            case "AND" -> scope -> both(Values.truth(left.of(scope)), Values.truth(right.of(scope)));
            case "OR" ->
                scope -> {
                    Boolean neither = both(not(Values.truth(left.of(scope))), not(Values.truth(right.of(scope))));
                    return not(neither);
                };
            case "IS" -> scope -> same(left.of(scope), right.of(scope));
            case "IS NOT" -> scope -> !same(left.of(scope), right.of(scope));
            default ->
                scope -> {
                    Object one = left.of(scope);
                    Object other = right.of(scope);
                    return one == null || other == null ? null : worked(sign, one, other);
                };
        };
    }

    private static Boolean both(Boolean one, Boolean other) {
        if (Boolean.FALSE.equals(one) || Boolean.FALSE.equals(other)) {
            return Boolean.FALSE;
        }
        return one == null || other == null ? null : Boolean.TRUE;
    }

    static Boolean not(Boolean value) {
        return value == null ? null : !value;
    }

    private static boolean same(Object one, Object other) {
        return one == null || other == null ? one == other : Values.equal(one, other);
    }

    private static Object worked(String sign, Object one, Object other) {
        return switch (sign) {
            case "=" -> Values.equal(one, other);
            case "<>", "!=" -> !Values.equal(one, other);
            case "<" -> Values.compare(one, other) < 0;
            case "<=" -> Values.compare(one, other) <= 0;
            case ">" -> Values.compare(one, other) > 0;
            case ">=" -> Values.compare(one, other) >= 0;
            case "||" -> Values.text(one) + Values.text(other);
            case "~" -> BoundedPattern.of(Values.text(other)).apply(Values.text(one), Matcher::find);
            case "LIKE" -> like(Values.text(one), Values.text(other), 0);
            case "ILIKE" -> like(Values.text(one), Values.text(other), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            case "NOT LIKE" -> !like(Values.text(one), Values.text(other), 0);
            case "NOT ILIKE" ->
                !like(Values.text(one), Values.text(other), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            default -> calculated(sign, one, other);
        };
    }

    private static boolean like(String text, String pattern, int flags) {
        StringBuilder regex =
                new StringBuilder("(?s").append(flags == 0 ? "" : "iu").append(')');
        for (int i = 0; i < pattern.length(); i++) {
            char letter = pattern.charAt(i);
            boolean escaped = letter == '\\' && i + 1 < pattern.length();
            if (escaped) {
                letter = pattern.charAt(++i);
            }
            regex.append(
                    !escaped && letter == '%'
                            ? ".*"
                            : !escaped && letter == '_' ? "." : Pattern.quote(String.valueOf(letter)));
        }
        return BoundedPattern.of(regex.toString()).apply(text, Matcher::matches);
    }

    private static Object calculated(String sign, Object one, Object other) {
        boolean texts = one instanceof String && other instanceof String;
        if (sign.equals("+") && texts) {
            return (String) one + other;
        }
        if (!Values.isNumber(one) || !Values.isNumber(other)) {
            if (sign.equals("+") && (one instanceof String || other instanceof String)) {
                return Values.text(one) + Values.text(other);
            }
            throw RiskMapException.of("analysis.qgis-no-number", Values.text(Values.isNumber(one) ? other : one));
        }
        double a = Values.number(one);
        double b = Values.number(other);
        if (b == 0 && List.of("/", "//", "%").contains(sign)) {
            return null;
        }
        if (Values.isWhole(one) && Values.isWhole(other) && !sign.equals("/") && !sign.equals("^")) {
            try {
                return whole(sign, Values.whole(one), Values.whole(other));
            } catch (ArithmeticException tooLarge) {
                // larger than a whole number can be: as a decimal, never another number
            }
        }
        return switch (sign) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "//" -> (Object) (long) Math.floor(a / b);
            case "%" -> a % b;
            default -> Math.pow(a, b);
        };
    }

    private static long whole(String sign, long one, long other) {
        return switch (sign) {
            case "+" -> Math.addExact(one, other);
            case "-" -> Math.subtractExact(one, other);
            case "*" -> Math.multiplyExact(one, other);
            case "%" -> one % other;
            default -> Math.floorDiv(one, other);
        };
    }

    /** Whether a value is one of several: unknown where it is none of those there are but some are not there. */
    static Boolean in(Object value, List<Object> list) {
        if (value == null) {
            return null;
        }
        if (list.stream().anyMatch(one -> one != null && Values.equal(value, one))) {
            return Boolean.TRUE;
        }
        return list.contains(null) ? null : Boolean.FALSE;
    }
}
