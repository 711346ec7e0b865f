package riskmap.data;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.Ordinate;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * Values of features as bytes, each with a tag for its type: what is kept outside the project, where there is no schema
 * to say it (pending steps, a sketch in progress). Geometries are WKB with Z and M.
 */
final class ValueCodec {
    private static final int MOST_BYTES = 256 << 20;

    private ValueCodec() {}

    static void writeMap(DataOutput out, Map<String, Object> values) throws IOException {
        out.writeInt(values == null ? -1 : values.size());
        if (values != null) {
            for (Map.Entry<String, Object> entry : values.entrySet()) {
                writeText(out, entry.getKey());
                write(out, entry.getValue());
            }
        }
    }

    static Map<String, Object> readMap(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0) {
            return null;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            String name = readText(in);
            values.put(name, read(in));
        }
        return values;
    }

    private static void write(DataOutput out, Object value) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof Boolean flag) {
            out.writeByte('?');
            out.writeBoolean(flag);
        } else if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            out.writeByte(value instanceof Integer ? 'i' : value instanceof Short ? 's' : 'b');
            out.writeInt(((Number) value).intValue());
        } else if (value instanceof Float number) {
            out.writeByte('f');
            out.writeFloat(number);
        } else if (value instanceof Number number) {
            out.writeByte('d');
            out.writeDouble(number.doubleValue());
        } else if (value instanceof Geometry geometry) {
            out.writeByte('g');
            writeBytes(out, wkb(geometry));
        } else {
            writeOther(out, value);
        }
    }

    private static void writeOther(DataOutput out, Object value) throws IOException {
        if (value instanceof byte[] bytes) {
            out.writeByte('x');
            writeBytes(out, bytes);
        } else if (value instanceof LocalDate) {
            out.writeByte('D');
            writeText(out, value.toString());
        } else if (value instanceof Instant || value instanceof Date) {
            out.writeByte('T');
            writeText(out, (value instanceof Date date ? Instant.ofEpochMilli(date.getTime()) : value).toString());
        } else {
            out.writeByte('t');
            writeText(out, value.toString());
        }
    }

    private static Object read(DataInput in) throws IOException {
        byte tag = in.readByte();
        return switch (tag) {
            case '0' -> null;
            case '?' -> in.readBoolean();
            case 'l' -> in.readLong();
            case 'i' -> in.readInt();
            case 's' -> (short) in.readInt();
            case 'b' -> (byte) in.readInt();
            case 'f' -> in.readFloat();
            case 'd' -> in.readDouble();
            case 'g' -> geometry(readBytes(in));
            case 'x' -> readBytes(in);
            case 'D' -> LocalDate.parse(readText(in));
            case 'T' -> Instant.parse(readText(in));
            case 't' -> readText(in);
            default -> throw new IOException("tag " + tag);
        };
    }

    private static byte[] wkb(Geometry geometry) {
        boolean z = Dimensions.hasZ(geometry);
        boolean m = Dimensions.hasM(geometry);
        WKBWriter writer = new WKBWriter(2 + (z ? 1 : 0) + (m ? 1 : 0));
        writer.setOutputOrdinates(
                z ? m ? Ordinate.createXYZM() : Ordinate.createXYZ() : m ? Ordinate.createXYM() : Ordinate.createXY());
        return writer.write(geometry);
    }

    private static Geometry geometry(byte[] wkb) throws IOException {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException | RuntimeException e) {
            throw new IOException(e);
        }
    }

    static void writeText(DataOutput out, String text) throws IOException {
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    static String readText(DataInput in) throws IOException {
        return new String(readBytes(in), StandardCharsets.UTF_8);
    }

    private static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("length " + length);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
