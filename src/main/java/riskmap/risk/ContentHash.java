package riskmap.risk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.crs.Crs;
import riskmap.geo.raster.Grid;
import riskmap.geo.raster.GridGeometry;
import riskmap.geo.raster.ShortRuns;

/**
 * The SHA-256 of what a layer says, whatever file, row order or row number says it: names of the attributes, CRS, and the
 * rows, each hashed by itself and sorted. Whole numbers count as equal in any integer type, decimal ones by their bits.
 */
public final class ContentHash {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private ContentHash() {}

    /** Rows that are hashed in one go. */
    private static final int BAND = 1024;

    /** Bytes of one hash. */
    private static final int LENGTH = 32;

    /** Hash of a layer's rows. */
    public static String of(LayerRows rows, Progress progress) {
        byte[][] hashes = new byte[(rows.size() + BAND - 1) / BAND][];
        long[] order = new long[rows.size()];
        double[] points = rows.points();
        int geometry = points == null ? -1 : geometry(rows);
        Parallel.items(rows.size(), BAND, progress, (from, to) -> {
            MessageDigest digest = sha256();
            ContentBytes bytes = new ContentBytes();
            byte[] found = new byte[(to - from) * LENGTH];
            for (int row = from; row < to; row++) {
                bytes.clear();
                add(bytes, rows, row, geometry, points);
                int at = (row - from) * LENGTH;
                bytes.digest(digest, found, at, LENGTH);
                // the first four bytes, in an order in which signed is unsigned, and where the others are
                order[row] = (long) ((int) INT.get(found, at) ^ Integer.MIN_VALUE) << 32 | row;
            }
            hashes[from / BAND] = found;
        });
        sort(order, hashes);
        MessageDigest digest = sha256();
        ContentBytes head = new ContentBytes();
        for (AttributeDescriptor attribute : rows.type().getAttributeDescriptors()) {
            head.add(attribute.getLocalName());
        }
        head.add(name(rows.crs()));
        head.into(digest);
        byte[] all = new byte[BAND * LENGTH];
        for (int i = 0; i < order.length; i++) {
            int row = (int) order[i];
            int at = i % BAND * LENGTH;
            System.arraycopy(hashes[row / BAND], row % BAND * LENGTH, all, at, LENGTH);
            if (i % BAND == BAND - 1 || i == order.length - 1) {
                digest.update(all, 0, at + LENGTH);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** @param geometry the attribute that stands in the points, −1 for none */
    private static void add(ContentBytes bytes, LayerRows rows, int row, int geometry, double[] points) {
        int attributes = rows.type().getAttributeCount();
        for (int i = 0; i < attributes; i++) {
            if (i != geometry) {
                bytes.add(rows.value(row, i));
            } else if (Double.isNaN(points[2 * row])) {
                bytes.nothing();
            } else {
                bytes.point(points[2 * row], points[2 * row + 1]);
            }
        }
    }

    private static int geometry(LayerRows rows) {
        return rows.type().indexOf(rows.type().getGeometryDescriptor().getLocalName());
    }

    /** Ascending as unsigned bytes: by the first four, and where these are alike by all. */
    private static void sort(long[] order, byte[][] hashes) {
        sort(order);
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && order[to] >> 32 == order[from] >> 32) {
                to++;
            }
            if (to - from > 1) {
                long[] sorted = Arrays.stream(order, from, to)
                        .boxed()
                        .sorted((a, b) -> compare((int) (long) a, (int) (long) b, hashes))
                        .mapToLong(Long::longValue)
                        .toArray();
                System.arraycopy(sorted, 0, order, from, sorted.length);
            }
        }
    }

    /**
     * Ascending. The first bits of hashes are spread evenly: in as many heaps by them as there are a quarter of the rows,
     * only few have to be compared.
     */
    private static void sort(long[] order) {
        int bits = Math.max(1, 29 - Integer.numberOfLeadingZeros(order.length | 4));
        int shift = Long.SIZE - bits;
        int[] ends = new int[1 << bits];
        for (long each : order) {
            ends[heap(each, shift)]++;
        }
        for (int heap = 1; heap < ends.length; heap++) {
            ends[heap] += ends[heap - 1];
        }
        long[] from = order.clone();
        for (int i = from.length - 1; i >= 0; i--) {
            order[--ends[heap(from[i], shift)]] = from[i];
        }
        for (int heap = 0; heap < ends.length; heap++) {
            // where a heap ended it begins now
            ShortRuns.sort(order, ends[heap], heap + 1 < ends.length ? ends[heap + 1] : order.length);
        }
    }

    /** By the first bits, the negative ones first. */
    private static int heap(long number, int shift) {
        return (int) ((number ^ Long.MIN_VALUE) >>> shift);
    }

    private static int compare(int a, int b, byte[][] hashes) {
        int atA = a % BAND * LENGTH;
        int atB = b % BAND * LENGTH;
        return Arrays.compareUnsigned(hashes[a / BAND], atA, atA + LENGTH, hashes[b / BAND], atB, atB + LENGTH);
    }

    /** Hash of a raster's lattice and cells. */
    public static String of(Grid grid, Progress progress) {
        GridGeometry geometry = grid.geometry();
        byte[][] bands = new byte[geometry.height()][];
        int width = geometry.width();
        geometry.bandsOfRows(progress, (from, to) -> {
            MessageDigest digest = sha256();
            byte[] line = new byte[4 * width];
            float[] cells = grid.cells();
            for (int row = from; row < to; row++) {
                int offset = row * width;
                for (int i = 0; i < width; i++) {
                    INT.set(line, 4 * i, Float.floatToIntBits(cells[offset + i]));
                }
                bands[row] = digest.digest(line);
            }
        });
        MessageDigest digest = sha256();
        ContentBytes head = new ContentBytes();
        head.add(name(geometry.crs()));
        for (double number :
                new double[] {geometry.minX(), geometry.maxY(), geometry.cellWidth(), geometry.cellHeight(), width}) {
            head.add(number);
        }
        head.into(digest);
        for (byte[] band : bands) {
            digest.update(band);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Hash of a text. */
    public static String of(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
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
