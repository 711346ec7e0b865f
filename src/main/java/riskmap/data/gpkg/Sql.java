package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Short SQL: names quoted, values bound, results as plain values. */
final class Sql {
    private Sql() {}

    /** A name as an identifier, whatever is in it. */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as a literal, for the places where nothing can be bound (trigger bodies, PRAGMA). */
    static String text(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** Whether the schema has this kind of object under this name (names ignore ASCII case). */
    static boolean exists(Connection connection, String type, String name) throws SQLException {
        return value(connection, "SELECT 1 FROM sqlite_master WHERE type=? AND name=? COLLATE NOCASE", type, name)
                != null;
    }

    /** Runs a statement; how many rows it changed. */
    static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    /** The first value of the first row, null where there is none. */
    static Object value(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getObject(1) : null;
            }
        }
    }

    /** The first value of the first row as a number, 0 where there is none. */
    static long number(Connection connection, String sql, Object... values) throws SQLException {
        return value(connection, sql, values) instanceof Number number ? number.longValue() : 0;
    }

    /** The first column as text. */
    static List<String> strings(Connection connection, String sql, Object... values) throws SQLException {
        List<String> result = new ArrayList<>();
        for (Object[] row : rows(connection, sql, values)) {
            result.add(row[0] == null ? null : row[0].toString());
        }
        return result;
    }

    /** All rows, for small results. */
    static List<Object[]> rows(Connection connection, String sql, Object... values) throws SQLException {
        List<Object[]> result = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = rows.getObject(i + 1);
                    }
                    result.add(row);
                }
            }
        }
        return result;
    }

    static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Runs statements in turn. */
    static void script(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
