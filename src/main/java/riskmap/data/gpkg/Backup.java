package riskmap.data.gpkg;

import java.nio.file.Path;
import java.sql.PreparedStatement;

/** Copies of an open file. Made by SQLite itself: nothing else may read a file that is open. */
final class Backup {
    private Backup() {}

    /** Writes the last commit, compacted, to a file that does not exist; nothing stays behind where that fails. */
    static void write(Database database, Path target) {
        try {
            database.read(connection -> {
                try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
                    statement.setString(1, target.toString());
                    return statement.executeUpdate();
                }
            });
        } catch (RuntimeException e) {
            target.toFile().delete();
            throw e;
        }
    }
}
