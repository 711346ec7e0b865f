package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds triggers that are neither the spatial index's nor GDAL's feature counter. A table with such a trigger is read
 * only: what is written there may not be what is kept.
 */
final class TriggerWatch {
    private static final Pattern COUNTER =
            Pattern.compile("(?is)^CREATE TRIGGER \"?trigger_(insert|delete)_feature_count_.*?"
                    + " BEGIN UPDATE gpkg_ogr_contents SET feature_count = feature_count [+-] 1 WHERE"
                    + " (lower\\(table_name\\) = lower\\('(?:[^']|'')*'\\)|table_name = '(?:[^']|'')*'); END$");

    private static final Pattern TRIGGER =
            Pattern.compile("(?is)^CREATE TRIGGER .*? AFTER (?:INSERT|UPDATE|DELETE)\\b.*? BEGIN (.*?);? ?END;?$");
    private static final Pattern INDEX_STEP =
            Pattern.compile("(?is)^(?:INSERT OR REPLACE INTO|INSERT INTO|REPLACE INTO|DELETE FROM|UPDATE) RTREE\\b.*");
    private static final Pattern MORE = Pattern.compile("(?i)\\b(?:SELECT|RAISE|LOAD_EXTENSION)\\b");

    /** Tables that every edit writes to beside the layer's own: a trigger there does as much as one on the layer. */
    private static final String BESIDE = "tbl_name IN ('gpkg_contents','gpkg_geometry_columns','gpkg_ogr_contents')"
            + " OR tbl_name LIKE 'riskmap\\_%' ESCAPE '\\'";

    private TriggerWatch() {}

    /** The name of the first such trigger, null where there is none. */
    static String foreignTrigger(Connection connection, String table, String geometryColumn) throws SQLException {
        String index = geometryColumn == null ? null : "rtree_" + table + "_" + geometryColumn;
        for (Object[] row : Sql.rows(
                connection,
                "SELECT name, sql, tbl_name=?1 COLLATE NOCASE FROM sqlite_master WHERE type='trigger'"
                        + " AND (tbl_name=?1 COLLATE NOCASE OR " + BESIDE + ") ORDER BY name",
                table)) {
            String name = String.valueOf(row[0]);
            String sql = String.valueOf(row[1]).replaceAll("\\s+", " ").strip();
            boolean own = ((Number) row[2]).intValue() == 1;
            // GDAL counts the rows of every table, of this program's own ones too when it copies a project
            boolean known = COUNTER.matcher(sql).matches() || own && index != null && isOfIndex(name, sql, index);
            if (!known) {
                return name;
            }
        }
        return null;
    }

    /** Whether a trigger is named like one of the spatial index and does nothing but write to it. */
    private static boolean isOfIndex(String name, String sql, String index) {
        String prefix = index + "_";
        boolean named = name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))
                && name.substring(prefix.length()).matches("insert|delete|update[0-9]");
        Matcher parts = TRIGGER.matcher(withoutName(sql, index));
        if (!named || !parts.matches()) {
            return false;
        }
        for (String step : parts.group(1).split(";")) {
            if (!INDEX_STEP.matcher(step.strip()).matches()
                    || MORE.matcher(step).find()) {
                return false;
            }
        }
        return true;
    }

    /** The statement with the index called RTREE, however its name is quoted, so that the name has no part in it. */
    private static String withoutName(String sql, String index) {
        String plain = index.replaceAll("\\s+", " ");
        String result = sql;
        for (String written : List.of(
                "\"" + plain.replace("\"", "\"\"") + "\"",
                "'" + plain.replace("'", "''") + "'",
                "[" + plain + "]",
                "`" + plain + "`")) {
            result = Pattern.compile(Pattern.quote(written), Pattern.CASE_INSENSITIVE)
                    .matcher(result)
                    .replaceAll("RTREE");
        }
        return Pattern.compile("(?i)(INTO|FROM|UPDATE) " + Pattern.quote(plain) + "(?= )")
                .matcher(result)
                .replaceAll("$1 RTREE");
    }
}
