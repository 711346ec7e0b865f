package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Dimensions;

/** Checks one layer: what the GeoPackage tables say of it, every geometry, the R-tree box by box, the extent. */
final class LayerVerification {
    private static final int CHECK = 2048;

    private final Connection connection;
    private final LayerTable table;
    private final List<Message> findings;
    private final Progress progress;
    private final GeometryBlobReader decoder = new GeometryBlobReader(true);
    private final Envelope extent = new Envelope();
    private int found;
    private long boxes;

    LayerVerification(Connection connection, LayerTable table, List<Message> findings, Progress progress) {
        this.connection = connection;
        this.table = table;
        this.findings = findings;
        this.progress = progress;
    }

    void run() throws SQLException {
        if (table.readOnlyReason() != null) {
            add(table.readOnlyReason());
        }
        if (!table.hasGeometry()) {
            return;
        }
        int srsId = table.layer().srsId();
        if (Sql.value(connection, "SELECT 1 FROM gpkg_spatial_ref_sys WHERE srs_id=?", srsId) == null) {
            add(Message.of("data.gpkg-finding-srs", table.name(), Integer.toString(srsId)));
        }
        boolean indexed = SpatialIndex.exists(connection, table);
        checkRows(indexed);
        if (indexed) {
            checkIndex();
        }
        checkExtent();
        if (found > Verification.MOST) {
            findings.add(Message.of("data.gpkg-finding-more", table.name(), found - Verification.MOST));
        }
    }

    private void checkRows(boolean indexed) throws SQLException {
        String t = table.sqlName();
        String sql = indexed
                ? "SELECT t." + table.sqlKey() + ", t." + table.sqlGeometry() + ", r.minx, r.maxx, r.miny, r.maxy FROM "
                        + t + " t LEFT JOIN " + Sql.name(table.indexName()) + " r ON r.id=t." + table.sqlKey()
                : "SELECT " + table.sqlKey() + ", " + table.sqlGeometry() + " FROM " + t;
        long rowsSeen = 0;
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (++rowsSeen % CHECK == 0) {
                    progress.check();
                    progress.report(rowsSeen / (rowsSeen + 100_000.0));
                }
                checkRow(rows, indexed);
            }
        }
    }

    private void checkRow(ResultSet rows, boolean indexed) throws SQLException {
        String id = FeatureIds.of(table.name(), rows.getLong(1));
        byte[] blob = rows.getBytes(2);
        Envelope box = blob == null ? new Envelope() : checkGeometry(id, blob);
        if (box == null || !indexed) {
            return;
        }
        boolean hasBox = rows.getObject(3) != null;
        boxes += hasBox ? 1 : 0;
        if (hasBox == box.isNull()) {
            add(Message.of(hasBox ? "data.gpkg-finding-box-extra" : "data.gpkg-finding-box-missing", id));
        } else if (hasBox) {
            boolean covers = rows.getDouble(3) <= box.getMinX()
                    && rows.getDouble(4) >= box.getMaxX()
                    && rows.getDouble(5) <= box.getMinY()
                    && rows.getDouble(6) >= box.getMaxY();
            if (!covers) {
                add(Message.of("data.gpkg-finding-box-wrong", id));
            }
        }
    }

    /** The true envelope, null where there is no geometry to take it from. */
    private Envelope checkGeometry(String id, byte[] blob) {
        try {
            Geometry geometry = decoder.read(blob);
            Envelope box = geometry.getEnvelopeInternal();
            extent.expandToInclude(box);
            checkHeader(id, blob, geometry, box);
            if (!GeometryBlobReader.binding(table.layer().geometryType()).isInstance(geometry)) {
                add(Message.of(
                        "data.gpkg-finding-type",
                        id,
                        geometry.getGeometryType().toUpperCase(Locale.ROOT),
                        table.layer().geometryType()));
            }
            return box;
        } catch (MalformedGeometryException e) {
            add(Message.of("data.gpkg-geometry-unreadable", id, e.reason()));
        } catch (IllegalArgumentException e) {
            add(Message.of(
                    "data.gpkg-geometry-unreadable",
                    id,
                    Message.of("data.gpkg-blob-invalid", String.valueOf(e.getMessage()))));
        }
        return null;
    }

    private void checkHeader(String id, byte[] blob, Geometry geometry, Envelope box) {
        int srsId = GeometryBlob.srsId(blob);
        if (srsId != table.layer().srsId()) {
            add(Message.of("data.gpkg-finding-srs-row", id, Integer.toString(srsId)));
        }
        if (GeometryBlob.saysEmpty(blob) != geometry.isEmpty()) {
            add(Message.of("data.gpkg-finding-empty", id));
        } else if (!geometry.isEmpty() && !box.equals(GeometryBlob.envelope(blob))) {
            add(Message.of("data.gpkg-finding-envelope", id));
        }
        boolean undeclared = (Dimensions.hasZ(geometry) && !table.layer().hasZ())
                || (Dimensions.hasM(geometry) && !table.layer().hasM());
        if (undeclared) {
            add(Message.of("data.gpkg-finding-dimension", id));
        }
    }

    private void checkIndex() throws SQLException {
        if (!IndexTriggers.areComplete(connection, table)) {
            add(Message.of("data.gpkg-finding-triggers", table.name()));
        }
        long inTree = SpatialIndex.size(connection, table);
        if (inTree != boxes) {
            add(Message.of("data.gpkg-finding-index-size", table.name(), inTree, boxes));
        }
        Object verdict = Sql.value(connection, "SELECT rtreecheck('main', ?)", table.indexName());
        if (!"ok".equals(verdict)) {
            add(Message.of("data.gpkg-finding-index", table.name(), String.valueOf(verdict)));
        }
    }

    private void checkExtent() throws SQLException {
        List<Object[]> rows = Sql.rows(
                connection, "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name=?", table.name());
        if (rows.isEmpty() || extent.isNull()) {
            return;
        }
        for (Object side : rows.get(0)) {
            if (!(side instanceof Number)) {
                add(Message.of("data.gpkg-finding-extent", table.name()));
                return;
            }
        }
        Object[] s = rows.get(0);
        Envelope declared = new Envelope(number(s[0]), number(s[2]), number(s[1]), number(s[3]));
        boolean ordered = number(s[0]) <= number(s[2]) && number(s[1]) <= number(s[3]);
        if (!ordered || !declared.contains(extent)) {
            add(Message.of("data.gpkg-finding-extent", table.name()));
        }
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private void add(Message finding) {
        if (++found <= Verification.MOST) {
            findings.add(finding);
        }
    }
}
