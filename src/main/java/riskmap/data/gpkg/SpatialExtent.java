package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * The exact extent of a layer without reading all of it. The R-tree's boxes are rounded outwards to 32 bits; the feature
 * that reaches furthest is among those whose box reaches the tree's own side, give or take the rounding, so only their
 * geometries are looked at.
 */
final class SpatialExtent {
    /** SQLite and GDAL round by up to two units in the last place of a 32-bit float. */
    private static final int ULPS = 4;

    private SpatialExtent() {}

    /** The extent; null where no row has a geometry that is not empty. */
    static Envelope of(Connection connection, LayerTable table, boolean useIndex) throws SQLException {
        Envelope root = useIndex ? SpatialIndex.rootBox(connection, table) : null;
        if (root == null) {
            return scan(connection, "SELECT " + table.sqlGeometry() + " FROM " + table.sqlName(), List.of());
        }
        Envelope result = new Envelope();
        String[] sides = {
            "minx<=" + (root.getMinX() + slack(root.getMinX())),
            "maxx>=" + (root.getMaxX() - slack(root.getMaxX())),
            "miny<=" + (root.getMinY() + slack(root.getMinY())),
            "maxy>=" + (root.getMaxY() - slack(root.getMaxY()))
        };
        for (String side : sides) {
            Envelope strip = scan(
                    connection,
                    "SELECT " + table.sqlGeometry() + " FROM " + table.sqlName() + " WHERE " + table.sqlKey()
                            + " IN (SELECT id FROM " + Sql.name(table.indexName()) + " WHERE " + side + ")",
                    List.of());
            if (strip != null) {
                result.expandToInclude(strip);
            }
        }
        return result.isNull() ? null : result;
    }

    /** How far a side of a box may lie from where it should. */
    static double slack(double value) {
        return ULPS * (double) Math.ulp((float) value);
    }

    /** The extent of the geometries a statement gives. */
    static Envelope scan(Connection connection, String sql, List<Object> values) throws SQLException {
        Envelope result = new Envelope();
        double[] bounds = new double[4];
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Sql.bind(statement, values.toArray());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    include(rows.getBytes(1), bounds, result);
                }
            }
        }
        return result.isNull() ? null : result;
    }

    private static void include(byte[] blob, double[] bounds, Envelope result) {
        try {
            if (blob != null && GeometryBlob.bounds(blob, bounds)) {
                result.expandToInclude(bounds[0], bounds[2]);
                result.expandToInclude(bounds[1], bounds[3]);
            }
        } catch (MalformedGeometryException | IllegalArgumentException e) {
            // what cannot be decoded has no extent; reading the rows reports it
            bounds[0] = Double.NaN;
        }
    }
}
