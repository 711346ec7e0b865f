package riskmap.edit.sketch;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.base.RiskMapException;

/** Degrees, minutes and seconds as text: one angle, or longitude and latitude. Signs are already made plain. */
final class GeographicText {
    private static final String UNSIGNED = "(\\d+(?:\\.\\d*)?|\\.\\d+)";
    private static final String ANGLE =
            "([+-]?)\\s*" + UNSIGNED + "\\s*°?\\s*(?:" + UNSIGNED + "\\s*'\\s*)?(?:" + UNSIGNED + "\\s*\"\\s*)?";
    private static final Pattern ONE = Pattern.compile("^" + ANGLE + "$");
    private static final Pattern LETTERS_FIRST =
            Pattern.compile("^([NSEW])\\s*" + ANGLE + "[\\s,;]*([NSEW])\\s*" + ANGLE + "$");
    private static final Pattern LETTERS_LAST =
            Pattern.compile("^" + ANGLE + "\\s*([NSEW])[\\s,;]*" + ANGLE + "\\s*([NSEW])$");
    private static final Pattern NO_LETTERS = Pattern.compile("^" + ANGLE + "[\\s,;]+" + ANGLE + "$");

    private GeographicText() {}

    static boolean hasLettersLast(String plain) {
        return LETTERS_LAST.matcher(plain).matches();
    }

    /** One angle in degrees. */
    static double angle(String text, String plain) {
        Matcher one = ONE.matcher(plain);
        if (!one.matches()) {
            throw RiskMapException.of("edit.typed-angle", text.strip());
        }
        return degrees(text, one, 1);
    }

    /** Longitude and latitude in degrees; letters say which is which, without them longitude comes first. */
    static double[] pair(String text, String plain) {
        Matcher first = LETTERS_FIRST.matcher(plain);
        if (first.matches()) {
            return placed(text, first.group(1), degrees(text, first, 2), first.group(6), degrees(text, first, 7));
        }
        Matcher last = LETTERS_LAST.matcher(plain);
        if (last.matches()) {
            return placed(text, last.group(5), degrees(text, last, 1), last.group(10), degrees(text, last, 6));
        }
        Matcher none = NO_LETTERS.matcher(plain);
        if (none.matches() && plain.indexOf('°') >= 0) {
            return new double[] {degrees(text, none, 1), degrees(text, none, 5)};
        }
        throw RiskMapException.of("edit.typed-unreadable", text.strip());
    }

    private static double[] placed(String text, String firstLetter, double first, String secondLetter, double second) {
        boolean firstIsLongitude = "EW".contains(firstLetter);
        if (firstIsLongitude == "EW".contains(secondLetter)) {
            throw RiskMapException.of("edit.typed-same-axis", text.strip());
        }
        double signedFirst = "SW".contains(firstLetter) ? -first : first;
        double signedSecond = "SW".contains(secondLetter) ? -second : second;
        return firstIsLongitude ? new double[] {signedFirst, signedSecond} : new double[] {signedSecond, signedFirst};
    }

    private static double degrees(String text, Matcher matcher, int group) {
        double minutes = value(matcher.group(group + 2));
        double seconds = value(matcher.group(group + 3));
        if (minutes >= 60 || seconds >= 60) {
            throw RiskMapException.of("edit.typed-sixty", text.strip());
        }
        double degrees = value(matcher.group(group + 1)) + minutes / 60 + seconds / 3600;
        return "-".equals(matcher.group(group)) ? -degrees : degrees;
    }

    private static double value(String text) {
        return text == null ? 0 : TypedPoint.number(text);
    }
}
