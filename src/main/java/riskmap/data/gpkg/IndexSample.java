package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.locationtech.jts.geom.Envelope;

/**
 * A look at some rows of a layer, spread evenly over its keys: whether the box that the index has for a row covers the
 * row's geometry. A program that moved rows and left the index behind is found out by it, one odd row among many is not:
 * {@link LayerVerification} looks at all.
 */
final class IndexSample {
    static final int ROWS = 64;

    private final GeometryBlobReader decoder = new GeometryBlobReader();
    private final Connection connection;
    private final LayerTable table;

    IndexSample(Connection connection, LayerTable table) {
        this.connection = connection;
        this.table = table;
    }

    /** Whether the boxes looked at cover their geometries. */
    boolean fits() throws SQLException {
        long first = end("min");
        long last = end("max");
        long step = Math.max(1, last / ROWS - first / ROWS);
        String sql = "SELECT t." + table.sqlKey() + ", t." + table.sqlGeometry()
                + ", r.minx, r.maxx, r.miny, r.maxy FROM "
                + table.sqlName() + " t LEFT JOIN " + Sql.name(table.indexName()) + " r ON r.id=t." + table.sqlKey()
                + " WHERE t." + table.sqlKey() + ">=? ORDER BY t." + table.sqlKey() + " LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            long key = first;
            // with a limit: next to the greatest key there is, adding a step begins again at the least
            for (int looks = 0; looks < 2 * ROWS && key <= last; looks++) {
                statement.setLong(1, key);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        return true;
                    }
                    if (!fits(row)) {
                        return false;
                    }
                    key = Math.max(row.getLong(1) + 1, key + step);
                }
            }
        }
        return true;
    }

    private long end(String which) throws SQLException {
        return Sql.number(connection, "SELECT " + which + "(" + table.sqlKey() + ") FROM " + table.sqlName());
    }

    /** Whether the box covers the geometry, give or take the rounding: not all programs round outwards. */
    private boolean fits(ResultSet row) throws SQLException {
        Envelope real = envelope(row.getBytes(2));
        if (real.isNull()) {
            return true;
        }
        return row.getObject(3) != null
                && row.getDouble(3) <= real.getMinX() + SpatialExtent.slack(real.getMinX())
                && row.getDouble(4) >= real.getMaxX() - SpatialExtent.slack(real.getMaxX())
                && row.getDouble(5) <= real.getMinY() + SpatialExtent.slack(real.getMinY())
                && row.getDouble(6) >= real.getMaxY() - SpatialExtent.slack(real.getMaxY());
    }

    /** Of the coordinates, whatever the header says; none where the bytes are no geometry. */
    private Envelope envelope(byte[] blob) {
        try {
            return blob == null ? new Envelope() : decoder.read(blob).getEnvelopeInternal();
        } catch (MalformedGeometryException | IllegalArgumentException reported) {
            // reading the row tells
            return new Envelope();
        }
    }
}
