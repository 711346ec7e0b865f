package riskmap.io.gpx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import riskmap.base.Message;
import riskmap.geo.crs.Crs;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.ReadOnlyFormat;
import riskmap.io.ReadOptions;
import riskmap.io.SourceFiles;
import riskmap.io.XmlSource;

/**
 * GPX, what hand-held receivers write; read only. Waypoints, routes and tracks are a layer each, those that are there;
 * a track is a line of its segments, with heights where every point has one and with its first and last time.
 *
 * <p><b>Source:</b> GPX 1.1 schema, topografix.com.
 */
public final class GpxFormat implements ReadOnlyFormat {
    private static final int HEAD = 4096;

    @Override
    public String id() {
        return "gpx";
    }

    @Override
    public List<String> extensions() {
        return List.of("gpx");
    }

    @Override
    public boolean reads(Path file) {
        String head = new String(SourceFiles.head(file, HEAD), StandardCharsets.ISO_8859_1);
        return head.contains("<gpx") || isNamedLike(file) && head.stripLeading().startsWith("<");
    }

    private static XmlSource source(Path file, ReadOptions options) {
        SourceFiles.check(file);
        return new XmlSource(file, options.encoding(), Files::newInputStream);
    }

    @Override
    public List<String> layers(Path file, ReadOptions options) {
        return GpxSchema.scan(source(file, options)).names();
    }

    @Override
    public FeatureStream read(Path file, String layer, ReadOptions options, ImportLog log) {
        XmlSource source = source(file, options);
        GpxSchema schema = GpxSchema.scan(source);
        List<String> names = schema.names();
        String wanted = SourceFiles.layer(file, layer, names);
        log.crs(Message.of(options.crs() != null ? "io.crs-by-user" : "io.crs-by-format"));
        try {
            return new GpxStream(source, schema, wanted, options.crs() == null ? Crs.of(4326) : options.crs(), log);
        } catch (IOException e) {
            throw SourceFiles.unreadable(file, e);
        }
    }
}
