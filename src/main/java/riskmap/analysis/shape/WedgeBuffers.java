package riskmap.analysis.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Operation;
import riskmap.analysis.ShapeKind;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;

/**
 * Sectors around points, such as what a camera sees: within an angle around a bearing (degrees clockwise from north) and
 * between two distances, in units of the coordinates. Arcs are chords of at most a quarter by the number of segments, with
 * their ends on the circle: with 18 they leave out less than 0.2 % of the area.
 */
public final class WedgeBuffers {
    private static final String OWNER = "analysis.wedge-buffers";

    private WedgeBuffers() {}

    /** The tool. */
    public static Operation operation() {
        return new ShapeOfEach(
                        "wedge-buffers",
                        MultiPolygon.class,
                        WedgeBuffers::around,
                        Parameter.number(OWNER, "azimuth", "°", 0, -360, 360),
                        Parameter.number(OWNER, "width", "°", 45, 0.001, 360),
                        Parameter.number(OWNER, "outer", Parameter.COORDINATE_UNIT, 100, 0, 1e8),
                        Parameter.number(OWNER, "inner", Parameter.COORDINATE_UNIT, 0, 0, 1e8),
                        Parameter.integer(OWNER, "segments", "", 18, 1, 1000))
                .on(FittingShapes.only(ShapeKind.POINTS));
    }

    private static Geometry around(Geometry points, ParameterValues values) {
        // the nearer of two distances is the inner one, whichever it was called
        double outer = Math.max(values.number("outer"), values.number("inner"));
        double inner = Math.min(values.number("outer"), values.number("inner"));
        if (points.getDimension() != 0 || inner >= outer) {
            return null;
        }
        double width = values.number("width");
        double from = values.number("azimuth") - width / 2;
        int steps = (int) Math.max(1, Math.ceil(width / 90 * values.integer("segments")));
        GeometryFactory factory = points.getFactory();
        List<Polygon> wedges = new ArrayList<>();
        for (Coordinate centre : points.getCoordinates()) {
            List<Coordinate> far = arc(centre, outer, from, width, steps);
            List<Coordinate> near = arc(centre, inner, from, width, steps);
            if (width < 360) {
                List<Coordinate> ring = new ArrayList<>(far);
                for (int i = inner == 0 ? 0 : near.size() - 1; i >= 0; i--) {
                    ring.add(near.get(i));
                }
                ring.add(far.get(0).copy());
                wedges.add(factory.createPolygon(ring.toArray(Coordinate[]::new)));
            } else {
                LinearRing[] hole = inner == 0 ? new LinearRing[0] : new LinearRing[] {ring(factory, near)};
                wedges.add(factory.createPolygon(ring(factory, far), hole));
            }
        }
        return wedges.size() == 1 ? wedges.get(0) : UnaryUnionOp.union(wedges);
    }

    private static LinearRing ring(GeometryFactory factory, List<Coordinate> round) {
        round.set(round.size() - 1, round.get(0).copy());
        return factory.createLinearRing(round.toArray(Coordinate[]::new));
    }

    /** Places on a circle, clockwise from a bearing. */
    private static List<Coordinate> arc(Coordinate centre, double radius, double from, double width, int steps) {
        List<Coordinate> places = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double bearing = Math.toRadians(from + width * i / steps);
            places.add(new Coordinate(centre.x + radius * Math.sin(bearing), centre.y + radius * Math.cos(bearing)));
        }
        return places;
    }
}
