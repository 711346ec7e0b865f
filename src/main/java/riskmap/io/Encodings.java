package riskmap.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * Which encoding bytes of text are in.
 *
 * <p>UTF-8 proves itself: other text hardly ever obeys its rules. GB18030 (a superset of GBK and GB 2312) is taken when
 * every byte obeys its rules and most characters are of GB 2312's first level, the 3,755 most used; otherwise
 * Windows-1252, in which any byte has a meaning.
 */
public final class Encodings {
    /** GB18030, the encoding of Chinese survey files that are not UTF-8. */
    public static final Charset GB18030 = Charset.forName("GB18030");

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** Share of first-level characters above which bytes count as Chinese; Chinese text has over 0.8, other under 0.3. */
    private static final double CHINESE_SHARE = 0.5;

    private static final Pattern CODE_PAGE = Pattern.compile("(?:ANSI|OEM|CP|WINDOWS|MS|IBM|X)?[ _-]*(\\d{3,5})");

    private Encodings() {}

    /** What the user may choose from in a preview. */
    public static List<Charset> choices() {
        return List.of(StandardCharsets.UTF_8, GB18030, Charset.forName("Big5"), WINDOWS_1252);
    }

    /**
     * The encoding of a name as the user or a .cpg file writes it.
     *
     * @throws RiskMapException when no such encoding is known
     */
    public static Charset named(String name) {
        Charset found = find(name);
        if (found == null) {
            throw RiskMapException.of("io.encoding-unknown", name);
        }
        return found;
    }

    /** The encoding of a name, or null. */
    public static Charset find(String name) {
        String plain = name.strip().toUpperCase(Locale.ROOT);
        if (plain.equals("UTF8") || plain.equals("65001")) {
            return StandardCharsets.UTF_8;
        }
        if (plain.matches("GBK|GB2312|GB_2312|CP936|936|EUC-CN|GB18030|54936")) {
            return GB18030;
        }
        Matcher page = CODE_PAGE.matcher(plain);
        if (page.matches()) {
            Charset charset = page(page.group(1));
            if (charset != null) {
                return charset;
            }
        }
        return supported(plain);
    }

    /** The encoding of a Windows, DOS or ISO code page. */
    private static Charset page(String number) {
        if (number.equals("936") || number.equals("54936")) {
            return GB18030;
        }
        if (number.startsWith("8859") && number.length() > 4) {
            return supported("ISO-8859-" + number.substring(4));
        }
        Charset windows = supported("windows-" + number);
        return windows != null ? windows : supported("IBM" + number);
    }

    private static Charset supported(String name) {
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : null;
        } catch (IllegalCharsetNameException | UnsupportedCharsetException none) {
            return null;
        }
    }

    /**
     * The encoding of pieces of text.
     *
     * @param pieces values as they stand in the file; a character may be cut off at the end of each
     */
    public static Charset detect(List<byte[]> pieces) {
        if (pieces.stream().allMatch(piece -> isPossible(piece, StandardCharsets.UTF_8))) {
            return StandardCharsets.UTF_8;
        }
        boolean possible = pieces.stream().allMatch(piece -> isPossible(piece, GB18030));
        return possible && chineseShare(pieces) >= CHINESE_SHARE ? GB18030 : WINDOWS_1252;
    }

    /** Why the content shows this encoding. */
    public static Message reason(List<byte[]> pieces, Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            boolean ascii = pieces.stream().allMatch(piece -> isPossible(piece, StandardCharsets.US_ASCII));
            return Message.of(ascii ? "io.encoding-ascii" : "io.encoding-obeys-utf8");
        }
        return charset.equals(GB18030)
                ? Message.of("io.encoding-chinese", Long.toString(Math.round(100 * chineseShare(pieces))))
                : Message.of("io.encoding-neither");
    }

    /** Whether all bytes obey the rules of the encoding, but for a character cut off at the end. */
    public static boolean isPossible(byte[] piece, Charset charset) {
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        // without the end-of-input flag a character that is cut off is not yet an error
        CoderResult result = decoder.decode(ByteBuffer.wrap(piece), CharBuffer.allocate(piece.length * 2 + 8), false);
        return !result.isError();
    }

    /** Whether all bytes are whole characters of the encoding. */
    static boolean isWhole(byte[] piece, Charset charset) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(piece));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static double chineseShare(List<byte[]> pieces) {
        int common = 0;
        int all = 0;
        for (byte[] piece : pieces) {
            for (int i = 0; i < piece.length; i++) {
                int lead = piece[i] & 0xff;
                if (lead >= 0x80 && i + 1 < piece.length) {
                    int trail = piece[++i] & 0xff;
                    all++;
                    // punctuation and full-width forms, or a character of the first level
                    if (trail >= 0xa1 && (lead >= 0xb0 && lead <= 0xd7 || lead >= 0xa1 && lead <= 0xa3)) {
                        common++;
                    }
                }
            }
        }
        return all == 0 ? 0 : (double) common / all;
    }
}
