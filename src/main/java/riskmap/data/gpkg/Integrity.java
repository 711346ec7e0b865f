package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * Whether SQLite finds a file sound. Files of other programs are looked at when they are opened, for a second at most:
 * before anything is written, but beside the reading of what is only read, or read first; not again while they stay
 * {@linkplain CheckedFile as they are}. A damaged one can be read as far as it goes, but is not written into.
 */
final class Integrity {
    private static final Duration FOREIGN_LIMIT = Duration.ofSeconds(1);

    private Integrity() {}

    /** @param readsFirst whether a file to be written may be read meanwhile, and only the first write waits */
    static void judgeForeign(Database database, boolean readsFirst) {
        CheckedFile checked = CheckedFile.of(database.file(), "pages");
        if (checked.isKnown()) {
            return;
        }
        String file = database.file().toString();
        if (database.isReadOnly()) {
            database.beside(opened -> judge(opened, checked)
                    .ifPresent(problem -> database.notice(Message.of("data.gpkg-damaged-read", file, problem))));
            return;
        }
        if (readsFirst) {
            database.beside(opened -> {
                try {
                    refuseDamaged(database, opened, checked);
                } catch (RiskMapException damage) {
                    database.refuseWriting(damage);
                } catch (RuntimeException e) {
                    database.refuseWriting(
                            new RiskMapException(Message.of("data.gpkg-cannot-open", file, e.toString()), e));
                }
            });
            return;
        }
        Connections.Opened opened = database.borrow();
        try {
            refuseDamaged(database, opened, checked);
        } finally {
            database.giveBack(opened);
        }
    }

    private static void refuseDamaged(Database database, Connections.Opened opened, CheckedFile checked) {
        try {
            judge(opened, checked).ifPresent(problem -> {
                throw RiskMapException.of(
                        "data.gpkg-damaged-write", database.file().toString(), problem);
            });
        } catch (SQLException e) {
            throw SqlFailure.of(database.file(), e);
        }
    }

    /** What is wrong; that nothing is, as far as there was time to look, is remembered. */
    private static Optional<String> judge(Connections.Opened opened, CheckedFile checked) throws SQLException {
        opened.deadline().allow(FOREIGN_LIMIT);
        Connection connection = opened.connection();
        Sql.script(connection, "PRAGMA cache_size=" + Connections.SMALL_CACHE);
        Optional<String> problem =
                problems(connection, "PRAGMA quick_check(1)").stream().findFirst();
        Sql.script(connection, "PRAGMA cache_size=" + Connections.CACHE);
        if (problem.isEmpty() && !opened.deadline().isStopped()) {
            checked.remember();
        }
        return problem;
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
