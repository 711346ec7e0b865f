package riskmap.io.geojson;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.io.ImportLog;
import riskmap.io.ToDegrees;
import riskmap.io.WriteOptions;

/** Writes features as a GeoJSON feature collection, one feature a line. */
final class GeoJsonWriter {
    /** Decimals of moved degrees, 0.1 mm; coordinates that were not moved are written exactly. */
    private static final int DEGREE_DECIMALS = 9;

    private final SimpleFeatureCollection features;
    private final ImportLog log;
    private final CrsTransform transform;
    private final CoordinateReferenceSystem target;
    private final boolean rounded;

    GeoJsonWriter(SimpleFeatureCollection features, WriteOptions options, ImportLog log) {
        this.features = features;
        this.log = log;
        CoordinateReferenceSystem source = features.getSchema().getCoordinateReferenceSystem();
        target = options.crs() != null ? options.crs() : Crs.of(4326);
        if (source == null) {
            transform = null;
            if (features.getSchema().getGeometryDescriptor() != null) {
                log.notice(Message.of("io.written-without-crs"));
            }
        } else {
            transform = options.crs() == null ? ToDegrees.from(source, "GeoJSON") : Crs.transform(source, target);
        }
        rounded = transform != null && !transform.isIdentity() && Crs.isGeographic(target);
    }

    void write(Path file, Progress progress) throws IOException {
        SimpleFeatureType type = features.getSchema();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                JsonGenerator json = GeoJsonFormat.JSON.createGenerator(out);
                SimpleFeatureIterator iterator = features.features()) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("name", type.getTypeName());
            if (Crs.epsg(target) != 4326 && Crs.code(target) != null) {
                json.writeObjectFieldStart("crs");
                json.writeStringField("type", "name");
                json.writeObjectFieldStart("properties");
                json.writeStringField("name", "urn:ogc:def:crs:EPSG::" + Crs.epsg(target));
                json.writeEndObject();
                json.writeEndObject();
            }
            json.writeArrayFieldStart("features");
            long number = 0;
            while (iterator.hasNext()) {
                json.writeRaw('\n');
                write(json, iterator.next(), type.getAttributeDescriptors());
                log.read(1);
                log.written(1);
                if (++number % 1000 == 0) {
                    progress.check();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private void write(JsonGenerator json, SimpleFeature feature, List<AttributeDescriptor> attributes)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("properties");
        for (int i = 0; i < attributes.size(); i++) {
            Object value = feature.getAttribute(i);
            if (!Geometry.class.isAssignableFrom(attributes.get(i).getType().getBinding())) {
                json.writeFieldName(attributes.get(i).getLocalName());
                writeValue(json, value);
            }
        }
        json.writeEndObject();
        json.writeFieldName("geometry");
        Geometry geometry = (Geometry) feature.getDefaultGeometry();
        write(json, transform == null ? geometry : transform.apply(geometry));
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            json.writeNull();
        } else if (value instanceof Double || value instanceof Float) {
            json.writeNumber(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            json.writeNumber(number.toString());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof byte[] bytes) {
            json.writeBinary(bytes);
        } else {
            json.writeString(value.toString());
        }
    }

    private void write(JsonGenerator json, Geometry geometry) throws IOException {
        if (geometry == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("type", geometry instanceof LinearRing ? "LineString" : geometry.getGeometryType());
        if (geometry.getClass() == GeometryCollection.class) {
            json.writeArrayFieldStart("geometries");
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                write(json, geometry.getGeometryN(i));
            }
            json.writeEndArray();
        } else {
            json.writeFieldName("coordinates");
            writeCoordinates(json, geometry);
        }
        json.writeEndObject();
    }

    private void writeCoordinates(JsonGenerator json, Geometry geometry) throws IOException {
        if (geometry instanceof Point point) {
            if (point.isEmpty()) {
                json.writeStartArray();
                json.writeEndArray();
            } else {
                writePosition(json, point.getCoordinateSequence(), 0);
            }
        } else if (geometry instanceof LineString line) {
            write(json, line.getCoordinateSequence(), false);
        } else if (geometry instanceof Polygon polygon) {
            json.writeStartArray();
            if (!polygon.isEmpty()) {
                writeRing(json, polygon.getExteriorRing(), true);
            }
            for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
                writeRing(json, polygon.getInteriorRingN(i), false);
            }
            json.writeEndArray();
        } else {
            json.writeStartArray();
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                writeCoordinates(json, geometry.getGeometryN(i));
            }
            json.writeEndArray();
        }
    }

    private void writeRing(JsonGenerator json, LinearRing ring, boolean counterClockwise) throws IOException {
        CoordinateSequence sequence = ring.getCoordinateSequence();
        write(json, sequence, Orientation.isCCW(sequence) != counterClockwise);
    }

    private void write(JsonGenerator json, CoordinateSequence sequence, boolean reversed) throws IOException {
        json.writeStartArray();
        int last = sequence.size() - 1;
        for (int i = 0; i <= last; i++) {
            writePosition(json, sequence, reversed ? last - i : i);
        }
        json.writeEndArray();
    }

    private void writePosition(JsonGenerator json, CoordinateSequence sequence, int i) throws IOException {
        json.writeStartArray();
        writeOrdinate(json, sequence.getX(i));
        writeOrdinate(json, sequence.getY(i));
        double z = sequence.getZ(i);
        if (!Double.isNaN(z)) {
            json.writeNumber(z);
        }
        json.writeEndArray();
    }

    private void writeOrdinate(JsonGenerator json, double value) throws IOException {
        if (rounded && Double.isFinite(value)) {
            BigDecimal plain = BigDecimal.valueOf(value).setScale(DEGREE_DECIMALS, RoundingMode.HALF_EVEN);
            json.writeNumber(plain.doubleValue());
        } else {
            json.writeNumber(value);
        }
    }
}
