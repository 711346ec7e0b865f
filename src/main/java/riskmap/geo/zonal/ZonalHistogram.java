package riskmap.geo.zonal;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;

/**
 * How many cells of each value of a grid every zone has. Zones are areas, may overlap and may reach beyond the grid; each is
 * measured on its own, by the same rules as {@link ZonalStatistics}.
 *
 * @param values the different values of the whole grid, ascending
 * @param cells for each zone the cells of each value, then those without data; shares of cells where the rule counts these
 * @param byCoverage for each zone whether shares of cells were counted
 */
public record ZonalHistogram(float[] values, double[][] cells, boolean[] byCoverage) {
    /** More different values than this are not classes. */
    private static final int MOST_VALUES = 256;

    /**
     * Counts the cells.
     *
     * @throws RiskMapException when the grid has so many different values that it holds no classes
     */
    public static ZonalHistogram of(
            Grid grid, List<? extends Geometry> zones, ZonalStatistics.Rule rule, Progress progress) {
        float[] values = values(grid, progress.part(0, 0.2));
        double[][] cells = new double[zones.size()][];
        boolean[] byCoverage = new boolean[cells.length];
        Parallel.items(cells.length, zones.size() < 64 ? 1 : 64, progress.part(0.2, 1), (from, to) -> {
            Zone measure = new Zone(grid, values);
            for (int zone = from; zone < to; zone++) {
                progress.check();
                byCoverage[zone] = measure.of(zones.get(zone), rule);
                cells[zone] = measure.counts;
            }
        });
        return new ZonalHistogram(values, cells, byCoverage);
    }

    private static float[] values(Grid grid, Progress progress) {
        TreeSet<Float> found = new TreeSet<>();
        float[] cells = grid.cells();
        float last = Float.NaN;
        for (int i = 0; i < cells.length; i++) {
            if ((i & 0xFFFFF) == 0) {
                progress.report((double) i / cells.length);
            }
            float value = cells[i] + 0f;
            // neighbours are mostly alike
            if (value == value && value != last) {
                last = value;
                if (found.add(value) && found.size() > MOST_VALUES) {
                    throw RiskMapException.of("geo.too-many-classes", MOST_VALUES);
                }
            }
        }
        float[] values = new float[found.size()];
        int at = 0;
        for (float value : found) {
            values[at++] = value;
        }
        return values;
    }

    /** Counts the cells of one zone after the other. Not safe for several threads. */
    private static final class Zone implements ZoneCells.Counter {
        private final Grid grid;
        private final float[] values;
        private final ZoneCells cells;
        private double[] counts;
        private boolean isEmpty;
        private boolean onceEach;

        Zone(Grid grid, float[] values) {
            this.grid = grid;
            this.values = values;
            this.cells = new ZoneCells(grid.geometry());
        }

        boolean of(Geometry zone, ZonalStatistics.Rule rule) {
            counts = new double[values.length + 1];
            isEmpty = true;
            onceEach = rule == ZonalStatistics.Rule.SEVERAL_CENTRES;
            return cells.of(zone, rule, this);
        }

        @Override
        public boolean isEmpty() {
            return isEmpty;
        }

        /** Whether there is nothing to be counted anew: of values, unlike of statistics, QGIS takes one centre for enough. */
        @Override
        public boolean isFewAndForgotten() {
            return isEmpty;
        }

        @Override
        public void span(int row, int from, int to) {
            for (int column = from; column < to; column++) {
                add(grid.get(column, row), 1);
            }
        }

        @Override
        public void row(int row, int from, int to, double[] shares) {
            for (int column = from; column < to; column++) {
                if (shares[column - from] > 0) {
                    add(grid.get(column, row), onceEach ? 1 : shares[column - from]);
                }
            }
        }

        private void add(float value, double share) {
            counts[value != value ? values.length : Arrays.binarySearch(values, value + 0f)] += share;
            isEmpty = false;
        }
    }
}
