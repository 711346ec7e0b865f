package riskmap.app.tool;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An expression of QGIS as ECQL: {@code !=} and what is escaped in a text by a stroke are written otherwise, {@code $area}
 * and the like are functions, a field {@code id} stands in quotes, as it is a word of ECQL's. Functions are called the same here ({@code riskmap.analysis.QgisFunctions}); what ECQL has not is
 * left, to be refused by its name.
 */
final class QgisExpression {
    /** A text, a name, or what there is between. */
    private static final Pattern PART = Pattern.compile(
            "'(?:[^'\\\\]|''|\\\\.)*'|\"(?:[^\"]|\"\")*\"|!=|\\$[a-z]+|\\b(?i:id)\\b(?!\\s*\\()", Pattern.DOTALL);
    /** On the ellipsoid, as QGIS measures in a project. */
    private static final Map<String, String> OF_THE_FEATURE = Map.of(
            "$area", "area_ellipsoid()",
            "$length", "length_ellipsoid()",
            "$perimeter", "length_ellipsoid()");

    private QgisExpression() {}

    static String ecql(String text) {
        return PART.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(
                        part.group().startsWith("'") ? literal(part.group()) : other(part.group())));
    }

    private static String other(String part) {
        if (part.equalsIgnoreCase("id")) {
            return '"' + part + '"';
        }
        return part.equals("!=") ? "<>" : OF_THE_FEATURE.getOrDefault(part, part);
    }

    /** A text without strokes: {@code \'} is a quote, {@code \n} a new line, a stroke before anything else is that. */
    private static String literal(String quoted) {
        StringBuilder text = new StringBuilder("'");
        for (int i = 1; i < quoted.length() - 1; i++) {
            char letter = quoted.charAt(i);
            if (letter == '\\' && i < quoted.length() - 2) {
                i++;
                char escaped = quoted.charAt(i);
                text.append(
                        switch (escaped) {
                            case 'n' -> "\n";
                            case 't' -> "\t";
                            case '\'' -> "''";
                            default -> String.valueOf(escaped);
                        });
            } else {
                text.append(letter);
            }
        }
        return text.append('\'').toString();
    }
}
