package riskmap.geo.terrain;

import java.util.Arrays;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;

/**
 * When something that spreads from cell to cell arrives: the shortest time from the starting cells, over steps to the 16
 * cells around (the 8 neighbours and the 8 knight's moves).
 *
 * <p>With the same speed everywhere the front is a 16-gon: the time exceeds that of a circle by at most 2.8 %. A
 * knight's move is made only where both cells it passes between let the spread through.
 */
public final class SpreadTime {
    /** dx, dy of the steps; the last 8 are the knight's moves. */
    private static final int[][] STEPS = {
        {0, -1}, {1, 0}, {0, 1}, {-1, 0}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1},
        {1, -2}, {2, -1}, {2, 1}, {1, 2}, {-1, 2}, {-2, 1}, {-2, -1}, {-1, -2}
    };

    private static final int CHECK = 0xffff;

    private final Grid terrain;
    private final Speed speed;

    /**
     * @param terrain the lattice; NaN cells are never entered
     * @param speed how fast a step goes
     */
    public SpreadTime(Grid terrain, Speed speed) {
        this.terrain = terrain;
        this.speed = speed;
    }

    /** How fast a step goes. */
    public interface Speed {
        /**
         * Speed of the step from one cell to another, in units of the CRS per unit of time.
         *
         * @param from cell number of the start
         * @param to cell number of the end
         * @param dx of the step, in units of the CRS, to the east
         * @param dy of the step, in units of the CRS, to the north
         * @return 0 or less where the step cannot be made
         */
        double of(int from, int to, double dx, double dy);
    }

    /**
     * Times of arrival, NaN for cells not reached in time.
     *
     * @param starts cell numbers, at time 0
     * @param longest time after which nothing is followed any more
     */
    public Grid from(int[] starts, double longest, Progress progress) {
        int count = terrain.geometry().cellCount();
        float[] result = new float[count];
        Arrays.fill(result, Float.NaN);
        double[] best = new double[count];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        CellQueue queue = new CellQueue();
        for (int start : starts) {
            if (best[start] > 0 && !Float.isNaN(terrain.cells()[start])) {
                best[start] = 0;
                queue.add(0, start);
            }
        }
        int done = 0;
        while (!queue.isEmpty()) {
            double time = queue.key();
            int cell = queue.poll();
            if (time > best[cell] || !Float.isNaN(result[cell])) {
                continue;
            }
            result[cell] = (float) time;
            if ((++done & CHECK) == 0) {
                progress.check();
            }
            spread(cell, time, longest, best, queue);
        }
        progress.report(1);
        return new Grid(terrain.geometry(), result);
    }

    private void spread(int cell, double time, double longest, double[] best, CellQueue queue) {
        int width = terrain.width();
        int column = cell % width;
        int row = cell / width;
        for (int[] step : STEPS) {
            int toColumn = column + step[0];
            int toRow = row + step[1];
            if (!terrain.geometry().contains(toColumn, toRow)) {
                continue;
            }
            int to = toRow * width + toColumn;
            if (Float.isNaN(terrain.cells()[to])) {
                continue;
            }
            double dx = step[0] * terrain.geometry().cellWidth();
            double dy = -step[1] * terrain.geometry().cellHeight();
            double rate = speed.of(cell, to, dx, dy);
            if (!(rate > 0) || isKnight(step) && !passes(column, row, step, dx, dy)) {
                continue;
            }
            double arrival = time + Math.hypot(dx, dy) / rate;
            if (arrival <= longest && arrival < best[to]) {
                best[to] = arrival;
                queue.add(arrival, to);
            }
        }
    }

    private static boolean isKnight(int[] step) {
        return Math.abs(step[0]) + Math.abs(step[1]) == 3;
    }

    /** Whether both cells beside a knight's move let the spread through. */
    private boolean passes(int column, int row, int[] step, double dx, double dy) {
        int shortX = step[0] / 2;
        int shortY = step[1] / 2;
        int diagonalX = Integer.signum(step[0]);
        int diagonalY = Integer.signum(step[1]);
        int from = row * terrain.width() + column;
        int straight = (row + shortY) * terrain.width() + column + shortX;
        int diagonal = (row + diagonalY) * terrain.width() + column + diagonalX;
        return !Float.isNaN(terrain.cells()[straight])
                && !Float.isNaN(terrain.cells()[diagonal])
                && speed.of(from, straight, dx, dy) > 0
                && speed.of(from, diagonal, dx, dy) > 0;
    }
}
