package riskmap.data.gpkg;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import riskmap.geo.overlay.PackedPositions;

/**
 * Circular arcs as lines, for files that other programs drew curves in. An arc goes from a first through a second to a
 * third point; three points where the first is the third are the full circle with the second opposite.
 *
 * <p>Chords span at most 2° ({@value #STEPS} per circle): they leave the arc by less than 1.6·10⁻⁴ of its radius.
 * Positions with Z or M keep those of the control points only: arcs are drawn, not measured, in them.
 */
final class Arcs {
    private static final int STEPS = 180;

    private Arcs() {}

    /** The points of a circular string as a line. */
    static CoordinateSequence linearised(CoordinateSequence control) {
        int size = control.size();
        if (size == 0) {
            return control;
        }
        if (size < 3 || size % 2 == 0) {
            throw new MalformedGeometryException("data.gpkg-blob-arc");
        }
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i + 2 < size; i += 2) {
            arc(control, i, points);
        }
        points.add(new double[] {control.getX(size - 1), control.getY(size - 1)});
        return packed(points);
    }

    private static void arc(CoordinateSequence c, int i, List<double[]> points) {
        double ax = c.getX(i);
        double ay = c.getY(i);
        double bx = c.getX(i + 1) - ax;
        double by = c.getY(i + 1) - ay;
        double cx = c.getX(i + 2) - ax;
        double cy = c.getY(i + 2) - ay;
        points.add(new double[] {ax, ay});
        double x;
        double y;
        double sweep;
        if (cx == 0 && cy == 0) {
            x = bx / 2;
            y = by / 2;
            sweep = 2 * Math.PI;
        } else {
            double d = 2 * (bx * cy - by * cx);
            if (d == 0) {
                points.add(new double[] {ax + bx, ay + by});
                return;
            }
            double b2 = bx * bx + by * by;
            double c2 = cx * cx + cy * cy;
            x = (cy * b2 - by * c2) / d;
            y = (bx * c2 - cx * b2) / d;
            sweep = angle(-x, -y, cx - x, cy - y);
            // counter-clockwise when the three points turn left
            sweep = d > 0 ? sweep : sweep - 2 * Math.PI;
        }
        int steps = (int) Math.max(1, Math.ceil(Math.abs(sweep) * STEPS / (2 * Math.PI)));
        for (int k = 1; k < steps; k++) {
            double turn = sweep * k / steps;
            double cos = Math.cos(turn);
            double sin = Math.sin(turn);
            points.add(new double[] {ax + x - x * cos + y * sin, ay + y - x * sin - y * cos});
        }
    }

    /** The counter-clockwise angle from one direction to another, 0 to 2π. */
    private static double angle(double ux, double uy, double vx, double vy) {
        double result = Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy);
        return result < 0 ? result + 2 * Math.PI : result;
    }

    /** Curves that follow each other as one line. */
    static LineString joined(LineString[] curves, GeometryFactory factory) {
        List<double[]> points = new ArrayList<>();
        for (LineString curve : curves) {
            CoordinateSequence part = curve.getCoordinateSequence();
            for (int i = points.isEmpty() ? 0 : 1; i < part.size(); i++) {
                points.add(new double[] {part.getX(i), part.getY(i)});
            }
        }
        return factory.createLineString(packed(points));
    }

    /** Rings as a polygon, the first the shell. */
    static Polygon polygon(LineString[] rings, GeometryFactory factory) {
        LinearRing[] all = new LinearRing[rings.length];
        for (int i = 0; i < rings.length; i++) {
            all[i] = factory.createLinearRing(closed(rings[i].getCoordinateSequence()));
        }
        if (all.length == 0) {
            return factory.createPolygon();
        }
        return factory.createPolygon(all[0], java.util.Arrays.copyOfRange(all, 1, all.length));
    }

    /** The same points, with the first once more at the end (and until a ring can be made of them). */
    static CoordinateSequence closed(CoordinateSequence points) {
        int size = points.size();
        if (size == 0
                || (size >= LinearRing.MINIMUM_VALID_SIZE
                        && points.getX(0) == points.getX(size - 1)
                        && points.getY(0) == points.getY(size - 1))) {
            return points;
        }
        return repeated(points, Math.max(size + 1, LinearRing.MINIMUM_VALID_SIZE));
    }

    /** The points filled up with the first one to the given size. */
    static CoordinateSequence repeated(CoordinateSequence points, int size) {
        int dimension = points.getDimension();
        double[] values = new double[size * dimension];
        for (int i = 0; i < size; i++) {
            for (int d = 0; d < dimension; d++) {
                values[i * dimension + d] = points.getOrdinate(i < points.size() ? i : 0, d);
            }
        }
        return PackedPositions.of(values, dimension, points.getMeasures());
    }

    private static CoordinateSequence packed(List<double[]> points) {
        double[] values = new double[points.size() * 2];
        for (int i = 0; i < points.size(); i++) {
            values[2 * i] = points.get(i)[0];
            values[2 * i + 1] = points.get(i)[1];
        }
        return new PackedCoordinateSequence.Double(values, 2, 0);
    }
}
