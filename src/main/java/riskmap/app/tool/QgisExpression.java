package riskmap.app.tool;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.analysis.expression.QgisCall;

/**
 * An expression of QGIS as ECQL: the argument of a function that reads it with QGIS's grammar and rules
 * ({@link QgisCall}); the name of a field alone is one in ECQL too.
 */
final class QgisExpression {
    private static final Pattern FIELD = Pattern.compile("\\s*\"(?:[^\"]|\"\")*\"\\s*");
    private static final Pattern NAME = Pattern.compile("\\s*(?!(?i:null|true|false)\\b)[A-Za-z_]\\w*\\s*");

    private static final Pattern ID_OR_TEXT = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|[$@]id\\b");
    private static final Pattern ROW_OR_TEXT = Pattern.compile("'(?:[^']|'')*'|\"[^\"]*\"|@row_number\\b");

    private QgisExpression() {}

    /** What comes of it. */
    static String ecql(String text) {
        if (FIELD.matcher(text).matches()) {
            return text;
        }
        return NAME.matcher(text).matches() ? '"' + text.strip() + '"' : call(QgisCall.VALUE, text, "");
    }

    /** What comes of it, in the type of a field. */
    static String ecql(String text, String type) {
        return call(QgisCall.VALUE, text, ", '" + type + "'");
    }

    /** The condition that it is true. */
    static String condition(String text) {
        return call(QgisCall.TRUTH, text, "") + " = true";
    }

    private static String call(String function, String text, String more) {
        return function + "('" + fromNought(text).replace("'", "''") + "'" + more + ")";
    }

    /** With the rows of a Shapefile or of GML counted from 0, as QGIS does; here they begin at 1. */
    static String idsFromNought(String expression) {
        return replaced(expression, ID_OR_TEXT, "($id - 1)");
    }

    /** With rows counted from 0: QGIS's tools do, its table counts them from 1 as here. */
    private static String fromNought(String expression) {
        return replaced(expression, ROW_OR_TEXT, "(@row_number - 1)");
    }

    /** With another word for what is no text. */
    private static String replaced(String expression, Pattern wordOrText, String other) {
        return wordOrText
                .matcher(expression)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().startsWith("'") || found.group().startsWith("\"") ? found.group() : other));
    }
}
