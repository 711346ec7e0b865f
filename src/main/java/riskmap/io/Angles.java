package riskmap.io;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads coordinates as people write them: {@code 121.5}, {@code 121,5}, {@code １２１．５}, {@code 121°30'15"E},
 * {@code 东经121度30分15秒}, {@code N 37 30 15}.
 */
public final class Angles {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern SEXAGESIMAL = Pattern.compile(
            "([+-])?(\\d{1,3})(?:[°度:\\s]\\s*(\\d{1,2}(?:\\.\\d+)?))?(?:['′分:\\s]\\s*(\\d{1,2}(?:\\.\\d+)?))?[\"″秒'′分°度\\s]*");

    private Angles() {}

    /** The number, or NaN when the text is none. */
    public static double parse(String text) {
        // full-width digits and letters become plain; the prime and degree signs of other alphabets become these
        String plain = Normalizer.normalize(text.replace('″', '"').replace('′', '\''), Normalizer.Form.NFKC)
                .replace('＂', '"')
                .replace("''", "\"")
                .replace('”', '"')
                .replace('’', '\'')
                .replace('º', '°')
                .strip();
        if (DECIMAL.matcher(plain).matches()) {
            return Double.parseDouble(plain);
        }
        if (plain.matches("[+-]?\\d+,\\d+")) {
            return Double.parseDouble(plain.replace(',', '.'));
        }
        return sexagesimal(plain);
    }

    private static double sexagesimal(String plain) {
        String upper = plain.toUpperCase(java.util.Locale.ROOT).replaceAll("东经|北纬|东|北|^E|^N|E$|N$", " ");
        boolean negative = upper.matches(".*(西经|南纬|西|南).*|^\\s*[WS].*|.*[WS]\\s*$");
        String digits = upper.replaceAll("西经|南纬|西|南|^\\s*[WS]|[WS]\\s*$", " ").strip();
        Matcher matcher = SEXAGESIMAL.matcher(digits);
        if (!matcher.matches()) {
            return Double.NaN;
        }
        double degrees = Double.parseDouble(matcher.group(2));
        double minutes = matcher.group(3) == null ? 0 : Double.parseDouble(matcher.group(3));
        double seconds = matcher.group(4) == null ? 0 : Double.parseDouble(matcher.group(4));
        if (minutes >= 60 || seconds >= 60) {
            return Double.NaN;
        }
        double value = degrees + minutes / 60 + seconds / 3600;
        return negative ^ "-".equals(matcher.group(1)) ? -value : value;
    }
}
