package riskmap.geo.terrain;

import java.util.Arrays;
import org.geotools.api.referencing.crs.GeographicCRS;
import riskmap.base.Progress;
import riskmap.geo.raster.ClassGrid;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.Reclassification;
import riskmap.geo.raster.Resampling;

/** Horn's differences of an elevation grid, row by row; see {@link Terrain} for edges and cells without data. */
final class Gradient {
    /** Metres of one degree of latitude at the equator and what they grow by, WGS 84 and CGCS2000 alike to the metre. */
    private static final double[] DEGREE_OF_LATITUDE = {111132.954, -559.822, 1.175};

    private static final double[] DEGREE_OF_LONGITUDE = {111412.84, -93.5, 0.118};

    private final Grid elevation;
    private final int width;
    private final int height;
    private final double[] window = new double[9];

    private Gradient(Grid elevation) {
        this.elevation = elevation;
        this.width = elevation.width();
        this.height = elevation.height();
    }

    /**
     * What is made of the rise per metre towards east and towards north of the cells of a row. It may overwrite its
     * arguments. What it makes of cells without elevation is not used.
     */
    @FunctionalInterface
    interface RowFunction {
        void apply(double[] east, double[] north, double[] out);
    }

    /** A grid of a function of the gradient; NaN where there is no elevation. */
    static Grid map(Grid elevation, Progress progress, RowFunction function) {
        int width = elevation.width();
        float[] result = new float[elevation.cells().length];
        elevation.geometry().bandsOfRows(progress, (from, to) -> {
            Gradient gradient = new Gradient(elevation);
            double[] east = new double[width];
            double[] north = new double[width];
            double[] out = new double[width];
            for (int row = from; row < to; row++) {
                gradient.row(row, east, north);
                function.apply(east, north, out);
                int offset = row * width;
                for (int column = 0; column < width; column++) {
                    float z = elevation.get(column, row);
                    result[offset + column] = z == z ? (float) out[column] : Float.NaN;
                }
            }
        });
        return new Grid(elevation.geometry(), result);
    }

    /** The same at the nearest cells of another lattice of the same CRS; NaN beyond the elevation. */
    static Grid map(Grid elevation, GridGeometry lattice, float[] into, Progress progress, RowFunction function) {
        GridGeometry own = elevation.geometry();
        int width = own.width();
        int[] columns = Resampling.nearestColumns(own, lattice);
        lattice.bandsOfRows(progress, (from, to) -> {
            Gradient gradient = new Gradient(elevation);
            double[] east = new double[width];
            double[] north = new double[width];
            double[] out = new double[width];
            int known = -1;
            for (int row = from; row < to; row++) {
                int offset = row * columns.length;
                int source = own.row(lattice.y(row));
                if (source < 0 || source >= own.height()) {
                    Arrays.fill(into, offset, offset + columns.length, Float.NaN);
                    continue;
                }
                if (source != known) {
                    gradient.row(source, east, north);
                    function.apply(east, north, out);
                    known = source;
                }
                for (int column = 0; column < columns.length; column++) {
                    int there = columns[column];
                    float z = there < 0 ? Float.NaN : elevation.get(there, source);
                    into[offset + column] = z == z ? (float) out[there] : Float.NaN;
                }
            }
        });
        return new Grid(lattice, into);
    }

    /** The same of one cell of the other lattice alone. */
    static float at(Grid elevation, GridGeometry lattice, int cell, RowFunction function) {
        GridGeometry own = elevation.geometry();
        int column = Resampling.nearestColumns(own, lattice)[cell % lattice.width()];
        int row = own.row(lattice.y(cell / lattice.width()));
        if (column < 0 || row < 0 || row >= own.height() || Float.isNaN(elevation.get(column, row))) {
            return Float.NaN;
        }
        double[] east = new double[own.width()];
        double[] north = new double[own.width()];
        double[] out = new double[own.width()];
        new Gradient(elevation).row(row, east, north);
        function.apply(east, north, out);
        return (float) out[column];
    }

    /** The classes of the slope at the nearest cells of another lattice of the same CRS; none without elevation. */
    static ClassGrid classes(Grid elevation, GridGeometry lattice, Reclassification breaks, Progress progress) {
        GridGeometry own = elevation.geometry();
        int[] columns = Resampling.nearestColumns(own, lattice);
        byte[] into = new byte[lattice.cellCount()];
        lattice.bandsOfRows(progress, (from, to) -> {
            Gradient gradient = new Gradient(elevation);
            SlopeClasses slopes = new SlopeClasses(breaks);
            double[] east = new double[own.width()];
            double[] north = new double[own.width()];
            byte[] classes = new byte[own.width()];
            int known = -1;
            for (int row = from; row < to; row++) {
                int source = own.row(lattice.y(row));
                boolean isWithin = source >= 0 && source < own.height();
                if (isWithin && source != known) {
                    gradient.row(source, east, north);
                    slopes.of(east, north, classes);
                    gradient.withoutElevation(source, classes);
                    known = source;
                }
                place(isWithin ? classes : null, columns, into, row * columns.length);
            }
        });
        return new ClassGrid(lattice, into);
    }

    private void withoutElevation(int row, byte[] classes) {
        float[] z = elevation.cells();
        int offset = row * width;
        for (int column = 0; column < width; column++) {
            float here = z[offset + column];
            classes[column] = here == here ? classes[column] : ClassGrid.NONE;
        }
    }

    private static void place(byte[] classes, int[] columns, byte[] into, int offset) {
        for (int column = 0; column < columns.length; column++) {
            into[offset + column] = classes == null || columns[column] < 0 ? ClassGrid.NONE : classes[columns[column]];
        }
    }

    private void row(int row, double[] east, double[] north) {
        double[] metres = cellMetres(elevation.geometry(), row);
        double perEast = 1 / (8 * metres[0]);
        double perNorth = 1 / (8 * metres[1]);
        boolean inner = row > 0 && row < height - 1;
        if (inner) {
            float[] z = elevation.cells();
            int above = (row - 1) * width;
            int here = row * width;
            int below = here + width;
            for (int c = 1; c < width - 1; c++) {
                // in double: sums of floats would lose what small differences of large heights are made of
                double west = (double) z[above + c - 1] + 2.0 * z[here + c - 1] + z[below + c - 1];
                double right = (double) z[above + c + 1] + 2.0 * z[here + c + 1] + z[below + c + 1];
                double top = (double) z[above + c - 1] + 2.0 * z[above + c] + z[above + c + 1];
                double bottom = (double) z[below + c - 1] + 2.0 * z[below + c] + z[below + c + 1];
                east[c] = (right - west) * perEast;
                north[c] = (top - bottom) * perNorth;
            }
        }
        for (int c = 0; c < width; c++) {
            boolean edge = !inner || c == 0 || c == width - 1;
            if ((edge || Double.isNaN(east[c] + north[c])) && !Float.isNaN(elevation.get(c, row))) {
                carefully(c, row, perEast, perNorth, east, north);
            }
        }
    }

    private void carefully(int column, int row, double perEast, double perNorth, double[] east, double[] north) {
        float centre = elevation.get(column, row);
        for (int k = 0; k < 9; k++) {
            float z = beyond(column + k % 3 - 1, row + k / 3 - 1, row == 0 || row == height - 1);
            window[k] = Float.isNaN(z) ? centre : z;
        }
        double west = window[0] + 2 * window[3] + window[6];
        double right = window[2] + 2 * window[5] + window[8];
        double top = window[0] + 2 * window[1] + window[2];
        double bottom = window[6] + 2 * window[7] + window[8];
        east[column] = (right - west) * perEast;
        north[column] = (top - bottom) * perNorth;
    }

    /** The elevation of a cell that may lie one beyond the edge; beside the first and last row columns just repeat. */
    private float beyond(int column, int row, boolean atEnd) {
        int within = Math.max(0, Math.min(width - 1, column));
        if (row < 0 || row >= height) {
            int edge = row < 0 ? 0 : height - 1;
            int inside = Math.max(0, Math.min(height - 1, row < 0 ? 1 : height - 2));
            return 2 * elevation.get(within, edge) - elevation.get(within, inside);
        }
        if (atEnd || column == within) {
            return elevation.get(within, row);
        }
        int inside = Math.max(0, Math.min(width - 1, column < 0 ? 1 : width - 2));
        return 2 * elevation.get(within, row) - elevation.get(inside, row);
    }

    /** Width and height of the cells of a row in metres. */
    static double[] cellMetres(GridGeometry geometry, int row) {
        if (!(geometry.crs() instanceof GeographicCRS)) {
            return new double[] {geometry.cellWidth(), geometry.cellHeight()};
        }
        double latitude = Math.toRadians(geometry.y(row));
        double alongX = 0;
        double alongY = 0;
        for (int k = 0; k < 3; k++) {
            alongX += DEGREE_OF_LONGITUDE[k] * Math.cos((2 * k + 1) * latitude);
            alongY += DEGREE_OF_LATITUDE[k] * Math.cos(2 * k * latitude);
        }
        return new double[] {geometry.cellWidth() * alongX, geometry.cellHeight() * alongY};
    }
}
