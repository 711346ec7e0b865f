package riskmap.data.gpkg;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The change of a foreign file to the write-ahead log, in the session whose first commit makes it this program's own:
 * from then on readers and the writer no longer stand in each other's way. A file that was in a log already stays as it
 * is, and so does one that is to keep none.
 *
 * <p>The change needs a moment in which nobody reads. It is never waited for, and nothing fails for want of it: the next
 * write tries again. Only whoever has the right to write asks, outside of a transaction.
 */
final class LateLog {
    private final Path file;
    private boolean looked;
    private boolean over;
    private boolean stamped;
    private volatile boolean begun;

    LateLog(Path file) {
        this.file = file;
    }

    /** Whether the file has come to be in a log that it was not in when it was opened. */
    boolean isBegun() {
        return begun;
    }

    /** Begins the log where the file is this program's own by now and nobody stands in the way. */
    void begin(Connection connection) {
        if (over) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout=0");
            try {
                change(connection, statement);
            } finally {
                statement.execute("PRAGMA busy_timeout=" + Connections.PATIENCE.toMillis());
            }
        } catch (SQLException notNow) {
            // whatever else is wrong with the file, the write that follows meets it too and says so
            over = SqlFailure.isDamage(notNow);
        }
    }

    private void change(Connection connection, Statement statement) throws SQLException {
        if (!looked) {
            over = Journal.isWal(statement) || !Journal.modeFor(file).equals("wal");
            looked = true;
        }
        if (over || !Sql.exists(connection, "table", Documents.TABLE)) {
            return;
        }
        if (!Journal.isWal(statement)) {
            if (!stamped) {
                LogStamp.put(connection, LogStamp.fresh());
                stamped = true;
            }
            Journal.keep(statement, "wal", Duration.ZERO);
        }
        if (Journal.isWal(statement)) {
            begun = true;
            LogStamp.repeat(connection);
            over = true;
        }
    }
}
