package riskmap.risk.model.zone;

import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.raster.GridGeometry;

/**
 * Replaces each cell by the sum over the square of cells around it, in place, in time that does not depend on the size of
 * the square. The sums run in double precision, restarted in each row, so that they do not depend on how rows are shared
 * out to threads.
 */
public final class BoxSum {
    private static final int STRIP = 256;

    private final GridGeometry lattice;
    private final int radius;

    public BoxSum(GridGeometry lattice, int radiusCells) {
        this.lattice = lattice;
        this.radius = radiusCells;
    }

    /** Area of the square. */
    public double areaSquareMetres() {
        double side = 2 * radius + 1;
        return side * side * lattice.cellArea();
    }

    public void apply(float[] cells, Progress progress) {
        int width = lattice.width();
        int height = lattice.height();
        lattice.bandsOfRows(progress.part(0, 0.5), (from, to) -> {
            float[] line = new float[width];
            for (int row = from; row < to; row++) {
                System.arraycopy(cells, row * width, line, 0, width);
                double sum = 0;
                for (int i = 0; i < Math.min(radius, width); i++) {
                    sum += line[i];
                }
                for (int i = 0; i < width; i++) {
                    sum += i + radius < width ? line[i + radius] : 0;
                    cells[row * width + i] = (float) Math.max(0, sum);
                    sum -= i - radius >= 0 ? line[i - radius] : 0;
                }
            }
        });
        Parallel.items(width, STRIP, progress.part(0.5, 1), (from, to) -> {
            int columns = to - from;
            double[] sum = new double[columns];
            float[][] window = new float[2 * radius + 1][columns];
            for (int row = -radius; row < height; row++) {
                int ahead = row + radius;
                float[] slot = window[Math.floorMod(ahead, window.length)];
                for (int i = 0; i < columns; i++) {
                    float leaving = row > 0 ? slot[i] : 0;
                    float entering = ahead < height ? cells[ahead * width + from + i] : 0;
                    slot[i] = entering;
                    // the slot held the row that has just left the square
                    sum[i] += entering - (double) leaving;
                    if (row >= 0) {
                        cells[row * width + from + i] = (float) Math.max(0, sum[i]);
                    }
                }
            }
        });
    }
}
