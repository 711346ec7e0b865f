package riskmap.data.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import riskmap.data.Dimensions;

/**
 * Encodes JTS geometry as GeoPackage geometry: little endian, ISO WKB, with an XY envelope except for points and for
 * empty geometries. Z is written when any position has one, M likewise. Not for use by several threads.
 *
 * <p><b>Source:</b> GeoPackage 1.3 clause 2.1.3; requirement 152 (an empty geometry carries no envelope).
 */
final class GeometryBlobWriter {
    private final int srsId;
    private final Envelope envelope = new Envelope();
    private byte[] bytes = new byte[1024];
    private int at;
    private boolean hasZ;
    private boolean hasM;

    GeometryBlobWriter(int srsId) {
        this.srsId = srsId;
    }

    /** The bytes of this geometry. */
    byte[] write(Geometry geometry) {
        at = 0;
        hasZ = Dimensions.hasZ(geometry);
        hasM = Dimensions.hasM(geometry);
        boolean empty = geometry.isEmpty();
        boolean boxed = !empty && !(geometry instanceof Point);
        envelope.setToNull();
        if (!empty) {
            envelope.expandToInclude(geometry.getEnvelopeInternal());
        }
        room(GeometryBlob.FIXED + 32);
        bytes[0] = 'G';
        bytes[1] = 'P';
        bytes[2] = 0;
        bytes[3] = (byte) (1 | (boxed ? 2 : 0) | (empty ? 0x10 : 0));
        GeometryBlob.putInteger(bytes, 4, srsId);
        at = GeometryBlob.FIXED;
        if (boxed) {
            number(envelope.getMinX());
            number(envelope.getMaxX());
            number(envelope.getMinY());
            number(envelope.getMaxY());
        }
        geometry(geometry);
        return Arrays.copyOf(bytes, at);
    }

    /** The envelope of the geometry written last; the null envelope for an empty one. */
    Envelope envelope() {
        return envelope;
    }

    /** Whether the geometry written last has Z. */
    boolean hasZ() {
        return hasZ;
    }

    /** Whether the geometry written last has M. */
    boolean hasM() {
        return hasM;
    }

    private void geometry(Geometry geometry) {
        int code = code(geometry);
        room(9);
        bytes[at++] = 1;
        GeometryBlob.putInteger(bytes, at, code + (hasZ ? 1000 : 0) + (hasM ? 2000 : 0));
        at += 4;
        switch (code) {
            case WkbType.POINT -> position((Point) geometry);
            case WkbType.LINE -> line(((LineString) geometry).getCoordinateSequence());
            case WkbType.POLYGON -> polygon((Polygon) geometry);
            default -> {
                integer(geometry.getNumGeometries());
                for (int i = 0; i < geometry.getNumGeometries(); i++) {
                    geometry(geometry.getGeometryN(i));
                }
            }
        }
    }

    static int code(Geometry geometry) {
        if (geometry instanceof Point) {
            return WkbType.POINT;
        }
        if (geometry instanceof LineString) {
            return WkbType.LINE;
        }
        if (geometry instanceof Polygon) {
            return WkbType.POLYGON;
        }
        if (geometry instanceof MultiPoint) {
            return WkbType.MULTI_POINT;
        }
        if (geometry instanceof MultiLineString) {
            return WkbType.MULTI_LINE;
        }
        if (geometry instanceof MultiPolygon) {
            return WkbType.MULTI_POLYGON;
        }
        if (geometry instanceof GeometryCollection) {
            return WkbType.COLLECTION;
        }
        throw new IllegalArgumentException(geometry.getGeometryType());
    }

    private void position(Point point) {
        if (!point.isEmpty()) {
            positions(point.getCoordinateSequence());
            return;
        }
        int dimension = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
        room(8 * dimension);
        for (int i = 0; i < dimension; i++) {
            number(Double.NaN);
        }
    }

    private void line(CoordinateSequence points) {
        integer(points.size());
        positions(points);
    }

    private void polygon(Polygon polygon) {
        if (polygon.isEmpty()) {
            integer(0);
            return;
        }
        int holes = polygon.getNumInteriorRing();
        integer(1 + holes);
        line(polygon.getExteriorRing().getCoordinateSequence());
        for (int i = 0; i < holes; i++) {
            line(polygon.getInteriorRingN(i).getCoordinateSequence());
        }
    }

    private void positions(CoordinateSequence points) {
        int size = points.size();
        room(32L * size);
        int dimension = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
        if (points instanceof PackedCoordinateSequence.Double packed
                && packed.getDimension() == dimension
                && packed.getMeasures() == (hasM ? 1 : 0)) {
            // as they lie in memory: one by one they take many times as long
            double[] values = packed.getRawCoordinates();
            ByteBuffer.wrap(bytes, at, 8 * values.length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asDoubleBuffer()
                    .put(values);
            at += 8 * values.length;
            return;
        }
        for (int i = 0; i < size; i++) {
            number(points.getX(i));
            number(points.getY(i));
            if (hasZ) {
                number(points.getZ(i));
            }
            if (hasM) {
                number(points.getM(i));
            }
        }
    }

    private void integer(int value) {
        room(4);
        GeometryBlob.putInteger(bytes, at, value);
        at += 4;
    }

    private void number(double value) {
        GeometryBlob.putNumber(bytes, at, value);
        at += 8;
    }

    private void room(long more) {
        long wanted = at + more;
        if (wanted > bytes.length) {
            bytes = Arrays.copyOf(bytes, (int) Math.min(Integer.MAX_VALUE - 16L, Math.max(wanted, 2L * bytes.length)));
        }
    }
}
