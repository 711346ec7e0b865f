package riskmap.geo.raster;

import riskmap.base.Progress;
import riskmap.geo.Parallel;

/** Values of a grid at points. */
public final class Sampling {
    /** Shares of a cell that are rounding of coordinates, not distance. */
    private static final double ROUNDING = 1e-7;

    /** Cells from the edge of a grid to its outermost centres. */
    private static final double WITHIN = 0.5 - ROUNDING;

    private Sampling() {}

    /** How a value is taken. */
    public enum Method {
        /** The value of the cell the point falls in. */
        NEAREST,
        /** As {@link #NEAREST}, but NaN in the outer half cell of the grid: a place must lie between centres. */
        NEAREST_WITHIN,
        /**
         * Interpolated between the four cell centres around the point. NaN if one of those that count has no data; in the
         * outer half cell of the grid the edge cells go on outward.
         */
        BILINEAR,
        /**
         * As {@link #BILINEAR}, but NaN in the outer half cell of the grid too, where there are no four centres around the
         * point: nothing is carried outward.
         */
        BILINEAR_WITHIN
    }

    /** The value at a point, NaN outside and where there is no data. */
    public static float at(Grid grid, Method method, double x, double y) {
        return switch (method) {
            case NEAREST -> grid.at(x, y);
            case NEAREST_WITHIN -> isWithin(grid.geometry(), x, y, WITHIN) ? grid.at(x, y) : Float.NaN;
            case BILINEAR -> bilinear(grid, x, y, 0);
            case BILINEAR_WITHIN -> bilinear(grid, x, y, WITHIN);
        };
    }

    /** The values at many points x0, y0, x1, y1, …, in their order. */
    public static float[] at(Grid grid, Method method, double[] xy, Progress progress) {
        float[] out = new float[xy.length / 2];
        Parallel.items(out.length, 1 << 14, progress, (from, to) -> {
            for (int i = from; i < to; i++) {
                out[i] = at(grid, method, xy[2 * i], xy[2 * i + 1]);
            }
        });
        return out;
    }

    /** Between the centres around a point that is at least so many cells from the edge of the grid. */
    private static float bilinear(Grid grid, double x, double y, double margin) {
        GridGeometry geometry = grid.geometry();
        if (!isWithin(geometry, x, y, margin)) {
            return Float.NaN;
        }
        double u = toCentre(Math.max(0, Math.min(geometry.width() - 1, column(geometry, x) - 0.5)));
        double v = toCentre(Math.max(0, Math.min(geometry.height() - 1, row(geometry, y) - 0.5)));
        int left = (int) u;
        int top = (int) v;
        double toRight = u - left;
        double down = v - top;
        return (float) (weighted(grid, left, top, (1 - toRight) * (1 - down))
                + weighted(grid, left + 1, top, toRight * (1 - down))
                + weighted(grid, left, top + 1, (1 - toRight) * down)
                + weighted(grid, left + 1, top + 1, toRight * down));
    }

    /** Whether a point lies at least so many cells from the edge of the grid. */
    private static boolean isWithin(GridGeometry geometry, double x, double y, double margin) {
        double column = column(geometry, x);
        double row = row(geometry, y);
        return column >= margin
                && row >= margin
                && column <= geometry.width() - margin
                && row <= geometry.height() - margin;
    }

    private static double column(GridGeometry geometry, double x) {
        return (x - geometry.minX()) / geometry.cellWidth();
    }

    private static double row(GridGeometry geometry, double y) {
        return (geometry.maxY() - y) / geometry.cellHeight();
    }

    /** Takes what rounding left beside a centre back to it: a neighbour of weight 1e-13 without data must not count. */
    private static double toCentre(double position) {
        double centre = Math.rint(position);
        return Math.abs(position - centre) < ROUNDING ? centre : position;
    }

    private static double weighted(Grid grid, int column, int row, double weight) {
        return weight == 0 ? 0 : weight * grid.get(column, row);
    }
}
