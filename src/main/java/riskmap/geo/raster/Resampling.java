package riskmap.geo.raster;

import riskmap.base.Progress;

/**
 * Brings a grid to another lattice or coordinate reference system: each target cell takes the value at its centre, by
 * {@link Sampling}. Cells outside the source have no data.
 */
public final class Resampling {
    /**
     * How far, in source cells, a place may lie from where the transformation puts it: along a row it is worked out at the
     * ends of stretches and interpolated between, as {@code gdalwarp} does with its default of an eighth of a cell.
     */
    private static final double TOLERANCE = 0.05;

    /** Stretches in which a side of a lattice is looked at. */
    private static final int SIDES = 16;

    /** Columns within which the middle is enough to tell a straight way from a bent one. */
    private static final int STRETCH = 16;

    private Resampling() {}

    /** Turns coordinates of the target into coordinates of the source, in place: x0, y0, x1, y1, …. */
    @FunctionalInterface
    public interface Transformation {
        void apply(double[] xy, int count);
    }

    /** The grid on another lattice of the same CRS. */
    public static Grid to(Grid grid, GridGeometry target, Sampling.Method method, Progress progress) {
        return into(new float[target.cellCount()], grid, target, method, progress);
    }

    /** The same into cells that nobody needs any more. */
    public static Grid into(float[] cells, Grid grid, GridGeometry target, Sampling.Method method, Progress progress) {
        return warp(cells, grid, target, (xy, count) -> {}, method, progress);
    }

    /**
     * The grid on a lattice of another CRS.
     *
     * @param targetToSource called from several threads; a coordinate that is no number afterwards has no value
     */
    public static Grid warp(
            Grid grid, GridGeometry target, Transformation targetToSource, Sampling.Method method, Progress progress) {
        return warp(new float[target.cellCount()], grid, target, targetToSource, method, progress);
    }

    private static Grid warp(
            float[] out,
            Grid grid,
            GridGeometry target,
            Transformation targetToSource,
            Sampling.Method method,
            Progress progress) {
        int width = target.width();
        target.bandsOfRows(progress, (from, to) -> {
            Row places = new Row(grid.geometry(), target, targetToSource);
            for (int row = from; row < to; row++) {
                places.move(row);
                for (int column = 0; column < width; column++) {
                    out[row * width + column] = Sampling.at(grid, method, places.x[column], places.y[column]);
                }
            }
        });
        return new Grid(target, out);
    }

    /** The grid on another lattice with the values of {@link KnownNeighbours}. */
    public static Grid ofKnown(Grid grid, GridGeometry target, Transformation targetToSource, Progress progress) {
        int width = target.width();
        GridGeometry source = grid.geometry();
        double[] frame = frame(target);
        targetToSource.apply(frame, frame.length / 2);
        KnownNeighbours cells = new KnownNeighbours(
                grid,
                width / covered(frame, 0, source.minX(), source.maxX(), source.cellWidth()),
                target.height() / covered(frame, 1, source.minY(), source.maxY(), source.cellHeight()));
        float[] out = new float[target.cellCount()];
        target.bandsOfRows(progress, (from, to) -> {
            Row places = new Row(source, target, targetToSource);
            for (int row = from; row < to; row++) {
                places.move(row);
                for (int column = 0; column < width; column++) {
                    out[row * width + column] = cells.at(places.x[column], places.y[column]);
                }
            }
        });
        return new Grid(target, out);
    }

    /** Points along the sides of a lattice: x0, y0, x1, y1, …. */
    private static double[] frame(GridGeometry target) {
        double[] points = new double[8 * SIDES + 8];
        int at = 0;
        for (int i = 0; i <= SIDES; i++) {
            double x = target.minX() + (target.maxX() - target.minX()) * i / SIDES;
            double y = target.minY() + (target.maxY() - target.minY()) * i / SIDES;
            for (double side : new double[] {target.minY(), target.maxY()}) {
                points[at++] = x;
                points[at++] = side;
            }
            for (double side : new double[] {target.minX(), target.maxX()}) {
                points[at++] = side;
                points[at++] = y;
            }
        }
        return points;
    }

    /** How many cells of the source, whole and parts, lie between the outermost of some points. */
    private static double covered(double[] points, int ordinate, double least, double greatest, double cell) {
        double low = greatest;
        double high = least;
        for (int i = ordinate; i < points.length; i += 2) {
            low = Math.min(low, Math.max(least, points[i]));
            high = Math.max(high, Math.min(greatest, points[i]));
        }
        return Math.max(1, (high - low) / cell);
    }

    /** The column of a grid that each column of another lattice of the same CRS falls in, −1 for none. */
    public static int[] nearestColumns(GridGeometry source, GridGeometry target) {
        Row places = new Row(source, target, (xy, count) -> {});
        places.move(0);
        int[] columns = new int[target.width()];
        for (int column = 0; column < columns.length; column++) {
            int there = source.column(places.x[column]);
            columns[column] = there < 0 || there >= source.width() ? -1 : there;
        }
        return columns;
    }

    /** The places in the source of the cells of one target row. */
    private static final class Row {
        private final GridGeometry target;
        private final Transformation transformation;
        private final double toleranceX;
        private final double toleranceY;
        private final double[] x;
        private final double[] y;
        private final double[] pair = new double[2];
        private int row;

        Row(GridGeometry source, GridGeometry target, Transformation transformation) {
            this.target = target;
            this.transformation = transformation;
            this.toleranceX = TOLERANCE * source.cellWidth();
            this.toleranceY = TOLERANCE * source.cellHeight();
            this.x = new double[target.width()];
            this.y = new double[target.width()];
        }

        void move(int toRow) {
            row = toRow;
            int last = target.width() - 1;
            exactly(0);
            exactly(last);
            between(0, last);
        }

        private void exactly(int column) {
            pair[0] = target.x(column);
            pair[1] = target.y(row);
            transformation.apply(pair, 1);
            x[column] = pair[0];
            y[column] = pair[1];
        }

        /** Interpolates where the middle shows that the way between two columns is straight, else halves it. */
        private void between(int left, int right) {
            if (right - left < 2) {
                return;
            }
            int middle = (left + right) / 2;
            exactly(middle);
            double share = (double) (middle - left) / (right - left);
            boolean straight = right - left <= STRETCH
                    && Math.abs(x[left] + share * (x[right] - x[left]) - x[middle]) <= toleranceX
                    && Math.abs(y[left] + share * (y[right] - y[left]) - y[middle]) <= toleranceY;
            if (straight) {
                interpolate(left, middle);
                interpolate(middle, right);
            } else {
                between(left, middle);
                between(middle, right);
            }
        }

        private void interpolate(int left, int right) {
            for (int column = left + 1; column < right; column++) {
                double share = (double) (column - left) / (right - left);
                x[column] = x[left] + share * (x[right] - x[left]);
                y[column] = y[left] + share * (y[right] - y[left]);
            }
        }
    }
}
