package riskmap.geo.shape;

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

    /**
     * The direction of a path at one of its vertices: at its ends that of the edge there, between two edges halfway between
     * theirs, by the smaller turn; the ends of a closed path lie between its last edge and its first. A vertex that is there
     * twice has the direction of the place.
     */
    public static double along(Coordinate[] path, int at) {
        int last = path.length - 1;
        boolean closed = last > 1 && path[0].equals2D(path[last]);
        int before = other(path, at, -1, closed);
        int after = other(path, at, 1, closed);
        if (before < 0 && after < 0) {
            return 0;
        } else if (before < 0 || after < 0) {
            return before < 0 ? of(path[at], path[after]) : of(path[before], path[at]);
        }
        double in = of(path[before], path[at]);
        double turn = normal(of(path[at], path[after]) - in);
        return normal(in + (turn <= 180 ? turn : turn - 360) / 2);
    }

    /** The nearest vertex in a direction along a path that is another place; −1 for none. */
    private static int other(Coordinate[] path, int at, int step, boolean closed) {
        int last = path.length - 1;
        int i = at;
        for (int n = 0; n < last; n++) {
            i += step;
            if (i < 0 || i > last) {
                if (!closed) {
                    return -1;
                }
                i = i < 0 ? last - 1 : 1;
            }
            if (!path[i].equals2D(path[at])) {
                return i;
            }
        }
        return -1;
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
