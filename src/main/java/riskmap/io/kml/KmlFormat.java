package riskmap.io.kml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.NewFiles;
import riskmap.io.ReadOptions;
import riskmap.io.SourceFiles;
import riskmap.io.VectorFormat;
import riskmap.io.WriteOptions;
import riskmap.io.XmlSource;
import riskmap.io.ZipLimits;

/**
 * KML, and KMZ, which is KML in a zip archive. Each folder with placemarks of its own is a layer; name, description,
 * times, data and schema data are columns; tracks are lines. Links to other files and to the network are never followed;
 * pictures and models are counted and left out. Heights of zero that are clamped to the ground are no heights.
 *
 * <p>Written on WGS 84, as KML always is: one folder a layer, values as schema data.
 *
 * <p><b>Source:</b> OGC 12-007r2, KML 2.3.
 */
public final class KmlFormat implements VectorFormat {
    private static final int HEAD = 4096;
    /** What the KML in an archive may unpack to. */
    private static final long MOST_BYTES = 2L << 30;

    @Override
    public String id() {
        return "kml";
    }

    @Override
    public List<String> extensions() {
        return List.of("kml", "kmz");
    }

    @Override
    public boolean reads(Path file) {
        byte[] head = SourceFiles.head(file, HEAD);
        if (isArchive(file)) {
            return head.length > 1 && head[0] == 'P' && head[1] == 'K';
        }
        String text = new String(head, java.nio.charset.StandardCharsets.ISO_8859_1);
        boolean xml = text.stripLeading().startsWith("<") || text.startsWith("\u00ef\u00bb\u00bf<");
        return xml && (isNamedLike(file) || text.contains("<kml"));
    }

    private static boolean isArchive(Path file) {
        return SourceFiles.extension(file).equals("kmz");
    }

    @Override
    public List<String> layers(Path file, ReadOptions options) {
        return KmlFolders.scan(source(file, options)).names();
    }

    private static XmlSource source(Path file, ReadOptions options) {
        SourceFiles.check(file);
        return new XmlSource(file, options.encoding(), KmlFormat::open);
    }

    /** The bytes of the KML. */
    private static InputStream open(Path file) throws IOException {
        if (!isArchive(file)) {
            return Files.newInputStream(file);
        }
        ZipFile zip = new ZipFile(file.toFile(), java.nio.charset.StandardCharsets.ISO_8859_1);
        try {
            ZipLimits limits = new ZipLimits(file, MOST_BYTES);
            limits.checkEntries(zip.size());
            ZipEntry entry = zip.stream()
                    .filter(found ->
                            found.getName().toLowerCase(java.util.Locale.ROOT).endsWith(".kml"))
                    // the one nearest to the root is the document, others are linked from it
                    .min(java.util.Comparator.comparingLong(found ->
                            found.getName().chars().filter(c -> c == '/').count()))
                    .orElseThrow(() -> RiskMapException.of("io.kmz-empty", file));
            InputStream in = limits.counted(zip.getInputStream(entry), entry.getCompressedSize());
            return new java.io.FilterInputStream(in) {
                @Override
                public void close() throws IOException {
                    super.close();
                    zip.close();
                }
            };
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    @Override
    public FeatureStream read(Path file, String layer, ReadOptions options, ImportLog log) {
        XmlSource source = source(file, options);
        KmlFolders folders = KmlFolders.scan(source);
        List<String> names = folders.names();
        String wanted = SourceFiles.layer(file, layer, names);
        folders.notices().forEach(log::notice);
        log.crs(Message.of(options.crs() != null ? "io.crs-by-user" : "io.crs-by-format"));
        if (source.detected() != null) {
            log.notice(Message.of("io.encoding-detected", source.detected().name()));
        }
        return new KmlStream(
                source, folders.folder(wanted), wanted, options.crs() == null ? Crs.of(4326) : options.crs(), log);
    }

    @Override
    public ImportLog write(Path file, SimpleFeatureCollection features, WriteOptions options, Progress progress) {
        return writeAll(file, List.of(features), options, progress);
    }

    @Override
    public boolean holdsSeveral() {
        return true;
    }

    @Override
    public boolean writesAnyCrs() {
        return false;
    }

    @Override
    public ImportLog writeAll(
            Path file, List<SimpleFeatureCollection> layers, WriteOptions options, Progress progress) {
        if (options.crs() != null && Crs.epsg(options.crs()) != 4326) {
            throw RiskMapException.of("io.only-wgs84", file, Crs.title(options.crs()));
        }
        ImportLog log = new ImportLog();
        String name = file.getFileName().toString();
        log.about(name);
        try (NewFiles files = new NewFiles(file)) {
            try (var out = new java.io.BufferedOutputStream(Files.newOutputStream(files.path(name)), 1 << 16)) {
                if (isArchive(file)) {
                    try (ZipOutputStream zip = new ZipOutputStream(out)) {
                        ZipEntry entry = new ZipEntry("doc.kml");
                        // a fixed time: the same features make the same bytes
                        entry.setTimeLocal(java.time.LocalDateTime.of(2000, 1, 1, 0, 0));
                        zip.putNextEntry(entry);
                        new KmlWriter(zip, log).write(SourceFiles.baseName(file), layers, progress);
                    }
                } else {
                    new KmlWriter(out, log).write(SourceFiles.baseName(file), layers, progress);
                }
            }
            files.finish();
            return log;
        } catch (IOException e) {
            throw SourceFiles.unwritable(file, e);
        }
    }
}
