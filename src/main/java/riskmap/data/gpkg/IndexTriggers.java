package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The triggers that keep an R-tree in step with its table, word for word those of the standard.
 *
 * <p><b>Source:</b> GeoPackage 1.3, annex F.3, requirement 75.
 */
final class IndexTriggers {
    private static final List<String> ENDINGS =
            List.of("_insert", "_update1", "_update2", "_update3", "_update4", "_delete");

    private IndexTriggers() {}

    static String[] createAll(LayerTable table) {
        String r = Sql.name(table.indexName());
        String t = table.sqlName();
        String c = table.sqlGeometry();
        String i = table.sqlKey();
        String box = "INSERT OR REPLACE INTO " + r + " VALUES (NEW." + i + ", ST_MinX(NEW." + c + "), ST_MaxX(NEW." + c
                + "), ST_MinY(NEW." + c + "), ST_MaxY(NEW." + c + ")); ";
        String filled = "(NEW." + c + " NOTNULL AND NOT ST_IsEmpty(NEW." + c + "))";
        String empty = "(NEW." + c + " ISNULL OR ST_IsEmpty(NEW." + c + "))";
        String same = "OLD." + i + " = NEW." + i;
        String moved = "OLD." + i + " != NEW." + i;
        String remove = "DELETE FROM " + r + " WHERE id = OLD." + i + "; ";
        return new String[] {
            head(table, "_insert") + "AFTER INSERT ON " + t + " WHEN " + filled.replace("NOTNULL", "NOT NULL")
                    + " BEGIN " + box + "END",
            head(table, "_update1") + "AFTER UPDATE OF " + c + " ON " + t + " WHEN " + same + " AND " + filled
                    + " BEGIN " + box + "END",
            head(table, "_update2") + "AFTER UPDATE OF " + c + " ON " + t + " WHEN " + same + " AND " + empty
                    + " BEGIN " + remove + "END",
            head(table, "_update3") + "AFTER UPDATE ON " + t + " WHEN " + moved + " AND " + filled + " BEGIN " + remove
                    + box + "END",
            head(table, "_update4") + "AFTER UPDATE ON " + t + " WHEN " + moved + " AND " + empty
                    + " BEGIN DELETE FROM " + r + " WHERE id IN (OLD." + i + ", NEW." + i + "); END",
            head(table, "_delete") + "AFTER DELETE ON " + t + " WHEN OLD." + c + " NOT NULL BEGIN " + remove + "END"
        };
    }

    /** Statements that drop every trigger of this index there is, those of other versions of the standard too. */
    static List<String> dropAll(Connection connection, LayerTable table) throws SQLException {
        return names(connection, table).stream()
                .map(name -> "DROP TRIGGER " + Sql.name(name))
                .toList();
    }

    /** Whether inserts, changes and removals all reach the index. */
    static boolean areComplete(Connection connection, LayerTable table) throws SQLException {
        List<String> names = names(connection, table);
        boolean inserts = names.stream().anyMatch(name -> name.endsWith("_insert"));
        boolean removes = names.stream().anyMatch(name -> name.endsWith("_delete"));
        return inserts
                && removes
                && names.stream().filter(name -> name.contains("_update")).count() >= 3;
    }

    private static List<String> names(Connection connection, LayerTable table) throws SQLException {
        String prefix = table.indexName() + "_";
        return Sql.strings(
                        connection,
                        "SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name=?1 COLLATE NOCASE"
                                + " AND lower(substr(name, 1, length(?2)))=lower(?2)",
                        table.name(),
                        prefix)
                .stream()
                .filter(name -> ENDINGS.contains(name.substring(prefix.length() - 1))
                        || name.substring(prefix.length() - 1).matches("_update[0-9]"))
                .toList();
    }

    private static String head(LayerTable table, String ending) {
        return "CREATE TRIGGER " + Sql.name(table.indexName() + ending) + " ";
    }
}
