package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The tables of the edit journal, ordinary attribute tables to other programs: one row per step, one per row that a step
 * changes (in the order they were changed, so that the rows of a step are a run of ids), one per checkpoint. Nothing in
 * them is ever removed. A step that added rows in bulk has none of its own until it is undone: it says the first key
 * ({@code bulk_first}) and how many.
 */
final class JournalTables {
    static final String STEPS = "riskmap_edit";
    static final String ROWS = "riskmap_edit_row";
    static final String CHECKPOINTS = "riskmap_checkpoint";

    private static final String STEPS_SQL =
            """
            CREATE TABLE riskmap_edit (
              seq INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
              name TEXT NOT NULL,
              made_at DATETIME NOT NULL,
              user TEXT NOT NULL,
              device TEXT NOT NULL,
              state TEXT NOT NULL,
              first_row INTEGER NOT NULL,
              row_count INTEGER NOT NULL,
              layers TEXT NOT NULL,
              token TEXT,
              bulk_first INTEGER
            )""";
    private static final String ROWS_SQL =
            """
            CREATE TABLE riskmap_edit_row (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
              seq INTEGER NOT NULL,
              layer TEXT NOT NULL,
              fid INTEGER NOT NULL,
              before BLOB,
              after BLOB
            )""";
    private static final String CHECKPOINTS_SQL =
            """
            CREATE TABLE riskmap_checkpoint (
              id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
              name TEXT NOT NULL,
              seq INTEGER NOT NULL,
              made_at DATETIME NOT NULL,
              user TEXT NOT NULL
            )""";

    private JournalTables() {}

    static boolean exist(Connection connection) throws SQLException {
        return Sql.exists(connection, "table", STEPS);
    }

    /** Makes the tables with the first edit. */
    static void create(Connection connection) throws SQLException {
        if (exist(connection)) {
            return;
        }
        Sql.script(
                connection,
                STEPS_SQL,
                ROWS_SQL,
                CHECKPOINTS_SQL,
                "CREATE INDEX riskmap_edit_state ON riskmap_edit (state, seq)");
        for (String table : new String[] {STEPS, ROWS, CHECKPOINTS}) {
            PackageTables.registerAttributes(connection, table, "riskmap");
        }
    }
}
