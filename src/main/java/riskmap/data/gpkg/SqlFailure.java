package riskmap.data.gpkg;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteException;
import riskmap.base.CurrentProgress;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.data.StoreUnavailableException;

/** Says what SQLite reports in the user's words: which file, what stands in the way, what to do. */
final class SqlFailure {
    /** The low byte of a result code is its primary code. https://sqlite.org/rescode.html#primary_result_codes_versus_extended_result_codes */
    private static final int PRIMARY = 0xFF;

    /** Locked, no memory, read-only, stopped, I/O error, damaged, full, cannot be opened, protocol, no database any more. */
    private static final Set<Integer> UNAVAILABLE = Set.of(5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26);

    private static final int IO_ERROR = 10;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;

    private static final Pattern REASON = Pattern.compile("(?s)\\[\\w+] .*? \\((.*)\\)");

    private SqlFailure() {}

    /**
     * The exception to throw for this error on this file.
     *
     * @throws riskmap.base.CancelledException when the statement was stopped because the thread's task is cancelled
     */
    static RiskMapException of(Path file, SQLException error) {
        if (isInterrupted(error)) {
            CurrentProgress.get().check();
        }
        Message message = isFull(file, error)
                ? Message.of(
                        "data.gpkg-disk-full",
                        file.toString(),
                        reason(error),
                        Long.toString(Room.neededMegabytes(file)))
                : Message.of(key(error), file.toString(), reason(error));
        return UNAVAILABLE.contains(code(error))
                ? new StoreUnavailableException(message, error)
                : new RiskMapException(message, error);
    }

    /**
     * Without room SQLite cannot make its log and its lock files either, nor make them longer, and calls that a file that
     * cannot be opened, or an I/O error.
     */
    private static boolean isFull(Path file, SQLException error) {
        int code = code(error);
        return code == FULL || (code == IO_ERROR || code == CANNOT_OPEN) && Room.isExhausted(file);
    }

    /** Whether the file's content itself is damaged, so that another way of reading it may still work. */
    static boolean isDamage(SQLException error) {
        int code = code(error);
        return code == 11 || code == 26;
    }

    /** Whether the file could not be opened for its folder or lock files, though it may be readable as it lies. */
    static boolean isSurroundings(SQLException error) {
        int code = code(error);
        return code == 8 || code == 14;
    }

    /** Whether the statement was stopped: by a deadline or because the user cancelled. */
    static boolean isInterrupted(SQLException error) {
        return code(error) == 9;
    }

    /** What SQLite says, on one line: the part in brackets of "[SQLITE_FULL] General description (this very case)". */
    static String reason(SQLException error) {
        String text = error.getMessage() == null ? "" : error.getMessage();
        Matcher matcher = REASON.matcher(text);
        return oneLine(matcher.matches() ? matcher.group(1) : text);
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static int code(SQLException error) {
        return error instanceof SQLiteException sqlite ? sqlite.getResultCode().code & PRIMARY : 0;
    }

    private static String key(SQLException error) {
        return switch (code(error)) {
            case 5, 6 -> "data.gpkg-locked";
            case 7 -> "data.gpkg-memory";
            case 8, 3, 23 -> "data.gpkg-read-only";
            case 9 -> "data.gpkg-deadline";
            case 10 -> "data.gpkg-disk-error";
            case 11 -> "data.gpkg-damaged";
            case 14 -> "data.gpkg-cannot-open";
            case 18 -> "data.gpkg-too-big";
            case 19 -> "data.gpkg-constraint";
            case 26 -> "data.gpkg-not-sqlite";
            default -> "data.gpkg-sql";
        };
    }
}
