package riskmap.geo;

import riskmap.base.Progress;

/** Slope, aspect and shaded relief of an elevation grid in metres (Horn's 3 × 3 differences). */
public final class Terrain {
    private Terrain() {}

    /** Slope in degrees. */
    public static Grid slopeDegrees(Grid elevation, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Slope in percent. */
    public static Grid slopePercent(Grid elevation, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Direction the slope faces, degrees clockwise from north; NaN where it is flat. */
    public static Grid aspect(Grid elevation, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Shaded relief 1 (dark) … 255 (bright). */
    public static Grid hillshade(
            Grid elevation, double azimuthDegrees, double altitudeDegrees, double zFactor, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Shaded relief lit from four directions. */
    public static Grid multidirectionalHillshade(
            Grid elevation, double altitudeDegrees, double zFactor, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
