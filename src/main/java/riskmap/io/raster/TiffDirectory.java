package riskmap.io.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import riskmap.io.ByteSource;

/**
 * The tags of the first image in a TIFF or BigTIFF file. Counts are checked against the file's size before anything is
 * allocated; later images (overviews, masks) are not followed.
 *
 * <p><b>Source:</b> TIFF 6.0 (1992) section 2; BigTIFF as in libtiff 4.
 */
final class TiffDirectory {
    private static final int BIG = 43;
    private static final int CLASSIC = 42;
    /** Bytes of a value of each field type, from type 1. */
    private static final int[] SIZES = {1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    private final ByteSource source;
    private final ByteOrder order;
    private final boolean big;
    private final Map<Integer, Entry> entries = new HashMap<>();

    /** Where the values of a tag lie. */
    private record Entry(int type, long count, long at) {}

    /** Reads the directory; throws IOException when the file is no TIFF or is cut off in it. */
    TiffDirectory(ByteSource source) throws IOException {
        this.source = source;
        ByteBuffer head = source.at(0, (int) Math.min(16, source.size()));
        if (head.limit() < 8) {
            throw new IOException("shorter than a header");
        }
        order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        head.order(order);
        int version = head.getShort(2);
        big = version == BIG;
        if (head.get(0) != head.get(1) || "IM".indexOf(head.get(0)) < 0 || !big && version != CLASSIC) {
            throw new IOException("no TIFF");
        }
        readEntries(big ? head.getLong(8) : head.getInt(4) & 0xffffffffL);
    }

    private void readEntries(long at) throws IOException {
        int countBytes = big ? 8 : 2;
        ByteBuffer counted = at(at, countBytes);
        long count = big ? counted.getLong(0) : counted.getShort(0) & 0xffff;
        int entryBytes = big ? 20 : 12;
        if (count < 1 || count > 4096) {
            throw new IOException(count + " tags");
        }
        for (int i = 0; i < count; i++) {
            long position = at + countBytes + (long) i * entryBytes;
            ByteBuffer entry = at(position, entryBytes);
            int tag = entry.getShort(0) & 0xffff;
            int type = entry.getShort(2) & 0xffff;
            long values = big ? entry.getLong(4) : entry.getInt(4) & 0xffffffffL;
            if (type < 1 || type > SIZES.length || SIZES[type - 1] == 0 || values < 0 || values > source.size()) {
                continue;
            }
            int inline = big ? 8 : 4;
            long valuesAt = position + entryBytes - inline;
            if (values * SIZES[type - 1] > inline) {
                valuesAt = big ? entry.getLong(12) : entry.getInt(8) & 0xffffffffL;
            }
            entries.putIfAbsent(tag, new Entry(type, values, valuesAt));
        }
    }

    private ByteBuffer at(long position, int length) throws IOException {
        return source.at(position, length).order(order);
    }

    ByteOrder order() {
        return order;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** How many values a tag has, 0 without it. */
    long count(int tag) {
        Entry entry = entries.get(tag);
        return entry == null ? 0 : entry.count;
    }

    /** A whole number, or what stands for it when the tag is missing. */
    long number(int tag, long otherwise) throws IOException {
        return has(tag) && count(tag) > 0 ? (long) value(entries.get(tag), 0) : otherwise;
    }

    /** All values as whole numbers. */
    long[] numbers(int tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return new long[0];
        }
        checkThere(entry);
        long[] result = new long[(int) entry.count];
        for (int i = 0; i < result.length; i++) {
            result[i] = integer(entry, i);
        }
        return result;
    }

    /** All values as numbers. */
    double[] doubles(int tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return new double[0];
        }
        checkThere(entry);
        double[] result = new double[(int) entry.count];
        for (int i = 0; i < result.length; i++) {
            result[i] = value(entry, i);
        }
        return result;
    }

    /** Text up to its first NUL; empty without the tag. */
    String text(int tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null) {
            return "";
        }
        checkThere(entry);
        byte[] bytes = new byte[(int) entry.count];
        source.at(entry.at, bytes.length).get(bytes);
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        return end < 0 ? text : text.substring(0, end);
    }

    private void checkThere(Entry entry) throws IOException {
        if (entry.count * SIZES[entry.type - 1] > source.size()) {
            throw new IOException(entry.count + " values in " + source.size() + " bytes");
        }
    }

    private long integer(Entry entry, long index) throws IOException {
        int bytes = SIZES[entry.type - 1];
        ByteBuffer value = at(entry.at + index * bytes, bytes);
        return switch (entry.type) {
            case 1, 2, 7 -> value.get(0) & 0xff;
            case 3 -> value.getShort(0) & 0xffff;
            case 4, 13 -> value.getInt(0) & 0xffffffffL;
            case 6 -> value.get(0);
            case 8 -> value.getShort(0);
            case 9 -> value.getInt(0);
            case 16, 17, 18 -> value.getLong(0);
            default -> (long) value(entry, index);
        };
    }

    private double value(Entry entry, long index) throws IOException {
        int bytes = SIZES[entry.type - 1];
        ByteBuffer value = at(entry.at + index * bytes, bytes);
        return switch (entry.type) {
            case 5 -> (double) (value.getInt(0) & 0xffffffffL) / (value.getInt(4) & 0xffffffffL);
            case 10 -> (double) value.getInt(0) / value.getInt(4);
            case 11 -> value.getFloat(0);
            case 12 -> value.getDouble(0);
            default -> integer(entry, index);
        };
    }
}
