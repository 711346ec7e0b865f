package riskmap.geo.terrain;

import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * How much the ground bends at each cell, whichever way: z_xx² + 2·z_xy² + z_yy² of the surface through it and its eight
 * neighbours, in 1/unit²; 0 on any plane. At the rim and beside cells without data there is none.
 *
 * <p>Source: Wilson and Gallant (eds.), Terrain Analysis, 2000, chapter 3; the measure QGIS calls total curvature.
 */
public final class TotalCurvature {
    private TotalCurvature() {}

    /**
     * The curvature at each cell.
     *
     * @param exaggeration what heights are multiplied by, such as for heights in other units than the coordinates
     */
    public static Grid of(Grid elevation, double exaggeration, Progress progress) {
        GridGeometry cells = elevation.geometry();
        Grid result = Grid.filled(cells, Float.NaN);
        double side = (cells.cellWidth() + cells.cellHeight()) / 2;
        double square = side * side;
        cells.bandsOfRows(progress, (from, to) -> {
            for (int row = Math.max(1, from); row < Math.min(to, elevation.height() - 1); row++) {
                for (int column = 1; column < elevation.width() - 1; column++) {
                    double cell = elevation.get(column, row);
                    double north = elevation.get(column, row - 1);
                    double south = elevation.get(column, row + 1);
                    double west = elevation.get(column - 1, row);
                    double east = elevation.get(column + 1, row);
                    double twist = elevation.get(column + 1, row - 1)
                            - (double) elevation.get(column - 1, row - 1)
                            + elevation.get(column - 1, row + 1)
                            - elevation.get(column + 1, row + 1);
                    double across = exaggeration * (west - 2 * cell + east) / square;
                    double down = exaggeration * (north - 2 * cell + south) / square;
                    double both = exaggeration * twist / (4 * square);
                    result.set(column, row, (float) (across * across + 2 * both * both + down * down));
                }
            }
        });
        return result;
    }
}
