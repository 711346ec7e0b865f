package riskmap.io.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.NewFiles;
import riskmap.io.ReadOptions;
import riskmap.io.SourceFiles;
import riskmap.io.TextInput;
import riskmap.io.VectorFormat;
import riskmap.io.WriteOptions;

/**
 * CSV tables, with coordinates in two columns or as well-known text, or without any. Encoding (UTF-8, UTF-16, GB18030),
 * separator, header and column types are found out; what cannot be read in a row is counted with its line.
 *
 * <p>Columns of longitude and latitude mean WGS 84 when nothing else is said; coordinates in metres need a CRS from the
 * user or a .prj beside the file. Written with a byte order mark, so that Excel reads UTF-8: points as two columns,
 * other geometries and points with heights as well-known text, with a .prj beside it.
 *
 * <p><b>Source:</b> RFC 4180.
 */
public final class CsvFormat implements VectorFormat {
    @Override
    public String id() {
        return "csv";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "tsv");
    }

    @Override
    public boolean reads(Path file) {
        return isNamedLike(file);
    }

    @Override
    public List<String> layers(Path file, ReadOptions options) {
        return List.of(SourceFiles.baseName(file));
    }

    @Override
    public FeatureStream read(Path file, String layer, ReadOptions options, ImportLog log) {
        SourceFiles.check(file);
        try {
            return TableStream.open(new Source(file, CsvDialect.detect(file, options, log)), options, log);
        } catch (IOException | java.io.UncheckedIOException e) {
            throw SourceFiles.unreadable(file, e);
        }
    }

    /** A CSV file as a table. */
    private record Source(Path file, CsvDialect dialect) implements TableSource {
        @Override
        public String name() {
            return SourceFiles.baseName(file);
        }

        @Override
        public TableRows open() throws IOException {
            return new CsvRows(file, dialect);
        }
    }

    /** The first lines in an encoding, for the user to judge. */
    public static List<String> preview(Path file, java.nio.charset.Charset charset, int most) {
        try (var reader = new java.io.BufferedReader(TextInput.open(file, charset, new TextInput.Counter(file)))) {
            return reader.lines().limit(most).toList();
        } catch (IOException e) {
            throw SourceFiles.unreadable(file, e);
        }
    }

    @Override
    public ImportLog write(Path file, SimpleFeatureCollection features, WriteOptions options, Progress progress) {
        ImportLog log = new ImportLog();
        log.about(file.getFileName().toString());
        try (NewFiles files = new NewFiles(file)) {
            TableLayerWriter table = new TableLayerWriter(features, options, log);
            if (table.crs() != null) {
                Files.writeString(files.path(SourceFiles.baseName(file) + ".prj"), Crs.toEsriWkt(table.crs()));
            }
            try (CsvRowsWriter rows =
                    new CsvRowsWriter(files.path(file.getFileName().toString()), options.encoding())) {
                table.write(rows, progress);
            }
            files.finish();
            return log;
        } catch (IOException e) {
            throw SourceFiles.unwritable(file, e);
        }
    }
}
