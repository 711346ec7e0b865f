package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryTransformer;

/**
 * Smoothing by cutting corners: each edge is replaced by its middle part, from the share {@code offset} to
 * {@code 1 − offset} of its length. Ends of lines stay.
 *
 * <p>Source: Chaikin, G. M. (1974), An algorithm for high speed curve generation, Computer Graphics and Image Processing
 * 3(4), 346–349.
 */
final class ChaikinSmoothing {
    private ChaikinSmoothing() {}

    /** The shape after so many rounds; points stay as they are. */
    static Geometry of(Geometry shape, int rounds, double offset) {
        return new GeometryTransformer() {
            @Override
            protected Geometry transformLinearRing(LinearRing ring, Geometry parent) {
                return ring.isEmpty() ? ring : ring(ring.getCoordinates(), rounds, offset, ring.getFactory());
            }

            @Override
            protected Geometry transformLineString(LineString line, Geometry parent) {
                if (line.isEmpty()) {
                    return line;
                }
                return line.isClosed() && line.getNumPoints() > 3
                        ? factory.createLineString(closed(line.getCoordinates(), rounds, offset))
                        : factory.createLineString(open(line.getCoordinates(), rounds, offset));
            }

            @Override
            protected Geometry transformPolygon(Polygon polygon, Geometry parent) {
                LinearRing shell = (LinearRing) transformLinearRing(polygon.getExteriorRing(), polygon);
                LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
                for (int i = 0; i < holes.length; i++) {
                    holes[i] = (LinearRing) transformLinearRing(polygon.getInteriorRingN(i), polygon);
                }
                return factory.createPolygon(shell, holes);
            }
        }.transform(shape);
    }

    private static LinearRing ring(Coordinate[] points, int rounds, double offset, GeometryFactory factory) {
        return factory.createLinearRing(closed(points, rounds, offset));
    }

    private static Coordinate[] closed(Coordinate[] points, int rounds, double offset) {
        Coordinate[] current = points;
        for (int round = 0; round < rounds; round++) {
            List<Coordinate> next = new ArrayList<>();
            for (int i = 0; i + 1 < current.length; i++) {
                next.add(between(current[i], current[i + 1], offset));
                next.add(between(current[i], current[i + 1], 1 - offset));
            }
            next.add(next.get(0).copy());
            current = next.toArray(Coordinate[]::new);
        }
        return current;
    }

    private static Coordinate[] open(Coordinate[] points, int rounds, double offset) {
        Coordinate[] current = points;
        for (int round = 0; round < rounds && current.length > 2; round++) {
            List<Coordinate> next = new ArrayList<>();
            next.add(current[0]);
            for (int i = 0; i + 1 < current.length; i++) {
                if (i > 0) {
                    next.add(between(current[i], current[i + 1], offset));
                }
                if (i + 2 < current.length) {
                    next.add(between(current[i], current[i + 1], 1 - offset));
                }
            }
            next.add(current[current.length - 1]);
            current = next.toArray(Coordinate[]::new);
        }
        return current;
    }

    private static Coordinate between(Coordinate from, Coordinate to, double share) {
        return new Coordinate(
                from.x + share * (to.x - from.x),
                from.y + share * (to.y - from.y),
                from.getZ() + share * (to.getZ() - from.getZ()));
    }
}
