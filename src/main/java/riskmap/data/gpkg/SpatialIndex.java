package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The R-tree of a layer: a virtual table of boxes, kept in step by the triggers of the standard.
 *
 * <p>Boxes are 32-bit floats rounded outwards, so a search finds every feature and a few more: exact answers need the
 * geometry itself.
 *
 * <p><b>Source:</b> GeoPackage 1.3, annex F.3.
 */
final class SpatialIndex {
    static final String EXTENSION = "gpkg_rtree_index";
    private static final String DEFINITION = "http://www.geopackage.org/spec120/#extension_rtree";

    private SpatialIndex() {}

    /** Makes the index with its triggers and fills it from the rows there are. */
    static void create(Connection connection, LayerTable table) throws SQLException {
        Sql.script(
                connection,
                "CREATE VIRTUAL TABLE " + Sql.name(table.indexName()) + " USING rtree(id, minx, maxx, miny, maxy)");
        Extensions.declare(
                connection, table.name(), table.layer().geometryColumn(), EXTENSION, DEFINITION, "write-only");
        fill(connection, table);
        Sql.script(connection, IndexTriggers.createAll(table));
    }

    static void drop(Connection connection, LayerTable table) throws SQLException {
        Sql.script(connection, IndexTriggers.dropAll(connection, table).toArray(new String[0]));
        if (exists(connection, table)) {
            Sql.script(connection, "DROP TABLE " + Sql.name(table.indexName()));
        }
    }

    static boolean exists(Connection connection, LayerTable table) throws SQLException {
        return table.hasGeometry() && Sql.exists(connection, "table", table.indexName());
    }

    /** Throws away what the index holds and fills it anew from the geometry column. */
    static void fill(Connection connection, LayerTable table) throws SQLException {
        BoxList boxes = new BoxList();
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT " + table.sqlKey() + ", " + table.sqlGeometry() + " FROM " + table.sqlName());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Envelope envelope = GeometryBlob.envelope(rows.getBytes(2));
                if (envelope != null && !envelope.isNull()) {
                    boxes.add(rows.getLong(1), envelope);
                }
            }
        }
        PackedTree.write(connection, table.indexName(), boxes);
    }

    /** SQL condition for rows whose box may meet an envelope, with four values to bind: {@link #bind}. */
    static String condition(LayerTable table) {
        return table.sqlKey() + " IN (SELECT id FROM " + Sql.name(table.indexName())
                + " WHERE maxx>=? AND minx<=? AND maxy>=? AND miny<=?)";
    }

    static List<Object> bind(Envelope envelope) {
        return List.of(envelope.getMinX(), envelope.getMaxX(), envelope.getMinY(), envelope.getMaxY());
    }

    /** The number of boxes. */
    static long size(Connection connection, LayerTable table) throws SQLException {
        return Sql.number(connection, "SELECT count(*) FROM " + Sql.name(table.indexName() + "_rowid"));
    }

    /** Whether all boxes are of keys from {@code first} to {@code last}: others are of rows that are gone. */
    static boolean isWithin(Connection connection, LayerTable table, long first, long last) throws SQLException {
        String boxes = Sql.name(table.indexName() + "_rowid");
        return Sql.number(connection, "SELECT min(rowid) FROM " + boxes) >= first
                && Sql.number(connection, "SELECT max(rowid) FROM " + boxes) <= last;
    }

    /**
     * The box of the whole tree as its root says, rounded outwards; null when it is empty.
     */
    static Envelope rootBox(Connection connection, LayerTable table) throws SQLException {
        Object root =
                Sql.value(connection, "SELECT data FROM " + Sql.name(table.indexName() + "_node") + " WHERE nodeno=1");
        return root instanceof byte[] node ? PackedTree.boxOf(node) : null;
    }
}
