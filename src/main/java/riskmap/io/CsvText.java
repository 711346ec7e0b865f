package riskmap.io;

/**
 * Text in a CSV file that a spreadsheet would run as a formula: written with an apostrophe before it, read without.
 *
 * <p><b>Source:</b> OWASP, CSV Injection.
 */
final class CsvText {
    private static final String RUNS = "=+-@\t\r＝＋－＠";

    private CsvText() {}

    static String write(String text) {
        return needsMark(text) ? "'" + text : text;
    }

    static String read(String field) {
        boolean marked = field.length() > 1 && field.charAt(0) == '\'' && needsMark(field.substring(1));
        return marked ? field.substring(1) : field;
    }

    /** Whether the text, behind any apostrophes, begins like a formula; so that one apostrophe is always ours. */
    private static boolean needsMark(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '\'') {
            at++;
        }
        return at < text.length() && RUNS.indexOf(text.charAt(at)) >= 0;
    }
}
