package riskmap.geo.terrain;

import riskmap.base.Progress;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;

/**
 * Where the water of each cell flows: to the one of its eight neighbours with the greatest fall by distance (D8; diagonal
 * neighbours are √2 cells away). Of equal ones the first in the order NW, N, NE, W, E, SW, S, SE.
 *
 * <p>On a surface without depressions ({@link DepressionFilling}) every cell has a way to an outlet: a cell at the edge of
 * the grid or beside a cell without data that has no lower neighbour. Flat cells flow as {@link FlatResolution} finds.
 *
 * <p><b>Source:</b> J. O'Callaghan, D. Mark, “The extraction of drainage networks from digital elevation data”, CVGIP 28
 * (1984) 323–344.
 */
public final class FlowDirections {
    /** The cell's water leaves the grid here. */
    public static final byte OUTLET = 8;

    /** The cell has no data. */
    public static final byte NONE = -1;

    /** A cell without lower neighbour inside the grid: only while directions are being found. */
    static final byte FLAT = 9;

    /** To be found anew: only while directions are being found. */
    static final byte STALE = 10;

    /** Columns to the east of the neighbour with this code, 0 to 7. */
    private static final int[] EAST = {-1, 0, 1, -1, 1, -1, 0, 1};

    /** Rows to the south. */
    private static final int[] SOUTH = {-1, -1, -1, 0, 0, 1, 1, 1};

    /** Codes of ESRI and most other programs: 1 east, then clockwise in powers of two. */
    private static final int[] ESRI = {32, 64, 128, 16, 1, 8, 4, 2, 0};

    private final GridGeometry geometry;
    private final byte[] codes;
    private final int[] steps;

    FlowDirections(GridGeometry geometry, byte[] codes) {
        this.geometry = geometry;
        this.codes = codes;
        this.steps = steps(geometry.width());
    }

    /** Directions on a surface without depressions. */
    public static FlowDirections of(Grid surface, Progress progress) {
        byte[] codes = steepest(surface, progress.part(0, 0.5));
        FlatResolution.resolve(surface, codes, new int[codes.length], progress.part(0.5, 1));
        return new FlowDirections(surface.geometry(), codes);
    }

    /** Directions on a filled surface: most are those of the ground. Once only: writes over what the filling left behind. */
    public static FlowDirections of(DepressionFilling.Flood flood, Progress progress) {
        Grid surface = flood.surface();
        byte[] codes = flood.codes();
        int width = surface.width();
        Steepest steepest = new Steepest(surface, codes);
        surface.geometry().bandsOfRows(progress.part(0, 0.3), (from, to) -> {
            for (int row = from; row < to; row++) {
                int start = row * width;
                for (int cell = start; cell < start + width; cell++) {
                    int first = cell;
                    while (cell < start + width && codes[cell] == STALE) {
                        cell++;
                    }
                    if (first < cell) {
                        steepest.find(row, first - start, cell - start);
                    }
                }
            }
        });
        FlatResolution.resolve(surface, codes, flood.room(), progress.part(0.3, 1));
        return new FlowDirections(surface.geometry(), codes);
    }

    /** Columns from a cell to its neighbour with this code, eastward. */
    static int east(int code) {
        return EAST[code];
    }

    /** Rows from a cell to its neighbour with this code, southward. */
    static int south(int code) {
        return SOUTH[code];
    }

    /** Index steps to the eight neighbours. */
    static int[] steps(int width) {
        int[] steps = new int[8];
        for (int i = 0; i < 8; i++) {
            steps[i] = SOUTH[i] * width + EAST[i];
        }
        return steps;
    }

    /** One over the distance to each of the eight neighbours. */
    static double[] nearness(GridGeometry geometry) {
        double[] nearness = new double[8];
        for (int i = 0; i < 8; i++) {
            nearness[i] = 1 / Math.hypot(EAST[i] * geometry.cellWidth(), SOUTH[i] * geometry.cellHeight());
        }
        return nearness;
    }

    static byte[] steepest(Grid surface, Progress progress) {
        byte[] codes = new byte[surface.geometry().cellCount()];
        Steepest steepest = new Steepest(surface, codes);
        surface.geometry().bandsOfRows(progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                steepest.find(row, 0, surface.width());
            }
        });
        return codes;
    }

    /** The neighbour with the greatest fall; {@link #FLAT} or {@link #OUTLET} where there is none. */
    private static final class Steepest {
        private final GridGeometry geometry;
        private final Grid surface;
        private final byte[] codes;
        private final double[] nearness;
        private final int[] steps;

        Steepest(Grid surface, byte[] codes) {
            this.geometry = surface.geometry();
            this.surface = surface;
            this.codes = codes;
            this.nearness = nearness(geometry);
            this.steps = steps(geometry.width());
        }

        /** Of some columns of a row. */
        void find(int row, int fromColumn, int toColumn) {
            int width = geometry.width();
            boolean inner = row > 0 && row < geometry.height() - 1;
            int first = inner ? Math.max(1, fromColumn) : toColumn;
            int last = inner ? Math.min(width - 1, toColumn) : toColumn;
            edge(row, fromColumn, Math.min(first, toColumn));
            if (first < last) {
                inner(surface.cells(), row * width + first, row * width + last);
            }
            edge(row, Math.max(first, last), toColumn);
        }

        /** Written out neighbour by neighbour, which is quicker than a loop over them. */
        private void inner(float[] z, int from, int to) {
            int width = geometry.width();
            double across = nearness[3];
            double down = nearness[1];
            double slant = nearness[0];
            for (int i = from; i < to; i++) {
                double here = z[i];
                int north = i - width;
                int south = i + width;
                double most = 0;
                int code = FLAT;
                double fall = (here - z[north - 1]) * slant;
                if (fall > most) {
                    most = fall;
                    code = 0;
                }
                fall = (here - z[north]) * down;
                if (fall > most) {
                    most = fall;
                    code = 1;
                }
                fall = (here - z[north + 1]) * slant;
                if (fall > most) {
                    most = fall;
                    code = 2;
                }
                fall = (here - z[i - 1]) * across;
                if (fall > most) {
                    most = fall;
                    code = 3;
                }
                fall = (here - z[i + 1]) * across;
                if (fall > most) {
                    most = fall;
                    code = 4;
                }
                fall = (here - z[south - 1]) * slant;
                if (fall > most) {
                    most = fall;
                    code = 5;
                }
                fall = (here - z[south]) * down;
                if (fall > most) {
                    most = fall;
                    code = 6;
                }
                fall = (here - z[south + 1]) * slant;
                if (fall > most) {
                    code = 7;
                }
                codes[i] = (byte) (code == FLAT ? withoutFall(z, i) : code);
            }
        }

        /** What a cell is that nothing around is lower than. */
        private byte withoutFall(float[] z, int cell) {
            if (z[cell] != z[cell]) {
                return NONE;
            }
            for (int step : steps) {
                if (z[cell + step] != z[cell + step]) {
                    return OUTLET;
                }
            }
            return FLAT;
        }

        private void edge(int row, int fromColumn, int toColumn) {
            for (int column = fromColumn; column < toColumn; column++) {
                float here = surface.get(column, row);
                byte code = here == here ? OUTLET : NONE;
                double most = 0;
                for (int k = 0; here == here && k < 8; k++) {
                    if (geometry.contains(column + EAST[k], row + SOUTH[k])) {
                        double fall = ((double) here - surface.get(column + EAST[k], row + SOUTH[k])) * nearness[k];
                        if (fall > most) {
                            most = fall;
                            code = (byte) k;
                        }
                    }
                }
                codes[row * geometry.width() + column] = code;
            }
        }
    }

    public GridGeometry geometry() {
        return geometry;
    }

    /** The code of a cell: 0 to 7 for the neighbour it flows to, {@link #OUTLET} or {@link #NONE}. */
    public byte code(int cell) {
        return codes[cell];
    }

    /** All codes: the array itself, not to be written to. */
    public byte[] codes() {
        return codes;
    }

    /** The cell that a cell flows to, −1 for an outlet or a cell without data. */
    public int next(int cell) {
        byte code = codes[cell];
        return code >= 0 && code < OUTLET ? cell + steps[code] : -1;
    }

    /** Length of the way to the next cell, 0 where there is none. */
    public double length(int cell) {
        byte code = codes[cell];
        return code < 0 || code >= OUTLET
                ? 0
                : Math.hypot(EAST[code] * geometry.cellWidth(), SOUTH[code] * geometry.cellHeight());
    }

    /** The directions as a raster of ESRI's codes: 1 east, 2 south-east, 4 south … 128 north-east, 0 outlet. */
    public Grid grid() {
        float[] cells = new float[codes.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = codes[i] == NONE ? Float.NaN : ESRI[codes[i]];
        }
        return new Grid(geometry, cells);
    }
}
