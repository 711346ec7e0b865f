package riskmap.geo.raster;

import riskmap.base.Progress;

/**
 * The classes that the values of a grid fall in, a byte for each cell in place of four: what is left to keep where nobody
 * asks for the values themselves any more.
 *
 * @param geometry the lattice
 * @param classes of each cell how many breaks its value has reached, {@link #NONE} without a value
 */
public record ClassGrid(GridGeometry geometry, byte[] classes) {
    /** No value. */
    public static final byte NONE = -1;

    /** The most breaks that a byte can count. */
    public static final int MOST_BREAKS = Byte.MAX_VALUE;

    /**
     * The classes of a grid's values.
     *
     * @param breaks at most {@link #MOST_BREAKS}
     */
    public static ClassGrid of(Grid grid, Reclassification breaks, Progress progress) {
        if (breaks.breaks().length > MOST_BREAKS) {
            throw new IllegalArgumentException(breaks.breaks().length + " breaks");
        }
        float[] cells = grid.cells();
        byte[] classes = new byte[cells.length];
        int width = grid.width();
        grid.geometry()
                .bandsOfRows(progress, (from, to) -> breaks.classes(cells, from * width, to * width, classes, NONE));
        return new ClassGrid(grid.geometry(), classes);
    }
}
