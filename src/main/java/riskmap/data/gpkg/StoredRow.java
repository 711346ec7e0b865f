package riskmap.data.gpkg;

import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;
import org.sqlite.core.SafeStmtPtr;

/**
 * The row a query stands on, its cells asked straight of SQLite. JDBC's result set makes an object for each cell it is
 * asked for, which costs more than the cell: so a million rows are read in half the time. Columns count from 1, as there.
 */
final class StoredRow {
    /** What is read of a row. */
    @FunctionalInterface
    interface Reading {
        void of(StoredRow row) throws SQLException;
    }

    private final SafeStmtPtr statement;
    private final SafeStmtPtr.SafePtrConsumer<SQLException> guarded = this::run;
    private Reading reading;
    private DB sqlite;
    private long pointer;

    /** @param query a statement whose result set goes from row to row */
    StoredRow(Statement query) throws SQLException {
        statement = query.unwrap(CoreStatement.class).pointer;
    }

    /** Reads cells of the row while nobody can close the statement: only within this the other methods may be called. */
    void read(Reading cells) throws SQLException {
        reading = cells;
        statement.safeRunConsume(guarded);
    }

    private void run(DB database, long at) throws SQLException {
        sqlite = database;
        pointer = at;
        reading.of(this);
    }

    long number(int column) throws SQLException {
        return sqlite.column_long(pointer, column - 1);
    }

    byte[] bytes(int column) throws SQLException {
        return sqlite.column_blob(pointer, column - 1);
    }

    String text(int column) throws SQLException {
        return sqlite.column_text(pointer, column - 1);
    }

    /** Null, Integer, or Long where it is too large for that, Double, String or byte[], as the file holds it. */
    Object value(int column) throws SQLException {
        return switch (sqlite.column_type(pointer, column - 1)) {
            case Codes.SQLITE_NULL -> null;
            case Codes.SQLITE_INTEGER -> whole(number(column));
            case Codes.SQLITE_FLOAT -> sqlite.column_double(pointer, column - 1);
            case Codes.SQLITE_BLOB -> bytes(column);
            default -> text(column);
        };
    }

    private static Object whole(long number) {
        return number == (int) number ? (Object) (int) number : (Object) number;
    }
}
