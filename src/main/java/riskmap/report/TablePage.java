package riskmap.report;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Table;

/**
 * A table of results as a small HTML page: one row as a list of what each number is, several as a table, exact numbers in
 * both; below it what is to be told. Every text is escaped, nothing is fetched from anywhere.
 */
public final class TablePage {
    private static final String STYLE = "body{font-family:sans-serif;max-width:60rem;margin:2rem auto;line-height:1.6}"
            + "table{border-collapse:collapse}th,td{border:1px solid #9aa7b3;padding:.2rem .5rem}";

    private TablePage() {}

    /** Whether a file is to be such a page, by its name. */
    public static boolean isFor(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm");
    }

    /**
     * The page.
     *
     * @param head what stands above the table, such as the field it is of
     * @param notes what stands below it
     */
    public static String html(List<Message> head, Table table, List<Message> notes) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"")
                .append(Language.current() == Language.ENGLISH ? "en" : "zh")
                .append("\">\n<head><meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" ")
                .append("content=\"default-src 'none'; style-src 'unsafe-inline'\">\n<title>")
                .append(HtmlReport.escaped(table.title().text()))
                .append("</title>\n<style>")
                .append(STYLE)
                .append("</style></head>\n<body><h1>")
                .append(HtmlReport.escaped(table.title().text()))
                .append("</h1>\n");
        head.forEach(line -> paragraph(html, line.text()));
        if (table.rows().size() == 1) {
            for (int i = 0; i < table.columns().size(); i++) {
                Table.Column column = table.columns().get(i);
                String value = figure(table.rows().get(0).get(i), true);
                paragraph(html, label(column) + ": " + value + (column.unit().isEmpty() ? "" : " " + column.unit()));
            }
        } else {
            rows(html, table);
        }
        notes.forEach(note -> paragraph(html, note.text()));
        html.append("</body></html>\n");
        return html.toString();
    }

    private static void paragraph(StringBuilder html, String text) {
        html.append("<p>").append(HtmlReport.escaped(text)).append("</p>\n");
    }

    private static void rows(StringBuilder html, Table table) {
        html.append("<table>\n<tr>");
        table.columns().forEach(column -> html.append("<th>")
                .append(HtmlReport.escaped(label(column)))
                .append(column.unit().isEmpty() ? "" : " (" + HtmlReport.escaped(column.unit()) + ")")
                .append("</th>"));
        html.append("</tr>\n");
        for (List<Object> row : table.rows()) {
            html.append("<tr>");
            row.forEach(cell -> html.append("<td>")
                    .append(HtmlReport.escaped(figure(cell, false)))
                    .append("</td>"));
            html.append("</tr>\n");
        }
        html.append("</table>\n");
    }

    /** What a number is called at length; else its heading. */
    private static String label(Table.Column column) {
        Message whole = Message.of("report.number-" + column.key().replace('_', '-'));
        return whole.exists() ? whole.text() : column.title().text();
    }

    /** All its digits, without a power of ten. */
    private static String figure(Object value, boolean decimal) {
        if (value instanceof Double number && Double.isFinite(number)) {
            String plain = new BigDecimal(number.toString()).toPlainString();
            return decimal ? plain : plain.replaceFirst("\\.0+$", "");
        }
        return value == null ? "" : value instanceof Message message ? message.text() : value.toString();
    }
}
