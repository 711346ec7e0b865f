package riskmap.app.ecql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a condition as it is being written: also of one that is not finished or wrong.
 *
 * @param kind what it is
 * @param text as it stands there
 * @param from where it begins
 * @param to where it ends
 */
public record EcqlToken(Kind kind, String text, int from, int to) {
    /** What a piece is. */
    public enum Kind {
        /** A name or a keyword. */
        WORD,
        /** A name in double quotes. */
        NAME,
        /** A text in single quotes. */
        TEXT,
        /** A text or name whose closing quote is missing. */
        OPEN_QUOTE,
        NUMBER,
        OPERATOR,
        OPEN,
        CLOSE,
        COMMA,
        /** What has no place in a condition. */
        STRANGE
    }

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T[0-9:.]+)?(Z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern NUMBER = Pattern.compile("(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern OPERATOR = Pattern.compile("<>|<=|>=|==|!=|[=<>+*/-]");

    /** The pieces of a text from left to right. */
    public static List<EcqlToken> of(String text) {
        List<EcqlToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            EcqlToken token = next(text, at);
            tokens.add(token);
            at = token.to();
        }
        return tokens;
    }

    private static EcqlToken next(String text, int at) {
        char first = text.charAt(at);
        if (first == '\'' || first == '"') {
            return quoted(text, at, first);
        }
        EcqlToken found = match(DATE, Kind.NUMBER, text, at);
        found = found == null ? match(NUMBER, Kind.NUMBER, text, at) : found;
        found = found == null ? match(LETTERS, Kind.WORD, text, at) : found;
        found = found == null ? match(OPERATOR, Kind.OPERATOR, text, at) : found;
        if (found != null) {
            boolean plain =
                    found.kind() != Kind.WORD || WORD.matcher(found.text()).matches();
            return plain ? found : new EcqlToken(Kind.STRANGE, found.text(), found.from(), found.to());
        }
        Kind kind =
                switch (first) {
                    case '(', '[' -> Kind.OPEN;
                    case ')', ']' -> Kind.CLOSE;
                    case ',' -> Kind.COMMA;
                    default -> Kind.STRANGE;
                };
        int to = at + Character.charCount(text.codePointAt(at));
        return new EcqlToken(kind, text.substring(at, to), at, to);
    }

    /** A doubled quote stands for one that belongs to the text. */
    private static EcqlToken quoted(String text, int at, char quote) {
        int end = at + 1;
        while (end < text.length()) {
            if (text.charAt(end) == quote) {
                if (end + 1 >= text.length() || text.charAt(end + 1) != quote) {
                    Kind kind = quote == '"' ? Kind.NAME : Kind.TEXT;
                    return new EcqlToken(kind, text.substring(at, end + 1), at, end + 1);
                }
                end++;
            }
            end++;
        }
        return new EcqlToken(Kind.OPEN_QUOTE, text.substring(at), at, text.length());
    }

    private static EcqlToken match(Pattern pattern, Kind kind, String text, int at) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? new EcqlToken(kind, matcher.group(), at, matcher.end()) : null;
    }

    /** Whether it is this keyword or operator. */
    public boolean is(String word) {
        return text.equalsIgnoreCase(word);
    }

    /** A name or text without its quotes. */
    public String plain() {
        if (kind == Kind.NAME || kind == Kind.TEXT) {
            String quote = text.substring(0, 1);
            return text.substring(1, text.length() - 1).replace(quote + quote, quote);
        }
        return kind == Kind.OPEN_QUOTE ? text.substring(1) : text;
    }
}
