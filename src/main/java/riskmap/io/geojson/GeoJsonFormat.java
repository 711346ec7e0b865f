package riskmap.io.geojson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.NewFiles;
import riskmap.io.ReadOptions;
import riskmap.io.SourceFiles;
import riskmap.io.TextInput;
import riskmap.io.VectorFormat;
import riskmap.io.WriteOptions;

/**
 * GeoJSON: feature collections, single features and bare geometries, read in two streaming passes. A column takes the
 * narrowest type that holds all its values; objects and arrays become JSON text; ids become a column {@code id}. The
 * old {@code crs} member is honoured by name; a link is never followed.
 *
 * <p>Written as RFC 7946 says: longitude and latitude on WGS 84, shells counter-clockwise; in another CRS when asked,
 * with a {@code crs} member.
 *
 * <p><b>Source:</b> RFC 7946; the GeoJSON format specification of 2008 for {@code crs}.
 */
public final class GeoJsonFormat implements VectorFormat {
    static final JsonFactory JSON = new JsonFactory();

    private static final int HEAD = 512;

    @Override
    public String id() {
        return "geojson";
    }

    @Override
    public List<String> extensions() {
        return List.of("geojson", "json");
    }

    @Override
    public boolean reads(Path file) {
        if (isNamedLike(file)) {
            return true;
        }
        String head = new String(SourceFiles.head(file, HEAD), java.nio.charset.StandardCharsets.UTF_8).strip();
        return head.startsWith("{") && head.contains("\"type\"");
    }

    @Override
    public List<String> layers(Path file, ReadOptions options) {
        return List.of(SourceFiles.baseName(file));
    }

    @Override
    public FeatureStream read(Path file, String layer, ReadOptions options, ImportLog log) {
        SourceFiles.check(file);
        Charset charset = TextInput.charset(file, options, log);
        GeoJsonSchema schema;
        try (JsonParser parser = open(file, charset, new TextInput.Counter(file))) {
            schema = GeoJsonSchema.scan(parser);
        } catch (JsonProcessingException malformed) {
            throw malformed(file, malformed);
        } catch (IOException e) {
            throw SourceFiles.unreadable(file, e);
        }
        if (schema.top == GeoJsonSchema.Top.OTHER) {
            throw RiskMapException.of(schema.esri ? "io.json-esri" : "io.json-not-geojson", file);
        }
        CoordinateReferenceSystem crs = options.crs() != null ? options.crs() : schema.crs(log);
        log.crs(Message.of(options.crs() != null ? "io.crs-by-user" : schema.crsReason()));
        try {
            TextInput.Counter counter = new TextInput.Counter(file);
            return new GeoJsonStream(
                    SourceFiles.baseName(file), open(file, charset, counter), counter, schema, crs, log);
        } catch (IOException e) {
            throw SourceFiles.unreadable(file, e);
        }
    }

    private static JsonParser open(Path file, Charset charset, TextInput.Counter counter) throws IOException {
        return JSON.createParser(TextInput.open(file, charset, counter));
    }

    private static RiskMapException malformed(Path file, JsonProcessingException cause) {
        JsonLocation at = cause.getLocation();
        return new RiskMapException(
                Message.of(
                        "io.json-malformed",
                        file,
                        at == null ? "?" : Integer.toString(at.getLineNr()),
                        at == null ? "?" : Integer.toString(at.getColumnNr()),
                        String.valueOf(cause.getOriginalMessage())
                                .lines()
                                .findFirst()
                                .orElse("")),
                cause);
    }

    @Override
    public ImportLog write(Path file, SimpleFeatureCollection features, WriteOptions options, Progress progress) {
        ImportLog log = new ImportLog();
        log.about(file.getFileName().toString());
        String name = file.getFileName().toString();
        try (NewFiles files = new NewFiles(file)) {
            new GeoJsonWriter(features, options, log).write(files.path(name), progress);
            files.finish();
            return log;
        } catch (IOException e) {
            throw SourceFiles.unwritable(file, e);
        }
    }
}
