package riskmap.geo;

import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;

/** The exact share of each cell's area that polygons cover: 0 to 1 for one polygon. */
public final class CoverageFraction {
    private CoverageFraction() {}

    /**
     * The sum over all shapes of covered share × value of the shape.
     *
     * @param values one per shape, or null for 1 each
     */
    public static Grid of(
            GridGeometry geometry, Iterable<? extends Geometry> shapes, double[] values, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
