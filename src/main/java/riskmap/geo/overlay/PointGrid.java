package riskmap.geo.overlay;

import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/**
 * Points sorted into the cells of a regular grid, to be asked which lie in a box. Points whose coordinates are no finite
 * numbers lie in none. Immutable, safe for several threads.
 */
public final class PointGrid {
    private static final int POINTS_PER_CELL = 4;
    private static final int MOST_PER_SIDE = 4096;
    private static final int POINTS_PER_BAND = 1 << 15;

    private final Envelope extent = new Envelope();
    private final int columns;
    private final int rows;
    private final double cellsPerX;
    private final double cellsPerY;
    /** Where the points of each cell, row by row, begin in {@code points} and, two by two, in {@code sorted}. */
    private final int[] start;

    private final int[] points;
    private final double[] sorted;

    /** Told of a point by its number and place. */
    @FunctionalInterface
    public interface PointVisitor {
        void visit(int point, double x, double y);
    }

    /** @param xy x0, y0, x1, y1, … */
    public PointGrid(double[] xy) {
        int count = 0;
        double west = Double.POSITIVE_INFINITY;
        double east = Double.NEGATIVE_INFINITY;
        double south = west;
        double north = east;
        for (int i = 0; i < xy.length; i += 2) {
            if (isFinite(xy, i)) {
                west = xy[i] < west ? xy[i] : west;
                east = xy[i] > east ? xy[i] : east;
                south = xy[i + 1] < south ? xy[i + 1] : south;
                north = xy[i + 1] > north ? xy[i + 1] : north;
                count++;
            }
        }
        if (count > 0) {
            extent.init(west, east, south, north);
        }
        double cells = Math.max(1, count / POINTS_PER_CELL);
        double width = Math.max(extent.getWidth(), Double.MIN_NORMAL);
        double height = Math.max(extent.getHeight(), Double.MIN_NORMAL);
        columns = (int) Math.max(1, Math.min(MOST_PER_SIDE, Math.sqrt(cells * (width / height))));
        rows = (int) Math.max(1, Math.min(MOST_PER_SIDE, cells / columns));
        cellsPerX = columns / width;
        cellsPerY = rows / height;
        start = new int[columns * rows + 1];
        points = new int[count];
        sorted = new double[2 * count];
        sort(xy);
    }

    private void sort(double[] xy) {
        int[] cells = new int[xy.length / 2];
        Parallel.items(cells.length, POINTS_PER_BAND, Progress.silent(), (from, to) -> {
            for (int point = from; point < to; point++) {
                cells[point] = isFinite(xy, 2 * point) ? cell(xy[2 * point], xy[2 * point + 1]) : -1;
            }
        });
        for (int cell : cells) {
            if (cell >= 0) {
                start[cell + 1]++;
            }
        }
        for (int cell = 1; cell < start.length; cell++) {
            start[cell] += start[cell - 1];
        }
        int[] next = start.clone();
        for (int point = 0; point < cells.length; point++) {
            if (cells[point] >= 0) {
                int at = next[cells[point]]++;
                points[at] = point;
                sorted[2 * at] = xy[2 * point];
                sorted[2 * at + 1] = xy[2 * point + 1];
            }
        }
    }

    private static boolean isFinite(double[] xy, int at) {
        return Double.isFinite(xy[at]) && Double.isFinite(xy[at + 1]);
    }

    private int cell(double x, double y) {
        return row(y) * columns + column(x);
    }

    private int column(double x) {
        return within((x - extent.getMinX()) * cellsPerX, columns);
    }

    private int row(double y) {
        return within((y - extent.getMinY()) * cellsPerY, rows);
    }

    private static int within(double place, int count) {
        return Math.max(0, Math.min(count - 1, (int) place));
    }

    /** A number of points that no fewer lie in a box: those of the cells it meets. */
    public int atMost(Envelope box) {
        if (points.length == 0 || !box.intersects(extent)) {
            return 0;
        }
        int count = 0;
        int left = column(box.getMinX());
        int right = column(box.getMaxX());
        for (int row = row(box.getMinY()), last = row(box.getMaxY()); row <= last; row++) {
            count += start[row * columns + right + 1] - start[row * columns + left];
        }
        return count;
    }

    /** Names the points that lie in a box or on its edge, each once, always in the same order. */
    public void within(Envelope box, PointVisitor visitor) {
        if (points.length == 0 || !box.intersects(extent)) {
            return;
        }
        int left = column(box.getMinX());
        int right = column(box.getMaxX());
        double west = box.getMinX();
        double east = box.getMaxX();
        double south = box.getMinY();
        double north = box.getMaxY();
        for (int row = row(box.getMinY()), last = row(box.getMaxY()); row <= last; row++) {
            // the cells of a row lie one after the other
            for (int i = start[row * columns + left], end = start[row * columns + right + 1]; i < end; i++) {
                double x = sorted[2 * i];
                double y = sorted[2 * i + 1];
                if (x >= west && x <= east && y >= south && y <= north) {
                    visitor.visit(points[i], x, y);
                }
            }
        }
    }
}
