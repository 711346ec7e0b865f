package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import org.locationtech.jts.geom.Envelope;
import org.sqlite.Function;

/**
 * The SQL functions that the GeoPackage R-tree triggers call: {@code ST_MinX}, {@code ST_MaxX}, {@code ST_MinY},
 * {@code ST_MaxY}, {@code ST_IsEmpty}.
 *
 * <p><b>Source:</b> GeoPackage 1.3, annex F.3 (RTree Spatial Indexes), table 40.
 */
final class SpatialFunctions {
    /**
     * SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS: with {@code trusted_schema=OFF} triggers may call only functions that are
     * declared free of side effects.
     */
    private static final int FLAGS = 0x800 | 0x200000;

    private SpatialFunctions() {}

    static void register(Connection connection) throws SQLException {
        Function.create(connection, "ST_MinX", new Bound(0), 1, FLAGS);
        Function.create(connection, "ST_MaxX", new Bound(1), 1, FLAGS);
        Function.create(connection, "ST_MinY", new Bound(2), 1, FLAGS);
        Function.create(connection, "ST_MaxY", new Bound(3), 1, FLAGS);
        Function.create(connection, "ST_IsEmpty", new Emptiness(), 1, FLAGS);
    }

    /** One side of the envelope; NULL for no, empty or undecodable geometry. */
    private static final class Bound extends Function {
        private final int side;

        Bound(int side) {
            this.side = side;
        }

        @Override
        protected void xFunc() throws SQLException {
            Envelope envelope = GeometryBlob.envelope(value_blob(0));
            if (envelope == null || envelope.isNull()) {
                result();
                return;
            }
            result(
                    switch (side) {
                        case 0 -> envelope.getMinX();
                        case 1 -> envelope.getMaxX();
                        case 2 -> envelope.getMinY();
                        default -> envelope.getMaxY();
                    });
        }
    }

    /** 1 for empty or undecodable (which has no place in an index), 0 otherwise, NULL for NULL. */
    private static final class Emptiness extends Function {
        @Override
        protected void xFunc() throws SQLException {
            byte[] blob = value_blob(0);
            if (blob == null) {
                result();
                return;
            }
            Envelope envelope = GeometryBlob.envelope(blob);
            result(envelope == null || envelope.isNull() ? 1 : 0);
        }
    }
}
