package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * Whether SQLite finds a file sound. Files of other programs are looked at when they are opened, for a second at most;
 * a damaged one can be read as far as it goes, but is not written into.
 */
final class Integrity {
    private static final Duration FOREIGN_LIMIT = Duration.ofSeconds(1);

    private Integrity() {}

    static void judgeForeign(Database database) {
        Connections.Opened opened = database.borrow();
        List<String> problems;
        try {
            opened.deadline().allow(FOREIGN_LIMIT);
            problems = problems(opened.connection(), "PRAGMA quick_check(1)");
        } catch (SQLException e) {
            throw SqlFailure.of(database.file(), e);
        } finally {
            database.giveBack(opened);
        }
        if (problems.isEmpty()) {
            return;
        }
        String file = database.file().toString();
        if (!database.isReadOnly()) {
            throw RiskMapException.of("data.gpkg-damaged-write", file, problems.get(0));
        }
        database.notice(Message.of("data.gpkg-damaged-read", file, problems.get(0)));
    }

    /** What a check reports, empty for "ok" and where there was no time to finish. */
    static List<String> problems(Connection connection, String pragma) throws SQLException {
        try {
            List<String> lines = Sql.strings(connection, pragma);
            return lines.size() == 1 && "ok".equals(lines.get(0))
                    ? List.of()
                    : lines.stream().map(Integrity::plain).toList();
        } catch (SQLException e) {
            if (SqlFailure.isDamage(e)) {
                return List.of(SqlFailure.reason(e));
            }
            if (SqlFailure.isInterrupted(e)) {
                return List.of();
            }
            throw e;
        }
    }

    private static String plain(String line) {
        return SqlFailure.oneLine(line.replace("*** in database main ***", ""));
    }
}
