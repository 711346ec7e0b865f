package riskmap.ui.table;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The widths a user has given the columns of a table by hand, kept under a name from one day to the next: a line for each,
 * the width before the field.
 */
public final class ColumnWidths {
    private final Map<String, Double> widths = new HashMap<>();
    private final BiConsumer<String, Double> kept;

    private ColumnWidths(String text, java.util.function.Consumer<String> write) {
        text.lines().forEach(line -> {
            int space = line.indexOf(' ');
            if (space > 0 && line.substring(0, space).matches("\\d{1,5}")) {
                widths.put(line.substring(space + 1), Double.valueOf(line.substring(0, space)));
            }
        });
        kept = (field, width) -> {
            widths.put(field, width);
            write.accept(text());
        };
    }

    /** The widths of a table's columns, read and written under the table's name. */
    public static ColumnWidths of(String table, UnaryOperator<String> read, BiConsumer<String, String> write) {
        String name = "columns " + table;
        return new ColumnWidths(read.apply(name), text -> write.accept(name, text));
    }

    /** The width a user gave a column, or what is found out otherwise. */
    double of(String field, Supplier<Double> otherwise) {
        Double given = widths.get(field);
        return given == null ? otherwise.get() : given;
    }

    /** Keeps the width a user has given a column. */
    void keep(String field, double width) {
        kept.accept(field, (double) Math.round(width));
    }

    private String text() {
        return widths.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> Math.round(each.getValue()) + " " + each.getKey())
                .collect(Collectors.joining("\n"));
    }
}
