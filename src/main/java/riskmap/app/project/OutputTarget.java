package riskmap.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import riskmap.analysis.Output;
import riskmap.analysis.OutputRows;
import riskmap.app.LayerAddress;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.data.gpkg.GeoPackage;
import riskmap.io.CellEncoding;
import riskmap.io.Format;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.NewFiles;
import riskmap.io.ReadOptions;
import riskmap.io.ShownDecimals;
import riskmap.io.SourceFiles;
import riskmap.io.VectorFormat;
import riskmap.io.WriteOptions;
import riskmap.report.TablePage;

/** Where a tool's result goes; what cannot work is said before the tool runs. */
public final class OutputTarget {
    private final LayerAddress address;
    /** Null for a page. */
    private final Format format;

    /**
     * What was written.
     *
     * @param rows how many rows; -1 for what has none
     * @param told what the format could not hold as it was, and what else is to be told of the file
     */
    public record Written(long rows, List<Message> told) {
        private static final long NONE = -1;

        /** That it was written, and how much. */
        public Message line(OutputTarget place) {
            return rows == NONE
                    ? Message.of("app.output-written", place)
                    : Message.of("app.output-written-rows", place, rows);
        }
    }

    private OutputTarget(LayerAddress address, Format format) {
        this.address = address;
        this.format = format;
    }

    /**
     * The target at {@code FILE#LAYER}.
     *
     * @throws RiskMapException when no format has a name like this, or a GeoPackage already has the layer
     */
    public static OutputTarget of(String text) {
        LayerAddress address = LayerAddress.parse(text);
        if (Files.isDirectory(address.file())) {
            throw RiskMapException.of("app.file-is-folder", address.file());
        }
        if (TablePage.isFor(address.file())) {
            return new OutputTarget(address, null);
        }
        OutputTarget target = new OutputTarget(address, Formats.writing(address.file()));
        // other files hold one layer and are replaced whole
        if (target.format.id().equals("geopackage") && Files.exists(address.file())) {
            String name = target.layerName();
            if (((VectorFormat) target.format)
                    .layers(address.file(), ReadOptions.standard())
                    .contains(name)) {
                throw RiskMapException.of("app.output-layer-exists", name, address.file());
            }
        }
        return target;
    }

    /** Name of the layer it goes to. */
    public String layerName() {
        return address.layer().isEmpty() ? SourceFiles.baseName(address.file()) : address.layer();
    }

    @Override
    public String toString() {
        return address.toString();
    }

    /**
     * Writes a result in the format that the file's name says.
     */
    public Written write(Output output, Progress progress) {
        return write(output, TablePage.Head.NONE, null, progress);
    }

    /**
     * The same.
     *
     * @param head what stands above a table on a page
     * @param encoding the cells of a raster as asked for; null for the usual
     */
    public Written write(Output output, TablePage.Head head, CellEncoding encoding, Progress progress) {
        if (encoding != null && !(output instanceof Output.Raster)) {
            throw RiskMapException.of("app.output-has-no-cells", address);
        }
        if (format == null) {
            if (!(output instanceof Output.Rows rows)) {
                throw RiskMapException.of("app.output-is-no-table", address);
            }
            writePage(TablePage.html(head, rows.table(), output.notes()));
            return new Written(Written.NONE, List.of());
        }
        if (output instanceof Output.Raster raster) {
            if (!(format instanceof GridFormat grids)) {
                throw RiskMapException.of("app.output-is-raster", address, format.title());
            }
            List<Message> told = encoding == null ? List.of() : encoding.heed(raster.grid());
            grids.write(address.file(), raster.grid(), encoding, progress);
            return new Written(Written.NONE, told);
        }
        if (!(format instanceof VectorFormat vectors)) {
            throw RiskMapException.of("app.output-is-features", address, format.title());
        }
        ImportLog log =
                vectors.write(address.file(), named(rows(output), layerName()), WriteOptions.standard(), progress);
        List<Message> told =
                log.reasons().stream().map(ImportLog.Reason::message).toList();
        return new Written(log.writtenCount(), told);
    }

    private void writePage(String html) {
        Path file = address.file();
        try (NewFiles files = new NewFiles(file)) {
            Files.writeString(files.path(file.getFileName().toString()), html);
            files.finish();
        } catch (IOException e) {
            throw SourceFiles.unwritable(file, e);
        }
    }

    public Path file() {
        return address.file();
    }

    /** Whether it is a page to read. */
    public boolean isPage() {
        return format == null;
    }

    /** Whether it lies in a project of this program. */
    public boolean isProject() {
        if (format == null || !format.id().equals("geopackage") || !Files.exists(address.file())) {
            return false;
        }
        try (GeoPackage store = GeoPackage.open(address.file(), true)) {
            return store.document(ProjectMap.KEY).isPresent();
        }
    }

    /** The features or the rows of a result. */
    public static SimpleFeatureCollection rows(Output output) {
        return output instanceof Output.Features made ? made.features() : table(((Output.Rows) output).table());
    }

    /** A table as features without geometry. */
    private static SimpleFeatureCollection table(Table table) {
        OutputRows rows = new OutputRows(table.id(), null, null);
        int width = table.columns().size();
        for (int i = 0; i < width; i++) {
            int column = i;
            boolean numbers =
                    table.rows().stream().allMatch(row -> row.get(column) == null || row.get(column) instanceof Number);
            boolean whole = table.rows().stream()
                    .allMatch(row -> row.get(column) == null
                            || row.get(column) instanceof Long
                            || row.get(column) instanceof Integer);
            rows.attribute(
                    table.columns().get(i).key(),
                    whole ? Long.class : numbers ? Double.class : textOrDate(table, column));
        }
        for (List<Object> row : table.rows()) {
            rows.add(row.stream()
                    .map(cell -> cell instanceof Message message ? message.text() : cell)
                    .toArray());
        }
        SimpleFeatureCollection features = rows.features();
        for (int i = 0; i < width; i++) {
            ShownDecimals.say(
                    features.getSchema().getDescriptor(i),
                    table.columns().get(i).decimals());
        }
        return features;
    }

    /** The class of the dates of a column that holds nothing else; otherwise that of texts. */
    private static Class<?> textOrDate(Table table, int column) {
        List<Object> known = table.rows().stream()
                .map(row -> row.get(column))
                .filter(Objects::nonNull)
                .toList();
        boolean alike = known.stream().map(Object::getClass).distinct().count() == 1;
        return alike && Table.isDate(known.get(0)) ? known.get(0).getClass() : String.class;
    }

    /** The same features in a layer of another name. */
    public static SimpleFeatureCollection named(SimpleFeatureCollection features, String name) {
        if (features.getSchema().getTypeName().equals(name)) {
            return features;
        }
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.init(features.getSchema());
        builder.setName(name);
        SimpleFeatureType type = builder.buildFeatureType();
        return new RenamedFeatures(features, type);
    }
}
