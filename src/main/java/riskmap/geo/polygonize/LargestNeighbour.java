package riskmap.geo.polygonize;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;

/**
 * Merges small zones of a grid into the neighbour with the most cells, as {@code gdal_sieve} does: of several with as many
 * the first that is met, row by row from the north-west. Where that neighbour is small itself, its own largest neighbour
 * is taken, and so on; where no zone that is large enough is reached so, the small one stays. {@link Sieve} goes by the
 * longest border instead and leaves none.
 *
 * <p>Source: GDAL, gdalsievefilter.cpp; what comes out is the same, cell by cell.
 */
public final class LargestNeighbour {
    private static final int NONE = -1;

    private final Grid grid;
    private final int width;
    private final boolean corners;
    /** The first cell of the zone of each cell, in rows; NONE without data. */
    private final int[] zones;
    /** Of each zone, by its first cell. */
    private final int[] sizes;

    private final int[] largest;

    private LargestNeighbour(Grid grid, boolean corners) {
        this.grid = grid;
        this.width = grid.width();
        this.corners = corners;
        this.zones = new int[grid.cells().length];
        this.sizes = new int[zones.length];
        this.largest = new int[zones.length];
        Arrays.fill(largest, NONE);
    }

    /**
     * A new grid with the small zones merged.
     *
     * @param minimumCells zones with fewer are small
     * @param corners whether cells of one value that touch at a corner only are one zone
     */
    public static Grid sieve(Grid grid, int minimumCells, boolean corners, Progress progress) {
        LargestNeighbour work = new LargestNeighbour(grid, corners);
        work.label(progress.part(0, 0.5));
        work.compare(progress.part(0.5, 0.8));
        work.follow(minimumCells, progress.part(0.8, 0.9));
        float[] out = new float[work.zones.length];
        for (int cell = 0; cell < out.length; cell++) {
            int zone = work.zones[cell];
            int into = zone == NONE ? NONE : work.largest[zone];
            out[cell] = grid.cells()[into == NONE ? cell : into];
        }
        return new Grid(grid.geometry(), out);
    }

    private void label(Progress progress) {
        float[] values = grid.cells();
        for (int cell = 0; cell < zones.length; cell++) {
            if (cell % width == 0) {
                progress.check();
            }
            zones[cell] = Float.isNaN(values[cell]) ? NONE : cell;
            if (zones[cell] == NONE) {
                continue;
            }
            for (int other : before(cell)) {
                if (other != NONE && values[other] == values[cell]) {
                    int one = first(cell);
                    int two = first(other);
                    zones[Math.max(one, two)] = Math.min(one, two);
                }
            }
        }
        for (int cell = 0; cell < zones.length; cell++) {
            if (zones[cell] != NONE) {
                zones[cell] = zones[zones[cell]];
                sizes[zones[cell]]++;
            }
        }
    }

    private int first(int cell) {
        int at = cell;
        while (zones[at] != at) {
            zones[at] = zones[zones[at]];
            at = zones[at];
        }
        return at;
    }

    /** Neighbours of a cell that come before it in the order in which they are compared; NONE for one there is not. */
    private int[] before(int cell) {
        int column = cell % width;
        int above = cell - width;
        boolean upper = above >= 0;
        return new int[] {
            upper ? above : NONE,
            upper && corners && column > 0 ? above - 1 : NONE,
            upper && corners && column < width - 1 ? above + 1 : NONE,
            column > 0 ? cell - 1 : NONE
        };
    }

    private void compare(Progress progress) {
        for (int cell = 0; cell < zones.length; cell++) {
            if (cell % width == 0) {
                progress.check();
            }
            for (int other : before(cell)) {
                if (other != NONE && zones[cell] != NONE && zones[other] != NONE && zones[cell] != zones[other]) {
                    look(zones[cell], zones[other]);
                    look(zones[other], zones[cell]);
                }
            }
        }
    }

    private void look(int zone, int neighbour) {
        if (largest[zone] == NONE || sizes[largest[zone]] < sizes[neighbour]) {
            largest[zone] = neighbour;
        }
    }

    /** Has each small zone go to the first that is large enough among its largest neighbour, that one's, and so on. */
    private void follow(int minimumCells, Progress progress) {
        for (int zone = 0; zone < zones.length; zone++) {
            if (zone % width == 0) {
                progress.check();
            }
            if (zones[zone] == zone) {
                int into = sizes[zone] >= minimumCells ? NONE : end(zone, minimumCells);
                int next = largest[zone];
                largest[zone] = into;
                // those on the way to it go there too
                for (int at = next; into != NONE && at != into; ) {
                    int after = largest[at];
                    largest[at] = into;
                    at = after;
                }
            }
        }
    }

    /** Where the way from a zone ends; NONE where it comes back on itself. */
    private int end(int zone, int minimumCells) {
        Set<Integer> passed = new HashSet<>();
        int at = zone;
        while (at != NONE && passed.add(at)) {
            at = largest[at];
            if (at != NONE && sizes[at] >= minimumCells) {
                return at;
            }
        }
        return NONE;
    }
}
