package riskmap.io.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.io.ColumnNames;
import riskmap.io.ImportLog;
import riskmap.io.ValueKind;

/**
 * Where the header of a table is. Tables of other offices often begin with a title across all columns and a line of who
 * filled it in; their header may take two rows, a group above its columns.
 *
 * @param names what the columns are called, in order
 * @param dataRow index among the rows (from 0) of the first one behind the header
 * @param headerRow index among the rows of the header's last row, −1 without a header
 */
public record TableHeader(List<String> names, int dataRow, int headerRow) {
    /** Rows looked at. */
    public static final int ROWS = 40;
    /** A header fills at least this share of the widest row. */
    private static final double SHARE = 0.6;

    /**
     * Finds it.
     *
     * @param rows the first rows of the table, at least one
     * @param stated the number of the header's row as the user counts, from 1; 0 for none; null to find it
     */
    public static TableHeader of(List<TableRow> rows, Integer stated, ImportLog log) {
        if (stated != null) {
            return stated(rows, stated, log);
        }
        int first = find(rows);
        if (first < 0) {
            boolean numbers = isNumbers(rows.get(0));
            if (numbers) {
                log.notice(Message.of("io.csv-no-header"));
                return named(List.of(), width(rows), -1, log);
            }
            return named(texts(rows.get(0)), rows.get(0).cells().size(), 0, log);
        }
        int last = first;
        List<String> names = texts(rows.get(first));
        if (isGroups(rows, first)) {
            last = first + 1;
            names = joined(names, texts(rows.get(last)));
        }
        if (first > 0) {
            log.notice(
                    Message.of("io.table-header", Long.toString(rows.get(first).line()), Integer.toString(first)));
        }
        return named(names, Math.max(names.size(), width(rows.subList(first, rows.size()))), last, log);
    }

    private static TableHeader stated(List<TableRow> rows, int number, ImportLog log) {
        if (number <= 0) {
            return named(List.of(), width(rows), -1, log);
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).line() == number) {
                return named(texts(rows.get(i)), rows.get(i).cells().size(), i, log);
            }
        }
        throw RiskMapException.of("io.table-header-none", Integer.toString(number));
    }

    /** The first row that reads like names and is about as wide as the table; −1 where there is none. */
    private static int find(List<TableRow> rows) {
        int widest = rows.stream().mapToInt(TableRow::filled).max().orElse(0);
        for (int i = 0; i < rows.size(); i++) {
            TableRow row = rows.get(i);
            boolean wide = row.filled() >= Math.max(2, Math.ceil(SHARE * widest));
            if (wide) {
                // below a title even a header with a few years among its names is one
                return isNames(row) || i > 0 && isMostlyText(row) ? i : -1;
            }
        }
        return -1;
    }

    /** Whether every filled cell is a text that is not a number, and none is there twice. */
    private static boolean isNames(TableRow row) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < row.cells().size(); i++) {
            String text = row.text(i).strip();
            if (text.isEmpty()) {
                continue;
            }
            boolean name =
                    row.cells().get(i) instanceof String && ValueKind.ofText(text) == ValueKind.TEXT && seen.add(text);
            if (!name) {
                return false;
            }
        }
        return !seen.isEmpty();
    }

    private static boolean isMostlyText(TableRow row) {
        int texts = 0;
        for (int i = 0; i < row.cells().size(); i++) {
            texts += ValueKind.ofText(row.text(i)) == ValueKind.TEXT ? 1 : 0;
        }
        return 2 * texts > row.filled();
    }

    private static boolean isNumbers(TableRow row) {
        for (int i = 0; i < row.cells().size(); i++) {
            ValueKind kind = ValueKind.ofText(row.text(i));
            if (kind != ValueKind.INTEGER && kind != ValueKind.DECIMAL) {
                return false;
            }
        }
        return true;
    }

    /** Whether the row below names the columns of groups: it fills what is blank above, and is not data. */
    private static boolean isGroups(List<TableRow> rows, int header) {
        if (header + 1 >= rows.size()) {
            return false;
        }
        TableRow top = rows.get(header);
        TableRow below = rows.get(header + 1);
        boolean fills = false;
        for (int i = 0; i < below.cells().size(); i++) {
            if (below.text(i).isBlank()) {
                continue;
            }
            boolean name = below.cells().get(i) instanceof String && ValueKind.ofText(below.text(i)) == ValueKind.TEXT;
            boolean group = !top.text(i).isBlank()
                    && i + 1 < below.cells().size()
                    && top.text(i + 1).isBlank()
                    && !below.text(i + 1).isBlank();
            if (!name || !top.text(i).isBlank() && !group) {
                return false;
            }
            fills |= top.text(i).isBlank();
        }
        return fills;
    }

    private static List<String> joined(List<String> top, List<String> below) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.max(top.size(), below.size()); i++) {
            String lower = i < below.size() ? below.get(i) : "";
            names.add(lower.isEmpty() ? top.get(i) : lower);
        }
        return names;
    }

    private static List<String> texts(TableRow row) {
        List<String> result = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            result.add(row.text(i).strip().replaceAll("\\s+", " "));
        }
        return result;
    }

    private static int width(List<TableRow> rows) {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    private static TableHeader named(List<String> stated, int width, int headerRow, ImportLog log) {
        List<String> names = new ArrayList<>();
        ColumnNames taken = new ColumnNames(List.of());
        for (int i = 0; i < Math.max(width, stated.size()); i++) {
            String own = i < stated.size() ? stated.get(i) : "";
            String name = own.isEmpty() ? "column_" + (i + 1) : own;
            String unique = taken.take(name);
            if (!own.isEmpty() && !unique.equals(name)) {
                log.notice(Message.of(
                        "io.column-renamed", ColumnNames.shown(List.of(name)), ColumnNames.shown(List.of(unique))));
            }
            names.add(unique);
        }
        return new TableHeader(names, headerRow + 1, headerRow);
    }
}
