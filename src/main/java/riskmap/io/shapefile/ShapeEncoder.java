package riskmap.io.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequences;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Encodes geometries as the content of shape records of one type; shells run clockwise, holes the other way. */
final class ShapeEncoder {
    /** Stands for "no measure". */
    private static final double NO_MEASURE = -1e39;

    private final ShapeType type;

    ShapeEncoder(ShapeType type) {
        this.type = type;
    }

    /** The record's content; a null shape for null and empty. */
    ByteBuffer encode(Geometry geometry) {
        if (geometry == null || geometry.isEmpty()) {
            return buffer(4).putInt(ShapeType.NULL).flip();
        }
        if (type.kind() == ShapeType.POINT) {
            return point((Point) geometry.getGeometryN(0));
        }
        List<CoordinateSequence> parts = new ArrayList<>();
        collect(geometry, parts);
        int points = parts.stream().mapToInt(CoordinateSequence::size).sum();
        boolean multiPoint = type.kind() == ShapeType.MULTI_POINT;
        int fixed = 4 + 32 + (multiPoint ? 4 : 8 + 4 * parts.size());
        int size = fixed + 16 * points + extra(type.hasZ(), points) + extra(type.hasM(), points);
        ByteBuffer out = buffer(size).putInt(type.code());
        Envelope box = geometry.getEnvelopeInternal();
        out.putDouble(box.getMinX())
                .putDouble(box.getMinY())
                .putDouble(box.getMaxX())
                .putDouble(box.getMaxY());
        if (multiPoint) {
            out.putInt(points);
        } else {
            out.putInt(parts.size()).putInt(points);
            int start = 0;
            for (CoordinateSequence part : parts) {
                out.putInt(start);
                start += part.size();
            }
        }
        for (CoordinateSequence part : parts) {
            for (int i = 0; i < part.size(); i++) {
                out.putDouble(part.getX(i)).putDouble(part.getY(i));
            }
        }
        if (type.hasZ()) {
            putRange(out, parts, true);
        }
        if (type.hasM()) {
            putRange(out, parts, false);
        }
        return out.flip();
    }

    private static int extra(boolean there, int points) {
        return there ? 16 + 8 * points : 0;
    }

    private ByteBuffer point(Point point) {
        CoordinateSequence at = point.getCoordinateSequence();
        ByteBuffer out = buffer(20 + (type.hasZ() ? 8 : 0) + (type.hasM() ? 8 : 0));
        out.putInt(type.code()).putDouble(at.getX(0)).putDouble(at.getY(0));
        if (type.hasZ()) {
            out.putDouble(height(at, 0));
        }
        if (type.hasM()) {
            out.putDouble(measure(at, 0));
        }
        return out.flip();
    }

    private static void putRange(ByteBuffer out, List<CoordinateSequence> parts, boolean heights) {
        int range = out.position();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        out.position(range + 16);
        for (CoordinateSequence part : parts) {
            for (int i = 0; i < part.size(); i++) {
                double value = heights ? height(part, i) : measure(part, i);
                out.putDouble(value);
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        out.putDouble(range, least).putDouble(range + 8, most);
    }

    static double height(CoordinateSequence at, int i) {
        double z = at.getZ(i);
        return Double.isNaN(z) ? 0 : z;
    }

    static double measure(CoordinateSequence at, int i) {
        double m = at.getM(i);
        return Double.isNaN(m) ? NO_MEASURE : m;
    }

    private static void collect(Geometry geometry, List<CoordinateSequence> parts) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part.isEmpty()) {
                continue;
            }
            if (part instanceof Polygon polygon) {
                parts.add(turned(polygon.getExteriorRing(), false));
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    parts.add(turned(polygon.getInteriorRingN(hole), true));
                }
            } else if (part instanceof LineString line) {
                parts.add(line.getCoordinateSequence());
            } else if (part instanceof Point point) {
                parts.add(point.getCoordinateSequence());
            }
        }
    }

    private static CoordinateSequence turned(LinearRing ring, boolean counterClockwise) {
        CoordinateSequence sequence = ring.getCoordinateSequence();
        if (Orientation.isCCW(sequence) == counterClockwise) {
            return sequence;
        }
        CoordinateSequence copy = sequence.copy();
        CoordinateSequences.reverse(copy);
        return copy;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
