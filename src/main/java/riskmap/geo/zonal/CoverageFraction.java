package riskmap.geo.zonal;

import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.PixelShapes;

/**
 * The exact share of each cell's area that areas cover, 0 to 1 for one area: what a cell-centre rule rounds to 0 or 1.
 *
 * <p>Example: the square (5 5, 25 15) on cells of 10 from (0, 0) covers 0.25 of the corner cell.
 */
public final class CoverageFraction {
    /** Vertices worked on at once. */
    private static final int BATCH = 1 << 18;

    private final GridGeometry geometry;
    private final Progress progress;
    private final PixelShapes batch;
    private final double[] sums;

    private CoverageFraction(GridGeometry geometry, Progress progress) {
        this.geometry = geometry;
        this.progress = progress;
        this.batch = new PixelShapes(geometry);
        this.sums = new double[geometry.cellCount()];
    }

    /**
     * The sum over all shapes of covered share × value of the shape; lines and points cover nothing.
     *
     * @param values one per shape in their order, or null for 1 each
     */
    public static Grid of(
            GridGeometry geometry, Iterable<? extends Geometry> shapes, double[] values, Progress progress) {
        CoverageFraction fraction = new CoverageFraction(geometry, progress);
        int number = 0;
        for (Geometry shape : shapes) {
            fraction.batch.add(shape, values == null ? 1 : values[number]);
            number++;
            if (fraction.batch.points() >= BATCH) {
                fraction.flush();
            }
        }
        fraction.flush();
        float[] cells = new float[fraction.sums.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = (float) fraction.sums[i];
        }
        return new Grid(geometry, cells);
    }

    private void flush() {
        progress.check();
        int width = geometry.width();
        Parallel.items(
                geometry.height(), Math.max(32, (geometry.height() + 15) / 16), Progress.silent(), (from, to) -> {
                    CoverageSweep sweep = new CoverageSweep(width);
                    for (int shape = 0; shape < batch.count(); shape++) {
                        double value = batch.value(shape);
                        if (batch.dimension(shape) == 2) {
                            sweep.of(batch, shape, from, to, (row, fromColumn, toColumn, shares) -> {
                                int offset = row * width;
                                for (int column = fromColumn; column < toColumn; column++) {
                                    sums[offset + column] += value * shares[column - fromColumn];
                                }
                            });
                        }
                    }
                });
        batch.clear();
    }
}
