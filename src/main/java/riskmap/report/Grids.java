package riskmap.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Translated;
import riskmap.base.UnitText;
import riskmap.data.Table;

/** Result tables as tables of a report. Values stay exact. */
public final class Grids {
    private Grids() {}

    /**
     * A result table.
     *
     * @param columns keys of the columns wanted, in this order; all when empty, and those the table lacks are left out
     */
    public static Block.Grid of(Table table, List<String> columns, String caption, Language language) {
        List<Integer> chosen = new ArrayList<>();
        if (columns.isEmpty()) {
            for (int i = 0; i < table.columns().size(); i++) {
                chosen.add(i);
            }
        }
        columns.stream().map(key -> index(table, key)).filter(i -> i >= 0).forEach(chosen::add);
        List<Block.Column> heads = new ArrayList<>();
        for (int i : chosen) {
            Table.Column column = table.columns().get(i);
            boolean number = table.rows().stream().map(row -> row.get(i)).anyMatch(Number.class::isInstance);
            String title = column.title().text(language).replace("\n", " ");
            heads.add(new Block.Column(UnitText.heading(title, column.unit(), language), number, column.decimals()));
        }
        List<Block.Row> rows = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            List<Object> cells = new ArrayList<>();
            chosen.forEach(i -> cells.add(cell(row.get(i), language)));
            rows.add(new Block.Row(cells, isTotal(row)));
        }
        // a column of one unit has its decimals in every row; one without a unit may hold amounts of several units
        List<Integer> alike = new ArrayList<>();
        for (int k = 0; k < chosen.size(); k++) {
            if (!table.columns().get(chosen.get(k)).unit().isEmpty()) {
                alike.add(k);
            }
        }
        return new Block.Grid(table.id(), caption, heads, alike(heads, rows, alike));
    }

    /**
     * Rows whose numbers have the same decimals within a column: “8” beside “4.20” becomes “8.00”. A column of nothing but
     * whole numbers stays so. Only what is shown changes, not the amounts.
     *
     * @param columns indexes of the columns whose numbers are amounts of one kind
     */
    public static List<Block.Row> alike(List<Block.Column> heads, List<Block.Row> rows, List<Integer> columns) {
        List<Integer> mixed = columns.stream()
                .filter(k -> heads.get(k).decimals() > 0
                        && rows.stream()
                                .anyMatch(row -> row.cells().get(k) instanceof Number number && !isWhole(number)))
                .toList();
        if (mixed.isEmpty()) {
            return rows;
        }
        return rows.stream()
                .map(row -> {
                    List<Object> cells = new ArrayList<>(row.cells());
                    for (int k : mixed) {
                        if (cells.get(k) instanceof Number number && isWhole(number)) {
                            cells.set(k, ShownNumber.exact(number));
                        }
                    }
                    return new Block.Row(cells, row.strong());
                })
                .toList();
    }

    private static boolean isWhole(Number number) {
        return number instanceof Long || number instanceof Integer;
    }

    /** Index of a column by its key, −1 for none. */
    public static int index(Table table, String key) {
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** A value of a result table as a cell. */
    public static Object cell(Object value, Language language) {
        if (value instanceof Message message) {
            return message.text(language);
        }
        if (value instanceof Translated title) {
            return title.in(language);
        }
        return value == null || value instanceof Number ? value : value.toString();
    }

    /** The sum of numbers, exactly: whole where all of them are. */
    public static Number sum(List<? extends Number> numbers) {
        java.math.BigDecimal sum = numbers.stream()
                .filter(Objects::nonNull)
                .map(ShownNumber::exact)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        boolean whole = numbers.stream().allMatch(n -> n == null || isWhole(n));
        return whole ? (Number) sum.longValueExact() : (Number) sum;
    }

    /** Rows of a table by the value of their first column, in order. */
    public static Map<Object, List<List<Object>>> byFirst(Table table) {
        Map<Object, List<List<Object>>> groups = new LinkedHashMap<>();
        table.rows().forEach(row -> groups.computeIfAbsent(row.get(0), key -> new ArrayList<>())
                .add(row));
        return groups;
    }

    private static boolean isTotal(List<Object> row) {
        return row.get(0) instanceof Message message && message.key().matches(".*[.-]total");
    }
}
