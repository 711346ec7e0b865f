package riskmap.geo;

import riskmap.base.Progress;

/** The exact Euclidean distance from each cell's centre to the centre of the nearest source cell. */
public final class DistanceTransform {
    private DistanceTransform() {}

    /** Distance to the nearest cell that holds a value (not NaN) other than 0, in units of the CRS; NaN if there is none. */
    public static Grid distance(Grid sources, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** The index (row × width + column) of the nearest source cell, per cell; −1 if there is none. */
    public static int[] nearest(Grid sources, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
