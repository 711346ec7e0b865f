package riskmap.io.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import riskmap.io.CellText;

/** Rows of a table as a CSV file; UTF-8 with a byte order mark, by which Excel knows it. */
public final class CsvRowsWriter implements TableRowsWriter {
    private final CsvWriter csv;

    public CsvRowsWriter(Path file, Charset charset) throws IOException {
        var encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        Writer out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), encoder), 1 << 16);
        if (charset.equals(StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
        }
        csv = CsvWriter.builder().quoteStrategy(new OtherSeparators()).build(out);
    }

    /** A text with the separator of other dialects is quoted: read in those it must not fall apart into formulas. */
    private static final class OtherSeparators implements QuoteStrategy {
        @Override
        public boolean quoteValue(int line, int field, String value) {
            return value.indexOf(';') >= 0 || value.indexOf('\t') >= 0;
        }
    }

    @Override
    public void header(List<String> names) {
        csv.writeRecord(names.stream().map(CellText::write).toList());
    }

    @Override
    public void row(List<Object> cells) {
        List<String> texts = new ArrayList<>(cells.size());
        for (Object cell : cells) {
            texts.add(cell == null ? "" : cell instanceof String text ? CellText.write(text) : text(cell));
        }
        csv.writeRecord(texts);
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal exact ? exact.toPlainString() : cell.toString();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
