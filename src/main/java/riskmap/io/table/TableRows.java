package riskmap.io.table;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a table that is open, one after another, blank ones left out; close it. */
public interface TableRows extends Closeable {
    /** The next row, or null after the last. */
    TableRow next() throws IOException;

    /** How much has been read, 0 to 1. */
    double fraction();
}
