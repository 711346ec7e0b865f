package riskmap.risk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Date;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/**
 * The bytes that stand for values in a {@link ContentHash}, strung together in one buffer that is used again: a digest is
 * told once of a row, not several times of each value.
 */
final class ContentBytes {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    /** Bytes of a tag and a length. */
    private static final int HEAD = 5;

    /** Bytes of a point with its head, as {@link PlainWkb} writes it. */
    private static final int POINT = 21;

    private final PlainWkb wkb = new PlainWkb();
    private byte[] bytes = new byte[1024];
    private int size;

    void clear() {
        size = 0;
    }

    /** Tells a digest of what was added. */
    void into(MessageDigest digest) {
        digest.update(bytes, 0, size);
    }

    /** Writes the digest of what was added, so many bytes long. */
    void digest(MessageDigest digest, byte[] out, int at, int length) {
        into(digest);
        try {
            digest.digest(out, at, length);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(Object value) {
        if (value == null) {
            nothing();
        } else if (value instanceof Geometry geometry) {
            geometry(geometry);
        } else if (value instanceof Double || value instanceof Float) {
            number(2, Double.doubleToLongBits(((Number) value).doubleValue() + 0.0));
        } else if (value instanceof Number number) {
            number(3, number.longValue());
        } else if (value instanceof Date date) {
            number(4, date.getTime());
        } else if (value instanceof byte[] blob) {
            tagged(5, blob, blob.length);
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            tagged(6, text, text.length);
        }
    }

    /** Adds what stands for a value that is missing. */
    void nothing() {
        room(1);
        bytes[size++] = 0;
    }

    /** Adds a point in two dimensions, which is not empty, as {@link #add} would. */
    void point(double x, double y) {
        head(1, POINT);
        room(POINT);
        bytes[size] = 0;
        INT.set(bytes, size + 1, 1);
        LONG.set(bytes, size + 5, Double.doubleToLongBits(x));
        LONG.set(bytes, size + 13, Double.doubleToLongBits(y));
        size += POINT;
    }

    private void geometry(Geometry geometry) {
        Coordinate first = geometry.getCoordinate();
        if (first == null || !Double.isNaN(first.getZ())) {
            byte[] written = new WKBWriter(first == null ? 2 : 3).write(geometry);
            tagged(1, written, written.length);
        } else {
            byte[] written = wkb.buffer(geometry);
            tagged(1, written, wkb.size());
        }
    }

    private void number(int tag, long value) {
        head(tag, Long.BYTES);
        room(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    private void tagged(int tag, byte[] content, int length) {
        head(tag, length);
        room(length);
        System.arraycopy(content, 0, bytes, size, length);
        size += length;
    }

    private void head(int tag, int length) {
        room(HEAD);
        bytes[size] = (byte) tag;
        INT.set(bytes, size + 1, length);
        size += HEAD;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
