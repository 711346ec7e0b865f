package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.predicate.RectangleIntersects;
import riskmap.base.Message;

/**
 * Walks over the rows of a {@link RowPlan}, up to the window: geometries outside it are not decoded. What the rest of
 * the filter says is for the caller. A geometry that cannot be decoded reads as null and is reported.
 */
final class RowCursor implements AutoCloseable {
    private final Consumer<Message> notices;
    private final RowPlan plan;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final StoredRow row;
    private final StoredRow.Reading begin = this::begin;
    private final StoredRow.Reading rest = this::rest;
    private final Deadline deadline;
    private final CellReader[] cells;
    private final int geometryAt;
    private final Envelope window;
    private final RectangleIntersects box;
    private final GeometryBlobReader decoder = new GeometryBlobReader();
    private final double[] bounds = new double[4];
    private long key;
    private byte[] blob;
    private Geometry geometry;
    private Object[] values;
    /** Where plain points are put; null where nobody wants them so. */
    private double[] point;

    private boolean isPoint;
    private long withoutGeometry;

    /** @param notices told of what cannot be read as it should be */
    RowCursor(Consumer<Message> notices, Connection connection, Deadline deadline, RowPlan plan) throws SQLException {
        this.notices = notices;
        this.plan = plan;
        this.deadline = deadline;
        this.window = plan.filter().window();
        this.box = plan.filter().box() == null
                ? null
                : new RectangleIntersects((Polygon)
                        GeometryBlobReader.FACTORY.toGeometry(plan.filter().box()));
        List<AttributeDescriptor> attributes = plan.readType().getAttributeDescriptors();
        cells = new CellReader[attributes.size()];
        boolean isUtf8 = "UTF-8".equals(Sql.value(connection, "PRAGMA encoding"));
        int geometryIndex = -1;
        for (int i = 0; i < cells.length; i++) {
            if (attributes.get(i) instanceof GeometryDescriptor) {
                geometryIndex = i;
            } else {
                cells[i] = reader(attributes.get(i).getLocalName(), isUtf8);
            }
        }
        geometryAt = geometryIndex;
        statement = connection.prepareStatement(plan.sql());
        try {
            Sql.bind(statement, plan.values().toArray());
            rows = statement.executeQuery();
            row = new StoredRow(statement);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Whether plain points are to be had from {@link #point()} from the next row on, and no geometry made of them. */
    void givePoints(boolean wanted) {
        point = wanted && window == null ? new double[2] : null;
    }

    /** x and y of this row's geometry where it is a plain point and wanted so; else null. */
    double[] point() {
        return isPoint ? point : null;
    }

    /** Goes to the next row that meets the window. */
    boolean next() throws SQLException {
        while (rows.next()) {
            if (deadline != null) {
                deadline.restart();
            }
            row.read(begin);
            if (geometryAt < 0 || fits()) {
                return true;
            }
        }
        return false;
    }

    private void begin(StoredRow at) throws SQLException {
        key = at.number(1);
        blob = geometryAt < 0 ? null : at.bytes(geometryAt + 2);
    }

    private boolean fits() {
        geometry = null;
        isPoint = point != null && blob != null && GeometryBlob.plainPoint(blob, point);
        if (isPoint) {
            return true;
        }
        try {
            if (blob == null) {
                withoutGeometry++;
                return window == null;
            }
            if (window == null) {
                geometry = decoder.read(blob);
                if (GeometryBlob.saysEmpty(blob) && !geometry.isEmpty()) {
                    report(Message.of("data.gpkg-blob-not-empty"));
                }
                return true;
            }
            if (!GeometryBlob.bounds(blob, bounds)) {
                withoutGeometry++;
                return false;
            }
            if (!window.intersects(new Envelope(bounds[0], bounds[1], bounds[2], bounds[3]))) {
                return false;
            }
            geometry = decoder.read(blob);
            return box == null || isInside() || box.intersects(geometry);
        } catch (MalformedGeometryException e) {
            withoutGeometry++;
            report(e.reason());
            return window == null;
        } catch (IllegalArgumentException e) {
            withoutGeometry++;
            report(Message.of("data.gpkg-blob-invalid", String.valueOf(e.getMessage())));
            return window == null;
        }
    }

    private boolean isInside() {
        Envelope target = plan.filter().box();
        return bounds[0] >= target.getMinX()
                && bounds[1] <= target.getMaxX()
                && bounds[2] >= target.getMinY()
                && bounds[3] <= target.getMaxY()
                && !geometry.isEmpty();
    }

    private CellReader reader(String column, boolean isUtf8) {
        ColumnType type = plan.table().column(column).type();
        return type != ColumnType.TEXT
                ? CellReader.of(type)
                : new CellReader.TextReader(
                        () -> notices.accept(Message.of(
                                "data.gpkg-text-encoding",
                                FeatureIds.of(plan.table().name(), key),
                                column)),
                        isUtf8);
    }

    private void report(Message reason) {
        notices.accept(Message.of(
                "data.gpkg-geometry-unreadable", FeatureIds.of(plan.table().name(), key), reason));
    }

    /** How many of the rows walked over, in search of a window, had no geometry, an empty one or an unreadable one. */
    long withoutGeometry() {
        return withoutGeometry;
    }

    /** The row's key. */
    long key() {
        return key;
    }

    /** The row's geometry, null where it has none or none was asked for, or where {@link #point()} has it. */
    Geometry geometry() {
        return geometry;
    }

    /** The row's values, in the order of the plan's read type, into an array at least as long; no geometry of a point. */
    void values(Object[] into) throws SQLException {
        values = into;
        row.read(rest);
    }

    private void rest(StoredRow at) throws SQLException {
        for (int i = 0; i < cells.length; i++) {
            values[i] = i == geometryAt ? geometry : cells[i].read(at, i + 2);
        }
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            rows.close();
        }
    }
}
