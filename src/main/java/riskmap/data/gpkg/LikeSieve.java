package riskmap.data.gpkg;

import org.geotools.api.filter.PropertyIsLike;
import org.geotools.api.filter.expression.PropertyName;

/** LIKE as SQLite's GLOB, which also tells upper from lower case: lets through all that match, and hardly more. */
final class LikeSieve {
    private LikeSieve() {}

    /** The condition, null where GLOB could hold back a match. */
    static ExactSql.Part of(PropertyIsLike like, LayerTable table) {
        Column column = like.getExpression() instanceof PropertyName name ? table.column(name.getPropertyName()) : null;
        boolean plain = like.getWildCard().length() == 1
                && like.getSingleChar().length() == 1
                && like.getEscape().length() == 1;
        if (column == null || column.type() != ColumnType.TEXT || !like.isMatchingCase() || !plain) {
            return null;
        }
        String pattern = like.getLiteral();
        if (pattern == null) {
            return null;
        }
        StringBuilder glob = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == like.getEscape().charAt(0) && i + 1 < pattern.length()) {
                literal(glob, pattern.charAt(++i));
            } else if (c == like.getWildCard().charAt(0)) {
                glob.append('*');
            } else if (c == like.getSingleChar().charAt(0)) {
                // one Java char may be half of SQLite's character
                glob.append('*');
            } else {
                literal(glob, c);
            }
        }
        return ExactSql.Part.of("(" + Sql.name(column.name()) + " GLOB ?)", glob.toString());
    }

    private static void literal(StringBuilder glob, char c) {
        if (c == '*' || c == '?' || c == '[') {
            glob.append('[').append(c).append(']');
        } else {
            glob.append(c);
        }
    }
}
