package riskmap.data.gpkg;

import java.nio.file.Path;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/** Copies of an open file. Made by SQLite itself: nothing else may read a file that is open. */
final class Backup {
    private Backup() {}

    /** Writes the last commit, compacted, to a file that does not exist; nothing stays behind where that fails. */
    static void write(Database database, Path target) {
        try {
            database.read(connection -> {
                // the copy counts as an attached database, which is otherwise not allowed
                SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
                sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 1);
                try {
                    return Sql.run(connection, "VACUUM INTO ?", target.toString());
                } finally {
                    sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
                }
            });
        } catch (RuntimeException e) {
            target.toFile().delete();
            throw e;
        }
    }
}
