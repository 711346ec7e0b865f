package riskmap.io.raster;

import java.util.Arrays;
import java.util.zip.Deflater;
import riskmap.geo.raster.Grid;

/**
 * Packs tiles of a grid for {@link GeoTiffWriter} through Deflate: codes as a byte each, measured values as the bytes of a
 * row by significance, as differences. One packs one tile after the other with the same buffers: making a compressor takes as long as compressing a tile of noise.
 * Not for several threads at once; close it.
 */
final class TiffTileCodec implements AutoCloseable {
    /** Cells along the side of a tile. */
    static final int TILE = 256;

    /** The code of a cell without data. */
    static final int NO_CODE = 255;

    private static final int NAN = Float.floatToIntBits(Float.NaN);

    /** Rows of a tile that are compressed to see what it brings; a tile that would keep more than this is only stored. */
    private static final int SAMPLE_ROWS = 16;

    private static final double WORTH = 0.75;

    /**
     * A grid of measured values that would keep more than this is not compressed at all: half a second of work for 40 MB,
     * again whenever it is read, to save what the next grid of classes takes. Grids of classes keep a twentieth.
     */
    private static final double WORTH_OF_GRID = 1.0 / 3;

    /**
     * Where looking for repeated bytes saves less than a seventh, only the frequent bytes are written short: measured values
     * hardly repeat, and it takes two thirds of the time.
     */
    private static final double REPEATED = 7.0 / 6;

    private final Grid grid;
    private final int across;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final boolean codes;
    /** Of a row of a tile. */
    private final int rowBytes;

    private final byte[] planes;
    private final byte[] out;
    private final int[] bits = new int[TILE];

    /** @param codes whether the grid {@linkplain #holdsCodes holds codes} and each is to take a byte */
    TiffTileCodec(Grid grid, boolean codes) {
        this.grid = grid;
        this.codes = codes;
        across = (grid.width() + TILE - 1) / TILE;
        rowBytes = codes ? TILE : 4 * TILE;
        planes = new byte[rowBytes * TILE];
        out = new byte[planes.length + planes.length / 8 + 64];
    }

    /** Whether all cells are whole numbers from 0 to 254, or without data, and so come back from bytes as they are. */
    static boolean holdsCodes(Grid grid) {
        for (float cell : grid.cells()) {
            int code = (int) cell;
            boolean same =
                    code >= 0 && code < NO_CODE && Float.floatToRawIntBits(code) == Float.floatToRawIntBits(cell);
            if (!same && !Float.isNaN(cell)) {
                return false;
            }
        }
        return true;
    }

    /** Whether compressing brings anything, by the middle rows of some of the tiles. */
    boolean isWorthwhile(int tiles, int looks) {
        long kept = 0;
        long all = 0;
        for (int look = 0; look < Math.min(looks, tiles); look++) {
            int tile = (int) ((look + 0.5) * tiles / Math.min(looks, tiles));
            int rows = Math.min(TILE, grid.height() - tile / across * TILE);
            int columns = Math.min(TILE, grid.width() - tile % across * TILE);
            int from = Math.max(0, rows / 2 - SAMPLE_ROWS / 2);
            int to = Math.min(rows, from + SAMPLE_ROWS);
            plane(tile, from, to);
            kept += sampled(from * rowBytes, (to - from) * rowBytes);
            all += 4L * columns * (to - from);
        }
        return kept <= WORTH_OF_GRID * all;
    }

    /** One packed tile; cells beyond the grid's edge are without data. */
    byte[] pack(int tile) {
        plane(tile, 0, TILE);
        // the lowest bytes of measured values are noise: most of the time of a run would go into saving little
        int sample = SAMPLE_ROWS * rowBytes;
        int middle = (planes.length - sample) / 2;
        int kept = sampled(middle, sample);
        boolean stored = kept > WORTH * sample;
        deflater.setLevel(stored ? Deflater.NO_COMPRESSION : Deflater.BEST_SPEED);
        if (!stored) {
            deflater.setStrategy(Deflater.HUFFMAN_ONLY);
            deflater.reset();
            boolean measured = deflate(middle, sample) <= REPEATED * kept;
            deflater.setStrategy(measured ? Deflater.HUFFMAN_ONLY : Deflater.DEFAULT_STRATEGY);
        }
        deflater.reset();
        return Arrays.copyOf(out, deflate(0, planes.length));
    }

    private int sampled(int from, int count) {
        deflater.setLevel(Deflater.BEST_SPEED);
        deflater.setStrategy(Deflater.DEFAULT_STRATEGY);
        deflater.reset();
        return deflate(from, count);
    }

    private void plane(int tile, int from, int to) {
        int firstColumn = tile % across * TILE;
        int firstRow = tile / across * TILE;
        int columns = Math.min(TILE, grid.width() - firstColumn);
        for (int row = from; row < to; row++) {
            int there = firstRow + row < grid.height() ? columns : 0;
            int start = there == 0 ? 0 : (firstRow + row) * grid.width() + firstColumn;
            if (codes) {
                codes(grid.cells(), start, there, row * rowBytes);
            } else {
                differences(grid.cells(), start, there, row * rowBytes);
            }
        }
    }

    private void codes(float[] cells, int from, int there, int start) {
        for (int i = 0; i < there; i++) {
            float cell = cells[from + i];
            planes[start + i] = (byte) (Float.isNaN(cell) ? NO_CODE : (int) cell);
        }
        Arrays.fill(planes, start + there, start + TILE, (byte) NO_CODE);
    }

    /** One row's bytes of equal significance together, most significant first, as differences. */
    private void differences(float[] cells, int from, int there, int start) {
        for (int i = 0; i < there; i++) {
            bits[i] = Float.floatToIntBits(cells[from + i]);
        }
        Arrays.fill(bits, there, TILE, NAN);
        int before = 0;
        for (int plane = 0, shift = 24; plane < 4; plane++, shift -= 8) {
            int at = start + plane * TILE;
            for (int i = 0; i < TILE; i++) {
                int value = bits[i] >> shift;
                planes[at + i] = (byte) (value - before);
                before = value;
            }
        }
    }

    private int deflate(int from, int count) {
        deflater.setInput(planes, from, count);
        deflater.finish();
        int length = 0;
        while (!deflater.finished()) {
            length += deflater.deflate(out, length, out.length - length);
        }
        return length;
    }

    @Override
    public void close() {
        deflater.end();
    }
}
