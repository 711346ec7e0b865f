package riskmap.io.raster;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompression of TIFF blocks: none, LZW, Deflate, PackBits. A block is never longer than the image says: what a
 * damaged block would give beyond that is refused.
 *
 * <p><b>Source:</b> TIFF 6.0 (1992) sections 9, 13; Adobe Photoshop TIFF technical notes (2002) for Deflate.
 */
final class TiffCodec {
    static final int NONE = 1;
    static final int LZW = 5;
    static final int DEFLATE = 8;
    private static final int OLD_DEFLATE = 32946;
    private static final int PACK_BITS = 32773;

    private static final int CLEAR = 256;
    private static final int END = 257;
    private static final int MOST_CODES = 4096;

    private TiffCodec() {}

    static boolean isKnown(int compression) {
        return compression == NONE
                || compression == LZW
                || compression == DEFLATE
                || compression == OLD_DEFLATE
                || compression == PACK_BITS;
    }

    /** What a compression code stands for, for messages. */
    static String name(int compression) {
        return switch (compression) {
            case 2, 3, 4 -> "CCITT fax";
            case 6, 7 -> "JPEG";
            case 34712, 33003, 33004, 33005 -> "JPEG 2000";
            case 34887 -> "LERC";
            case 34925 -> "LZMA";
            case 50000 -> "ZSTD";
            case 50001 -> "WebP";
            default -> Integer.toString(compression);
        };
    }

    /**
     * Decompresses a block.
     *
     * @param expected bytes of the whole block
     * @return as many bytes as expected; those that are missing at the end of the data are 0
     * @throws IOException when the data is damaged
     */
    static byte[] decode(int compression, byte[] data, int expected) throws IOException {
        byte[] out = new byte[expected];
        int length =
                switch (compression) {
                    case NONE -> copy(data, out);
                    case LZW -> lzw(data, out);
                    case PACK_BITS -> packBits(data, out);
                    default -> inflate(data, out);
                };
        if (length < expected && compression != LZW) {
            throw new IOException(length + " of " + expected + " bytes");
        }
        return out;
    }

    private static int copy(byte[] data, byte[] out) {
        int length = Math.min(data.length, out.length);
        System.arraycopy(data, 0, out, 0, length);
        return length;
    }

    private static int inflate(byte[] data, byte[] out) throws IOException {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(data);
            int length = 0;
            while (length < out.length) {
                int got = inflater.inflate(out, length, out.length - length);
                if (got == 0) {
                    break;
                }
                length += got;
            }
            return length;
        } catch (DataFormatException damaged) {
            throw new IOException(damaged.getMessage(), damaged);
        } finally {
            inflater.end();
        }
    }

    private static int packBits(byte[] data, byte[] out) {
        int length = 0;
        int at = 0;
        while (at < data.length && length < out.length) {
            int code = data[at++];
            if (code >= 0) {
                int count = Math.min(Math.min(code + 1, data.length - at), out.length - length);
                System.arraycopy(data, at, out, length, count);
                at += code + 1;
                length += count;
            } else if (code != -128 && at < data.length) {
                int count = Math.min(1 - code, out.length - length);
                java.util.Arrays.fill(out, length, length + count, data[at++]);
                length += count;
            }
        }
        return length;
    }

    /** Codes of 9 to 12 bits, most significant first; each string is its predecessor and one byte. */
    private static int lzw(byte[] data, byte[] out) throws IOException {
        int[] prefix = new int[MOST_CODES];
        byte[] suffix = new byte[MOST_CODES];
        int[] lengths = new int[MOST_CODES];
        for (int i = 0; i < 256; i++) {
            suffix[i] = (byte) i;
            lengths[i] = 1;
        }
        int next = END + 1;
        int width = 9;
        int previous = -1;
        int length = 0;
        long bits = 0;
        int held = 0;
        for (int at = 0; length < out.length; ) {
            while (held < width && at < data.length) {
                bits = bits << 8 | data[at++] & 0xff;
                held += 8;
            }
            if (held < width) {
                break;
            }
            int code = (int) (bits >> (held - width)) & ((1 << width) - 1);
            held -= width;
            if (code == END) {
                break;
            }
            if (code == CLEAR) {
                next = END + 1;
                width = 9;
                previous = -1;
                continue;
            }
            if (code > next || code == next && previous < 0 || code > CLEAR && code <= END) {
                throw new IOException("LZW code " + code + " of " + next);
            }
            int string = code == next ? previous : code;
            int start = length;
            length = put(out, length, string, prefix, suffix, lengths);
            if (code == next && length < out.length) {
                out[length++] = out[start];
            }
            if (previous >= 0 && next < MOST_CODES) {
                prefix[next] = previous;
                suffix[next] = out[start];
                lengths[next] = lengths[previous] + 1;
                next++;
            }
            previous = code;
            if (next >= (1 << width) - 1 && width < 12) {
                width++;
            }
        }
        return length;
    }

    private static int put(byte[] out, int at, int code, int[] prefix, byte[] suffix, int[] lengths) {
        int end = at + lengths[code];
        int string = code;
        for (int i = end - 1; i >= at; i--) {
            if (i < out.length) {
                out[i] = suffix[string];
            }
            string = prefix[string];
        }
        return Math.min(end, out.length);
    }
}
