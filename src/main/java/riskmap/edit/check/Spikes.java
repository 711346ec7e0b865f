package riskmap.edit.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Spikes of outlines: vertices where the outline turns back on itself. */
final class Spikes {
    private Spikes() {}

    /** The tips, in the order of the outline. */
    static List<Coordinate> of(Geometry shape, double degrees) {
        List<Coordinate> tips = new ArrayList<>();
        for (int i = 0; i < shape.getNumGeometries(); i++) {
            if (shape.getGeometryN(i) instanceof Polygon polygon) {
                tips(polygon.getExteriorRing(), degrees, tips);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    tips(polygon.getInteriorRingN(hole), degrees, tips);
                }
            }
        }
        return tips;
    }

    private static void tips(LinearRing ring, double degrees, List<Coordinate> tips) {
        Coordinate[] points = ring.getCoordinates();
        int last = points.length - 1;
        for (int i = 0; i < last; i++) {
            if (isTip(points[i == 0 ? last - 1 : i - 1], points[i], points[i + 1], degrees)) {
                tips.add(points[i]);
            }
        }
    }

    private static boolean isTip(Coordinate before, Coordinate at, Coordinate after, double degrees) {
        boolean apart = !before.equals2D(at) && !after.equals2D(at);
        return apart && Angle.toDegrees(Angle.angleBetween(before, at, after)) < degrees;
    }

    /** The geometry without them; rings that were nothing but a spike go. */
    static Geometry removed(Geometry shape, double degrees) {
        return new GeometryEditor(shape.getFactory()).edit(shape, new GeometryEditor.GeometryEditorOperation() {
            @Override
            public Geometry edit(Geometry geometry, GeometryFactory factory) {
                if (!(geometry instanceof LinearRing ring)) {
                    return geometry;
                }
                return factory.createLinearRing(without(ring.getCoordinates(), degrees));
            }
        });
    }

    private static Coordinate[] without(Coordinate[] ring, double degrees) {
        List<Coordinate> points = new ArrayList<>(Arrays.asList(ring).subList(0, ring.length - 1));
        for (int i = 0; i < points.size() && points.size() > 2; ) {
            Coordinate before = points.get((i + points.size() - 1) % points.size());
            Coordinate after = points.get((i + 1) % points.size());
            if (before.equals2D(points.get(i)) || isTip(before, points.get(i), after, degrees)) {
                points.remove(i);
                // what stood before may now be a tip itself
                i = Math.max(0, i - 2);
            } else {
                i++;
            }
        }
        if (points.size() < 3) {
            return new Coordinate[0];
        }
        points.add(points.get(0).copy());
        return points.toArray(new Coordinate[0]);
    }
}
