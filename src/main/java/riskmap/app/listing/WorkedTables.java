package riskmap.app.listing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import riskmap.app.Answer;
import riskmap.app.TextTable;
import riskmap.app.project.TableFiles;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.risk.WorkedNumber;
import riskmap.risk.WorkedNumbers;
import riskmap.risk.Workings;

/** The worked numbers of the models beside ours: listed, computed with other inputs, written as a file. */
public final class WorkedTables {
    private static final int DIGITS = 10;
    private static final int LONGEST = 44;

    private WorkedTables() {}

    /** All worked numbers, or those of a case, with ours beside them; found something when one is off. */
    public static Answer list(String name) {
        List<WorkedNumber> numbers = name == null ? WorkedNumbers.all() : WorkedNumbers.of(name);
        Table table = table(numbers);
        long off = off(table);
        StringBuilder text = new StringBuilder();
        if (name != null) {
            text.append(title(name)).append("\n\n");
        }
        text.append(TextTable.text(shortened(table))).append('\n');
        text.append(Message.of("app.worked-count", numbers.size(), numbers.size() - off, off)
                .text());
        return new Answer(text.toString(), TextTable.facts(table), off == 0);
    }

    /** A case with inputs of one's own. */
    public static Answer compute(String name, Map<String, String> inputs) {
        Map<String, double[]> results = WorkedNumbers.compute(name, inputs);
        StringBuilder text = new StringBuilder(title(name)).append("\n\n");
        results.forEach((key, values) -> text.append("  ")
                .append(key)
                .append(" = ")
                .append(shown(values))
                .append('\n'));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("case", name);
        facts.put("inputs", inputs);
        facts.put("results", results);
        return new Answer(text.toString(), facts);
    }

    /** Writes the table as CSV, XLSX or HTML by the ending of the name. */
    public static Answer write(String name, Path target, Progress progress) {
        List<WorkedNumber> numbers = name == null ? WorkedNumbers.all() : WorkedNumbers.of(name);
        Table table = table(numbers);
        if (target.toString().toLowerCase(Locale.ROOT).endsWith(".html")) {
            try {
                Path draft = Files.createTempFile(target.toAbsolutePath().getParent(), ".worked", ".unfinished");
                Files.writeString(draft, page(table), StandardCharsets.UTF_8);
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new RiskMapException(
                        Message.of("app.worked-not-written", target, String.valueOf(e.getMessage())), e);
            }
        } else {
            TableFiles.write(table, target, progress);
        }
        String written = Message.of("app.worked-written", target).text();
        return new Answer(written, Map.of("file", target.toString(), "numbers", numbers.size()), off(table) == 0);
    }

    private static String title(String name) {
        return name + "  " + Message.of("risk.worked-case-" + name).text();
    }

    /** One row per number; every cell a text, so that files keep all digits. */
    private static Table table(List<WorkedNumber> numbers) {
        List<Table.Column> columns = new ArrayList<>();
        for (String key : List.of(
                "source", "evidence", "case", "inputs", "quantity", "expected", "ours", "difference", "verdict")) {
            columns.add(new Table.Column(key, Message.of("app.worked-" + key), "", 0));
        }
        List<List<Object>> rows = new ArrayList<>();
        for (WorkedNumber each : numbers) {
            double[] ours = each.ours();
            String inputs = each.inputs().entrySet().stream()
                    .map(input -> input.getKey() + "=" + input.getValue())
                    .collect(Collectors.joining("; "));
            rows.add(List.of(
                    each.source(),
                    each.evidence().title(),
                    each.name(),
                    inputs,
                    each.quantity(),
                    each.expected(),
                    shown(ours),
                    Workings.shown(each.difference(ours)),
                    Message.of(each.agrees(ours) ? "app.worked-agrees" : "app.worked-off")));
        }
        return new Table("worked-numbers", Message.of("app.worked-title"), columns, rows);
    }

    private static long off(Table table) {
        return table.rows().stream()
                .filter(row -> ((Message) row.get(row.size() - 1)).key().equals("app.worked-off"))
                .count();
    }

    /** The same with long texts cut, for a terminal. */
    private static Table shortened(Table table) {
        List<List<Object>> rows = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            rows.add(row.stream()
                    .map(cell -> cell instanceof String text && text.length() > LONGEST
                            ? (Object) (text.substring(0, LONGEST - 1) + "…")
                            : cell)
                    .toList());
        }
        return new Table(table.id(), table.title(), table.columns(), rows);
    }

    private static String shown(double[] values) {
        StringBuilder text = new StringBuilder();
        for (double value : values) {
            text.append(text.isEmpty() ? "" : " ");
            text.append(
                    value == Math.rint(value) && Math.abs(value) < 1e15
                            ? Long.toString((long) value)
                            : String.format(Locale.ROOT, "%." + DIGITS + "g", value)
                                    .replaceFirst("(\\.\\d*?)0+(e|$)", "$1$2"));
        }
        return text.toString();
    }

    /** A page to be read and printed. */
    private static String page(Table table) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>");
        page.append(escaped(table.title().text()))
                .append("</title><style>body{font:14px sans-serif;margin:1.5em}table{border-collapse:collapse}"
                        + "td,th{border:1px solid #bbb;padding:3px 6px;vertical-align:top;max-width:26em;"
                        + "overflow-wrap:anywhere;text-align:left}th{background:#e8eef4}"
                        + "thead{display:table-header-group}</style></head><body><h1>")
                .append(escaped(table.title().text()))
                .append("</h1><table><thead><tr>");
        table.columns().forEach(column -> page.append("<th>")
                .append(escaped(column.title().text()))
                .append("</th>"));
        page.append("</tr></thead><tbody>\n");
        for (List<Object> row : table.rows()) {
            page.append("<tr>");
            row.forEach(cell -> page.append("<td>")
                    .append(escaped(TextTable.shown(cell, 0)))
                    .append("</td>"));
            page.append("</tr>\n");
        }
        return page.append("</tbody></table></body></html>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
