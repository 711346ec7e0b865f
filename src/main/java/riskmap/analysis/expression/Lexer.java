package riskmap.analysis.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.base.RiskMapException;

/** The words of an expression. */
final class Lexer {
    enum Kind {
        NUMBER,
        TEXT,
        FIELD,
        NAME,
        SPECIAL,
        SIGN,
        END
    }

    /** A word: a text without its quotes. */
    record Word(Kind kind, String text) {
        boolean is(String sign) {
            return kind == Kind.SIGN && text.equals(sign) || kind == Kind.NAME && text.equalsIgnoreCase(sign);
        }
    }

    private static final Pattern WORD = Pattern.compile(
            "(?<skip>\\s+|--[^\\n]*|/\\*(?s:.*?)\\*/)"
                    + "|(?<number>\\d+\\.?\\d*(?:[eE][+-]?\\d+)?|\\.\\d+(?:[eE][+-]?\\d+)?)"
                    + "|'(?<text>(?:[^'\\\\]++|''|\\\\.)*+)'"
                    + "|\"(?<field>(?:[^\"]++|\"\")*+)\""
                    + "|(?<special>[$@#]\\w+)"
                    + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
                    + "|(?<sign>:=|<>|<=|>=|!=|\\|\\||//|[-+*/%^=<>~(),\\[\\]])",
            Pattern.DOTALL);

    private Lexer() {}

    static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!word.find(at) || word.start() != at) {
                throw RiskMapException.of("analysis.qgis-unreadable", text, at + 1);
            }
            at = word.end();
            if (word.group("number") != null) {
                words.add(new Word(Kind.NUMBER, word.group("number")));
            } else if (word.group("text") != null) {
                words.add(new Word(Kind.TEXT, plain(word.group("text"))));
            } else if (word.group("field") != null) {
                words.add(new Word(Kind.FIELD, word.group("field").replace("\"\"", "\"")));
            } else if (word.group("special") != null) {
                words.add(new Word(Kind.SPECIAL, word.group("special").toLowerCase(java.util.Locale.ROOT)));
            } else if (word.group("name") != null) {
                words.add(new Word(Kind.NAME, word.group("name")));
            } else if (word.group("sign") != null) {
                words.add(new Word(Kind.SIGN, word.group("sign")));
            }
        }
        words.add(new Word(Kind.END, ""));
        return words;
    }

    private static String plain(String quoted) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < quoted.length(); i++) {
            char letter = quoted.charAt(i);
            if (letter == '\'') {
                i++;
            } else if (letter == '\\') {
                letter = quoted.charAt(++i);
                letter = letter == 'n' ? '\n' : letter == 't' ? '\t' : letter;
            }
            text.append(letter);
        }
        return text.toString();
    }
}
