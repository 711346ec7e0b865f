package riskmap.io.table;

import java.io.IOException;
import java.nio.file.Path;

/** A table that can be read from its start as often as needed: a CSV file, a sheet of a workbook. */
public interface TableSource {
    /** The file it is in. */
    Path file();

    /** What the layer is called. */
    String name();

    TableRows open() throws IOException;
}
