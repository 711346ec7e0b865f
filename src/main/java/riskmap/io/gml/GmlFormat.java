package riskmap.io.gml;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.ReadOnlyFormat;
import riskmap.io.ReadOptions;
import riskmap.io.SourceFiles;
import riskmap.io.XmlSource;

/**
 * GML with simple features, as map servers and other programs give it out: GML 2.1.2, 3.1 and 3.2; read only. Each kind
 * of feature is a layer. Types of columns come from the schema file (.xsd) beside it, else from the values. Coordinates
 * come out x first, whichever way their {@code srsName} says they are written: {@link GmlSrs}. Neither a schema
 * elsewhere nor anything else the file points to is fetched.
 *
 * <p><b>Source:</b> OGC 02-069 (2.1.2), OGC 03-105r1 (3.1.1), OGC 07-036 (3.2.1), OGC 10-100r3 (simple features).
 */
public final class GmlFormat implements ReadOnlyFormat {
    private static final int HEAD = 4096;

    @Override
    public String id() {
        return "gml";
    }

    @Override
    public List<String> extensions() {
        return List.of("gml");
    }

    @Override
    public boolean reads(Path file) {
        String head = new String(SourceFiles.head(file, HEAD), StandardCharsets.ISO_8859_1);
        boolean xml = head.stripLeading().startsWith("<") || head.startsWith("\u00ef\u00bb\u00bf<");
        boolean schema = SourceFiles.extension(file).equals("xsd");
        return xml && !schema && (isNamedLike(file) || head.contains("http://www.opengis.net/gml"));
    }

    private static XmlSource source(Path file, ReadOptions options) {
        SourceFiles.check(file);
        return new XmlSource(file, options.encoding(), Files::newInputStream);
    }

    @Override
    public List<String> layers(Path file, ReadOptions options) {
        return GmlSchema.scan(source(file, options), GmlTypes.none()).names();
    }

    @Override
    public FeatureStream read(Path file, String layer, ReadOptions options, ImportLog log) {
        XmlSource source = source(file, options);
        GmlSchema schema = GmlSchema.scan(source, GmlTypes.beside(file, log));
        List<String> names = schema.names();
        String wanted = SourceFiles.layer(file, layer, names);
        if (source.detected() != null) {
            log.notice(Message.of("io.encoding-detected", source.detected().name()));
        }
        GmlSchema.Layer found = schema.layer(wanted);
        return new GmlStream(source, wanted, found, crs(found.srs(), options, log), log);
    }

    private static CoordinateReferenceSystem crs(GmlSrs srs, ReadOptions options, ImportLog log) {
        if (options.crs() != null) {
            log.crs(Message.of("io.crs-by-user"));
            return options.crs();
        }
        if (srs == null) {
            return null;
        }
        try {
            CoordinateReferenceSystem crs = srs.crs();
            log.crs(Message.of(srs.isNorthFirst(crs) ? "io.crs-by-gml-north" : "io.crs-by-gml-east", srs.name()));
            return crs;
        } catch (RiskMapException unknown) {
            log.notice(unknown.userMessage());
            return null;
        }
    }
}
