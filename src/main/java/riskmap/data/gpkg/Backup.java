package riskmap.data.gpkg;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** Copies of an open file. Made by SQLite itself: nothing else may read a file that is open. */
final class Backup {
    private Backup() {}

    /** Writes the last commit, compacted, to a file that does not exist; nothing stays behind where that fails. */
    static void write(Database database, Path target, Progress progress) {
        Connections.Opened opened = database.borrow();
        try {
            if (opened.deadline() != null) {
                opened.deadline().allow(Duration.ofDays(1));
            } else {
                ProgressHandler.setHandler(opened.connection(), Deadline.STEPS, new Cancelling(progress));
            }
            copy(opened.connection(), target);
        } catch (SQLException e) {
            target.toFile().delete();
            progress.check();
            throw SqlFailure.of(database.file(), e);
        } catch (RuntimeException e) {
            target.toFile().delete();
            throw e;
        } finally {
            release(database, opened);
        }
    }

    private static void copy(Connection connection, Path target) throws SQLException {
        // the copy counts as an attached database, which is otherwise not allowed
        SQLiteConnection sqlite = connection.unwrap(SQLiteConnection.class);
        sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 1);
        try {
            Sql.run(connection, "VACUUM INTO ?", target.toString());
        } finally {
            sqlite.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
        }
    }

    private static void release(Database database, Connections.Opened opened) {
        try {
            if (opened.deadline() == null) {
                ProgressHandler.clearHandler(opened.connection());
            }
        } catch (SQLException e) {
            throw SqlFailure.of(database.file(), e);
        } finally {
            database.giveBack(opened);
        }
    }

    /**
     * Reads a copy from end to end; refuses it where SQLite finds anything wrong.
     *
     * @param original what it was copied from: it has what its copy has
     */
    static void check(Path copy, Path original) {
        try (Connection connection =
                new Connections(copy, Connections.Access.READ, true).open().connection()) {
            List<String> problems = Integrity.problems(connection, "PRAGMA quick_check(1)");
            if (!problems.isEmpty()) {
                throw RiskMapException.of("data.gpkg-damaged-read", original.toString(), problems.get(0));
            }
        } catch (SQLException e) {
            throw SqlFailure.of(copy, e);
        }
    }

    /** Stops the copying when the user does. */
    private static final class Cancelling extends ProgressHandler {
        private final Progress progress;

        Cancelling(Progress progress) {
            this.progress = progress;
        }

        @Override
        protected int progress() {
            return progress.isCancelled() ? 1 : 0;
        }
    }
}
