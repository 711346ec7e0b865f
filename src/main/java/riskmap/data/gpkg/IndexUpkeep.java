package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.locationtech.jts.geom.Envelope;

/**
 * Keeps a layer's spatial index in step with many changes inside one transaction, in place of its triggers, whose calls
 * back into Java cost more than the rows themselves. The triggers are away meanwhile and back before the commit.
 */
final class IndexUpkeep implements AutoCloseable {
    /** From this many rows on it pays. */
    static final int WORTH = 500;

    private final Connection connection;
    private final LayerTable table;
    private final PreparedStatement put;
    private final PreparedStatement remove;

    IndexUpkeep(Connection connection, LayerTable table) throws SQLException {
        this.connection = connection;
        this.table = table;
        Sql.script(connection, IndexTriggers.dropAll(connection, table).toArray(new String[0]));
        String index = Sql.name(table.indexName());
        put = connection.prepareStatement("INSERT OR REPLACE INTO " + index + " VALUES (?, ?, ?, ?, ?)");
        remove = connection.prepareStatement("DELETE FROM " + index + " WHERE id=?");
    }

    /** A row has this geometry now; null for none. */
    void changed(long key, byte[] blob) throws SQLException {
        Envelope box = GeometryBlob.envelope(blob);
        if (box == null || box.isNull()) {
            remove.setLong(1, key);
            remove.executeUpdate();
            return;
        }
        put.setLong(1, key);
        put.setDouble(2, box.getMinX());
        put.setDouble(3, box.getMaxX());
        put.setDouble(4, box.getMinY());
        put.setDouble(5, box.getMaxY());
        put.executeUpdate();
    }

    /** Brings the triggers back. */
    void finish() throws SQLException {
        Sql.script(connection, IndexTriggers.createAll(table));
    }

    @Override
    public void close() throws SQLException {
        put.close();
        remove.close();
    }
}
