package riskmap.geo;

import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;

/** Burns geometries into a grid. */
public final class Rasterizer {
    /** Which cells a geometry covers. */
    public enum Rule {
        /** Areas: cells whose centre lies inside; lines: the cells of the thin (Bresenham) line; points: their cell. */
        CENTRE,
        /** Every cell the geometry touches. */
        ALL_TOUCHED
    }

    /** What becomes of a cell that several geometries cover. */
    public enum Combine {
        LAST,
        FIRST,
        MAX,
        MIN,
        SUM
    }

    /**
     * A rasterizer whose cells hold {@code background} until something covers them.
     */
    public Rasterizer(GridGeometry geometry, Rule rule, Combine combine, float background, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Burns one more geometry; work is done in batches, in the order of the calls. */
    public Rasterizer add(Geometry shape, double value) {
        throw new UnsupportedOperationException();
    }

    /** The finished grid. */
    public Grid finish() {
        throw new UnsupportedOperationException();
    }
}
