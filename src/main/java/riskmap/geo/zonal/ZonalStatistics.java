package riskmap.geo.zonal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;

/**
 * Statistics of a grid's values per zone. Zones are areas, may overlap and may reach beyond the grid; each is measured on
 * its own. Cells without data do not count.
 *
 * <p>Which cells belong to a zone is the {@link Rule}; it decides the answer and is to be stated with it.
 */
public final class ZonalStatistics {
    /** Zones one task measures. */
    private static final int ZONES = 256;

    private ZonalStatistics() {}

    /** Which cells belong to a zone. */
    public enum Rule {
        /**
         * Cells whose centre lies inside: zones side by side share no cell. A zone that holds no centre at all, or none with
         * data, is measured by {@link #COVERAGE} instead, and its summary says so.
         */
        CENTRE,
        /**
         * As QGIS has it: cells whose centre lies inside, not on the outline; a zone that holds one centre with data at
         * most is measured by shares, in its count, sum and mean, and by each cell that it meets once in the rest.
         */
        SEVERAL_CENTRES,
        /** Every cell whose interior the zone meets. */
        ALL_TOUCHED,
        /** Every cell by the exact share of its area that the zone covers. */
        COVERAGE;

        /** The rule of a key such as {@code all-touched}. */
        public static Rule of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        /** The key of a rule. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Statistics of one zone.
     *
     * @param count cells with data; their shares' sum for COVERAGE
     * @param sum of the values (times shares)
     * @param mean NaN when there are no cells, like the following
     * @param minimum least value
     * @param maximum greatest value
     * @param standardDeviation of the population
     * @param majority the value most cells have, the least of several; NaN unless asked for, like the following
     * @param minority the value fewest cells have, the least of several
     * @param median the value with as many cells below as above
     * @param variety number of different values
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
            double minority,
            double median,
            double variety,
            boolean byCoverage) {}

    /** One summary per zone, in their order. */
    public static List<Summary> of(
            Grid grid, List<? extends Geometry> zones, Rule rule, boolean byValue, Progress progress) {
        Summary[] summaries = new Summary[zones.size()];
        // few zones are large ones: one each, so that all processors have some
        int perBand = zones.size() < 64 ? 1 : ZONES;
        Parallel.items(summaries.length, perBand, progress, (from, to) -> {
            ZoneMeasure measure = new ZoneMeasure(grid, byValue);
            for (int zone = from; zone < to; zone++) {
                progress.check();
                summaries[zone] = measure.of(zones.get(zone), rule);
            }
        });
        return Arrays.asList(summaries);
    }

    /** Statistics of all cells. */
    public static Summary of(Grid grid, boolean byValue, Progress progress) {
        ZoneMeasure measure = new ZoneMeasure(grid, byValue);
        for (int row = 0; row < grid.height(); row++) {
            progress.check();
            measure.span(row, 0, grid.width());
        }
        return measure.summary(false);
    }
}
