package riskmap.geo.raster;

/**
 * Bilinear values as gdalwarp works them out: of the cells around a point that falls in one with data those that have
 * data, each weighted with how near its centre is; where the cells of the target are larger than those of the grid, of as
 * many more cells, so that none in between is passed over. The weights are those of a triangle, 1 at the point and 0 at a
 * cell of the target from it.
 *
 * <p>Source: GDAL, GWKResample and GWKBilinearResample4Sample of gdalwarpkernel.cpp; from 0.95 on the cells count as of one
 * size.
 */
final class KnownNeighbours {
    private static final double SAME_SIZE = 0.95;

    private final Grid grid;
    private final double across;
    private final double down;

    /**
     * @param across cells of the target for one of the grid, from west to east
     * @param down the same from north to south
     */
    KnownNeighbours(Grid grid, double across, double down) {
        this.grid = grid;
        this.across = across < SAME_SIZE ? across : 1;
        this.down = down < SAME_SIZE ? down : 1;
    }

    /** The value at a point, NaN outside and where the cell it falls in has no data: a gap does not get smaller. */
    float at(double x, double y) {
        GridGeometry cells = grid.geometry();
        double column = (x - cells.minX()) / cells.cellWidth();
        double row = (cells.maxY() - y) / cells.cellHeight();
        if (!(column >= 0 && row >= 0 && column < cells.width() && row < cells.height())) {
            return Float.NaN;
        }
        if (Float.isNaN(grid.get((int) column, (int) row))) {
            return Float.NaN;
        }
        int left = Math.max(0, (int) Math.ceil(column - 0.5 - 1 / across));
        int right = Math.min(cells.width() - 1, (int) Math.floor(column - 0.5 + 1 / across));
        int top = Math.max(0, (int) Math.ceil(row - 0.5 - 1 / down));
        int bottom = Math.min(cells.height() - 1, (int) Math.floor(row - 0.5 + 1 / down));
        double sum = 0;
        double weights = 0;
        for (int r = top; r <= bottom; r++) {
            double high = 1 - Math.abs(r + 0.5 - row) * down;
            for (int c = left; c <= right; c++) {
                double weight = high * (1 - Math.abs(c + 0.5 - column) * across);
                float value = grid.get(c, r);
                if (weight > 0 && !Float.isNaN(value)) {
                    sum += weight * value;
                    weights += weight;
                }
            }
        }
        return (float) (sum / weights);
    }
}
