package riskmap.data.gpkg;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.RiskMapException;
import riskmap.data.RowChange;

/** A layer's values as SQLite's cells and back; remembers which dimensions geometries have come to carry. */
final class CellTranslation {
    private final LayerTable table;
    private final GeometryBlobWriter encoder;
    private final GeometryBlobReader decoder = new GeometryBlobReader();
    private boolean hasZ;
    private boolean hasM;

    CellTranslation(LayerTable table) {
        this.table = table;
        this.encoder = new GeometryBlobWriter(table.layer().srsId());
    }

    /** The cells of these values, in the same order. */
    Map<String, Object> cells(Map<String, Object> values) {
        Map<String, Object> cells = new LinkedHashMap<>();
        values.forEach((name, value) -> cells.put(name, cell(name, value)));
        return cells;
    }

    private Object cell(String name, Object value) {
        if (value == null) {
            return null;
        }
        if (name.equals(table.layer().geometryColumn())) {
            byte[] blob = encoder.write(GeometryFit.to(table, (Geometry) value));
            hasZ |= encoder.hasZ();
            hasM |= encoder.hasM();
            return blob;
        }
        return plain(CellValue.of(table, column(name), value));
    }

    /** As SQLite gives it back: whole numbers are long, a real that is no number is nothing. */
    private static Object plain(Object cell) {
        if (cell instanceof Double real) {
            return real.isNaN() ? null : real;
        }
        return cell instanceof Number number ? (Object) number.longValue() : cell;
    }

    /** The values of these cells; a geometry that cannot be decoded reads as null. */
    Map<String, Object> values(Map<String, Object> cells) {
        if (cells == null) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        cells.forEach((name, cell) -> values.put(name, value(name, cell)));
        return values;
    }

    private Object value(String name, Object cell) {
        if (!name.equals(table.layer().geometryColumn())) {
            return CellReader.value(column(name).type(), cell);
        }
        try {
            return cell instanceof byte[] blob ? decoder.read(blob) : null;
        } catch (MalformedGeometryException | IllegalArgumentException e) {
            return null;
        }
    }

    /** Whether a cell holds this value. */
    boolean same(String name, Object value, Object cell) {
        if (name.equals(table.layer().geometryColumn())) {
            Object held = value(name, cell);
            if (value == null || held == null) {
                return value == held;
            }
            return Arrays.equals(encoder.write(GeometryFit.to(table, (Geometry) value)), (byte[]) cell)
                    || RowChange.same(GeometryFit.to(table, (Geometry) value), held);
        }
        return RowChange.same(value, CellReader.value(column(name).type(), cell))
                || sameCell(plain(CellValue.of(table, column(name), value)), cell);
    }

    /** Whether two cells hold the same; a text and the number SQLite made of it count as the same. */
    static boolean sameCell(Object a, Object b) {
        if (a instanceof byte[] one && b instanceof byte[] other) {
            return Arrays.equals(one, other);
        }
        if (a instanceof Number one && b instanceof Number other) {
            return one instanceof Long && other instanceof Long
                    ? one.longValue() == other.longValue()
                    : Double.compare(one.doubleValue(), other.doubleValue()) == 0
                            || one.doubleValue() == other.doubleValue();
        }
        if (a instanceof String text && b instanceof Number number) {
            return isNumber(text, number);
        }
        return a == null ? b == null : a.equals(b);
    }

    private static boolean isNumber(String text, Number number) {
        try {
            return new BigDecimal(text.strip()).doubleValue() == number.doubleValue();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Declares Z and M optional where geometries have come to carry them; whether that was new. */
    boolean declareDimensions(Connection connection) throws SQLException {
        int declared = 0;
        if (hasZ && !table.layer().hasZ()) {
            declared += Sql.run(
                    connection, "UPDATE gpkg_geometry_columns SET z=2 WHERE table_name=? AND z=0", table.name());
        }
        if (hasM && !table.layer().hasM()) {
            declared += Sql.run(
                    connection, "UPDATE gpkg_geometry_columns SET m=2 WHERE table_name=? AND m=0", table.name());
        }
        return declared > 0;
    }

    private Column column(String name) {
        Column column = table.column(name);
        if (column == null) {
            throw RiskMapException.of("data.gpkg-edit-column-gone", table.name(), name);
        }
        return column;
    }
}
