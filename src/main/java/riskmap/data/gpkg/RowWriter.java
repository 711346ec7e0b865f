package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.StringJoiner;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Adds, changes and removes rows of one layer on one connection, inside the transaction that is open there. Remembers
 * what the GeoPackage tables must learn of it (Z, M).
 */
final class RowWriter implements AutoCloseable {
    private final Connection connection;
    private final LayerTable table;
    private final GeometryBlobWriter encoder;
    /** What the geometry column holds; null where there is none. */
    private final Class<?> shape;

    private PreparedStatement insert;
    private PreparedStatement delete;
    private boolean wroteZ;
    private boolean wroteM;

    RowWriter(Connection connection, LayerTable table) {
        this.connection = connection;
        this.table = table;
        this.encoder = new GeometryBlobWriter(table.layer().srsId());
        this.shape =
                table.hasGeometry() ? GeometryBlobReader.binding(table.layer().geometryType()) : null;
    }

    /**
     * Adds a row.
     *
     * @param key its key, null for the next free one
     * @param geometry may be null
     * @param values one per column of the table, in that order
     * @return the key
     */
    long add(Long key, Geometry geometry, Object[] values) throws SQLException {
        if (insert == null) {
            insert = connection.prepareStatement(insertSql(table));
        }
        Object[] row = row(key, geometry, values);
        for (int i = 0; i < row.length; i++) {
            insert.setObject(i + 1, row[i]);
        }
        insert.executeUpdate();
        return key != null ? key : lastKey();
    }

    /** The statement that adds a row: key, geometry where the table has one, columns. */
    static String insertSql(LayerTable table) {
        StringJoiner names = new StringJoiner(", ").add(table.sqlKey());
        StringJoiner marks = new StringJoiner(", ").add("?");
        if (table.hasGeometry()) {
            names.add(table.sqlGeometry());
            marks.add("?");
        }
        for (Column column : table.columns()) {
            names.add(Sql.name(column.name()));
            marks.add("?");
        }
        return "INSERT INTO " + table.sqlName() + " (" + names + ") VALUES (" + marks + ")";
    }

    /** What is bound to the statement of {@link #insertSql} for a row. */
    Object[] row(Long key, Geometry geometry, Object[] values) {
        List<Column> columns = table.columns();
        int at = 0;
        Object[] row = new Object[(table.hasGeometry() ? 2 : 1) + columns.size()];
        row[at++] = key;
        if (table.hasGeometry()) {
            row[at++] = encoded(geometry);
        }
        for (int i = 0; i < columns.size(); i++) {
            row[at++] = CellValue.of(table, columns.get(i), values[i]);
        }
        return row;
    }

    /** The envelope of the geometry of the last row; the null envelope for none. */
    Envelope envelope() {
        return encoder.envelope();
    }

    private byte[] encoded(Geometry geometry) {
        if (geometry == null) {
            encoder.envelope().setToNull();
            return null;
        }
        byte[] blob = encoder.write(shape.isInstance(geometry) ? geometry : GeometryFit.to(table, geometry));
        wroteZ |= encoder.hasZ();
        wroteM |= encoder.hasM();
        return blob;
    }

    private long lastKey() throws SQLException {
        return Sql.number(connection, "SELECT last_insert_rowid()");
    }

    /** A statement that changes these columns of the row with a key; the geometry column counts as one. */
    PreparedStatement prepareChange(List<String> names) throws SQLException {
        StringJoiner sets = new StringJoiner(", ");
        names.forEach(name -> sets.add(Sql.name(name) + "=?"));
        return connection.prepareStatement(
                "UPDATE " + table.sqlName() + " SET " + sets + " WHERE " + table.sqlKey() + "=?");
    }

    /** Runs a statement of {@link #prepareChange}; how many rows it changed. */
    int change(PreparedStatement statement, List<String> names, Object[] values, long key) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equals(table.layer().geometryColumn())) {
                statement.setBytes(i + 1, encoded((Geometry) values[i]));
            } else {
                statement.setObject(i + 1, CellValue.of(table, table.column(names.get(i)), values[i]));
            }
        }
        statement.setLong(names.size() + 1, key);
        return statement.executeUpdate();
    }

    /** Removes a row; how many there were. */
    int remove(long key) throws SQLException {
        if (delete == null) {
            delete = connection.prepareStatement("DELETE FROM " + table.sqlName() + " WHERE " + table.sqlKey() + "=?");
        }
        delete.setLong(1, key);
        return delete.executeUpdate();
    }

    /** Whether a row with this key is there. */
    boolean has(long key) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM " + table.sqlName() + " WHERE " + table.sqlKey() + "=?")) {
            statement.setLong(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Declares Z and M optional where rows have come to carry them. */
    void declareDimensions() throws SQLException {
        if (wroteZ && !table.layer().hasZ()) {
            Sql.run(connection, "UPDATE gpkg_geometry_columns SET z=2 WHERE table_name=? AND z=0", table.name());
        }
        if (wroteM && !table.layer().hasM()) {
            Sql.run(connection, "UPDATE gpkg_geometry_columns SET m=2 WHERE table_name=? AND m=0", table.name());
        }
    }

    @Override
    public void close() throws SQLException {
        try (PreparedStatement first = insert;
                PreparedStatement second = delete) {
            insert = null;
            delete = null;
        }
    }
}
