package riskmap.io.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where the rows of a table are written; close it. */
interface TableRowsWriter extends Closeable {
    void header(List<String> names) throws IOException;

    /** How many decimals the numbers of a column are shown with, for a file that knows formats. */
    default void shown(int column, int decimals) {}

    /** A row: String, Number, Boolean, LocalDate, Instant, or null for an empty cell. */
    void row(List<Object> cells) throws IOException;
}
