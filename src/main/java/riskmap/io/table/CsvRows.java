package riskmap.io.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.io.TextInput;

/** The records of a CSV file as rows of a table. */
final class CsvRows implements TableRows {
    private final Path file;
    private final TextInput.Counter counter;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;

    CsvRows(Path file, CsvDialect dialect) throws IOException {
        this.file = file;
        counter = new TextInput.Counter(file);
        try {
            reader = dialect.open(file, counter);
        } catch (CsvParseException malformed) {
            throw malformed(file, malformed);
        }
        records = reader.iterator();
    }

    @Override
    public TableRow next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            List<Object> cells = Collections.unmodifiableList(record.getFields());
            return new TableRow(record.getStartingLineNumber(), cells);
        } catch (CsvParseException malformed) {
            throw malformed(file, malformed);
        }
    }

    private static RiskMapException malformed(Path file, CsvParseException cause) {
        Throwable deepest = cause.getCause() == null ? cause : cause.getCause();
        return new RiskMapException(
                Message.of(
                        "io.csv-malformed",
                        file,
                        cause.getMessage() + " " + (deepest == cause ? "" : deepest.getMessage())),
                cause);
    }

    @Override
    public double fraction() {
        return counter.fraction();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
