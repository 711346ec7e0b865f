package riskmap.geo.raster;

import java.util.Arrays;

/**
 * A raster of one quantity: {@code float} cells, row-major from the north-west corner, no data as NaN.
 *
 * <p>Kernels work on {@link #cells()} directly; who holds a grid that others may see does not write to it.
 */
public final class Grid {
    private final GridGeometry geometry;
    private final float[] cells;

    /** A grid over an array that is not copied. */
    public Grid(GridGeometry geometry, float[] cells) {
        if (cells.length != geometry.cellCount()) {
            throw new IllegalArgumentException(cells.length + " cells for " + geometry);
        }
        this.geometry = geometry;
        this.cells = cells;
    }

    /** A grid with one value everywhere. */
    public static Grid filled(GridGeometry geometry, float value) {
        float[] cells = new float[geometry.cellCount()];
        Arrays.fill(cells, value);
        return new Grid(geometry, cells);
    }

    public GridGeometry geometry() {
        return geometry;
    }

    /** The cells themselves, not a copy. */
    public float[] cells() {
        return cells;
    }

    public int width() {
        return geometry.width();
    }

    public int height() {
        return geometry.height();
    }

    public float get(int column, int row) {
        return cells[row * geometry.width() + column];
    }

    public void set(int column, int row, float value) {
        cells[row * geometry.width() + column] = value;
    }

    /** The value of the cell that (x, y) falls in, NaN outside. */
    public float at(double x, double y) {
        int column = geometry.column(x);
        int row = geometry.row(y);
        return geometry.contains(column, row) ? get(column, row) : Float.NaN;
    }

    /** How many cells have no data. */
    public long missing() {
        long missing = 0;
        for (float cell : cells) {
            missing += Float.isNaN(cell) ? 1 : 0;
        }
        return missing;
    }
}
