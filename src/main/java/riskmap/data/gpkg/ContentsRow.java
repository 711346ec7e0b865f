package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import org.locationtech.jts.geom.Envelope;

/** Keeps a layer's row in {@code gpkg_contents}: when it changed last and how far it reaches. */
final class ContentsRow {
    private ContentsRow() {}

    static void refresh(Connection connection, LayerAccess access) throws SQLException {
        LayerTable table = access.table();
        Envelope extent =
                table.hasGeometry() ? SpatialExtent.of(connection, table, access.hasSoundIndex(connection)) : null;
        Sql.run(
                connection,
                "UPDATE gpkg_contents SET last_change=?, min_x=?, min_y=?, max_x=?, max_y=? WHERE table_name=?",
                Clocks.now(),
                extent == null ? null : extent.getMinX(),
                extent == null ? null : extent.getMinY(),
                extent == null ? null : extent.getMaxX(),
                extent == null ? null : extent.getMaxY(),
                table.name());
    }
}
