package riskmap.geo;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;

/** Statistics of a grid's values per zone. */
public final class ZonalStatistics {
    private ZonalStatistics() {}

    /** Which cells belong to a zone. */
    public enum Rule {
        /** Cells whose centre lies inside; a zone that holds no centre is measured by coverage. */
        CENTRE,
        /** Every cell the zone touches. */
        ALL_TOUCHED,
        /** Every cell by the exact share of its area that the zone covers. */
        COVERAGE
    }

    /**
     * Statistics of one zone.
     *
     * @param count cells with data (a sum of shares for COVERAGE)
     * @param sum of the values
     * @param mean NaN when there are no cells, like the following
     * @param minimum least value
     * @param maximum greatest value
     * @param standardDeviation of the population
     * @param majority the most frequent value, the least of several; NaN unless asked for
     * @param byCoverage whether shares were counted
     */
    public record Summary(
            double count,
            double sum,
            double mean,
            double minimum,
            double maximum,
            double standardDeviation,
            double majority,
            boolean byCoverage) {}

    /** One summary per zone (polygons), in their order. */
    public static List<Summary> of(
            Grid grid, List<? extends Geometry> zones, Rule rule, boolean majority, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Statistics of all cells. */
    public static Summary of(Grid grid, boolean majority, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
