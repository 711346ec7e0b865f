package riskmap.io.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.TextInput;

/**
 * How a CSV file is written: its encoding, its separator, whether Excel's {@code sep=} line comes first.
 *
 * @param charset encoding of the text
 * @param separator between fields
 * @param firstLine 1 when the first line is {@code sep=…} and not data, else 0
 */
record CsvDialect(Charset charset, char separator, int firstLine) {
    private static final char[] SEPARATORS = {',', ';', '\t', '|', '，'};
    /** Characters and records looked at to tell the separator. */
    private static final int SAMPLE = 1 << 16;

    private static final int RECORDS = 50;
    /** Longest record, characters. */
    private static final int LONGEST = 64 << 20;

    static CsvDialect detect(Path file, ReadOptions options, ImportLog log) throws IOException {
        Charset charset = TextInput.charset(file, options, log);
        char[] sample = new char[SAMPLE];
        int length = 0;
        try (Reader reader = TextInput.open(file, charset, new TextInput.Counter(file))) {
            for (int got = 0; got >= 0 && length < SAMPLE; got = reader.read(sample, length, SAMPLE - length)) {
                length += got;
            }
        }
        String text = new String(sample, 0, length);
        if (text.length() > 4 && text.regionMatches(true, 0, "sep=", 0, 4)) {
            return new CsvDialect(charset, text.charAt(4), 1);
        }
        char best = ',';
        double bestScore = -1;
        for (char separator : SEPARATORS) {
            double score = score(text, separator);
            if (score > bestScore) {
                best = separator;
                bestScore = score;
            }
        }
        return new CsvDialect(charset, best, 0);
    }

    /** How many records have as many fields as most have, when that is more than one; ties go to more fields. */
    private static double score(String text, char separator) {
        Map<Integer, Integer> counts = new HashMap<>();
        int records = 0;
        try (CsvReader<CsvRecord> reader =
                builder(separator).allowUnclosedQuote(true).ofCsvRecord(new StringReader(text))) {
            for (CsvRecord record : reader) {
                counts.merge(record.getFieldCount(), 1, Integer::sum);
                if (++records >= RECORDS) {
                    break;
                }
            }
        } catch (IOException | CsvParseException | java.io.UncheckedIOException damaged) {
            return -1;
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey() > 1)
                .mapToDouble(entry -> entry.getValue() + entry.getKey() / 1000.0)
                .max()
                .orElse(-1);
    }

    private static CsvReaderBuilder builder(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST);
    }

    /** Opens the records behind a {@code sep=} line. */
    CsvReader<CsvRecord> open(Path file, TextInput.Counter counter) throws IOException {
        Reader reader = TextInput.open(file, charset, counter);
        CsvReader<CsvRecord> records =
                builder(separator).allowUnclosedQuote(false).ofCsvRecord(reader);
        if (firstLine > 0) {
            records.iterator().next();
        }
        return records;
    }
}
