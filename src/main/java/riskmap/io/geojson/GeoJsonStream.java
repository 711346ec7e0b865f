package riskmap.io.geojson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.io.ColumnNames;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.NamedColumns;
import riskmap.io.Place;
import riskmap.io.TextInput;
import riskmap.io.ValueKind;

/** The second pass over a GeoJSON text: its features, one after another. */
final class GeoJsonStream extends FeatureStream {
    private final JsonParser in;
    private final TextInput.Counter counter;
    private final GeoJsonSchema schema;
    private final ImportLog log;
    private final NamedColumns columns;
    private final GeoJsonGeometry geometries;
    private final int idColumn;
    private long number;
    private boolean started;

    GeoJsonStream(
            String layer,
            JsonParser in,
            TextInput.Counter counter,
            GeoJsonSchema schema,
            CoordinateReferenceSystem crs,
            ImportLog log) {
        this.in = in;
        this.counter = counter;
        this.schema = schema;
        this.log = log;
        geometries = new GeoJsonGeometry(log);
        columns = columns(layer, schema, crs, log);
        idColumn = schema.hasIds && !schema.columns.containsKey("id") ? columns.index("id") : -1;
    }

    private static NamedColumns columns(
            String layer, GeoJsonSchema schema, CoordinateReferenceSystem crs, ImportLog log) {
        Map<String, ValueKind> found = new LinkedHashMap<>();
        if (schema.hasIds && !ColumnNames.isTaken("id", schema.columns.keySet())) {
            found.put("id", ValueKind.TEXT);
        }
        found.putAll(schema.columns);
        return new NamedColumns(layer, schema.geometryTypes, crs, found, log);
    }

    @Override
    public SimpleFeatureType type() {
        return columns.type();
    }

    @Override
    public SimpleFeature next() throws IOException {
        if (!started) {
            started = true;
            in.nextToken();
            if (schema.top != GeoJsonSchema.Top.COLLECTION) {
                return single();
            }
            while (!(in.nextToken() == JsonToken.FIELD_NAME && in.currentName().equals("features"))) {
                in.nextToken();
                in.skipChildren();
            }
            in.nextToken();
        } else if (schema.top != GeoJsonSchema.Top.COLLECTION) {
            return null;
        }
        while (in.nextToken() == JsonToken.START_OBJECT || in.currentToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() == null) {
                return null;
            }
            number++;
            log.read(1);
            if (in.currentToken() == JsonToken.START_OBJECT) {
                return feature();
            }
            in.skipChildren();
            log.skipped(Message.of("io.json-no-feature"), place());
        }
        return null;
    }

    private SimpleFeature single() throws IOException {
        number++;
        log.read(1);
        if (schema.top == GeoJsonSchema.Top.FEATURE) {
            return feature();
        }
        Object[] values = columns.values();
        values[0] = geometry();
        return columns.feature(values, number);
    }

    private SimpleFeature feature() throws IOException {
        Object[] values = columns.values();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            if (name.equals("geometry")) {
                values[0] = geometry();
            } else if (name.equals("properties") && value == JsonToken.START_OBJECT) {
                properties(values);
            } else if (name.equals("id") && idColumn > 0 && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                values[idColumn] = in.getText();
            } else {
                in.skipChildren();
            }
        }
        return columns.feature(values, number);
    }

    private Geometry geometry() throws IOException {
        try {
            Geometry geometry = geometries.read(in, place());
            return columns.promoted(geometry);
        } catch (GeoJsonGeometry.BadGeometry bad) {
            log.repaired(Message.of("io.geometry-unreadable", bad.getMessage()), place());
            return null;
        }
    }

    private void properties(Object[] values) throws IOException {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            int column = columns.index(in.currentName());
            JsonToken token = in.nextToken();
            if (column < 0 || column == idColumn) {
                in.skipChildren();
            } else {
                values[column] = value(token, columns.kind(column));
            }
        }
    }

    private Object value(JsonToken token, ValueKind kind) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (token.isStructStart()) {
            return nested();
        }
        return switch (kind) {
            case INTEGER -> in.getLongValue();
            case DECIMAL -> finite(in.getDoubleValue());
            case BOOLEAN -> in.getBooleanValue();
            default -> in.getText();
        };
    }

    private Double finite(double value) {
        if (Double.isFinite(value)) {
            return value;
        }
        log.repaired(Message.of("io.number-not-finite"), place());
        return null;
    }

    /** An object or array as JSON text. */
    private String nested() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = GeoJsonFormat.JSON.createGenerator(text)) {
            generator.copyCurrentStructure(in);
        }
        return text.toString();
    }

    @Override
    public double fraction() {
        return counter.fraction();
    }

    @Override
    public Place place() {
        return Place.feature(number);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
