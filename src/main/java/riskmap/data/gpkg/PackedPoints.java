package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.geotools.api.data.Query;
import org.locationtech.jts.geom.Point;
import riskmap.base.Progress;

/**
 * All points of a layer as plain coordinates. SQLite strings the geometries of some thousand rows together and hands them
 * over at once: a seventh of the time that one row after the other takes. Only for layers of plain points in tables; of
 * whatever else is met there is nothing, and the rows are read one by one.
 *
 * @param keys the keys of the rows, ascending
 * @param xy x and y of each row; NaN where it has no geometry
 */
record PackedPoints(long[] keys, double[] xy) {
    /** Whether a query asks for the points of a layer and for nothing else. */
    static boolean canAnswer(Query query, LayerAccess access) {
        return RowPlan.isOfGeometries(query, access.table())
                && access.type().getGeometryDescriptor().getType().getBinding() == Point.class;
    }

    /** Reads those with keys from one to another, both included, in one state of the file; null where they cannot be had so. */
    static PackedPoints read(Connections.Opened reader, LayerTable table, long from, long to, Progress progress)
            throws SQLException {
        Connection connection = reader.connection();
        if (!Sql.exists(connection, "table", table.name())
                || !"UTF-8".equals(Sql.value(connection, "PRAGMA encoding"))) {
            return null;
        }
        try (PointReading reading = new PointReading(connection, table)) {
            return reading.read(from, to, reader.deadline(), progress);
        }
    }

    /** The points of several ranges of keys, one after the other; null where those of one cannot be had so. */
    static PackedPoints joined(List<PackedPoints> parts) {
        long rows = 0;
        for (PackedPoints part : parts) {
            if (part == null) {
                return null;
            }
            rows += part.keys.length;
        }
        if (rows > Integer.MAX_VALUE / 2 - 8) {
            return null;
        }
        PackedPoints result = new PackedPoints(new long[(int) rows], new double[2 * (int) rows]);
        int at = 0;
        for (PackedPoints part : parts) {
            System.arraycopy(part.keys, 0, result.keys, at, part.keys.length);
            System.arraycopy(part.xy, 0, result.xy, 2 * at, part.xy.length);
            at += part.keys.length;
        }
        return result;
    }

    void handOver(RowSink sink) {
        for (int row = 0; row < keys.length; row++) {
            sink.point(keys[row], xy[2 * row], xy[2 * row + 1]);
        }
    }
}
