package riskmap.geo;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * How many cells of each value of a grid every zone has. Zones are areas, may overlap and may reach beyond the grid; each is
 * measured on its own, by the same rules as {@link ZonalStatistics}.
 *
 * @param values the different values of the whole grid, ascending
 * @param cells for each zone the cells of each value, then those without data; shares of cells where the rule counts these
 */
public record ZonalHistogram(float[] values, double[][] cells) {
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
        Parallel.items(cells.length, zones.size() < 64 ? 1 : 64, progress.part(0.2, 1), (from, to) -> {
            Zone measure = new Zone(grid, values);
            for (int zone = from; zone < to; zone++) {
                progress.check();
                cells[zone] = measure.of(zones.get(zone), rule);
            }
        });
        return new ZonalHistogram(values, cells);
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
    private static final class Zone {
        private final Grid grid;
        private final float[] values;
        private final PixelShapes shapes;
        private final CellSpans spans;
        private final CoverageSweep sweep;
        private double[] counts;
        private double all;

        Zone(Grid grid, float[] values) {
            this.grid = grid;
            this.values = values;
            this.shapes = new PixelShapes(grid.geometry());
            this.spans = new CellSpans(grid.width());
            this.sweep = new CoverageSweep(grid.width());
        }

        double[] of(Geometry zone, ZonalStatistics.Rule rule) {
            counts = new double[values.length + 1];
            all = 0;
            shapes.clear();
            shapes.add(zone, 0);
            boolean touched = rule == ZonalStatistics.Rule.ALL_TOUCHED;
            for (int shape = 0; shape < shapes.count() && rule != ZonalStatistics.Rule.COVERAGE; shape++) {
                if (shapes.dimension(shape) == 2) {
                    spans.of(shapes, shape, touched, 0, grid.height(), this::span);
                }
            }
            // as zonal statistics: what holds no centre is measured by what it covers
            boolean covered = rule == ZonalStatistics.Rule.COVERAGE || all == 0 && !touched;
            for (int shape = 0; shape < shapes.count() && covered; shape++) {
                if (shapes.dimension(shape) == 2) {
                    sweep.of(shapes, shape, 0, grid.height(), this::shares);
                }
            }
            return counts;
        }

        private void span(int row, int from, int to) {
            for (int column = from; column < to; column++) {
                add(grid.get(column, row), 1);
            }
        }

        private void shares(int row, int from, int to, double[] shares) {
            for (int column = from; column < to; column++) {
                if (shares[column - from] > 0) {
                    add(grid.get(column, row), shares[column - from]);
                }
            }
        }

        private void add(float value, double share) {
            counts[value != value ? values.length : Arrays.binarySearch(values, value + 0f)] += share;
            all += share;
        }
    }
}
