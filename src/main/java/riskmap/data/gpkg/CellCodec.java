package riskmap.data.gpkg;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Cells of a row as bytes, for the journal: {@code count (name tag value)*}. Names and texts are UTF-8 with their length
 * before them, lengths are LEB128, whole numbers zigzag LEB128, reals eight bytes big endian. The values are SQLite's own
 * (null, INTEGER, REAL, TEXT, BLOB), so what comes back is to the bit what was there, a geometry's bytes too.
 */
final class CellCodec {
    private static final byte NULL = 0;
    private static final byte WHOLE = 1;
    private static final byte REAL = 2;
    private static final byte TEXT = 3;
    private static final byte BLOB = 4;

    private CellCodec() {}

    /** The bytes of these cells; null for null. */
    static byte[] encode(Map<String, Object> cells) {
        if (cells == null) {
            return null;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(64);
        unsigned(out, cells.size());
        cells.forEach((name, value) -> {
            bytes(out, name.getBytes(StandardCharsets.UTF_8));
            value(out, value);
        });
        return out.toByteArray();
    }

    private static void value(ByteArrayOutputStream out, Object value) {
        if (value == null) {
            out.write(NULL);
        } else if (value instanceof Double real) {
            out.write(REAL);
            out.writeBytes(ByteBuffer.allocate(8).putDouble(real).array());
        } else if (value instanceof Number number) {
            out.write(WHOLE);
            long whole = number.longValue();
            unsigned(out, whole << 1 ^ whole >> 63);
        } else if (value instanceof byte[] blob) {
            out.write(BLOB);
            bytes(out, blob);
        } else {
            out.write(TEXT);
            bytes(out, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
        unsigned(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void unsigned(ByteArrayOutputStream out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    /** The cells in bytes of {@link #encode}; null for null. */
    static Map<String, Object> decode(byte[] bytes) {
        if (bytes == null) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long count = unsigned(in);
        Map<String, Object> cells = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            String name = text(in);
            cells.put(name, value(in));
        }
        return cells;
    }

    private static Object value(ByteBuffer in) {
        byte tag = in.get();
        return switch (tag) {
            case NULL -> null;
            case REAL -> in.getDouble();
            case WHOLE -> {
                long zigzag = unsigned(in);
                yield zigzag >>> 1 ^ -(zigzag & 1);
            }
            case TEXT -> text(in);
            case BLOB -> blob(in);
            default -> throw new IllegalArgumentException("tag " + tag);
        };
    }

    private static String text(ByteBuffer in) {
        return new String(blob(in), StandardCharsets.UTF_8);
    }

    private static byte[] blob(ByteBuffer in) {
        byte[] result = new byte[Math.toIntExact(unsigned(in))];
        in.get(result);
        return result;
    }

    private static long unsigned(ByteBuffer in) {
        long result = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte next = in.get();
            result |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return result;
            }
        }
        throw new IllegalArgumentException("number too long");
    }
}
