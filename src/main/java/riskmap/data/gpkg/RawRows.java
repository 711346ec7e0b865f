package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Rows of one layer as SQLite holds them: column → Long, Double, String, byte[] or null, a geometry as its bytes. Inside
 * the transaction that is open on the connection.
 */
final class RawRows implements AutoCloseable {
    private final Connection connection;
    private final LayerTable table;
    private final List<String> columns = new ArrayList<>();
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    RawRows(Connection connection, LayerTable table) {
        this.connection = connection;
        this.table = table;
        if (table.hasGeometry()) {
            columns.add(table.layer().geometryColumn());
        }
        table.columns().forEach(column -> columns.add(column.name()));
    }

    LayerTable table() {
        return table;
    }

    /** All columns but the key, geometry first. */
    List<String> columns() {
        return columns;
    }

    /** These cells of the row with this key; null where there is no such row. */
    Map<String, Object> read(long key, Collection<String> names) throws SQLException {
        StringJoiner list = new StringJoiner(", ").add("1");
        names.forEach(name -> list.add(Sql.name(name)));
        PreparedStatement statement =
                prepare("SELECT " + list + " FROM " + table.sqlName() + " WHERE " + table.sqlKey() + "=?");
        statement.setLong(1, key);
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                return null;
            }
            Map<String, Object> cells = new LinkedHashMap<>();
            int at = 2;
            for (String name : names) {
                Object value = rows.getObject(at++);
                cells.put(name, value instanceof Integer number ? (Object) number.longValue() : value);
            }
            return cells;
        }
    }

    /** Adds a row with this key; how many came to be. */
    int add(long key, Map<String, Object> cells) throws SQLException {
        StringJoiner names = new StringJoiner(", ").add(table.sqlKey());
        StringJoiner marks = new StringJoiner(", ").add("?");
        cells.keySet().forEach(name -> {
            names.add(Sql.name(name));
            marks.add("?");
        });
        PreparedStatement statement =
                prepare("INSERT INTO " + table.sqlName() + " (" + names + ") VALUES (" + marks + ")");
        statement.setLong(1, key);
        bind(statement, 2, cells.values());
        return statement.executeUpdate();
    }

    /** Changes cells of a row; how many rows that were. */
    int change(long key, Map<String, Object> cells) throws SQLException {
        StringJoiner sets = new StringJoiner(", ");
        cells.keySet().forEach(name -> sets.add(Sql.name(name) + "=?"));
        PreparedStatement statement =
                prepare("UPDATE " + table.sqlName() + " SET " + sets + " WHERE " + table.sqlKey() + "=?");
        bind(statement, 1, cells.values());
        statement.setLong(cells.size() + 1, key);
        return statement.executeUpdate();
    }

    /** Removes a row; how many there were. */
    int remove(long key) throws SQLException {
        PreparedStatement statement = prepare("DELETE FROM " + table.sqlName() + " WHERE " + table.sqlKey() + "=?");
        statement.setLong(1, key);
        return statement.executeUpdate();
    }

    private static void bind(PreparedStatement statement, int first, Collection<Object> values) throws SQLException {
        int at = first;
        for (Object value : values) {
            statement.setObject(at++, value);
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
        statements.clear();
    }
}
