package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Puts rows into a table, several with each statement: what SQLite does once for a statement, as looking up the counter of
 * {@code AUTOINCREMENT}, costs as much as putting in a row. The table is then the same as if each had a statement of its own.
 */
final class RowsInsert implements AutoCloseable {
    /** More rows in a statement gain nothing. */
    private static final int MOST_ROWS = 32;

    /** Values in a statement; SQLite takes 32,766. https://sqlite.org/limits.html#max_variable_number */
    private static final int MOST_VALUES = 1024;

    /** Bytes bound to a statement, which SQLite holds beside ours. */
    private static final int MOST_BYTES = 1 << 20;

    private final Connection connection;
    private final String sql;
    private final PreparedStatement one;
    /** Made where there are rows enough. */
    private PreparedStatement several;

    private int rowsOfSeveral;

    /** @param sql {@code INSERT INTO … VALUES (?, …)} */
    RowsInsert(Connection connection, String sql) throws SQLException {
        this.connection = connection;
        this.sql = sql;
        this.one = connection.prepareStatement(sql);
    }

    /** Puts in these rows in their order; all of the same length. */
    void add(List<Object[]> rows) throws SQLException {
        int next = 0;
        while (next < rows.size()) {
            if (several == null && rowsOfSeveral == 0) {
                prepareSeveral(rows.get(next).length);
            }
            boolean isSeveral = several != null
                    && rows.size() - next >= rowsOfSeveral
                    && bytes(rows, next, next + rowsOfSeveral) <= MOST_BYTES;
            PreparedStatement statement = isSeveral ? several : one;
            int end = next + (isSeveral ? rowsOfSeveral : 1);
            for (int place = 1; next < end; next++) {
                for (Object value : rows.get(next)) {
                    statement.setObject(place++, value);
                }
            }
            statement.executeUpdate();
        }
    }

    private void prepareSeveral(int width) throws SQLException {
        rowsOfSeveral = Math.max(1, Math.min(MOST_ROWS, MOST_VALUES / width));
        if (rowsOfSeveral > 1) {
            // the marks of a row stand in the last brackets
            String marks = ", " + sql.substring(sql.lastIndexOf('('));
            several = connection.prepareStatement(sql + marks.repeat(rowsOfSeveral - 1));
        }
    }

    private static long bytes(List<Object[]> rows, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            for (Object value : rows.get(i)) {
                if (value != null && value.getClass() == byte[].class) {
                    sum += ((byte[]) value).length;
                } else if (value instanceof String text) {
                    sum += text.length();
                }
            }
        }
        return sum;
    }

    @Override
    public void close() throws SQLException {
        try (PreparedStatement first = one;
                PreparedStatement second = several) {
            several = null;
        }
    }
}
