package riskmap.print;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes a PNG image row by row, so that it never stands in memory as a whole: 8-bit RGB, the “up” filter.
 *
 * <p><b>Source:</b> PNG Specification (third edition), W3C, clauses 5 (chunks), 9 (filters), 11 (IHDR, pHYs, IDAT).
 */
final class PngStream implements AutoCloseable {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int CHUNK_BYTES = 1 << 18;
    private static final byte FILTER_UP = 2;

    private final OutputStream target;
    private final int width;
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream(CHUNK_BYTES + 4096);
    private final DeflatedBlocks data = new DeflatedBlocks(compressed, DeflatedBlocks.OF_VECTORS);
    private byte[] above;

    PngStream(OutputStream target, int width, int height, double dpi) throws IOException {
        this.target = target;
        this.width = width;
        this.above = new byte[3 * width];
        target.write(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        // Eight bits a channel, RGB, deflate, adaptive filters, not interlaced.
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk("IHDR", header.toByteArray());
        ByteArrayOutputStream resolution = new ByteArrayOutputStream();
        fields = new DataOutputStream(resolution);
        int perMetre = (int) Math.round(dpi / 0.0254);
        fields.writeInt(perMetre);
        fields.writeInt(perMetre);
        fields.write(1);
        chunk("pHYs", resolution.toByteArray());
    }

    /** Writes rows of pixels 0xRRGGBB. */
    void write(int[] pixels, int rows) throws IOException {
        byte[] current = new byte[3 * width];
        byte[] filtered = new byte[3 * width + 1];
        filtered[0] = FILTER_UP;
        for (int row = 0; row < rows; row++) {
            for (int x = 0; x < width; x++) {
                int pixel = pixels[row * width + x];
                current[3 * x] = (byte) (pixel >> 16);
                current[3 * x + 1] = (byte) (pixel >> 8);
                current[3 * x + 2] = (byte) pixel;
            }
            for (int i = 0; i < current.length; i++) {
                filtered[i + 1] = (byte) (current[i] - above[i]);
            }
            data.write(filtered);
            byte[] swap = above;
            above = current;
            current = swap;
            flush(CHUNK_BYTES);
        }
    }

    @Override
    public void close() throws IOException {
        data.close();
        flush(1);
        chunk("IEND", new byte[0]);
    }

    private void flush(int least) throws IOException {
        if (compressed.size() >= least) {
            chunk("IDAT", compressed.toByteArray());
            compressed.reset();
        }
    }

    private void chunk(String type, byte[] bytes) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(bytes);
        DataOutputStream out = new DataOutputStream(target);
        out.writeInt(bytes.length);
        out.write(name);
        out.write(bytes);
        out.writeInt((int) checksum.getValue());
        out.flush();
    }
}
