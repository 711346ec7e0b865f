package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * The area around a line whose width changes along it: a circle at each vertex, as wide as the line is there, and what
 * lies between the outer tangents of one and the next. Circles have vertices at both axes; tangents go from vertex to
 * vertex.
 *
 * <p>The steps are those of “Tapered buffers” of QGIS, which has them from JTS.
 */
public final class TaperedBuffer {
    private final int vertices;
    private final GeometryFactory factory;

    /** Circles of so many vertices in each quarter. */
    public TaperedBuffer(int segments, GeometryFactory factory) {
        this.vertices = 4 * segments;
        this.factory = factory;
    }

    /** Widths at the vertices of a line that change from one end to the other with its length. */
    public static double[] between(Coordinate[] line, double start, double end) {
        double[] along = new double[line.length];
        for (int i = 1; i < line.length; i++) {
            along[i] = along[i - 1] + line[i].distance(line[i - 1]);
        }
        double length = along[line.length - 1];
        double[] widths = new double[line.length];
        for (int i = 0; i < line.length; i++) {
            double share = i == 0 ? 0 : i == line.length - 1 || length == 0 ? 1 : along[i] / length;
            widths[i] = start + share * (end - start);
        }
        return widths;
    }

    /** The widths that are the measures (M) of the vertices; 0 where one has none. */
    public static double[] measures(Coordinate[] line) {
        double[] widths = new double[line.length];
        for (int i = 0; i < line.length; i++) {
            widths[i] = Double.isNaN(line[i].getM()) ? 0 : line[i].getM();
        }
        return widths;
    }

    /** The area around each part of a line; null around none. */
    public Geometry of(Geometry lines, Function<Coordinate[], double[]> widths) {
        List<Polygon> areas = new ArrayList<>();
        for (int part = 0; part < lines.getNumGeometries(); part++) {
            if (lines.getGeometryN(part) instanceof LineString line && !line.isEmpty()) {
                Geometry around = around(line.getCoordinates(), widths.apply(line.getCoordinates()));
                for (int i = 0; around != null && i < around.getNumGeometries(); i++) {
                    areas.add((Polygon) around.getGeometryN(i));
                }
            }
        }
        return areas.isEmpty() ? null : factory.createMultiPolygon(areas.toArray(Polygon[]::new));
    }

    private Geometry around(Coordinate[] line, double[] widths) {
        List<Geometry> parts = new ArrayList<>();
        Coordinate[] before = null;
        for (int i = 0; i < line.length; i++) {
            Coordinate[] circle = circle(line[i], widths[i] / 2);
            if (circle.length > 1) {
                parts.add(factory.createPolygon(circle));
            }
            if (i > 0 && (widths[i] > 0 || widths[i - 1] > 0)) {
                Geometry between = between(line[i - 1], widths[i - 1] / 2, before, line[i], widths[i] / 2, circle);
                if (between != null) {
                    parts.add(between);
                }
            }
            before = circle;
        }
        return parts.isEmpty() ? null : UnaryUnionOp.union(parts);
    }

    /** A circle, or its middle where it has no width. */
    private Coordinate[] circle(Coordinate centre, double radius) {
        if (radius <= 0) {
            return new Coordinate[] {new Coordinate(centre.x, centre.y)};
        }
        Coordinate[] ring = new Coordinate[vertices + 1];
        for (int i = 0; i < vertices; i++) {
            double bearing = 2 * Math.PI * i / vertices;
            ring[i] = new Coordinate(centre.x + radius * Math.sin(bearing), centre.y + radius * Math.cos(bearing));
        }
        ring[vertices] = ring[0].copy();
        return ring;
    }

    /** What lies between the outer tangents; null where one circle lies within the other. */
    private Geometry between(
            Coordinate a, double radiusA, Coordinate[] circleA, Coordinate b, double radiusB, Coordinate[] circleB) {
        double distance = a.distance(b);
        if (distance <= Math.abs(radiusB - radiusA)) {
            return null;
        }
        double way = Math.atan2(b.y - a.y, b.x - a.x);
        double lean = Math.acos((radiusA - radiusB) / distance);
        Coordinate[] ring = new Coordinate[5];
        double[] sides = {way + lean, way + lean, way - lean, way - lean};
        for (int i = 0; i < sides.length; i++) {
            boolean first = i == 0 || i == sides.length - 1;
            Coordinate centre = first ? a : b;
            double radius = first ? radiusA : radiusB;
            Coordinate touch =
                    new Coordinate(centre.x + radius * Math.cos(sides[i]), centre.y + radius * Math.sin(sides[i]));
            Coordinate ofA = nearest(circleA, touch);
            Coordinate ofB = nearest(circleB, touch);
            ring[i] = touch.distance(ofA) < touch.distance(ofB) ? ofA : ofB;
        }
        ring[ring.length - 1] = ring[0];
        Polygon area = factory.createPolygon(ring);
        return area.getArea() > 0 ? area : null;
    }

    private static Coordinate nearest(Coordinate[] circle, Coordinate place) {
        Coordinate best = circle[0];
        for (Coordinate vertex : circle) {
            if (vertex.distance(place) < best.distance(place)) {
                best = vertex;
            }
        }
        return best;
    }
}
