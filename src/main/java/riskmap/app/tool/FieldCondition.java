package riskmap.app.tool;

import java.util.Locale;
import riskmap.base.RiskMapException;

/** The condition of QGIS's selection by one field as ECQL; a row whose field is empty meets only “is null”. */
final class FieldCondition {
    private FieldCondition() {}

    /**
     * @param operator as QGIS counts them: = ≠ &gt; ≥ &lt; ≤, begins with, contains, is null, is not null, does not contain;
     *     capital and small letters differ, as there
     * @param value a number is compared as a number; null for nothing
     * @throws RiskMapException for an operator there is none of
     */
    static String ecql(String field, String operator, String value) {
        String name = '"' + field.strip().replace("\"", "\"\"") + '"';
        String text = value == null ? "" : value.strip();
        String literal = text.matches("[+-]?\\d+(\\.\\d+)?") ? text : quoted(text);
        return switch (operator.strip().toLowerCase(Locale.ROOT)) {
            case "0" -> name + " = " + literal;
            case "1" -> name + " <> " + literal + " AND " + name + " IS NOT NULL";
            case "2" -> name + " > " + literal;
            case "3" -> name + " >= " + literal;
            case "4" -> name + " < " + literal;
            case "5" -> name + " <= " + literal;
            case "6" -> name + " LIKE " + quoted(text + "%");
            case "7" -> name + " LIKE " + quoted("%" + text + "%");
            case "8" -> name + " IS NULL";
            case "9" -> name + " IS NOT NULL";
            case "10" -> "NOT (" + name + " LIKE " + quoted("%" + text + "%") + ") AND " + name + " IS NOT NULL";
            default -> throw RiskMapException.of("base.parameter-unknown", "OPERATOR=" + operator, "OPERATOR=0 … 10");
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
