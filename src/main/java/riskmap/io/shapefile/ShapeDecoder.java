package riskmap.io.shapefile;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import riskmap.base.Message;
import riskmap.geo.overlay.PackedPositions;
import riskmap.io.ImportLog;
import riskmap.io.Place;

/** Decodes the content of one shape record. Counts are checked against the bytes that are there before they are used. */
final class ShapeDecoder {
    /** Measures below this are "no data". */
    private static final double NO_MEASURE = -1e38;

    private final GeometryFactory factory = new GeometryFactory(PackedPositions.FACTORY);
    private final RingSorter sorter = new RingSorter(factory);
    private final ImportLog log;
    private Place place;

    ShapeDecoder(ImportLog log) {
        this.log = log;
    }

    /** Bytes that are no shape, and why. */
    static final class Malformed extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final transient Message reason;

        Malformed(Message reason) {
            this(reason, null);
        }

        Malformed(Message reason, Throwable cause) {
            super(reason.key(), cause);
            this.reason = reason;
        }

        Message reason() {
            return reason;
        }
    }

    /**
     * The geometry of a record, null for a null shape. Lines and polygons come out as multi types.
     *
     * @throws IllegalArgumentException when the bytes are no shape of the type
     */
    Geometry decode(ByteBuffer content, Place where) {
        place = where;
        ByteBuffer in = content.order(ByteOrder.LITTLE_ENDIAN);
        try {
            ShapeType type = new ShapeType(in.getInt());
            if (!type.isKnown()) {
                throw new Malformed(Message.of("io.shape-odd-type", Integer.toString(type.code())));
            }
            return switch (type.kind()) {
                case ShapeType.POINT -> point(in, type);
                case ShapeType.MULTI_POINT -> multiPoint(in, type);
                case ShapeType.LINE -> line(parts(in, type));
                case ShapeType.POLYGON -> polygon(parts(in, type));
                default -> null;
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException tooShort) {
            throw new Malformed(Message.of("io.shape-record-short"), tooShort);
        }
    }

    private Geometry point(ByteBuffer in, ShapeType type) {
        double x = in.getDouble();
        double y = in.getDouble();
        double[] extra = {Double.NaN, Double.NaN};
        int extras = 0;
        if (type.hasZ()) {
            extra[extras++] = in.getDouble();
        }
        boolean measured = type.hasM() && in.remaining() >= 8;
        if (measured) {
            double m = in.getDouble();
            if (m > NO_MEASURE) {
                extra[extras++] = m;
            } else {
                measured = false;
            }
        }
        double[] packed = new double[2 + extras];
        packed[0] = x;
        packed[1] = y;
        System.arraycopy(extra, 0, packed, 2, extras);
        if (Double.isNaN(x) && Double.isNaN(y)) {
            return factory.createPoint();
        }
        return factory.createPoint(PackedPositions.of(packed, 2 + extras, measured ? 1 : 0));
    }

    private Geometry multiPoint(ByteBuffer in, ShapeType type) {
        in.position(in.position() + 32);
        int count = count(in.getInt(), in, 16);
        CoordinateSequence all = coordinates(in, count, type);
        Point[] points = new Point[count];
        for (int i = 0; i < count; i++) {
            points[i] = factory.createPoint(slice(all, i, i + 1, false));
        }
        return factory.createMultiPoint(points);
    }

    private Geometry line(List<CoordinateSequence> parts) {
        List<LineString> lines = new ArrayList<>();
        for (CoordinateSequence part : parts) {
            if (part.size() >= 2) {
                lines.add(factory.createLineString(part));
            } else {
                log.repaired(Message.of("io.part-dropped"), place);
            }
        }
        return factory.createMultiLineString(lines.toArray(LineString[]::new));
    }

    private Geometry polygon(List<CoordinateSequence> parts) {
        List<LinearRing> rings = new ArrayList<>();
        for (CoordinateSequence part : parts) {
            CoordinateSequence closed = part;
            if (part.size() > 0 && !isClosed(part)) {
                closed = slice(part, 0, part.size(), true);
                log.repaired(Message.of("io.ring-closed"), place.at(part.getX(0), part.getY(0)));
            }
            if (closed.size() >= 4) {
                rings.add(factory.createLinearRing(closed));
            } else {
                log.repaired(Message.of("io.part-dropped"), place);
            }
        }
        Geometry result = sorter.polygon(rings);
        if (result.isEmpty()) {
            return factory.createMultiPolygon();
        }
        return result instanceof org.locationtech.jts.geom.Polygon single
                ? factory.createMultiPolygon(new org.locationtech.jts.geom.Polygon[] {single})
                : result;
    }

    private static boolean isClosed(CoordinateSequence part) {
        int last = part.size() - 1;
        return part.getX(0) == part.getX(last) && part.getY(0) == part.getY(last);
    }

    private List<CoordinateSequence> parts(ByteBuffer in, ShapeType type) {
        in.position(in.position() + 32);
        int partCount = count(in.getInt(), in, 4);
        int pointCount = in.getInt();
        int[] starts = new int[partCount + 1];
        for (int i = 0; i < partCount; i++) {
            starts[i] = in.getInt();
            int least = i == 0 ? 0 : starts[i - 1];
            if (starts[i] < least || starts[i] > pointCount) {
                throw new Malformed(Message.of("io.shape-part", Integer.toString(i + 1), Integer.toString(starts[i])));
            }
        }
        starts[partCount] = count(pointCount, in, 16);
        CoordinateSequence all = coordinates(in, pointCount, type);
        if (partCount == 1 && starts[0] == 0) {
            return List.of(all);
        }
        List<CoordinateSequence> result = new ArrayList<>();
        for (int i = 0; i < partCount; i++) {
            result.add(slice(all, starts[i], starts[i + 1], false));
        }
        return result;
    }

    private static int count(int count, ByteBuffer in, int bytesEach) {
        if (count < 0 || (long) count * bytesEach > in.remaining()) {
            throw new Malformed(
                    Message.of("io.shape-count", Integer.toString(count), Integer.toString(in.remaining())));
        }
        return count;
    }

    /** Reads x and y of all points, then Z and M where the type and the record have them. */
    private static CoordinateSequence coordinates(ByteBuffer in, int count, ShapeType type) {
        int xy = in.position();
        int z = xy + 16 * count;
        boolean hasZ = type.hasZ();
        int m = hasZ ? z + 16 + 8 * count : z;
        boolean hasM = type.hasM() && m + 16L + 8L * count <= in.limit() && isMeasured(in, m + 16, count);
        int dimension = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
        double[] packed = new double[dimension * count];
        for (int i = 0, at = 0; i < count; i++, at += dimension) {
            packed[at] = in.getDouble(xy + 16 * i);
            packed[at + 1] = in.getDouble(xy + 16 * i + 8);
            if (hasZ) {
                packed[at + 2] = in.getDouble(z + 16 + 8 * i);
            }
            if (hasM) {
                double measure = in.getDouble(m + 16 + 8 * i);
                packed[at + dimension - 1] = measure > NO_MEASURE ? measure : Double.NaN;
            }
        }
        return PackedPositions.of(packed, dimension, hasM ? 1 : 0);
    }

    private static boolean isMeasured(ByteBuffer in, int at, int count) {
        for (int i = 0; i < count; i++) {
            if (in.getDouble(at + 8 * i) > NO_MEASURE) {
                return true;
            }
        }
        return false;
    }

    /** A copy of points from … to−1, and the first again at the end when asked to close. */
    private static CoordinateSequence slice(CoordinateSequence all, int from, int to, boolean close) {
        int dimension = all.getDimension();
        double[] packed = new double[dimension * (to - from + (close ? 1 : 0))];
        double[] raw = ((PackedCoordinateSequence.Double) all).getRawCoordinates();
        System.arraycopy(raw, from * dimension, packed, 0, (to - from) * dimension);
        if (close) {
            System.arraycopy(packed, 0, packed, (to - from) * dimension, dimension);
        }
        return PackedPositions.of(packed, dimension, all.getMeasures());
    }
}
