package riskmap.data.gpkg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A line, an area or several of either, as a row holds it: its parts one after the other in one array of coordinates, for
 * who packs hundreds of thousands of them and keeps none. Lines and areas in two dimensions alone; whatever has to be
 * completed, refused or told of is {@linkplain #read no plain shape} and left to {@link GeometryBlobReader}.
 */
public final class PlainShape {
    /** A ring has this many points at least, the first once more at its end. */
    private static final int LEAST_RING = 4;

    private static final int LEAST_LINE = 2;
    /** WKB of a member: byte order, type, count. */
    private static final int HEAD = 9;

    private double[] xy = new double[256];
    private int[] ends = new int[8];
    private boolean[] holes = new boolean[8];
    private int parts;
    private int points;
    private boolean isArea;

    /** Whether its parts are rings of areas; else they are lines. */
    public boolean isArea() {
        return isArea;
    }

    /** How many lines or rings it has: at least one. */
    public int parts() {
        return parts;
    }

    /** Where the points of a part begin. */
    public int begin(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    /** Where those of the next one do. */
    public int end(int part) {
        return ends[part];
    }

    /** Whether a ring is a hole in the last one before it that is none. */
    public boolean isHole(int part) {
        return holes[part];
    }

    /** x and y of all points, in the layer's CRS; longer than they need, and reused. */
    public double[] xy() {
        return xy;
    }

    /**
     * Reads the geometry that begins at a place in bytes that may go on behind it.
     *
     * @return the place behind it; −1 where this is no plain shape, or is cut off
     */
    int read(byte[] bytes, int at) {
        parts = 0;
        points = 0;
        if (at + GeometryBlob.FIXED > bytes.length || bytes[at] != 'G' || bytes[at + 1] != 'P' || bytes[at + 2] != 0) {
            return -1;
        }
        int flags = bytes[at + 3];
        int envelope = flags >> 1 & 7;
        // neither empty nor of another program's kind, with an envelope of x and y or none
        if ((flags & 0x30) != 0 || envelope > 1) {
            return -1;
        }
        int wkb = at + GeometryBlob.FIXED + 32 * envelope;
        if (!isHead(bytes, wkb)) {
            return -1;
        }
        int type = GeometryBlob.integer(bytes, wkb + 1, true);
        isArea = type == WkbType.POLYGON || type == WkbType.MULTI_POLYGON;
        if (type == WkbType.POLYGON || type == WkbType.LINE) {
            return member(bytes, wkb, type);
        }
        if (type != WkbType.MULTI_POLYGON && type != WkbType.MULTI_LINE) {
            return -1;
        }
        int members = GeometryBlob.integer(bytes, wkb + 5, true);
        int next = members < 1 ? -1 : wkb + HEAD;
        for (int i = 0; i < members && next >= 0; i++) {
            next = isHead(bytes, next) ? member(bytes, next, isArea ? WkbType.POLYGON : WkbType.LINE) : -1;
        }
        return next;
    }

    /** Whether little-endian WKB with a count may begin here. */
    private static boolean isHead(byte[] bytes, int at) {
        return at + HEAD <= bytes.length && bytes[at] == 1;
    }

    /** Reads one line or area; the place behind it, or −1. */
    private int member(byte[] bytes, int at, int type) {
        if (GeometryBlob.integer(bytes, at + 1, true) != type) {
            return -1;
        }
        if (type == WkbType.LINE) {
            return part(bytes, at + 5, LEAST_LINE, false);
        }
        int rings = GeometryBlob.integer(bytes, at + 5, true);
        int next = rings < 1 ? -1 : at + HEAD;
        for (int ring = 0; ring < rings && next >= 0; ring++) {
            next = part(bytes, next, LEAST_RING, ring > 0);
        }
        return next;
    }

    /** Reads a count and so many points. */
    private int part(byte[] bytes, int at, int least, boolean hole) {
        int count = at + 4 > bytes.length ? 0 : GeometryBlob.integer(bytes, at, true);
        if (count < least || count > (bytes.length - at - 4) / 16) {
            return -1;
        }
        int end = points + count;
        if (2L * end > xy.length) {
            xy = Arrays.copyOf(xy, Math.max(2 * end, 2 * xy.length));
        }
        if (parts == ends.length) {
            ends = Arrays.copyOf(ends, 2 * parts);
            holes = Arrays.copyOf(holes, 2 * parts);
        }
        ByteBuffer.wrap(bytes, at + 4, 16 * count)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(xy, 2 * points, 2 * count);
        boolean closed = xy[2 * points] == xy[2 * end - 2] && xy[2 * points + 1] == xy[2 * end - 1];
        if (least == LEAST_RING && !closed) {
            return -1;
        }
        points = end;
        ends[parts] = end;
        holes[parts] = hole;
        parts++;
        return at + 4 + 16 * count;
    }
}
