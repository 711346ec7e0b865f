package riskmap.geo;

import riskmap.base.Progress;

/** Brings a grid to another lattice or coordinate reference system. */
public final class Resampling {
    private Resampling() {}

    /** Turns coordinates of the target into coordinates of the source, in place: x0, y0, x1, y1, …. */
    @FunctionalInterface
    public interface Transformation {
        void apply(double[] xy, int count);
    }

    /** The grid on another lattice of the same CRS. */
    public static Grid to(Grid grid, GridGeometry target, Sampling.Method method, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** The grid on a lattice of another CRS; the transformation goes from the target to the source. */
    public static Grid warp(
            Grid grid, GridGeometry target, Transformation targetToSource, Sampling.Method method, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
