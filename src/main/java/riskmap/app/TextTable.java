package riskmap.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import riskmap.base.Message;
import riskmap.base.UnitText;
import riskmap.data.Table;

/** A table as text in columns, Chinese characters counted as two wide; and as facts for JSON. */
public final class TextTable {
    /** Columns that a text may take: beyond it, its middle is left out. */
    private static final int WIDEST = 60;
    /** Of them, those that its end keeps: texts that begin alike often end apart. */
    private static final int END = 20;

    private TextTable() {}

    /**
     * The table with its title, headings and rows, each on one line; numbers rounded to the column's decimals and set right,
     * long texts without their middle.
     */
    public static String text(Table table) {
        List<List<String>> cells = new ArrayList<>();
        List<String> headings = new ArrayList<>();
        for (Table.Column column : table.columns()) {
            headings.add(onLine(UnitText.heading(column.title().text(), column.unit())));
        }
        cells.add(headings);
        for (List<Object> row : table.rows()) {
            List<String> line = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                line.add(onLine(shown(row.get(i), table.columns().get(i).decimals())));
            }
            cells.add(line);
        }
        return table.title().text() + "\n" + columns(cells, table);
    }

    /** Rows as maps from column key to value. */
    public static List<Map<String, Object>> facts(Table table) {
        List<Map<String, Object>> result = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            Map<String, Object> line = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                Object value = row.get(i);
                line.put(
                        table.columns().get(i).key(),
                        value instanceof Message message
                                ? message.text()
                                : Table.isDate(value) ? value.toString() : value);
            }
            result.add(line);
        }
        return result;
    }

    /** A value as a person reads it: numbers with thousands separators and the given decimals, nothing as “–”. */
    public static String shown(Object value, int decimals) {
        if (value == null) {
            return "–";
        }
        if (value instanceof Double || value instanceof Float) {
            return String.format(Locale.ROOT, "%,." + decimals + "f", ((Number) value).doubleValue());
        }
        if (value instanceof Number number) {
            return String.format(Locale.ROOT, "%,d", number.longValue());
        }
        return value instanceof Message message ? message.text() : value.toString();
    }

    /** A text that keeps to one line of a table: breaks as ↵, other control characters as spaces. */
    static String onLine(String text) {
        String line = text.length() > 4 * WIDEST
                ? text.substring(0, 2 * WIDEST) + text.substring(text.length() - 2 * WIDEST)
                : text;
        line = line.strip().replaceAll("\\R", "↵").replaceAll("\\p{Cntrl}", " ");
        if (width(line) <= WIDEST) {
            return line;
        }
        int[] points = line.codePoints().toArray();
        int from = 0;
        for (int used = 0; used < WIDEST - END - 1; from++) {
            used += width(Character.toString(points[from]));
        }
        int to = points.length;
        for (int used = 0; used < END; to--) {
            used += width(Character.toString(points[to - 1]));
        }
        return new String(points, 0, from - 1) + "…" + new String(points, to, points.length - to);
    }

    /** A number without grouping, whole numbers without a decimal point. */
    public static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** Lines of cells aligned in columns; the first line is the heading. */
    public static String columns(List<List<String>> cells, Table table) {
        int count = cells.get(0).size();
        int[] width = new int[count];
        boolean[] numeric = new boolean[count];
        for (int i = 0; i < count; i++) {
            numeric[i] = table != null && isNumeric(table, i);
        }
        for (List<String> line : cells) {
            for (int i = 0; i < count; i++) {
                width[i] = Math.max(width[i], width(line.get(i)));
            }
        }
        StringBuilder result = new StringBuilder();
        for (int row = 0; row < cells.size(); row++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < count; i++) {
                boolean right = row > 0 && numeric[i];
                String cell = cells.get(row).get(i);
                String space = " ".repeat(width[i] - width(cell));
                line.append(right ? space + cell : cell + space).append(i < count - 1 ? "  " : "");
            }
            result.append(line.toString().stripTrailing()).append('\n');
        }
        return result.toString();
    }

    private static boolean isNumeric(Table table, int column) {
        return table.rows().stream().anyMatch(row -> row.get(column) instanceof Number);
    }

    /** Columns a text takes on a terminal: East Asian wide characters take two. */
    public static int width(String text) {
        return text.codePoints()
                .map(c -> (c >= 0x1100 && c <= 0x115F)
                                || (c >= 0x2E80 && c <= 0xA4CF)
                                || (c >= 0xAC00 && c <= 0xD7A3)
                                || (c >= 0xF900 && c <= 0xFAFF)
                                || (c >= 0xFE30 && c <= 0xFE6F)
                                || (c >= 0xFF00 && c <= 0xFF60)
                                || (c >= 0x20000 && c <= 0x3FFFD)
                        ? 2
                        : 1)
                .sum();
    }
}
