package riskmap.io;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.base.Message;

/** The second pass over a CSV file: its rows as features. Places are numbers of lines. */
final class CsvStream extends FeatureStream {
    private static final String GEOMETRY = "geom";

    private final Path file;
    private final CsvSchema schema;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private final TextInput.Counter counter;
    private final ImportLog log;
    private final Rows rows;
    private final int[] columns;
    private long line;
    private long number;

    CsvStream(Path file, CsvDialect dialect, CsvSchema schema, CoordinateReferenceSystem crs, ImportLog log)
            throws IOException {
        this.file = file;
        this.schema = schema;
        this.log = log;
        counter = new TextInput.Counter(file);
        reader = dialect.open(file, counter);
        records = reader.iterator();
        if (schema.hasHeader) {
            line = records.next().getStartingLineNumber();
        }
        columns = new int[schema.columns.size()];
        rows = new Rows(type(crs));
    }

    private SimpleFeatureType type(CoordinateReferenceSystem crs) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(SourceFiles.baseName(file));
        int next = 0;
        if (schema.place.isSpatial()) {
            boolean only = schema.geometryTypes.size() == 1 && schema.geometryTypes.contains("Point");
            String name = ColumnNames.unique(GEOMETRY, schema.columns);
            builder.add(name, only || schema.place.isPoint() ? Point.class : Geometry.class, crs);
            builder.setDefaultGeometry(name);
            next++;
        }
        for (int i = 0; i < columns.length; i++) {
            // well-known text becomes the geometry; x and y stay as columns too, as the file has them
            columns[i] = i == schema.place.wkt() ? -1 : next++;
            if (columns[i] >= 0) {
                builder.nillable(true)
                        .add(schema.columns.get(i), schema.kinds.get(i).binding());
            }
        }
        return builder.buildFeatureType();
    }

    @Override
    public SimpleFeatureType type() {
        return rows.type();
    }

    @Override
    public SimpleFeature next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            number++;
            log.read(1);
            return feature(record.getFields());
        } catch (CsvParseException malformed) {
            throw CsvSchema.malformed(file, malformed);
        }
    }

    private SimpleFeature feature(List<String> fields) {
        Object[] values = new Object[rows.size()];
        if (schema.place.isSpatial()) {
            values[0] = schema.place.geometry(fields, log, place());
        }
        for (int i = 0; i < Math.min(fields.size(), columns.length); i++) {
            if (columns[i] >= 0) {
                values[columns[i]] = value(fields.get(i), schema.kinds.get(i));
            }
        }
        boolean extra = fields.size() > columns.length
                && fields.subList(columns.length, fields.size()).stream().anyMatch(text -> !text.isBlank());
        if (extra) {
            log.repaired(Message.of("io.csv-extra", Integer.toString(fields.size() - columns.length)), place());
        } else if (fields.size() < columns.length) {
            log.repaired(Message.of("io.csv-short", Integer.toString(columns.length - fields.size())), place());
        }
        return rows.feature(values, number);
    }

    private static Object value(String field, ValueKind kind) {
        String text = field.strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case INTEGER -> Long.valueOf(text.startsWith("+") ? text.substring(1) : text);
            case DECIMAL -> Double.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            default -> CsvText.read(field);
        };
    }

    @Override
    public double fraction() {
        return counter.fraction();
    }

    @Override
    public Place place() {
        return Place.line(line);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
