package riskmap.risk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Well-known binary of plain geometries in two dimensions, byte for byte as {@code WKBWriter(2)} writes it (big-endian,
 * without SRID), into one buffer that is used again: what is hashed of a million rows.
 */
final class PlainWkb {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[1024];
    private int size;

    /** The geometry, which is not empty; valid until the next call. */
    byte[] buffer(Geometry geometry) {
        size = 0;
        write(geometry);
        return bytes;
    }

    /** Bytes of the last geometry. */
    int size() {
        return size;
    }

    private void write(Geometry geometry) {
        if (geometry instanceof Point point) {
            head(1);
            ordinates(point.getCoordinateSequence());
        } else if (geometry instanceof LineString line) {
            head(2);
            path(line.getCoordinateSequence());
        } else if (geometry instanceof Polygon polygon) {
            head(3);
            if (polygon.isEmpty()) {
                number(0);
                return;
            }
            number(1 + polygon.getNumInteriorRing());
            path(polygon.getExteriorRing().getCoordinateSequence());
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                path(polygon.getInteriorRingN(i).getCoordinateSequence());
            }
        } else {
            head(
                    switch (geometry.getGeometryType()) {
                        case Geometry.TYPENAME_MULTIPOINT -> 4;
                        case Geometry.TYPENAME_MULTILINESTRING -> 5;
                        case Geometry.TYPENAME_MULTIPOLYGON -> 6;
                        default -> 7;
                    });
            number(((GeometryCollection) geometry).getNumGeometries());
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                write(geometry.getGeometryN(i));
            }
        }
    }

    private void head(int type) {
        room(5);
        bytes[size++] = 0;
        number(type);
    }

    private void path(CoordinateSequence line) {
        number(line.size());
        ordinates(line);
    }

    private void ordinates(CoordinateSequence line) {
        room(16 * Math.max(1, line.size()));
        if (line.size() == 0) {
            // an empty point
            number(Double.doubleToLongBits(Double.NaN));
            number(Double.doubleToLongBits(Double.NaN));
        }
        for (int i = 0; i < line.size(); i++) {
            number(Double.doubleToLongBits(line.getX(i)));
            number(Double.doubleToLongBits(line.getY(i)));
        }
    }

    private void number(int value) {
        room(4);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    private void number(long value) {
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
