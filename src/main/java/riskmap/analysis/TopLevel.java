package riskmap.analysis;

import java.util.ArrayList;
import java.util.List;

/** Lists of expressions: what stands in quotes or brackets belongs together. */
final class TopLevel {
    private TopLevel() {}

    /** The parts of a text between separators that stand neither in quotes nor in brackets, without blanks around. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '\'' || letter == '"') {
                quote = letter;
            } else if (letter == '(') {
                depth++;
            } else if (letter == ')') {
                depth--;
            } else if (letter == separator && depth == 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts;
    }

    /** What stands between quotes of this kind, where a quote is written twice; null where the text is none such. */
    static String unquoted(String text, char quote) {
        boolean quoted = text.length() > 1 && text.charAt(0) == quote && text.charAt(text.length() - 1) == quote;
        String inner = quoted ? text.substring(1, text.length() - 1) : "";
        String one = String.valueOf(quote);
        boolean whole = quoted && !inner.replace(one + one, "").contains(one);
        return whole ? inner.replace(one + one, one) : null;
    }
}
