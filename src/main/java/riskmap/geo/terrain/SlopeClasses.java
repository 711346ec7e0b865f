package riskmap.geo.terrain;

import java.util.Arrays;
import riskmap.geo.raster.ClassGrid;
import riskmap.geo.raster.Reclassification;

/**
 * The classes that the slopes of {@link Terrain#slopeDegrees} fall in, for whom a class is enough: the same classes, cell
 * for cell, by comparing the square of the rise per metre with that of each break, tan² b. Only so near to a break that
 * the rounding of the angle could decide, and where the rise is no number or hardly one, the angle itself is made.
 */
final class SlopeClasses {
    /** Breaks beyond, in degrees, lie where a float of the angle no longer tells squares apart that differ by {@link #NEAR}. */
    private static final double LEAST = 0.01;

    private static final double GREATEST = 85;

    /**
     * Share of the square within which a break may be reached or not: an angle is made with 7e-12 rad and rounded to a
     * float (6e-8 of it), which from 0.01° to 85° is less than 5e-6 of the square.
     */
    private static final double NEAR = 1e-5;

    /** The square from which on the angle is made: 89.9°. */
    private static final double STEEP = 3e5;

    private final Reclassification breaks;
    /** Of each class, and behind the last: below this square it is certainly not reached, and from that on it certainly is. */
    private final double[] notBelow;

    private final double[] certainFrom;
    private final double[] east = new double[1];
    private final double[] north = new double[1];
    private final double[] angle = new double[1];

    /** For one thread; {@link #canTell} must hold. */
    SlopeClasses(Reclassification breaks) {
        this.breaks = breaks;
        double[] degrees = breaks.breaks();
        notBelow = new double[degrees.length + 2];
        certainFrom = new double[degrees.length + 1];
        for (int i = 0; i < degrees.length; i++) {
            double rise = Math.tan(Math.toRadians(degrees[i]));
            notBelow[i + 1] = rise * rise * (1 - NEAR);
            certainFrom[i + 1] = rise * rise * (1 + NEAR);
        }
        notBelow[degrees.length + 1] = STEEP;
    }

    /** Whether these breaks lie where it is exact. */
    static boolean canTell(Reclassification breaks) {
        return breaks.breaks().length <= ClassGrid.MOST_BREAKS
                && Arrays.stream(breaks.breaks()).allMatch(degrees -> degrees >= LEAST && degrees <= GREATEST);
    }

    /** Writes the classes of slopes by the rise per metre towards east and north; {@link ClassGrid#NONE} for no number. */
    void of(double[] east, double[] north, byte[] classes) {
        // cells beside each other mostly fall in one class
        double least = 0;
        double end = 0;
        byte same = 0;
        for (int i = 0; i < classes.length; i++) {
            double square = east[i] * east[i] + north[i] * north[i];
            if (!(square >= least && square < end)) {
                int found = certain(square);
                if (found < 0) {
                    classes[i] = exactly(east[i], north[i]);
                    continue;
                }
                same = (byte) found;
                least = certainFrom[found];
                end = notBelow[found + 1];
            }
            classes[i] = same;
        }
    }

    /** The class a square certainly falls in, −1 for none. */
    private int certain(double square) {
        for (int each = 0; each < certainFrom.length; each++) {
            if (square >= certainFrom[each] && square < notBelow[each + 1]) {
                return each;
            }
        }
        return -1;
    }

    private byte exactly(double risingEast, double risingNorth) {
        east[0] = risingEast;
        north[0] = risingNorth;
        Terrain.slopeDegrees(east, north, angle);
        float degrees = (float) angle[0];
        return degrees == degrees ? (byte) breaks.classOf(degrees) : ClassGrid.NONE;
    }
}
