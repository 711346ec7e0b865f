package riskmap.geo;

/** Values of a grid at points. */
public final class Sampling {
    private Sampling() {}

    /** How a value is taken. */
    public enum Method {
        /** The value of the cell the point falls in. */
        NEAREST,
        /** Interpolated between the four cell centres around the point. */
        BILINEAR
    }

    /** The value at a point, NaN outside and where there is no data. */
    public static float at(Grid grid, Method method, double x, double y) {
        throw new UnsupportedOperationException();
    }
}
