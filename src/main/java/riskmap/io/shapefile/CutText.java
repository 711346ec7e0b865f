package riskmap.io.shapefile;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import riskmap.io.Encodings;

/** Text in fields of fixed length in bytes, where the last character may have been cut in two. */
public final class CutText {
    private CutText() {}

    /** Decodes without the half character at the end, if there is one. */
    public static String decode(byte[] bytes, Charset charset) {
        if (bytes.length == 0
                || bytes[bytes.length - 1] >= 0
                || charset == StandardCharsets.UTF_8 && endsWhole(bytes)) {
            return new String(bytes, charset);
        }
        CharBuffer out = CharBuffer.allocate(bytes.length * 2 + 8);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .decode(in, out, false);
        return out.flip().toString();
    }

    /** Whether the last character of UTF-8 has all the bytes that its first one promises. */
    private static boolean endsWhole(byte[] bytes) {
        int lead = bytes.length - 1;
        while (lead > 0 && bytes.length - lead < 4 && (bytes[lead] & 0xC0) == 0x80) {
            lead--;
        }
        // ones at its beginning: how many bytes the character takes
        return Integer.numberOfLeadingZeros(~bytes[lead] << 24) == bytes.length - lead;
    }

    /** As many whole characters as fit into a number of bytes. */
    static byte[] encode(String text, int mostBytes, Charset charset) {
        byte[] all = text.getBytes(charset);
        if (all.length <= mostBytes) {
            return all;
        }
        int end = text.length();
        if (charset == StandardCharsets.UTF_8 || charset == Encodings.GB18030) {
            // no character takes less than a byte: start near the end
            end = Math.min(end, mostBytes);
        }
        while (end > 0) {
            if (end < text.length() && Character.isLowSurrogate(text.charAt(end))) {
                end--;
            }
            byte[] part = text.substring(0, end).getBytes(charset);
            if (part.length <= mostBytes) {
                return part;
            }
            end--;
        }
        return new byte[0];
    }
}
