package riskmap.data.gpkg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Envelope;

/**
 * The header that stands before the WKB in a GeoPackage geometry: magic "GP", version, flags, {@code srs_id}, envelope.
 *
 * <p>Flags, bit by bit: 0 byte order of the header (1 = little endian), 1–3 envelope kind (0 none, 1 XY, 2 XYZ, 3 XYM, 4
 * XYZM), 4 empty geometry, 5 extended binary (not GeoPackage geometry).
 *
 * <p><b>Source:</b> GeoPackage 1.3, clause 2.1.3.1.1, table 5 and 6.
 */
final class GeometryBlob {
    private static final VarHandle LITTLE_INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LITTLE_DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle BIG_DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.BIG_ENDIAN);

    /** Bytes before the envelope. */
    static final int FIXED = 8;

    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private GeometryBlob() {}

    /** Where the WKB begins. */
    static int wkbOffset(byte[] blob) {
        if (blob.length < FIXED || blob[0] != 'G' || blob[1] != 'P') {
            throw new MalformedGeometryException("data.gpkg-blob-magic");
        }
        if (blob[2] != 0) {
            throw new MalformedGeometryException("data.gpkg-blob-version", Integer.toString(blob[2] & 0xFF));
        }
        int flags = blob[3];
        int kind = (flags >> 1) & 7;
        if ((flags & 0x20) != 0 || kind >= ENVELOPE_BYTES.length) {
            throw new MalformedGeometryException("data.gpkg-blob-flags", Integer.toString(flags & 0xFF));
        }
        int offset = FIXED + ENVELOPE_BYTES[kind];
        if (offset > blob.length) {
            throw new MalformedGeometryException("data.gpkg-blob-short");
        }
        return offset;
    }

    /** The {@code srs_id} in the header. */
    static int srsId(byte[] blob) {
        return integer(blob, 4, (blob[3] & 1) == 1);
    }

    /** Whether the header says the geometry is empty. */
    static boolean saysEmpty(byte[] blob) {
        return (blob[3] & 0x10) != 0;
    }

    /** Whether the header carries an envelope. */
    static boolean hasEnvelope(byte[] blob) {
        return blob.length >= FIXED && ((blob[3] >> 1) & 7) != 0;
    }

    /**
     * The envelope of the geometry: from the header where it carries one, else from the coordinates; null where the
     * bytes are no geometry, the null envelope for an empty one.
     */
    static Envelope envelope(byte[] blob) {
        double[] bounds = new double[4];
        try {
            if (blob == null) {
                return null;
            }
            return bounds(blob, bounds) ? new Envelope(bounds[0], bounds[1], bounds[2], bounds[3]) : new Envelope();
        } catch (MalformedGeometryException e) {
            return null;
        }
    }

    /**
     * Reads min x, max x, min y, max y: from the header where it carries them, else from the coordinates.
     *
     * @return false where there is no box: the geometry is empty
     * @throws MalformedGeometryException where the bytes are no geometry
     */
    static boolean bounds(byte[] blob, double[] bounds) {
        int wkb = wkbOffset(blob);
        if (wkb > FIXED) {
            boolean little = (blob[3] & 1) == 1;
            for (int i = 0; i < 4; i++) {
                bounds[i] = number(blob, FIXED + 8 * i, little);
            }
        } else if (blob.length >= wkb + 21 && isPoint(blob, wkb)) {
            boolean little = blob[wkb] == 1;
            bounds[0] = number(blob, wkb + 5, little);
            bounds[1] = bounds[0];
            bounds[2] = number(blob, wkb + 13, little);
            bounds[3] = bounds[2];
        } else {
            Envelope envelope = new GeometryBlobReader().read(blob).getEnvelopeInternal();
            bounds[0] = envelope.getMinX();
            bounds[1] = envelope.getMaxX();
            bounds[2] = envelope.getMinY();
            bounds[3] = envelope.getMaxY();
        }
        return bounds[0] <= bounds[1] && bounds[2] <= bounds[3];
    }

    /** Reads x and y of a plain point, with numbers for both and nothing else; false where the bytes are anything else. */
    static boolean plainPoint(byte[] blob, double[] xy) {
        boolean isPlain = blob.length == FIXED + 21
                && blob[0] == 'G'
                && blob[1] == 'P'
                && blob[2] == 0
                && (blob[3] & ~1) == 0
                && (blob[FIXED] == 0 || blob[FIXED] == 1)
                && integer(blob, FIXED + 1, blob[FIXED] == 1) == WkbType.POINT;
        if (isPlain) {
            xy[0] = number(blob, FIXED + 5, blob[FIXED] == 1);
            xy[1] = number(blob, FIXED + 13, blob[FIXED] == 1);
        }
        return isPlain && !Double.isNaN(xy[0]) && !Double.isNaN(xy[1]);
    }

    private static boolean isPoint(byte[] blob, int wkb) {
        return (blob[wkb] == 0 || blob[wkb] == 1) && integer(blob, wkb + 1, blob[wkb] == 1) % 1000 == WkbType.POINT;
    }

    static int integer(byte[] bytes, int at, boolean little) {
        return (int) (little ? LITTLE_INT : BIG_INT).get(bytes, at);
    }

    static double number(byte[] bytes, int at, boolean little) {
        return (double) (little ? LITTLE_DOUBLE : BIG_DOUBLE).get(bytes, at);
    }

    static void putInteger(byte[] bytes, int at, int value) {
        LITTLE_INT.set(bytes, at, value);
    }

    static void putNumber(byte[] bytes, int at, double value) {
        LITTLE_DOUBLE.set(bytes, at, value);
    }
}
