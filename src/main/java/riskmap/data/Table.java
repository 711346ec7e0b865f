package riskmap.data;

import java.time.temporal.Temporal;
import java.util.Date;
import java.util.List;
import riskmap.base.Message;

/**
 * A table of results: what the command line prints, the window shows, the page and the report carry. Values are exact;
 * rounding happens only where they are shown, by the column's decimals.
 *
 * @param id name of the table, lower-case with hyphens
 * @param title what it is called
 * @param columns its columns
 * @param rows one list per row, as long as the columns; a value is a String, Number, date ({@link #isDate}), Message or null
 */
public record Table(String id, Message title, List<Column> columns, List<List<Object>> rows) {
    /**
     * A column.
     *
     * @param key its name in files
     * @param title its heading
     * @param unit unit symbol or the empty string
     * @param decimals decimals shown for numbers
     */
    public record Column(String key, Message title, String unit, int decimals) {}

    /** Whether a value is a day or a moment. */
    public static boolean isDate(Object value) {
        return value instanceof Date || value instanceof Temporal;
    }

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
