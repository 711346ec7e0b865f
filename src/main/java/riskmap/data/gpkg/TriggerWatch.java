package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
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

    private TriggerWatch() {}

    /** The name of the first such trigger, null where there is none. */
    static String foreignTrigger(Connection connection, String table, String geometryColumn) throws SQLException {
        String prefix = geometryColumn == null ? null : ("rtree_" + table + "_" + geometryColumn + "_");
        for (Object[] row : Sql.rows(
                connection,
                "SELECT name, sql FROM sqlite_master WHERE type='trigger' AND tbl_name=? COLLATE NOCASE ORDER BY name",
                table)) {
            String name = String.valueOf(row[0]);
            boolean index = prefix != null
                    && name.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT))
                    && name.substring(prefix.length()).matches("insert|delete|update[0-9]");
            boolean counter = COUNTER.matcher(
                            String.valueOf(row[1]).replaceAll("\\s+", " ").strip())
                    .matches();
            if (!index && !counter) {
                return name;
            }
        }
        return null;
    }
}
