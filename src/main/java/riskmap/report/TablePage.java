package riskmap.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Table;

/**
 * A table of results as a small HTML page: one row as a list of what each number is, several as a table, exact numbers in
 * both; below it what is to be told. Every text is escaped, nothing is fetched from anywhere. A page that another program
 * is to read says everything in Chinese and in English: such programs look for QGIS's English words.
 */
public final class TablePage {
    private static final String STYLE = "body{font-family:sans-serif;max-width:60rem;margin:2rem auto;line-height:1.6}"
            + "table{border-collapse:collapse}th,td{border:1px solid #9aa7b3;padding:.2rem .5rem}";

    /** A product of two numbers differs in its last digit by the order of the work. */
    private static final MathContext SURE = new MathContext(16);

    private TablePage() {}

    /** Whether a file is to be such a page, by its name. */
    public static boolean isFor(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm");
    }

    /**
     * What stands above the table.
     *
     * @param lines such as the field it is of
     * @param both whether the page speaks Chinese and English
     */
    public record Head(List<Message> lines, boolean both) {
        /** Nothing; in the language of the person. */
        public static final Head NONE = new Head(List.of(), false);

        private List<Language> languages() {
            Language current = Language.current();
            return both && current != Language.ENGLISH ? List.of(current, Language.ENGLISH) : List.of(current);
        }
    }

    /**
     * The page.
     *
     * @param notes what stands below the table
     */
    public static String html(Head head, Table table, List<Message> notes) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(code(Language.current()))
                .append("\">\n<head><meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" ")
                .append("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>")
                .append(HtmlReport.escaped(table.title().text()))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style></head>\n<body>");
        boolean list = table.rows().size() == 1;
        for (Language language : head.languages()) {
            html.append("<div lang=\"")
                    .append(code(language))
                    .append("\"><h1>")
                    .append(HtmlReport.escaped(table.title().text(language)))
                    .append("</h1>\n");
            head.lines().forEach(line -> paragraph(html, line.text(language)));
            if (list) {
                list(html, table, language);
            } else if (language == Language.current()) {
                rows(html, table, language);
            }
            notes.forEach(note -> paragraph(html, note.text(language)));
            html.append("</div>\n");
        }
        return html.append("</body></html>\n").toString();
    }

    private static String code(Language language) {
        return language == Language.ENGLISH ? "en" : "zh";
    }

    private static void list(StringBuilder html, Table table, Language language) {
        for (int i = 0; i < table.columns().size(); i++) {
            Table.Column column = table.columns().get(i);
            String value = figure(table.rows().get(0).get(i), true, language);
            paragraph(
                    html,
                    label(column, language) + ": " + value + (column.unit().isEmpty() ? "" : " " + column.unit()));
        }
    }

    private static void paragraph(StringBuilder html, String text) {
        html.append("<p>").append(HtmlReport.escaped(text)).append("</p>\n");
    }

    private static void rows(StringBuilder html, Table table, Language language) {
        html.append("<table>\n<tr>");
        table.columns().forEach(column -> html.append("<th>")
                .append(HtmlReport.escaped(label(column, language)))
                .append(column.unit().isEmpty() ? "" : " (" + HtmlReport.escaped(column.unit()) + ")")
                .append("</th>"));
        html.append("</tr>\n");
        for (List<Object> row : table.rows()) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>")
                    .append(HtmlReport.escaped(figure(cell, false, language)))
                    .append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    /** What a number is called at length; else its heading. */
    private static String label(Table.Column column, Language language) {
        Message whole = Message.of("report.number-" + column.key().replace('_', '-'));
        return (whole.exists() ? whole : column.title()).text(language);
    }

    /** All its digits, in a table as many as a number surely has, without a power of ten. */
    private static String figure(Object value, boolean decimal, Language language) {
        if (value instanceof Double number && Double.isFinite(number)) {
            BigDecimal exact = new BigDecimal(number.toString());
            return decimal
                    ? exact.toPlainString()
                    : exact.round(SURE).stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value instanceof Message message ? message.text(language) : value.toString();
    }
}
