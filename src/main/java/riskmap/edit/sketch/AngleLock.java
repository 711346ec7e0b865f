package riskmap.edit.sketch;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import riskmap.geo.shape.Bearing;

/**
 * Holds the next edge to certain bearings: {@code base}, {@code base + step}, {@code base + 2 step} … The one nearest to
 * the pointer counts; the vertex is the pointer's foot on that ray.
 *
 * <p>This is every drawing aid for directions: axes (0, 90), right angles to the last edge (its bearing, 90), steps of 15°
 * (0, 15), parallel to an edge (its bearing, 180), perpendicular (its bearing + 90, 180), a fixed bearing (b, 360).
 *
 * @param base a bearing that is allowed, degrees
 * @param step the difference between allowed bearings, degrees; 360 allows only the base
 */
public record AngleLock(double base, double step) {
    public AngleLock {
        if (!(step > 0 && step <= 360) || !Double.isFinite(base)) {
            throw new IllegalArgumentException("base " + base + ", step " + step);
        }
    }

    /** North, east, south, west. */
    public static AngleLock axes() {
        return new AngleLock(0, 90);
    }

    /** On, back, and at right angles to the edge from a to b. */
    public static AngleLock orthogonalTo(Coordinate a, Coordinate b) {
        return new AngleLock(Bearing.of(a, b), 90);
    }

    /** In steps counted from north. */
    public static AngleLock steps(double degrees) {
        return new AngleLock(0, degrees);
    }

    /** In steps counted from the direction of the edge from a to b. */
    public static AngleLock steps(double degrees, Coordinate a, Coordinate b) {
        return new AngleLock(Bearing.of(a, b), degrees);
    }

    /** Along the direction of the edge from a to b, either way. */
    public static AngleLock parallelTo(Coordinate a, Coordinate b) {
        return new AngleLock(Bearing.of(a, b), 180);
    }

    /** At a right angle to the edge from a to b, either way. */
    public static AngleLock perpendicularTo(Coordinate a, Coordinate b) {
        return new AngleLock(Bearing.of(a, b) + 90, 180);
    }

    /** Only this bearing. */
    public static AngleLock fixed(double bearing) {
        return new AngleLock(bearing, 360);
    }

    /** The allowed bearing nearest to a direction. */
    public double nearest(double bearing) {
        return Bearing.normal(base + step * Math.rint(Math.IEEEremainder(bearing - base, 360) / step));
    }

    /**
     * The next vertex for a pointer: on the allowed ray nearest to it.
     *
     * @param length how long the edge is to be, NaN for as far as the pointer is
     */
    public Coordinate apply(Coordinate last, Coordinate pointer, double length) {
        double bearing = nearest(Bearing.of(last, pointer));
        double along = (pointer.x - last.x) * Bearing.east(bearing) + (pointer.y - last.y) * Bearing.north(bearing);
        return Bearing.from(last, bearing, Double.isNaN(length) ? Math.max(0, along) : length);
    }

    /** Where the allowed ray nearest to the pointer meets an edge that was snapped to; nothing when it does not. */
    public Optional<Coordinate> meeting(Coordinate last, Coordinate pointer, LineSegment edge) {
        double bearing = nearest(Bearing.of(last, pointer));
        Coordinate far = Bearing.from(last, bearing, 1);
        Coordinate met = edge.lineIntersection(new LineSegment(last, far));
        boolean ahead =
                met != null && (met.x - last.x) * Bearing.east(bearing) + (met.y - last.y) * Bearing.north(bearing) > 0;
        return ahead && edge.projectionFactor(met) >= 0 && edge.projectionFactor(met) <= 1
                ? Optional.of(met)
                : Optional.empty();
    }

    /** The next vertex at a fixed distance from the last, in the pointer's direction. */
    public static Coordinate withLength(Coordinate last, Coordinate pointer, double length) {
        double distance = last.distance(pointer);
        if (distance == 0) {
            return Bearing.from(last, 0, length);
        }
        double scale = length / distance;
        return new Coordinate(last.x + (pointer.x - last.x) * scale, last.y + (pointer.y - last.y) * scale);
    }
}
