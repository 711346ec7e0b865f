package riskmap.io.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.IntStream;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.io.CellEncoding;

/**
 * Writes a grid as a GeoTIFF in tiles of 256 × 256 through Deflate: bytes with 255 as no data where all cells are codes
 * such as levels and classes, else 32-bit floats with NaN as no data and the floating-point predictor. Tiles that would
 * hardly get smaller are stored as they are. A grid of floats that would hardly get smaller as a whole, such as one
 * of slopes or distances, is written uncompressed in strips of rows, which is quicker to write and to read. Tiles are
 * compressed in parallel and written in order, so that the bytes do not depend on the threads. Cells that are asked for
 * in a type of their own are written in strips as they are: any program reads these.
 */
final class GeoTiffWriter {
    private static final int TILE = TiffTileCodec.TILE;

    /** Tiles looked at to see whether compressing brings anything. */
    private static final int LOOKS = 24;

    /** Tiles compressed before they are written, bounds the memory. */
    private static final int BATCH = 64;

    /** Tiles one compressor packs of a batch. */
    private static final int SHARE = 8;

    /** Bytes of an uncompressed strip, about. */
    private static final int STRIP = 1 << 18;

    private static final long LARGEST = 0xffffffffL;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int TEXT = 2;

    private final Grid grid;
    /** How the cells are asked for; null for the usual. */
    private final CellEncoding encoding;

    private final int cellBytes;
    private final int tiles;
    private final boolean codes;
    private final boolean stored;
    private final int rowsPerStrip;
    private final TreeMap<Integer, Field> fields = new TreeMap<>();

    /** A tag's type, count and bytes. */
    private record Field(int type, int count, byte[] bytes) {}

    GeoTiffWriter(Grid grid, CellEncoding encoding) {
        this.grid = grid;
        this.encoding = encoding;
        cellBytes = encoding == null ? 4 : encoding.type().size();
        tiles = (grid.width() + TILE - 1) / TILE * ((grid.height() + TILE - 1) / TILE);
        rowsPerStrip = Math.max(1, STRIP / (cellBytes * grid.width()));
        codes = encoding == null && TiffTileCodec.holdsCodes(grid);
        if (encoding != null) {
            stored = true;
            return;
        }
        try (TiffTileCodec codec = new TiffTileCodec(grid, codes)) {
            stored = !codes && !codec.isWorthwhile(tiles, LOOKS);
        }
    }

    void write(Path file, Progress progress) throws IOException {
        int blocks = stored ? (grid.height() + rowsPerStrip - 1) / rowsPerStrip : tiles;
        int[] offsets = new int[blocks];
        int[] counts = new int[blocks];
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long position = 8;
            ByteBuffer strip = little(stored ? cellBytes * grid.width() * rowsPerStrip : 0);
            for (int first = 0; first < blocks; first += BATCH) {
                progress.check();
                int end = Math.min(blocks, first + BATCH);
                byte[][] batch = stored ? null : packed(first, end);
                for (int block = first; block < end; block++) {
                    ByteBuffer bytes = stored ? rows(block, strip) : ByteBuffer.wrap(batch[block - first]);
                    offsets[block] = (int) position;
                    counts[block] = bytes.remaining();
                    writeAll(out, bytes, position);
                    position += counts[block];
                    if (position > LARGEST - (1 << 24)) {
                        throw RiskMapException.of("io.tiff-too-large", file);
                    }
                }
                progress.report((double) end / blocks);
            }
            position += position & 1;
            describe(offsets, counts);
            writeAll(out, directory(position), position);
            ByteBuffer head = little(8).put((byte) 'I').put((byte) 'I').putShort((short) 42);
            writeAll(out, head.putInt((int) position).flip(), 0);
        }
    }

    /** A batch of tiles packed in parallel. */
    private byte[][] packed(int first, int end) {
        byte[][] batch = new byte[end - first][];
        IntStream.range(0, (batch.length + SHARE - 1) / SHARE).parallel().forEach(share -> {
            try (TiffTileCodec codec = new TiffTileCodec(grid, codes)) {
                for (int i = share * SHARE; i < Math.min(batch.length, (share + 1) * SHARE); i++) {
                    batch[i] = codec.pack(first + i);
                }
            }
        });
        return batch;
    }

    /** The cells of a strip of rows as they are. */
    private ByteBuffer rows(int strip, ByteBuffer bytes) {
        int from = strip * rowsPerStrip * grid.width();
        int cells = Math.min(rowsPerStrip * grid.width(), grid.cells().length - from);
        bytes.clear();
        if (encoding == null) {
            bytes.asFloatBuffer().put(grid.cells(), from, cells);
            return bytes.limit(4 * cells);
        }
        for (int cell = from; cell < from + cells; cell++) {
            encoding.put(bytes, grid.cells()[cell]);
        }
        return bytes.flip();
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += out.write(bytes, at);
        }
    }

    private void describe(int[] offsets, int[] counts) {
        GridGeometry geometry = grid.geometry();
        put(256, LONG, geometry.width());
        put(257, LONG, geometry.height());
        put(258, SHORT, codes ? 8 : 8 * cellBytes);
        put(259, SHORT, stored ? TiffCodec.NONE : TiffCodec.DEFLATE);
        put(262, SHORT, 1);
        put(277, SHORT, 1);
        put(284, SHORT, 1);
        if (stored) {
            put(TiffLayout.STRIP_OFFSETS, LONG, offsets);
            put(278, LONG, rowsPerStrip);
            put(TiffLayout.STRIP_BYTES, LONG, counts);
        } else {
            put(317, SHORT, codes ? 1 : 3);
            put(322, SHORT, TILE);
            put(323, SHORT, TILE);
            put(TiffLayout.TILE_OFFSETS, LONG, offsets);
            put(TiffLayout.TILE_BYTES, LONG, counts);
        }
        put(339, SHORT, encoding != null ? encoding.type().format() : codes ? 1 : 3);
        put(33550, geometry.cellWidth(), geometry.cellHeight(), 0);
        put(33922, 0, 0, 0, geometry.minX(), geometry.maxY(), 0);
        String none = codes ? Integer.toString(TiffTileCodec.NO_CODE) : "nan";
        put(42113, encoding == null ? none : encoding.noDataText());
        if (geometry.crs() != null) {
            short[] keys = GeoKeys.directory(geometry.crs());
            int[] values = new int[keys.length];
            for (int i = 0; i < keys.length; i++) {
                values[i] = keys[i] & 0xffff;
            }
            put(GeoKeys.DIRECTORY, SHORT, values);
            put(GeoKeys.ASCII, GeoKeys.ascii(geometry.crs()));
        }
    }

    private void put(int tag, int type, int... values) {
        ByteBuffer bytes = little(values.length * (type == SHORT ? 2 : 4));
        for (int value : values) {
            if (type == SHORT) {
                bytes.putShort((short) value);
            } else {
                bytes.putInt(value);
            }
        }
        fields.put(tag, new Field(type, values.length, bytes.array()));
    }

    private void put(int tag, double... values) {
        ByteBuffer bytes = little(8 * values.length);
        for (double value : values) {
            bytes.putDouble(value);
        }
        fields.put(tag, new Field(DOUBLE, values.length, bytes.array()));
    }

    private void put(int tag, String text) {
        byte[] bytes = (text + '\0').getBytes(StandardCharsets.UTF_8);
        fields.put(tag, new Field(TEXT, bytes.length, bytes));
    }

    /** The directory at a position, its longer values behind it. */
    private ByteBuffer directory(long position) {
        int behind = 2 + 12 * fields.size() + 4;
        int total = behind;
        for (Field field : fields.values()) {
            total += field.bytes.length > 4 ? (field.bytes.length + 1) / 2 * 2 : 0;
        }
        ByteBuffer out = little(total).putShort((short) fields.size());
        int at = behind;
        for (var entry : fields.entrySet()) {
            Field field = entry.getValue();
            out.putShort(entry.getKey().shortValue())
                    .putShort((short) field.type)
                    .putInt(field.count);
            if (field.bytes.length > 4) {
                out.putInt((int) (position + at));
                out.put(at, field.bytes);
                at += (field.bytes.length + 1) / 2 * 2;
            } else {
                out.put(Arrays.copyOf(field.bytes, 4));
            }
        }
        return out.rewind();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
