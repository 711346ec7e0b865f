package riskmap.io.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.io.ImportLog;
import riskmap.io.ValueKind;

/**
 * What a first pass over a GeoJSON text finds out: that it is well-formed to its end, what its top object is, its
 * columns with their types, its geometry types and its CRS. A CRS given by link is never fetched.
 */
final class GeoJsonSchema {
    /** What the top object is. */
    enum Top {
        COLLECTION,
        FEATURE,
        GEOMETRY,
        OTHER
    }

    final Map<String, ValueKind> columns = new LinkedHashMap<>();
    final Set<String> geometryTypes = new TreeSet<>();
    Top top = Top.OTHER;
    boolean hasIds;
    boolean esri;
    private String crsName;
    private boolean crsLink;
    private String topType = "";

    /** Reads the whole text. */
    static GeoJsonSchema scan(JsonParser in) throws IOException {
        GeoJsonSchema schema = new GeoJsonSchema();
        if (in.nextToken() == JsonToken.START_OBJECT) {
            schema.scanTop(in);
        } else {
            in.skipChildren();
        }
        if (in.nextToken() != null) {
            throw new com.fasterxml.jackson.core.JsonParseException(in, "text after the end");
        }
        return schema;
    }

    private void scanTop(JsonParser in) throws IOException {
        boolean features = false;
        boolean coordinates = false;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken value = in.nextToken();
            switch (name) {
                case "features" -> {
                    features = value == JsonToken.START_ARRAY;
                    scanFeatures(in, value);
                }
                case "type" -> topType = value == JsonToken.VALUE_STRING ? in.getText() : "";
                case "crs" -> scanCrs(in, value);
                case "geometryType", "spatialReference" -> {
                    esri = true;
                    in.skipChildren();
                }
                case "coordinates", "geometries" -> {
                    coordinates = value == JsonToken.START_ARRAY;
                    in.skipChildren();
                }
                default -> scanMember(in, name, value);
            }
        }
        if (features && !esri) {
            top = Top.COLLECTION;
        } else if (topType.equals("Feature")) {
            top = Top.FEATURE;
        } else if (coordinates && !topType.isEmpty()) {
            top = Top.GEOMETRY;
            geometryTypes.clear();
            geometryTypes.add(topType);
        }
    }

    private void scanFeatures(JsonParser in, JsonToken value) throws IOException {
        if (value != JsonToken.START_ARRAY) {
            in.skipChildren();
            return;
        }
        for (JsonToken item = in.nextToken(); item != JsonToken.END_ARRAY; item = in.nextToken()) {
            if (item != JsonToken.START_OBJECT) {
                in.skipChildren();
                continue;
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                scanMember(in, name, in.nextToken());
            }
        }
    }

    /** A member of a feature. */
    private void scanMember(JsonParser in, String name, JsonToken value) throws IOException {
        switch (name) {
            case "properties" -> scanProperties(in, value);
            case "geometry" -> scanGeometry(in, value);
            case "attributes" -> {
                esri = true;
                in.skipChildren();
            }
            case "id" -> {
                hasIds |= value.isScalarValue() && value != JsonToken.VALUE_NULL;
                in.skipChildren();
            }
            default -> in.skipChildren();
        }
    }

    private void scanProperties(JsonParser in, JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            ValueKind kind = kind(in, in.nextToken());
            columns.merge(name, kind, ValueKind::with);
            in.skipChildren();
        }
    }

    private static ValueKind kind(JsonParser in, JsonToken value) throws IOException {
        return switch (value) {
            case VALUE_NULL -> ValueKind.NOTHING;
            case VALUE_TRUE, VALUE_FALSE -> ValueKind.BOOLEAN;
            case VALUE_NUMBER_INT ->
                in.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? ValueKind.TEXT : ValueKind.INTEGER;
            case VALUE_NUMBER_FLOAT -> ValueKind.DECIMAL;
            default -> ValueKind.TEXT;
        };
    }

    private void scanGeometry(JsonParser in, JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            if (in.nextToken() == JsonToken.VALUE_STRING && name.equals("type")) {
                geometryTypes.add(in.getText());
            } else {
                in.skipChildren();
            }
        }
    }

    private void scanCrs(JsonParser in, JsonToken value) throws IOException {
        if (value != JsonToken.START_OBJECT) {
            in.skipChildren();
            return;
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            JsonToken member = in.nextToken();
            if (name.equals("type") && member == JsonToken.VALUE_STRING) {
                crsLink = in.getText().equals("link");
            } else if (name.equals("properties") && member == JsonToken.START_OBJECT) {
                scanCrs(in, member);
            } else if (name.equals("name") && member == JsonToken.VALUE_STRING) {
                crsName = in.getText();
            } else {
                in.skipChildren();
            }
        }
    }

    /** Why the CRS is what it is. */
    String crsReason() {
        return crsName == null || crsLink ? "io.crs-by-geojson" : "io.crs-by-member";
    }

    /** The CRS the text states, else WGS 84 (RFC 7946 §4). */
    CoordinateReferenceSystem crs(ImportLog log) {
        if (crsLink) {
            log.notice(Message.of("io.crs-link"));
        }
        if (crsName == null || crsLink) {
            return Crs.of(4326);
        }
        try {
            return Crs.of(crsName);
        } catch (RiskMapException unknown) {
            log.notice(unknown.userMessage());
            return null;
        }
    }
}
