package riskmap.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** What a first pass over a CSV file finds out: its columns, their types, where its rows lie. */
final class CsvSchema {
    // a whole number with a leading zero is a code, not a number
    private static final Pattern INTEGER = Pattern.compile("[+-]?(?:0|[1-9]\\d{0,17})");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:0|[1-9]\\d*)?\\.?\\d*(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern LEADING_ZERO = Pattern.compile("[+-]?0\\d.*");

    final List<String> columns = new ArrayList<>();
    final List<ValueKind> kinds = new ArrayList<>();
    final Envelope extent = new Envelope();
    final TreeSet<String> geometryTypes = new TreeSet<>();
    CsvPlace place = new CsvPlace(-1, -1, -1, false);
    boolean hasHeader = true;
    long rows;

    static CsvSchema scan(Path file, CsvDialect dialect, ReadOptions options, ImportLog log) throws IOException {
        CsvSchema schema = new CsvSchema();
        try (CsvReader<CsvRecord> reader = dialect.open(file, new TextInput.Counter(file))) {
            Iterator<CsvRecord> records = reader.iterator();
            if (!records.hasNext()) {
                throw RiskMapException.of("io.csv-empty", file);
            }
            CsvRecord first = records.next();
            schema.header(first.getFields(), log);
            schema.place = CsvPlace.of(schema.columns, options);
            if (!schema.hasHeader) {
                schema.row(first.getFields());
            }
            while (records.hasNext()) {
                schema.row(records.next().getFields());
            }
            return schema;
        } catch (CsvParseException malformed) {
            throw malformed(file, malformed);
        }
    }

    static RiskMapException malformed(Path file, CsvParseException cause) {
        Throwable deepest = cause.getCause() == null ? cause : cause.getCause();
        return new RiskMapException(
                Message.of(
                        "io.csv-malformed",
                        file,
                        cause.getMessage() + " " + (deepest == cause ? "" : deepest.getMessage())),
                cause);
    }

    private void header(List<String> fields, ImportLog log) {
        hasHeader = !fields.stream()
                .allMatch(field -> kind(field) == ValueKind.INTEGER || kind(field) == ValueKind.DECIMAL);
        for (int i = 0; i < fields.size(); i++) {
            String stated = hasHeader ? fields.get(i).strip().replaceAll("\\s+", " ") : "";
            String name = stated.isEmpty() ? "column_" + (i + 1) : stated;
            String unique = ColumnNames.unique(name, columns);
            if (!stated.isEmpty() && !unique.equals(name)) {
                log.notice(Message.of("io.column-renamed", name, unique));
            }
            columns.add(unique);
            kinds.add(ValueKind.NOTHING);
        }
        if (!hasHeader) {
            log.notice(Message.of("io.csv-no-header"));
        }
    }

    private void row(List<String> fields) {
        rows++;
        for (int i = 0; i < Math.min(fields.size(), columns.size()); i++) {
            kinds.set(i, kinds.get(i).with(kind(fields.get(i))));
        }
        Geometry geometry = place.isSpatial() ? place.geometry(fields, new ImportLog(), Place.file()) : null;
        if (geometry != null) {
            extent.expandToInclude(geometry.getEnvelopeInternal());
            geometryTypes.add(geometry.getGeometryType());
        }
    }

    static ValueKind kind(String field) {
        String text = field.strip();
        if (text.isEmpty()) {
            return ValueKind.NOTHING;
        }
        if (INTEGER.matcher(text).matches()) {
            return ValueKind.INTEGER;
        }
        boolean digit = text.chars().anyMatch(c -> c >= '0' && c <= '9');
        if (digit
                && !LEADING_ZERO.matcher(text).matches()
                && text.length() <= 24
                && DECIMAL.matcher(text).matches()) {
            return Character.isDigit(text.charAt(text.length() - 1)) || text.endsWith(".")
                    ? decimal(text)
                    : ValueKind.TEXT;
        }
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false") ? ValueKind.BOOLEAN : ValueKind.TEXT;
    }

    /** Digits beyond a long without a decimal point are a code. */
    private static ValueKind decimal(String text) {
        boolean plain = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        return plain ? ValueKind.TEXT : ValueKind.DECIMAL;
    }

    /** Whether all coordinates may be degrees. */
    boolean looksGeographic() {
        return !extent.isNull()
                && extent.getMinX() >= -180
                && extent.getMaxX() <= 360
                && extent.getMinY() >= -90
                && extent.getMaxY() <= 90;
    }
}
