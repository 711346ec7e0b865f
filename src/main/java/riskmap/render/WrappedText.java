package riskmap.render;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/**
 * A label's text broken into lines: at blanks, and between Chinese characters, but so that no line begins with closing
 * punctuation or ends with opening punctuation. What cannot be broken is wider than asked for.
 *
 * <p><b>Source:</b> GB/T 15834—2011, 5.1.1–5.1.6: which marks stand neither at the head nor at the end of a line.
 */
final class WrappedText {
    /** Characters from here on, and all typographic ones, stand in lines of Chinese that may be broken anywhere else. */
    private static final int CHINESE = 0x2E80;

    private static final String CLOSING = "，。、；：？！）】》〉」』〕〗”’…—～·％‰℃°,.;:?!)]}%-/";
    private static final String OPENING = "（【《〈「『〔〖“‘([{";

    private WrappedText() {}

    /** The lines of a text, not wider than a width; 0 for lines only where the text has its own. */
    static List<String> lines(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R")) {
            String rest = paragraph.strip();
            while (width > 0 && PointLabels.width(rest, font) > width) {
                int end = breakAt(rest, font, width);
                if (end == rest.length()) {
                    break;
                }
                lines.add(rest.substring(0, end).strip());
                rest = rest.substring(end).strip();
            }
            if (!rest.isEmpty()) {
                lines.add(rest);
            }
        }
        return lines;
    }

    /** The last place to break that keeps a line within a width, otherwise the first there is. */
    private static int breakAt(String text, Font font, double width) {
        int last = text.length();
        for (int i = 1; i < text.length(); i++) {
            if (last < text.length() && PointLabels.width(text.substring(0, i), font) > width) {
                break;
            }
            if (mayBreak(text.charAt(i - 1), text.charAt(i))) {
                last = i;
            }
        }
        return last;
    }

    private static boolean mayBreak(char before, char after) {
        if (after == ' ') {
            return true;
        }
        boolean chinese = isChinese(before) && isChinese(after);
        return chinese && CLOSING.indexOf(after) < 0 && OPENING.indexOf(before) < 0;
    }

    private static boolean isChinese(char letter) {
        return letter > CHINESE && !Character.isLowSurrogate(letter)
                || CLOSING.indexOf(letter) >= 0
                || OPENING.indexOf(letter) >= 0;
    }
}
