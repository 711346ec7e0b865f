package riskmap.base;

/**
 * Quotation marks within quotation marks: “ and ” become ‘ and ’ there, and “ and ” again a step further in.
 *
 * <p>Source: GB/T 15834-2011 标点符号用法, 4.8.3.3; English books do the same where double quotes come first.
 */
final class Quotes {
    private Quotes() {}

    /** The text with its inner quotation marks; as it is where marks are missing, as in a name somebody typed. */
    static String nested(String text) {
        int first = text.indexOf('“');
        if (first < 0 || (text.indexOf('“', first + 1) < 0 && text.indexOf('‘', first + 1) < 0)) {
            return text;
        }
        StringBuilder result = new StringBuilder(text);
        // how each quotation that is not closed yet was opened
        StringBuilder open = new StringBuilder();
        for (int i = first; i < text.length(); i++) {
            char mark = text.charAt(i);
            if (mark == '“' || (mark == '‘' && !open.isEmpty())) {
                result.setCharAt(i, open.length() % 2 == 0 ? '“' : '‘');
                open.append(mark);
            } else if (mark == '”' || mark == '’') {
                boolean closes = !open.isEmpty() && open.charAt(open.length() - 1) == (mark == '”' ? '“' : '‘');
                if (closes) {
                    open.setLength(open.length() - 1);
                    result.setCharAt(i, open.length() % 2 == 0 ? '”' : '’');
                } else if (mark == '”') {
                    return text;
                }
                // else an apostrophe
            }
        }
        return open.isEmpty() ? result.toString() : text;
    }
}
