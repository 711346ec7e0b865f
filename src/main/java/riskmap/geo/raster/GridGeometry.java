package riskmap.geo.raster;

import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/**
 * Where the cells of a raster lie: an axis-aligned lattice, rows from north to south.
 *
 * @param width columns
 * @param height rows
 * @param minX x of the west edge
 * @param maxY y of the north edge
 * @param cellWidth cell size along x, in units of the CRS
 * @param cellHeight cell size along y, positive, in units of the CRS
 * @param crs the coordinate reference system, or null when unknown
 */
public record GridGeometry(
        int width,
        int height,
        double minX,
        double maxY,
        double cellWidth,
        double cellHeight,
        CoordinateReferenceSystem crs) {
    /** Cells in a band: large enough that starting one costs nothing, small enough for a cancel to be felt at once. */
    private static final int CELLS_PER_BAND = 1 << 17;

    public GridGeometry {
        if (width < 1 || height < 1 || !(cellWidth > 0) || !(cellHeight > 0)) {
            throw new IllegalArgumentException(width + " x " + height + " cells of " + cellWidth + " x " + cellHeight);
        }
        if ((long) width * height > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("more than 2^31 cells: " + width + " x " + height);
        }
    }

    /** The lattice of square cells that covers an envelope, snapped outward to multiples of the cell size. */
    public static GridGeometry covering(Envelope envelope, double cellSize, CoordinateReferenceSystem crs) {
        double west = Math.floor(envelope.getMinX() / cellSize) * cellSize;
        double north = Math.ceil(envelope.getMaxY() / cellSize) * cellSize;
        int columns = (int) Math.max(1, Math.ceil((envelope.getMaxX() - west) / cellSize - 1e-9));
        int rows = (int) Math.max(1, Math.ceil((north - envelope.getMinY()) / cellSize - 1e-9));
        return new GridGeometry(columns, rows, west, north, cellSize, cellSize, crs);
    }

    public int cellCount() {
        return width * height;
    }

    public double maxX() {
        return minX + width * cellWidth;
    }

    public double minY() {
        return maxY - height * cellHeight;
    }

    /** x of the centre of a column. */
    public double x(int column) {
        return minX + (column + 0.5) * cellWidth;
    }

    /** y of the centre of a row. */
    public double y(int row) {
        return maxY - (row + 0.5) * cellHeight;
    }

    /** The column that x falls in; may lie outside 0 … width−1. */
    public int column(double x) {
        return cell((x - minX) / cellWidth);
    }

    /** The row that y falls in; may lie outside 0 … height−1. */
    public int row(double y) {
        return cell((maxY - y) / cellHeight);
    }

    /** What is no number lies in no cell; cast as it is, it would lie in the first. */
    private static int cell(double cells) {
        return cells == cells ? (int) Math.floor(cells) : -1;
    }

    public boolean contains(int column, int row) {
        return column >= 0 && row >= 0 && column < width && row < height;
    }

    /** Area of one cell in square units of the CRS. */
    public double cellArea() {
        return cellWidth * cellHeight;
    }

    public Envelope envelope() {
        return new Envelope(minX, maxX(), minY(), maxY);
    }

    /** Whether the cells of both lattices coincide (size, origin and count; the CRS is not compared). */
    public boolean sameLattice(GridGeometry other) {
        double tolerance = 1e-6 * cellWidth;
        return width == other.width
                && height == other.height
                && Math.abs(minX - other.minX) < tolerance
                && Math.abs(maxY - other.maxY) < tolerance
                && Math.abs(cellWidth - other.cellWidth) < tolerance / width
                && Math.abs(cellHeight - other.cellHeight) < tolerance / height;
    }

    /**
     * Runs the work on bands of rows, on all processors. Bands write to rows of their own; they run in any order.
     *
     * @throws riskmap.base.CancelledException when the user cancels; some bands have then not run
     */
    public void bandsOfRows(Progress progress, Parallel.Band work) {
        Parallel.items(height, Math.max(1, CELLS_PER_BAND / width), progress, work);
    }
}
