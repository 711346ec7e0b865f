package riskmap.edit.check;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** A hash of values: equal values give an equal hash in every run, on every machine. */
final class Evidence {
    /** Bytes of the hash kept for an excuse: two different values meet by chance once in 2⁶⁴. */
    private static final int SHORT = 8;

    private Evidence() {}

    /** A short hash of some values in their order. */
    static String of(Object... values) {
        byte[] bytes = bytes(values);
        return HexFormat.of().formatHex(sha256(bytes), 0, SHORT);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The values one behind the other, each with its kind and length. */
    static byte[] bytes(Object... values) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(buffer)) {
            for (Object value : values) {
                write(out, value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.toByteArray();
    }

    private static void write(DataOutputStream out, Object value) throws IOException {
        if (value == null) {
            out.writeByte(0);
        } else if (value instanceof Geometry geometry) {
            byte[] wkb = new WKBWriter(dimension(geometry)).write(geometry);
            out.writeByte('g');
            out.writeInt(wkb.length);
            out.write(wkb);
        } else if (value instanceof Double || value instanceof Float) {
            out.writeByte('d');
            out.writeDouble(((Number) value).doubleValue() + 0.0);
        } else if (value instanceof Number number) {
            out.writeByte('i');
            out.writeLong(number.longValue());
        } else if (value instanceof Date moment) {
            out.writeByte('t');
            out.writeLong(moment.getTime());
        } else if (value instanceof byte[] blob) {
            out.writeByte('b');
            out.writeInt(blob.length);
            out.write(blob);
        } else {
            byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
            out.writeByte('s');
            out.writeInt(text.length);
            out.write(text);
        }
    }

    private static int dimension(Geometry geometry) {
        Coordinate first = geometry.isEmpty() ? null : geometry.getCoordinate();
        return first != null && !Double.isNaN(first.getZ()) ? 3 : 2;
    }
}
