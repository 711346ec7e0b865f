package riskmap.io.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.geotools.data.simple.SimpleFeatureCollection;
import riskmap.base.Message;
import riskmap.base.NameList;
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

/**
 * Excel workbooks (.xlsx): each visible sheet with rows is a layer (the others when they are named), read like a CSV table: title rows above the header
 * passed over, coordinates in columns or as well-known text, types found out from the cells. Formulas count as the value
 * they last had; nothing is calculated, no link followed. What unpacks to far more than it should is refused.
 *
 * <p>Written with one sheet for each layer; text never begins like a formula. A cell holds 32,767 characters: a geometry
 * whose text is longer is left out and counted.
 *
 * <p><b>Source:</b> ECMA-376, Office Open XML, part 1, SpreadsheetML.
 */
public final class XlsxFormat implements VectorFormat {
    /** First bytes of an OLE container: a workbook of before 2007, or one with a password. */
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** What a workbook may unpack to: a million rows of forty columns take about a third. */
    private static final long MOST_BYTES = 4L << 30;

    @Override
    public String id() {
        return "xlsx";
    }

    @Override
    public List<String> extensions() {
        return List.of("xlsx");
    }

    @Override
    public boolean reads(Path file) {
        String extension = SourceFiles.extension(file);
        boolean named = extension.equals("xlsx") || extension.equals("xlsm") || extension.equals("xls");
        return named && (begins(file, ZIP) || begins(file, OLE));
    }

    private static boolean begins(Path file, byte[] with) {
        return java.util.Arrays.equals(SourceFiles.head(file, with.length), with);
    }

    @Override
    public List<String> layers(Path file, ReadOptions options) {
        return sheets(file).filled();
    }

    @Override
    public List<String> further(Path file) {
        return sheets(file).others();
    }

    /** Sheets that are shown and have rows, and the others. */
    private record Sheets(List<String> filled, List<String> others) {}

    private static Sheets sheets(Path file) {
        SourceFiles.check(file);
        if (begins(file, OLE)) {
            throw RiskMapException.of("io.xlsx-ole", file);
        }
        try (XlsxPackage workbook = new XlsxPackage(file, MOST_BYTES)) {
            List<String> filled = new ArrayList<>();
            List<String> others = new ArrayList<>();
            for (String sheet : workbook.sheets()) {
                boolean read = workbook.isVisible(sheet) && hasRows(file, sheet);
                (read ? filled : others).add(sheet);
            }
            return filled.isEmpty() ? new Sheets(others, List.of()) : new Sheets(filled, others);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static boolean hasRows(Path file, String sheet) throws IOException {
        try (XlsxRows rows = new XlsxRows(file, sheet, MOST_BYTES)) {
            return rows.next() != null;
        }
    }

    private static RiskMapException damaged(Path file, Exception cause) {
        return new RiskMapException(Message.of("io.xlsx-damaged", file, String.valueOf(cause.getMessage())), cause);
    }

    @Override
    public FeatureStream read(Path file, String layer, ReadOptions options, ImportLog log) {
        Sheets sheets = sheets(file);
        List<String> names = sheets.filled();
        String wanted = layer.isEmpty() && !names.isEmpty() ? names.get(0) : layer;
        boolean known = names.contains(wanted) || sheets.others().contains(wanted);
        if (layer.isEmpty() && names.size() > 1 || !known) {
            List<String> all =
                    Stream.concat(names.stream(), sheets.others().stream()).toList();
            throw RiskMapException.of("io.layer-missing", file, layer, NameList.of(all));
        }
        try {
            return TableStream.open(new Source(file, wanted, names.equals(List.of(wanted))), options, log);
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    /** A sheet as a table; one alone in its file may have any name, so that the layer is called after the file. */
    private record Source(Path file, String sheet, boolean alone) implements TableSource {
        @Override
        public String name() {
            return alone ? SourceFiles.baseName(file) : sheet;
        }

        @Override
        public TableRows open() throws IOException {
            return new XlsxRows(file, sheet, MOST_BYTES);
        }
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
    public ImportLog writeAll(
            Path file, List<SimpleFeatureCollection> layers, WriteOptions options, Progress progress) {
        ImportLog log = new ImportLog();
        String name = file.getFileName().toString();
        log.about(name);
        try (NewFiles files = new NewFiles(file)) {
            try (var out = new BufferedOutputStream(Files.newOutputStream(files.path(name)), 1 << 16);
                    Workbook workbook = new Workbook(out, "riskmap", "1.0")) {
                for (int i = 0; i < layers.size(); i++) {
                    SimpleFeatureCollection layer = layers.get(i);
                    TableLayerWriter table = new TableLayerWriter(layer, options, log);
                    if (table.crs() != null && i == 0) {
                        Files.writeString(files.path(SourceFiles.baseName(file) + ".prj"), Crs.toEsriWkt(table.crs()));
                    }
                    String title = layer.getSchema().getTypeName();
                    try (XlsxRowsWriter rows = new XlsxRowsWriter(workbook, title, log)) {
                        table.write(rows, progress.part((double) i / layers.size(), (i + 1.0) / layers.size()));
                    }
                }
            }
            files.finish();
            return log;
        } catch (IOException e) {
            throw SourceFiles.unwritable(file, e);
        }
    }
}
