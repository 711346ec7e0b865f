package riskmap.geo.terrain;

import java.util.Arrays;
import java.util.BitSet;
import riskmap.base.Progress;
import riskmap.geo.raster.Grid;

/**
 * The open sea of an elevation that has heights there too: cells no higher than the sea, connected over their sides among
 * themselves and with the edge of the grid or with cells without data, in a sheet of at least so many cells. Low ground
 * inland that no such way leads to is land; so is a smaller sheet.
 */
public final class OpenSea {
    private final Grid ground;
    private final double level;
    private final int width;
    private final BitSet seen = new BitSet();
    private int[] sheet = new int[1024];
    private int size;

    private OpenSea(Grid ground, double level) {
        this.ground = ground;
        this.level = level;
        this.width = ground.width();
    }

    /**
     * Its cells.
     *
     * @param level height of the sea, in the unit of the heights
     * @param leastCells a smaller sheet is none
     */
    public static BitSet of(Grid ground, double level, int leastCells, Progress progress) {
        OpenSea found = new OpenSea(ground, level);
        BitSet sea = new BitSet();
        for (int cell = 0; cell < ground.cells().length; cell++) {
            if (ground.cells()[cell] <= level && !found.seen.get(cell) && found.isOpen(cell)) {
                found.spread(cell, progress);
                for (int i = 0; found.size >= leastCells && i < found.size; i++) {
                    sea.set(found.sheet[i]);
                }
            }
        }
        return sea;
    }

    /** The ground with no data where the sea is: water that comes there is out. */
    public static Grid without(Grid ground, BitSet sea) {
        float[] land = ground.cells().clone();
        sea.stream().forEach(cell -> land[cell] = Float.NaN);
        return new Grid(ground.geometry(), land);
    }

    /** Whether a cell lies at the edge or beside one without data. */
    private boolean isOpen(int cell) {
        float[] heights = ground.cells();
        int column = cell % width;
        return column == 0
                || column == width - 1
                || cell < width
                || cell + width >= heights.length
                || Float.isNaN(heights[cell - 1])
                || Float.isNaN(heights[cell + 1])
                || Float.isNaN(heights[cell - width])
                || Float.isNaN(heights[cell + width]);
    }

    /** All cells of a sheet. */
    private void spread(int first, Progress progress) {
        size = 0;
        visit(first);
        for (int next = 0; next < size; next++) {
            if ((next & 0xFFFF) == 0) {
                progress.check();
            }
            int cell = sheet[next];
            int column = cell % width;
            if (column > 0) {
                visit(cell - 1);
            }
            if (column < width - 1) {
                visit(cell + 1);
            }
            if (cell >= width) {
                visit(cell - width);
            }
            if (cell + width < ground.cells().length) {
                visit(cell + width);
            }
        }
    }

    private void visit(int cell) {
        if (ground.cells()[cell] <= level && !seen.get(cell)) {
            seen.set(cell);
            sheet = size == sheet.length ? Arrays.copyOf(sheet, 2 * size) : sheet;
            sheet[size++] = cell;
        }
    }
}
