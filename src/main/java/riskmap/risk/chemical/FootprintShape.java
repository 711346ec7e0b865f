package riskmap.risk.chemical;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * The polygon of a {@link Scenario.Footprint}, around a place and turned into the wind.
 *
 * <p>Circles have 128 sides and lie on the distance itself, so that they fall short of it by 0.03 % at most.
 */
public final class FootprintShape {
    private static final int SIDES = 128;
    private static final int STEPS = 64;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private FootprintShape() {}

    /** A circle. */
    public static Polygon circle(double x, double y, double radius) {
        Coordinate[] ring = new Coordinate[SIDES + 1];
        for (int i = 0; i < SIDES; i++) {
            double angle = 2 * Math.PI * i / SIDES;
            ring[i] = new Coordinate(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        }
        ring[SIDES] = ring[0].copy();
        return FACTORY.createPolygon(ring);
    }

    /**
     * The ground within a limit, null where it is nowhere reached.
     *
     * @param windFromDegrees where the wind comes from, clockwise from north; NaN for any direction: a circle
     */
    public static Polygon of(
            Scenario.Footprint footprint, double limit, double x, double y, double windFromDegrees, boolean drifts) {
        double reach = footprint.reach(limit);
        if (!(reach > 0)) {
            return null;
        }
        if (!drifts || Double.isNaN(windFromDegrees)) {
            return circle(x, y, reach);
        }
        // the wind blows towards the opposite of where it comes from
        double towards = Math.toRadians(90 - (windFromDegrees + 180));
        double cos = Math.cos(towards);
        double sin = Math.sin(towards);
        double from = -footprint.upwind(limit);
        List<Coordinate> left = new ArrayList<>();
        List<Coordinate> right = new ArrayList<>();
        for (int i = 0; i <= STEPS; i++) {
            // denser where the outline bends: at both ends
            double share = (1 - Math.cos(Math.PI * i / STEPS)) / 2;
            double downwind = from + share * (reach - from);
            double half = footprint.halfWidth(downwind, limit);
            left.add(new Coordinate(x + downwind * cos - half * sin, y + downwind * sin + half * cos));
            right.add(0, new Coordinate(x + downwind * cos + half * sin, y + downwind * sin - half * cos));
        }
        List<Coordinate> ring = new ArrayList<>(left);
        ring.addAll(right);
        ring.add(left.get(0).copy());
        Polygon polygon = FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
        return polygon.isValid() ? polygon : (Polygon) polygon.convexHull();
    }
}
