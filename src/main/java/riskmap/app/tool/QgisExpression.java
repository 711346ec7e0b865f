package riskmap.app.tool;

import java.util.regex.Pattern;
import riskmap.analysis.expression.QgisCall;

/**
 * An expression of QGIS as ECQL: the argument of a function that reads it with QGIS's grammar and rules
 * ({@link QgisCall}); the name of a field alone is one in ECQL too.
 */
final class QgisExpression {
    private static final Pattern FIELD = Pattern.compile("\\s*\"(?:[^\"]|\"\")*\"\\s*");
    private static final Pattern NAME = Pattern.compile("\\s*(?!(?i:null|true|false)\\b)[A-Za-z_]\\w*\\s*");

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
        return function + "('" + text.replace("'", "''") + "'" + more + ")";
    }
}
