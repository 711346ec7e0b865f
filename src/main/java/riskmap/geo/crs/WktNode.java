package riskmap.geo.crs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One element of well-known text of a CRS: {@code KEYWORD["name", 1.0, CHILD[…]]}, either kind of bracket. Text nested
 * deeper or longer than any real definition is refused, so that a hostile file costs nothing.
 *
 * @param keyword in upper case
 * @param values strings, numbers and bare words in order
 * @param children nested elements in order
 */
record WktNode(String keyword, List<String> values, List<WktNode> children) {
    private static final int DEEPEST = 24;
    private static final int LONGEST = 100_000;

    /** The first child with one of the keywords, or null. */
    WktNode child(String... keywords) {
        for (WktNode child : children) {
            if (List.of(keywords).contains(child.keyword)) {
                return child;
            }
        }
        return null;
    }

    /** The first element with one of the keywords in this tree, this element first, or null. */
    WktNode find(String... keywords) {
        if (List.of(keywords).contains(keyword)) {
            return this;
        }
        for (WktNode child : children) {
            WktNode found = child.find(keywords);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    String name() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** The value at an index as a number; NaN where there is none. */
    double number(int index) {
        try {
            return index < values.size() ? Double.parseDouble(values.get(index)) : Double.NaN;
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** Reads well-known text; throws IllegalArgumentException when it is none. */
    static WktNode parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("too long");
        }
        Reader reader = new Reader(text);
        WktNode result = reader.node(0);
        reader.skip();
        if (reader.at < text.length()) {
            throw new IllegalArgumentException("text after the end");
        }
        return result;
    }

    /** A position in the text. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        WktNode node(int depth) {
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("too deep");
            }
            String keyword = word().toUpperCase(Locale.ROOT);
            skip();
            if (keyword.isEmpty() || at >= text.length() || "[(".indexOf(text.charAt(at)) < 0) {
                throw new IllegalArgumentException("no element at " + at);
            }
            List<String> values = new ArrayList<>();
            List<WktNode> children = new ArrayList<>();
            do {
                at++;
                item(depth, values, children);
                skip();
            } while (at < text.length() && text.charAt(at) == ',');
            if (at >= text.length() || "])".indexOf(text.charAt(at)) < 0) {
                throw new IllegalArgumentException("no end of " + keyword);
            }
            at++;
            return new WktNode(keyword, values, children);
        }

        private void item(int depth, List<String> values, List<WktNode> children) {
            skip();
            if (at < text.length() && text.charAt(at) == '"') {
                values.add(quoted());
                return;
            }
            int start = at;
            String word = word();
            skip();
            if (!word.isEmpty() && at < text.length() && "[(".indexOf(text.charAt(at)) >= 0) {
                at = start;
                children.add(node(depth + 1));
            } else if (!word.isEmpty()) {
                values.add(word);
            }
        }

        private String quoted() {
            StringBuilder result = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"') {
                    at++;
                    if (at >= text.length() || text.charAt(at) != '"') {
                        return result.toString();
                    }
                }
                result.append(c);
            }
            throw new IllegalArgumentException("no end of a name");
        }

        private String word() {
            skip();
            int start = at;
            while (at < text.length() && ",[]()\"".indexOf(text.charAt(at)) < 0 && text.charAt(at) > ' ') {
                at++;
            }
            return text.substring(start, at);
        }

        void skip() {
            while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF')) {
                at++;
            }
        }
    }
}
