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
            String unit = column.unit().isEmpty() ? "" : " (" + UnitText.of(column.unit(), language) + ")";
            String title = column.title().text(language).replace("\n", " ");
            heads.add(new Block.Column(title + unit, number, column.decimals()));
        }
        List<Block.Row> rows = new ArrayList<>();
        for (List<Object> row : table.rows()) {
            List<Object> cells = new ArrayList<>();
            chosen.forEach(i -> cells.add(cell(row.get(i), language)));
            rows.add(new Block.Row(cells, isTotal(row)));
        }
        return new Block.Grid(table.id(), caption, heads, rows);
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
        boolean whole = numbers.stream().allMatch(n -> n == null || n instanceof Long || n instanceof Integer);
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
