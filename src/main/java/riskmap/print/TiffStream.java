package riskmap.print;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import riskmap.base.RiskMapException;

/**
 * Writes a TIFF image row by row, so that it never stands in memory as a whole: 8-bit RGB in strips, deflated after
 * horizontal differencing; the directory follows the pixels.
 *
 * <p><b>Source:</b> TIFF revision 6.0, Adobe 1992, sections 2, 8 and 14 (predictor); compression 8 after Adobe's TIFF
 * technical note of 2002; OGC GeoTIFF 1.1 (19-008r4), clause 7, for the place on the ground.
 */
final class TiffStream implements AutoCloseable {
    private static final int STRIP_ROWS = 64;
    /** Offsets have 32 bits. */
    private static final long MOST_BYTES = 0xFFFF_FFFFL;

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int RATIONAL = 5;
    private static final int DOUBLE = 12;

    private final Path file;
    private final FileChannel channel;
    private final int width;
    private final int height;
    private final double dpi;
    private final byte[] strip;
    private final byte[] packed = new byte[1 << 16];
    private final Deflater deflater = new Deflater(6);
    private final List<Long> offsets = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private int rowsInStrip;

    /** A field of the directory: its values as bytes. */
    private record Entry(int tag, int type, int count, byte[] values) {}

    TiffStream(Path file, int width, int height, double dpi) throws IOException {
        this.file = file;
        this.width = width;
        this.height = height;
        this.dpi = dpi;
        this.strip = new byte[3 * width * STRIP_ROWS];
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.write(order(8).put((byte) 'I')
                .put((byte) 'I')
                .putShort((short) 42)
                .putInt(0)
                .flip());
    }

    /** Writes rows of pixels 0xRRGGBB. */
    void write(int[] pixels, int rows) throws IOException {
        for (int row = 0; row < rows; row++) {
            int at = 3 * width * rowsInStrip;
            int red = 0;
            int green = 0;
            int blue = 0;
            for (int x = 0; x < width; x++) {
                int pixel = pixels[row * width + x];
                int r = pixel >> 16 & 255;
                int g = pixel >> 8 & 255;
                int b = pixel & 255;
                strip[at++] = (byte) (r - red);
                strip[at++] = (byte) (g - green);
                strip[at++] = (byte) (b - blue);
                red = r;
                green = g;
                blue = b;
            }
            if (++rowsInStrip == STRIP_ROWS) {
                flush();
            }
        }
    }

    private void flush() throws IOException {
        if (rowsInStrip == 0) {
            return;
        }
        long start = channel.position();
        deflater.reset();
        deflater.setInput(strip, 0, 3 * width * rowsInStrip);
        deflater.finish();
        while (!deflater.finished()) {
            channel.write(ByteBuffer.wrap(packed, 0, deflater.deflate(packed)));
        }
        offsets.add(start);
        counts.add(channel.position() - start);
        rowsInStrip = 0;
        if (channel.position() > MOST_BYTES - (1 << 24)) {
            throw RiskMapException.of("print.tiff-too-large", file.getFileName());
        }
    }

    /** Writes the directory; the image is complete then. */
    void finish(ZonedDateTime created, WorldFile world, int epsg, boolean degrees) throws IOException {
        flush();
        int strips = offsets.size();
        numbers(256, LONG, width);
        numbers(257, LONG, height);
        numbers(258, SHORT, 8, 8, 8);
        numbers(259, SHORT, 8);
        numbers(262, SHORT, 2);
        numbers(273, LONG, offsets.stream().mapToLong(Long::longValue).toArray());
        numbers(277, SHORT, 3);
        numbers(278, LONG, STRIP_ROWS);
        numbers(
                279,
                LONG,
                counts.stream().mapToLong(Long::longValue).limit(strips).toArray());
        numbers(282, RATIONAL, Math.round(dpi * 1000), 1000);
        numbers(283, RATIONAL, Math.round(dpi * 1000), 1000);
        numbers(284, SHORT, 1);
        numbers(296, SHORT, 2);
        text(305, "riskmap");
        text(306, created.format(DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT)));
        numbers(317, SHORT, 2);
        if (world != null) {
            place(world, epsg, degrees);
        }
        directory();
    }

    /** ModelTransformation, and the keys that name the CRS. */
    private void place(WorldFile world, int epsg, boolean degrees) {
        doubles(
                34264,
                world.perColumnX(),
                world.perRowX(),
                0,
                world.x(),
                world.perColumnY(),
                world.perRowY(),
                0,
                world.y(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                1);
        if (epsg > 0 && epsg <= 65535) {
            // model type 1 projected or 2 geographic, raster type 1 (pixel is area), and the code
            numbers(
                    34735,
                    SHORT,
                    1,
                    1,
                    0,
                    3,
                    1024,
                    0,
                    1,
                    degrees ? 2 : 1,
                    1025,
                    0,
                    1,
                    1,
                    degrees ? 2048 : 3072,
                    0,
                    1,
                    epsg);
        }
    }

    private void numbers(int tag, int type, long... values) {
        ByteBuffer bytes = order(values.length * (type == SHORT ? 2 : 4));
        for (long value : values) {
            if (type == SHORT) {
                bytes.putShort((short) value);
            } else {
                bytes.putInt((int) value);
            }
        }
        entries.add(new Entry(tag, type, type == RATIONAL ? values.length / 2 : values.length, bytes.array()));
    }

    private void doubles(int tag, double... values) {
        ByteBuffer bytes = order(values.length * 8);
        for (double value : values) {
            bytes.putDouble(value);
        }
        entries.add(new Entry(tag, DOUBLE, values.length, bytes.array()));
    }

    private void text(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
        entries.add(new Entry(tag, ASCII, bytes.length, bytes));
    }

    private void directory() throws IOException {
        long start = channel.position() + (channel.position() & 1);
        channel.position(start);
        ByteBuffer head = order(2 + 12 * entries.size() + 4);
        long beyond = start + head.capacity();
        head.putShort((short) entries.size());
        List<byte[]> behind = new ArrayList<>();
        for (Entry entry : entries) {
            head.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
            if (entry.values().length <= 4) {
                head.put(entry.values()).put(new byte[4 - entry.values().length]);
            } else {
                head.putInt((int) beyond);
                behind.add(entry.values());
                beyond += entry.values().length + (entry.values().length & 1);
            }
        }
        head.putInt(0).flip();
        OutputStream out = new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel));
        out.write(head.array());
        for (byte[] values : behind) {
            out.write(values);
            if ((values.length & 1) == 1) {
                out.write(0);
            }
        }
        out.flush();
        channel.position(4);
        channel.write(order(4).putInt((int) start).flip());
    }

    private static ByteBuffer order(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        channel.close();
    }
}
