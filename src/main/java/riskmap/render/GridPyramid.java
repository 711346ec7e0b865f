package riskmap.render;

import java.util.ArrayList;
import java.util.List;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * A raster and its halves, quarters, … as means of 2 × 2 cells, made when first asked for: a picture of a large raster
 * samples the one whose cells are about a pixel. Cells without a value are left out of the mean.
 */
final class GridPyramid {
    private final List<Grid> levels = new ArrayList<>();
    private float[] extremes;

    GridPyramid(Grid grid) {
        levels.add(grid);
    }

    /** The coarsest level whose cells are not larger than a size, or the raster itself. */
    synchronized Grid level(double largestCell) {
        Grid level = levels.get(0);
        for (int i = 1; ; i++) {
            GridGeometry geometry = level.geometry();
            if (2 * Math.max(geometry.cellWidth(), geometry.cellHeight()) > largestCell
                    || geometry.width() < 2
                    || geometry.height() < 2) {
                return level;
            }
            if (i == levels.size()) {
                levels.add(half(level));
            }
            level = levels.get(i);
        }
    }

    /** The least and the greatest value of the raster; two NaN where it has none. */
    synchronized float[] extremes() {
        if (extremes == null) {
            float least = Float.NaN;
            float greatest = Float.NaN;
            for (float value : levels.get(0).cells()) {
                // the first one is compared with none
                least = value < least || least != least ? value : least;
                greatest = value > greatest || greatest != greatest ? value : greatest;
            }
            extremes = new float[] {least, greatest};
        }
        return extremes.clone();
    }

    private static Grid half(Grid grid) {
        GridGeometry from = grid.geometry();
        int width = (from.width() + 1) / 2;
        int height = (from.height() + 1) / 2;
        GridGeometry to = new GridGeometry(
                width, height, from.minX(), from.maxY(), 2 * from.cellWidth(), 2 * from.cellHeight(), from.crs());
        float[] cells = new float[width * height];
        float[] source = grid.cells();
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                float sum = 0;
                int count = 0;
                for (int y = 2 * row; y < Math.min(2 * row + 2, from.height()); y++) {
                    for (int x = 2 * column; x < Math.min(2 * column + 2, from.width()); x++) {
                        float value = source[y * from.width() + x];
                        if (value == value) {
                            sum += value;
                            count++;
                        }
                    }
                }
                cells[row * width + column] = count == 0 ? Float.NaN : sum / count;
            }
        }
        return new Grid(to, cells);
    }
}
