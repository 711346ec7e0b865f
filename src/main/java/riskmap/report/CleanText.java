package riskmap.report;

/**
 * Text fit for every output: what XML forbids, control characters, halves of surrogate pairs and marks that turn the
 * direction of writing become a space or nothing. Letters and signs stay as they are; markup is escaped where it is
 * written.
 *
 * <p><b>Source:</b> XML 1.0, production 2 (Char); Unicode Standard Annex 9 (directional formatting characters).
 */
final class CleanText {
    private CleanText() {}

    /** The text as one line. */
    static String line(String text) {
        return lines(text).replace('\n', ' ').strip();
    }

    /** The text with its line feeds. */
    static String lines(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(point -> {
            if (point == '\n') {
                clean.append('\n');
            } else if (point == '\t' || point == '\r' || point == 0x2028 || point == 0x2029 || point == 0x85) {
                clean.append(' ');
            } else if (!isHidden(point)) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString().strip();
    }

    private static boolean isHidden(int point) {
        boolean control = point < 0x20 || point >= 0x7f && point < 0xa0;
        boolean half = point >= 0xd800 && point <= 0xdfff;
        boolean turns = point >= 0x202a && point <= 0x202e || point >= 0x2066 && point <= 0x2069;
        boolean none = (point & 0xfffe) == 0xfffe || point >= 0xfdd0 && point <= 0xfdef || point == 0xfeff;
        return control || half || turns || none;
    }
}
