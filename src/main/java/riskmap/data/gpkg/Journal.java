package riskmap.data.gpkg;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import riskmap.base.RemoteFolders;

/**
 * Which journal keeps commits safe: the write-ahead log on local disks (readers go on while a writer works), a rollback
 * journal on network and shared folders, where WAL's shared memory does not work. The system property
 * {@code riskmap.journal} ({@code wal} or {@code delete}) decides instead where it is set.
 *
 * <p><b>Source:</b> sqlite.org/wal.html section 1, sqlite.org/useovernet.html.
 */
final class Journal {
    private Journal() {}

    /** The journal mode to keep this file in. */
    static String modeFor(Path file) {
        String chosen = System.getProperty("riskmap.journal", "").toLowerCase(Locale.ROOT);
        if (chosen.equals("wal") || chosen.equals("delete")) {
            return chosen;
        }
        return RemoteFolders.hold(file) ? "delete" : "wal";
    }

    static boolean isWal(Statement statement) throws SQLException {
        try (ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            return mode.next() && "wal".equalsIgnoreCase(mode.getString(1));
        }
    }

    /**
     * How commits are forced to the disk in the mode a file is in. The system property {@code riskmap.synchronous} says
     * otherwise: only the tests set it, to prove that they would notice lost commits. Nothing in a file can.
     */
    static String synchronous(Statement statement) throws SQLException {
        String weakened = System.getProperty("riskmap.synchronous");
        return weakened != null ? weakened : isWal(statement) ? "FULL" : "EXTRA";
    }

    /** Switches the mode; stays as it is where another program has the file open. */
    static void keep(Statement statement, String mode) throws SQLException {
        keep(statement, mode, Duration.ofMillis(200));
    }

    /** Switches the mode; stays as it is where something is in the way for longer than this. */
    static void keep(Statement statement, String mode, Duration patience) throws SQLException {
        if (Journal.isWal(statement) == mode.equals("wal")) {
            return;
        }
        statement.execute("PRAGMA busy_timeout=" + patience.toMillis());
        try (ResultSet answer = statement.executeQuery("PRAGMA journal_mode=" + mode)) {
            answer.next();
        } catch (SQLException e) {
            if (SqlFailure.isDamage(e)) {
                throw e;
            }
        }
        statement.execute("PRAGMA busy_timeout=" + Connections.PATIENCE.toMillis());
        statement.execute("PRAGMA synchronous=" + synchronous(statement));
    }
}
