package riskmap.io.shapefile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.SourceFiles;
import riskmap.io.Streams;
import riskmap.io.VectorFormat;
import riskmap.io.WriteOptions;

/**
 * Esri shapefile: .shp with .dbf, and .shx, .prj, .cpg where they are there; a .dbf alone is a table without geometry.
 *
 * <p>Null shapes are features without geometry. A record that cannot be decoded keeps its attributes and is counted;
 * rows marked deleted are skipped and counted. MultiPatch (surfaces in space) is refused: it has no polygon in the
 * plane. Dates are days; numbers without decimals of up to 18 digits are whole numbers.
 *
 * <p><b>Source:</b> Esri shapefile technical description (1998).
 */
public final class ShapefileFormat implements VectorFormat {
    /** Longest .prj file taken seriously, bytes. */
    private static final int PRJ_BYTES = 200_000;

    @Override
    public String id() {
        return "shapefile";
    }

    @Override
    public List<String> extensions() {
        return List.of("shp", "dbf");
    }

    @Override
    public boolean reads(Path file) {
        if (isTable(file)) {
            return true;
        }
        byte[] head = SourceFiles.head(file, 4);
        return head.length == 4 && ByteBuffer.wrap(head).getInt() == ShpReader.FILE_CODE;
    }

    private static boolean isTable(Path file) {
        return SourceFiles.extension(file).equals("dbf");
    }

    @Override
    public List<String> layers(Path file, ReadOptions options) {
        return List.of(SourceFiles.baseName(file));
    }

    @Override
    public FeatureStream read(Path file, String layer, ReadOptions options, ImportLog log) {
        SourceFiles.check(file);
        ShpReader shapes = null;
        DbfReader table = null;
        try {
            shapes = isTable(file) ? null : new ShpReader(file, log);
            Path dbf = isTable(file) ? file : SourceFiles.companion(file, "dbf");
            if (dbf == null) {
                log.notice(Message.of("io.dbf-missing"));
            } else {
                table = table(file, dbf, options, shapes == null, log);
            }
            return new ShapefileStream(file, shapes, table, crs(file, options, log), log);
        } catch (IOException | RuntimeException e) {
            Streams.close(shapes, table);
            throw e instanceof RiskMapException known ? known : SourceFiles.unreadable(file, e);
        }
    }

    /** The table, or null when it is damaged and the shapes can go without. */
    private static DbfReader table(Path file, Path dbf, ReadOptions options, boolean needed, ImportLog log)
            throws IOException {
        DbfReader table;
        try {
            table = new DbfReader(dbf, log);
        } catch (RiskMapException damaged) {
            if (needed) {
                throw damaged;
            }
            log.notice(damaged.userMessage());
            return null;
        }
        try {
            table.decodeWith(DbfEncoding.find(SourceFiles.companion(file, "cpg"), table, options, log));
            return table;
        } catch (IOException | RuntimeException e) {
            table.close();
            throw e;
        }
    }

    /** The CRS the user states, else that of the .prj, else null. */
    public static CoordinateReferenceSystem crs(Path file, ReadOptions options, ImportLog log) {
        if (options.crs() != null) {
            log.crs(Message.of("io.crs-by-user"));
            return options.crs();
        }
        Path prj = SourceFiles.companion(file, "prj");
        if (prj == null) {
            log.crs(Message.of("io.crs-not-stated"));
            return null;
        }
        try {
            String text = new String(SourceFiles.head(prj, PRJ_BYTES), StandardCharsets.UTF_8);
            CoordinateReferenceSystem crs = Crs.fromWkt(text);
            log.crs(Message.of("io.crs-by-prj", prj.getFileName()));
            return crs;
        } catch (RiskMapException unreadable) {
            log.notice(unreadable.userMessage());
            log.crs(Message.of("io.crs-not-stated"));
            return null;
        }
    }

    /** The first texts of the table in an encoding, for the user to judge. */
    public static List<String> preview(Path file, Charset charset, int most) {
        Path dbf = isTable(file) ? file : SourceFiles.companion(file, "dbf");
        if (dbf == null) {
            return List.of();
        }
        try (DbfReader table = new DbfReader(dbf, new ImportLog())) {
            return table.samples(most).stream()
                    .limit(most)
                    .map(bytes -> CutText.decode(bytes, charset))
                    .toList();
        } catch (IOException e) {
            throw SourceFiles.unreadable(file, e);
        }
    }

    @Override
    public ImportLog write(Path file, SimpleFeatureCollection features, WriteOptions options, Progress progress) {
        ImportLog log = new ImportLog();
        log.about(file.getFileName().toString());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            new ShapefileWriter(file, features, options, log).write(progress);
            return log;
        } catch (IOException e) {
            throw SourceFiles.unwritable(file, e);
        }
    }
}
