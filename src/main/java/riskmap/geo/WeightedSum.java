package riskmap.geo;

import java.util.List;
import riskmap.base.Progress;

/** The weighted sum of scored factor grids, and its classes. */
public final class WeightedSum {
    private WeightedSum() {}

    /**
     * A factor.
     *
     * @param grid its values
     * @param weight multiplies the score
     * @param scores value → score, or null when the value is the score
     * @param missing score of cells without data; NaN: the sum has no data there
     */
    public record Factor(Grid grid, double weight, Reclassification scores, float missing) {}

    /** The sum of weight × score. All grids must have the same lattice. */
    public static Grid sum(List<Factor> factors, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** The classes of the sum, in one pass; a sum within 1e-9 below a break counts as on it. */
    public static Grid classes(List<Factor> factors, Reclassification levels, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
