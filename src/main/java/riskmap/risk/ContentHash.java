package riskmap.risk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.geo.Crs;
import riskmap.geo.Grid;
import riskmap.geo.GridGeometry;
import riskmap.geo.Parallel;

/**
 * The SHA-256 of what a layer says, whatever file, row order or row number says it: names of the attributes, CRS, and the
 * rows, each hashed by itself and sorted. Whole numbers count as equal in any integer type, decimal ones by their bits.
 */
public final class ContentHash {
    private ContentHash() {}

    /** Hash of a layer's rows. */
    public static String of(LayerRows rows, Progress progress) {
        byte[][] hashes = new byte[rows.size()][];
        Parallel.items(hashes.length, 1024, progress, (from, to) -> {
            MessageDigest digest = sha256();
            PlainWkb wkb = new PlainWkb();
            for (int row = from; row < to; row++) {
                for (int i = 0; i < rows.type().getAttributeCount(); i++) {
                    add(digest, rows.value(row, i), wkb);
                }
                hashes[row] = digest.digest();
            }
        });
        sort(hashes);
        MessageDigest digest = sha256();
        for (AttributeDescriptor attribute : rows.type().getAttributeDescriptors()) {
            add(digest, attribute.getLocalName());
        }
        add(digest, name(rows.crs()));
        for (byte[] hash : hashes) {
            digest.update(hash);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Ascending as unsigned bytes: dealt out by the first two bytes, which are evenly spread, then sorted there. */
    private static void sort(byte[][] hashes) {
        int[] ends = new int[(1 << 16) + 1];
        for (byte[] hash : hashes) {
            ends[first(hash) + 1]++;
        }
        for (int i = 0; i < 1 << 16; i++) {
            ends[i + 1] += ends[i];
        }
        int[] next = Arrays.copyOf(ends, 1 << 16);
        byte[][] dealt = new byte[hashes.length][];
        for (byte[] hash : hashes) {
            dealt[next[first(hash)]++] = hash;
        }
        for (int i = 0; i < 1 << 16; i++) {
            if (ends[i + 1] - ends[i] > 1) {
                Arrays.sort(dealt, ends[i], ends[i + 1], Arrays::compareUnsigned);
            }
        }
        System.arraycopy(dealt, 0, hashes, 0, hashes.length);
    }

    private static int first(byte[] hash) {
        return (hash[0] & 0xff) << 8 | hash[1] & 0xff;
    }

    /** Hash of a raster's lattice and cells. */
    public static String of(Grid grid, Progress progress) {
        GridGeometry geometry = grid.geometry();
        byte[][] bands = new byte[geometry.height()][];
        int width = geometry.width();
        Parallel.rows(geometry, progress, (from, to) -> {
            MessageDigest digest = sha256();
            ByteBuffer line = ByteBuffer.allocate(4 * width);
            for (int row = from; row < to; row++) {
                line.clear();
                for (int i = row * width; i < (row + 1) * width; i++) {
                    line.putInt(Float.floatToIntBits(grid.cells()[i]));
                }
                bands[row] = digest.digest(line.array());
            }
        });
        MessageDigest digest = sha256();
        add(digest, name(geometry.crs()));
        for (double number :
                new double[] {geometry.minX(), geometry.maxY(), geometry.cellWidth(), geometry.cellHeight(), width}) {
            add(digest, number);
        }
        for (byte[] band : bands) {
            digest.update(band);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Hash of a text. */
    public static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void add(MessageDigest digest, Object value) {
        add(digest, value, new PlainWkb());
    }

    private static void add(MessageDigest digest, Object value, PlainWkb wkb) {
        if (value == null) {
            digest.update((byte) 0);
        } else if (value instanceof Geometry geometry) {
            geometry(digest, geometry, wkb);
        } else if (value instanceof Double || value instanceof Float) {
            long bits = Double.doubleToLongBits(((Number) value).doubleValue() + 0.0);
            tagged(digest, 2, ByteBuffer.allocate(8).putLong(bits).array());
        } else if (value instanceof Number number) {
            tagged(digest, 3, ByteBuffer.allocate(8).putLong(number.longValue()).array());
        } else if (value instanceof Date date) {
            tagged(digest, 4, ByteBuffer.allocate(8).putLong(date.getTime()).array());
        } else if (value instanceof byte[] bytes) {
            tagged(digest, 5, bytes);
        } else {
            tagged(digest, 6, value.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void tagged(MessageDigest digest, int tag, byte[] bytes) {
        digest.update((byte) tag);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static void geometry(MessageDigest digest, Geometry geometry, PlainWkb wkb) {
        Coordinate first = geometry.getCoordinate();
        if (first == null || !Double.isNaN(first.getZ())) {
            tagged(digest, 1, new WKBWriter(first == null ? 2 : 3).write(geometry));
            return;
        }
        byte[] bytes = wkb.buffer(geometry);
        digest.update((byte) 1);
        digest.update(ByteBuffer.allocate(4).putInt(wkb.size()).array());
        digest.update(bytes, 0, wkb.size());
    }

    private static String name(CoordinateReferenceSystem crs) {
        if (crs == null) {
            return "";
        }
        String code = Crs.code(crs);
        return code == null ? crs.getName().toString() : code;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
