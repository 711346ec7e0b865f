package riskmap.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.Grid;
import riskmap.geo.GridGeometry;

/**
 * Writes a grid as a GeoTIFF of 32-bit floats: tiles of 256 × 256, Deflate with floating-point predictor, NaN as no
 * data; tiles that would hardly get smaller are stored as they are. Tiles are compressed in parallel and written in order, so that the bytes do not depend on the threads.
 */
final class GeoTiffWriter {
    private static final int TILE = 256;
    /** Bytes of a row of a tile. */
    private static final int ROW = 4 * TILE;

    private static final int NAN = Float.floatToIntBits(Float.NaN);

    /** Rows of a tile that are compressed to see what it brings; a tile that would keep more than this is only stored. */
    private static final int SAMPLE_ROWS = 16;

    private static final double WORTH = 0.75;

    /** Tiles compressed before they are written, bounds the memory. */
    private static final int BATCH = 64;

    private static final long LARGEST = 0xffffffffL;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;
    private static final int TEXT = 2;

    private final Grid grid;
    private final int across;
    private final int down;
    private final TreeMap<Integer, Field> fields = new TreeMap<>();

    /** A tag's type, count and bytes. */
    private record Field(int type, int count, byte[] bytes) {}

    GeoTiffWriter(Grid grid) {
        this.grid = grid;
        across = (grid.width() + TILE - 1) / TILE;
        down = (grid.height() + TILE - 1) / TILE;
    }

    void write(Path file, Progress progress) throws IOException {
        int tiles = across * down;
        int[] offsets = new int[tiles];
        int[] counts = new int[tiles];
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long position = 8;
            for (int first = 0; first < tiles; first += BATCH) {
                progress.check();
                int start = first;
                List<byte[]> batch = IntStream.range(first, Math.min(tiles, first + BATCH))
                        .parallel()
                        .mapToObj(this::tile)
                        .toList();
                for (int i = 0; i < batch.size(); i++) {
                    offsets[start + i] = (int) position;
                    counts[start + i] = batch.get(i).length;
                    writeAll(out, ByteBuffer.wrap(batch.get(i)), position);
                    position += batch.get(i).length;
                }
                if (position > LARGEST - (1 << 24)) {
                    throw RiskMapException.of("io.tiff-too-large", file);
                }
                progress.report((double) (first + batch.size()) / tiles);
            }
            position += position & 1;
            describe(offsets, counts);
            writeAll(out, directory(position), position);
            ByteBuffer head = little(8).put((byte) 'I').put((byte) 'I').putShort((short) 42);
            writeAll(out, head.putInt((int) position).flip(), 0);
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += out.write(bytes, at);
        }
    }

    /** One compressed tile; cells beyond the grid's edge are NaN. */
    private byte[] tile(int index) {
        int firstColumn = index % across * TILE;
        int firstRow = index / across * TILE;
        int columns = Math.min(TILE, grid.width() - firstColumn);
        byte[] planes = new byte[ROW * TILE];
        int[] bits = new int[TILE];
        for (int row = 0; row < TILE; row++) {
            int there = firstRow + row < grid.height() ? columns : 0;
            int from = there == 0 ? 0 : (firstRow + row) * grid.width() + firstColumn;
            differences(grid.cells(), from, there, bits, planes, row * ROW);
        }
        return deflate(planes);
    }

    /** One row's bytes of equal significance together, most significant first, as differences. */
    private static void differences(float[] cells, int from, int there, int[] bits, byte[] planes, int start) {
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

    private static byte[] deflate(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            // the lowest bytes of measured values are noise: most of the time of a run would go into saving little
            int sample = SAMPLE_ROWS * ROW;
            int middle = (bytes.length - sample) / 2;
            byte[] out = new byte[bytes.length + bytes.length / 8 + 64];
            if (deflate(deflater, bytes, middle, sample, out) > WORTH * sample) {
                deflater.setLevel(Deflater.NO_COMPRESSION);
            }
            deflater.reset();
            return Arrays.copyOf(out, deflate(deflater, bytes, 0, bytes.length, out));
        } finally {
            deflater.end();
        }
    }

    private static int deflate(Deflater deflater, byte[] bytes, int from, int count, byte[] out) {
        deflater.setInput(bytes, from, count);
        deflater.finish();
        int length = 0;
        while (!deflater.finished()) {
            length += deflater.deflate(out, length, out.length - length);
        }
        return length;
    }

    private void describe(int[] offsets, int[] counts) {
        GridGeometry geometry = grid.geometry();
        put(256, LONG, geometry.width());
        put(257, LONG, geometry.height());
        put(258, SHORT, 32);
        put(259, SHORT, TiffCodec.DEFLATE);
        put(262, SHORT, 1);
        put(277, SHORT, 1);
        put(284, SHORT, 1);
        put(317, SHORT, 3);
        put(322, SHORT, TILE);
        put(323, SHORT, TILE);
        put(324, LONG, offsets);
        put(325, LONG, counts);
        put(339, SHORT, 3);
        put(33550, geometry.cellWidth(), geometry.cellHeight(), 0);
        put(33922, 0, 0, 0, geometry.minX(), geometry.maxY(), 0);
        put(42113, "nan");
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
