package riskmap.geo.raster;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/**
 * The classes that the distances of {@link DistanceTransform} fall in, for whom a class is enough: the same classes, cell
 * for cell, in whole numbers without a division or a root per cell, and in half the memory.
 *
 * <p>In square cells the square of a distance is a whole number of cells. A class [a, b) is then one of these squares: the
 * least whole number is found that reaches each break. Two passes: down and up the columns for the rows to the nearest
 * source, as far as the last break goes; then for each break along each row, how far to the right, and how far to the
 * left, the discs of that radius around the sources reach.
 *
 * <p>Example: with a break at 15 m, of cells of 10 m those beside a source and the source itself are in class 0 (10 m and,
 * across the corner, 14.1 m), all others in class 1.
 */
public final class DistanceClasses {
    /** Columns one task takes down and up: wide enough to use whole cache lines. */
    private static final int STRIP = 256;

    /** Half the width of a disc in a row that it does not meet. */
    private static final int NOWHERE = Integer.MIN_VALUE / 4;

    private final GridGeometry lattice;
    /** Rows to the nearest source in the column; used again for the next sources. */
    private short[] rowsAway;

    /** Distances on one lattice. Not for use by several threads at a time. */
    public DistanceClasses(GridGeometry lattice) {
        this.lattice = lattice;
    }

    /** Whether they can be told: of square cells, not more rows than a short counts, and few enough breaks. */
    public boolean canTell(Reclassification breaks) {
        return lattice.cellWidth() == lattice.cellHeight()
                && lattice.height() < Short.MAX_VALUE
                && breaks.breaks().length <= ClassGrid.MOST_BREAKS;
    }

    /**
     * The class of the distance from each cell's centre to that of the nearest source; null if there is no source.
     *
     * @param sources of each cell whether it is one: any number but 0
     * @param breaks of distances in the unit of the CRS; {@link #canTell} must hold
     */
    public ClassGrid of(byte[] sources, Reclassification breaks, Progress progress) {
        long[] squares = squares(breaks);
        int most =
                (int) Math.min(lattice.height(), squares.length == 0 ? 0 : root(squares[squares.length - 1] - 1) + 1);
        if (rowsAway == null) {
            rowsAway = new short[lattice.cellCount()];
        }
        if (!columns(sources, most, progress.part(0, 0.4))) {
            return null;
        }
        byte[] classes = new byte[lattice.cellCount()];
        int[][] halves = new int[squares.length][];
        Arrays.setAll(halves, i -> halves(squares[i], most));
        int width = lattice.width();
        lattice.bandsOfRows(progress.part(0.4, 1), (from, to) -> {
            int[] reach = new int[width];
            int[] near = new int[width];
            for (int row = from; row < to; row++) {
                int offset = row * width;
                int found = near(offset, most, near);
                int farthest = found < width ? most : farthest(offset);
                for (int[] half : halves) {
                    if (half[farthest] >= 0) {
                        // each cell is in the disc of the source in its own column
                        continue;
                    }
                    if (2 * found < width) {
                        countBetween(half, offset, near, found, reach, classes);
                    } else {
                        reachRight(half, offset, reach);
                        count(half, offset, reach, classes);
                    }
                }
            }
        });
        return new ClassGrid(lattice, classes);
    }

    /** The distance itself from one cell, as {@link DistanceTransform} has it; NaN where there is no source at all. */
    public static float at(GridGeometry lattice, byte[] sources, int cell) {
        int width = lattice.width();
        int column = cell % width;
        int row = cell / width;
        long least = Long.MAX_VALUE;
        for (long down = 0; down < lattice.height() && down * down < least; down++) {
            for (long there = row - down; there <= row + down; there += Math.max(1, 2 * down)) {
                if (there >= 0 && there < lattice.height()) {
                    least = nearest(sources, (int) there * width, width, column, down * down, least);
                }
            }
        }
        return least == Long.MAX_VALUE ? Float.NaN : distance(lattice, least);
    }

    private static long nearest(byte[] sources, int offset, int width, int column, long downSquare, long least) {
        for (int aside = 0; aside < width && downSquare + (long) aside * aside < least; aside++) {
            boolean left = column - aside >= 0 && sources[offset + column - aside] != 0;
            boolean right = column + aside < width && sources[offset + column + aside] != 0;
            if (left || right) {
                return downSquare + (long) aside * aside;
            }
        }
        return least;
    }

    private static float distance(GridGeometry lattice, long square) {
        return (float) (lattice.cellWidth() * Math.sqrt(square));
    }

    /** Of each break the least square of a distance in cells that reaches it; one more than all where none does. */
    private long[] squares(Reclassification breaks) {
        long end = (long) lattice.width() * lattice.width() + (long) lattice.height() * lattice.height();
        long[] squares = new long[breaks.breaks().length];
        for (int i = 0; i < squares.length; i++) {
            long below = -1;
            long reached = end;
            while (reached - below > 1) {
                long middle = (below + reached) / 2;
                if (breaks.classOf(distance(lattice, middle)) > i) {
                    reached = middle;
                } else {
                    below = middle;
                }
            }
            squares[i] = reached;
        }
        return squares;
    }

    /** Half the width, in cells beside the middle, of the disc of squares below this one, by the rows from its centre. */
    private static int[] halves(long square, int most) {
        int[] halves = new int[most + 1];
        // of a column without a source that near
        halves[most] = NOWHERE;
        for (int rows = 0; rows < most; rows++) {
            long left = square - 1 - (long) rows * rows;
            halves[rows] = left < 0 ? NOWHERE : (int) root(left);
        }
        return halves;
    }

    /** The whole part of the root; −1 for a number below 0. */
    private static long root(long number) {
        if (number < 0) {
            return -1;
        }
        long root = (long) Math.sqrt(number);
        while (root * root > number) {
            root--;
        }
        while ((root + 1) * (root + 1) <= number) {
            root++;
        }
        return root;
    }

    /** Writes of each cell how many rows away the nearest source in its column is, at most so many; whether there is any. */
    private boolean columns(byte[] sources, int most, Progress progress) {
        int width = lattice.width();
        int height = lattice.height();
        short[] away = rowsAway;
        AtomicBoolean any = new AtomicBoolean();
        Parallel.items(width, STRIP, progress, (from, to) -> {
            int[] last = new int[to - from];
            Arrays.fill(last, most);
            int found = 0;
            for (int row = 0; row < height; row++) {
                found |= down(sources, away, row * width + from, last, most);
            }
            for (int row = height - 2; row >= 0; row--) {
                up(away, row * width + from, last);
            }
            if (found != 0) {
                any.set(true);
            }
        });
        return any.get();
    }

    private static int down(byte[] sources, short[] away, int offset, int[] last, int most) {
        int found = 0;
        for (int i = 0; i < last.length; i++) {
            int source = sources[offset + i];
            found |= source;
            int next = source != 0 ? 0 : Math.min(last[i] + 1, most);
            last[i] = next;
            away[offset + i] = (short) next;
        }
        return found;
    }

    private static void up(short[] away, int offset, int[] last) {
        for (int i = 0; i < last.length; i++) {
            int next = Math.min(last[i] + 1, away[offset + i]);
            last[i] = next;
            away[offset + i] = (short) next;
        }
    }

    /** The columns of a row in which the nearest source is less than so many rows away; how many there are. */
    private int near(int offset, int most, int[] columns) {
        short[] away = rowsAway;
        int found = 0;
        for (int column = 0; column < columns.length; column++) {
            columns[found] = column;
            found += away[offset + column] < most ? 1 : 0;
        }
        return found;
    }

    /**
     * Counts one break more between what the discs reach, going by the columns that are near a source: where these are few,
     * most cells are not looked at one by one.
     *
     * @param leftmost room for as many numbers
     */
    private void countBetween(int[] half, int offset, int[] near, int found, int[] leftmost, byte[] classes) {
        short[] away = rowsAway;
        int least = near.length;
        for (int i = found - 1; i >= 0; i--) {
            int aside = half[away[offset + near[i]]];
            least = aside < 0 ? least : Math.min(least, near[i] - aside);
            leftmost[i] = least;
        }
        int reached = 0;
        for (int i = 0; i < found; i++) {
            int aside = half[away[offset + near[i]]];
            if (aside >= 0) {
                countOne(classes, offset + reached, offset + leftmost[i]);
                reached = Math.max(reached, near[i] + aside + 1);
            }
        }
        countOne(classes, offset + reached, offset + near.length);
    }

    private static void countOne(byte[] classes, int from, int to) {
        for (int cell = from; cell < to; cell++) {
            classes[cell]++;
        }
    }

    /** The most rows that a cell of a row is away from the nearest source in its column. */
    private int farthest(int offset) {
        short[] away = rowsAway;
        int farthest = 0;
        for (int cell = offset; cell < offset + lattice.width(); cell++) {
            farthest = Math.max(farthest, away[cell]);
        }
        return farthest;
    }

    /** The column up to which the discs of what lies to the left, and of the cell's own column, reach. */
    private void reachRight(int[] half, int offset, int[] reach) {
        short[] away = rowsAway;
        int farthest = NOWHERE;
        for (int column = 0; column < reach.length; column++) {
            farthest = Math.max(farthest, column + half[away[offset + column]]);
            reach[column] = farthest;
        }
    }

    /** Counts one break more where the discs do not reach, neither from the left nor from the right. */
    private void count(int[] half, int offset, int[] reach, byte[] classes) {
        short[] away = rowsAway;
        int farthest = -NOWHERE;
        for (int column = reach.length - 1; column >= 0; column--) {
            farthest = Math.min(farthest, column - half[away[offset + column]]);
            // negative where it is not reached: from the left, and from the right
            int beyond = reach[column] - column & column - farthest;
            classes[offset + column] += (byte) (beyond >>> 31);
        }
    }
}
