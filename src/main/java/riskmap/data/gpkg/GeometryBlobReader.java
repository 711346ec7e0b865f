package riskmap.data.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import riskmap.geo.overlay.PackedPositions;

/**
 * Decodes GeoPackage geometry, straight into packed coordinates.
 *
 * <p>Reads ISO WKB in either byte order, Z and M also in the older spelling (type | 0x80000000, 0x40000000), and arcs
 * ({@code CIRCULARSTRING} … {@code MULTISURFACE}) as lines. Bytes are not trusted: nesting goes {@value #DEPTH} deep at
 * most, no count may promise more than the bytes left can hold, bytes left over are an error. What JTS cannot hold is
 * completed, not dropped: an open ring is closed, a line of one point gets it twice; {@link #isStrict strict} reading
 * refuses that. Not for use by several threads.
 *
 * <p><b>Source:</b> OGC 06-103r4 clause 8.2 (WKB), ISO 13249-3 (types above 7 and the dimension thousands).
 */
final class GeometryBlobReader {
    /** How deep collections may nest. */
    static final int DEPTH = 32;

    /** Coordinates are kept as read; the spatial reference is known by the layer, not by each geometry. */
    static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 0, PackedPositions.FACTORY);

    private final boolean isStrict;
    private byte[] bytes = {};
    private int at;
    private boolean little;

    GeometryBlobReader() {
        this(false);
    }

    GeometryBlobReader(boolean isStrict) {
        this.isStrict = isStrict;
    }

    /** Decodes a blob of a geometry column. */
    Geometry read(byte[] blob) {
        return wkb(blob, GeometryBlob.wkbOffset(blob));
    }

    /** Decodes the WKB that goes from an offset to the end. */
    Geometry wkb(byte[] source, int offset) {
        bytes = source;
        at = offset;
        Geometry result = geometry(0);
        if (at != bytes.length) {
            throw new MalformedGeometryException("data.gpkg-blob-trailing", Integer.toString(bytes.length - at));
        }
        return result;
    }

    private Geometry geometry(int depth) {
        if (depth > DEPTH) {
            throw new MalformedGeometryException("data.gpkg-blob-depth", Integer.toString(DEPTH));
        }
        WkbType type = header();
        return switch (type.code()) {
            case WkbType.POINT -> point(type);
            case WkbType.LINE -> FACTORY.createLineString(line(type));
            case WkbType.POLYGON, WkbType.TRIANGLE -> polygon(type);
            case WkbType.CIRCULAR_STRING -> FACTORY.createLineString(Arcs.linearised(sequence(type)));
            case WkbType.COMPOUND_CURVE -> Arcs.joined(curves(depth), FACTORY);
            case WkbType.CURVE_POLYGON -> Arcs.polygon(curves(depth), FACTORY);
            case WkbType.MULTI_POINT -> FACTORY.createMultiPoint(members(depth, Point.class, new Point[capacity()]));
            case WkbType.MULTI_LINE, WkbType.MULTI_CURVE ->
                FACTORY.createMultiLineString(members(depth, LineString.class, new LineString[capacity()]));
            case WkbType.MULTI_POLYGON, WkbType.MULTI_SURFACE, WkbType.POLYHEDRAL, WkbType.TIN ->
                FACTORY.createMultiPolygon(members(depth, Polygon.class, new Polygon[capacity()]));
            case WkbType.COLLECTION ->
                FACTORY.createGeometryCollection(members(depth, Geometry.class, new Geometry[capacity()]));
            default -> throw new MalformedGeometryException("data.gpkg-blob-type", Integer.toString(type.code()));
        };
    }

    private WkbType header() {
        need(5);
        byte order = bytes[at];
        if (order != 0 && order != 1) {
            throw new MalformedGeometryException("data.gpkg-blob-order", Integer.toString(order & 0xFF));
        }
        little = order == 1;
        int raw = GeometryBlob.integer(bytes, at + 1, little);
        at += 5;
        WkbType type = WkbType.of(raw);
        if (WkbType.hasSrid(raw)) {
            need(4);
            at += 4;
        }
        return type;
    }

    private Point point(WkbType type) {
        int dimension = type.dimension();
        need(8L * dimension);
        double x = GeometryBlob.number(bytes, at, little);
        double y = GeometryBlob.number(bytes, at + 8, little);
        if (Double.isNaN(x) && Double.isNaN(y)) {
            at += 8 * dimension;
            return FACTORY.createPoint();
        }
        return FACTORY.createPoint(coordinates(type, 1));
    }

    private CoordinateSequence sequence(WkbType type) {
        return coordinates(type, count(8 * type.dimension()));
    }

    private CoordinateSequence line(WkbType type) {
        int size = count(8 * type.dimension());
        CoordinateSequence result = coordinates(type, size);
        if (size != 1) {
            return result;
        }
        refuseIfStrict("data.gpkg-blob-line");
        return Arcs.repeated(result, 2);
    }

    private Polygon polygon(WkbType type) {
        int rings = count(4);
        if (rings == 0) {
            return FACTORY.createPolygon();
        }
        LinearRing shell = ring(type);
        LinearRing[] holes = new LinearRing[rings - 1];
        for (int i = 0; i < holes.length; i++) {
            holes[i] = ring(type);
        }
        if (shell.isEmpty() && holes.length > 0) {
            throw new MalformedGeometryException("data.gpkg-blob-ring");
        }
        return FACTORY.createPolygon(shell, holes);
    }

    private LinearRing ring(WkbType type) {
        CoordinateSequence points = sequence(type);
        int last = points.size() - 1;
        boolean closed = last < 0
                || (last >= LinearRing.MINIMUM_VALID_SIZE - 1
                        && points.getX(0) == points.getX(last)
                        && points.getY(0) == points.getY(last));
        if (!closed) {
            refuseIfStrict("data.gpkg-blob-ring");
            points = Arcs.closed(points);
        }
        return FACTORY.createLinearRing(points);
    }

    private CoordinateSequence coordinates(WkbType type, int size) {
        int dimension = type.dimension();
        double[] values = new double[size * dimension];
        ByteBuffer.wrap(bytes, at, 8 * values.length)
                .order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .asDoubleBuffer()
                .get(values);
        at += 8 * values.length;
        return PackedPositions.of(values, dimension, type.hasM() ? 1 : 0);
    }

    /** How many members follow; each takes five bytes at least. */
    private int capacity() {
        return count(5);
    }

    private <G extends Geometry> G[] members(int depth, Class<G> kind, G[] result) {
        for (int i = 0; i < result.length; i++) {
            Geometry member = geometry(depth + 1);
            if (!kind.isInstance(member)) {
                throw new MalformedGeometryException("data.gpkg-blob-member", member.getGeometryType());
            }
            result[i] = kind.cast(member);
        }
        return result;
    }

    private LineString[] curves(int depth) {
        return members(depth, LineString.class, new LineString[capacity()]);
    }

    private int count(int bytesEach) {
        need(4);
        long count = GeometryBlob.integer(bytes, at, little) & 0xFFFFFFFFL;
        at += 4;
        need(count * bytesEach);
        return (int) count;
    }

    private void need(long length) {
        if (length > bytes.length - at) {
            throw new MalformedGeometryException("data.gpkg-blob-short");
        }
    }

    private void refuseIfStrict(String key) {
        if (isStrict) {
            throw new MalformedGeometryException(key);
        }
    }

    /** The geometry classes in the order of their WKB codes 1 to 7. */
    static Class<? extends Geometry> binding(String typeName) {
        return switch (typeName) {
            case "POINT" -> Point.class;
            case "LINESTRING", "CURVE", "CIRCULARSTRING", "COMPOUNDCURVE" -> LineString.class;
            case "POLYGON", "SURFACE", "CURVEPOLYGON" -> Polygon.class;
            case "MULTIPOINT" -> MultiPoint.class;
            case "MULTILINESTRING", "MULTICURVE" -> MultiLineString.class;
            case "MULTIPOLYGON", "MULTISURFACE" -> MultiPolygon.class;
            case "GEOMETRYCOLLECTION", "GEOMCOLLECTION" -> GeometryCollection.class;
            default -> Geometry.class;
        };
    }
}
