package riskmap.edit.sketch;

import org.locationtech.jts.geom.Coordinate;

/** Directions in degrees from north, clockwise: 0 north, 90 east. */
public final class Bearing {
    private Bearing() {}

    /** The direction from one place to another, [0, 360); 0 when both are the same place. */
    public static double of(Coordinate from, Coordinate to) {
        double degrees = Math.toDegrees(Math.atan2(to.x - from.x, to.y - from.y));
        return normal(degrees);
    }

    /** The same direction in [0, 360). */
    public static double normal(double degrees) {
        double turned = degrees % 360;
        double positive = turned < 0 ? turned + 360 : turned;
        return positive == 360 ? 0 : positive + 0.0;
    }

    /** The east part of a step of length 1; exact in the four main directions. */
    public static double east(double bearing) {
        double degrees = normal(bearing);
        if (degrees == 0 || degrees == 180) {
            return 0;
        }
        return degrees == 90 ? 1 : degrees == 270 ? -1 : Math.sin(Math.toRadians(degrees));
    }

    /** The north part of a step of length 1; exact in the four main directions. */
    public static double north(double bearing) {
        return east(bearing + 90);
    }

    /** The place at a distance in a direction. */
    public static Coordinate from(Coordinate start, double bearing, double distance) {
        return new Coordinate(start.x + distance * east(bearing), start.y + distance * north(bearing));
    }
}
