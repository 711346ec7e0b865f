package riskmap.io.shapefile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.feature.type.GeometryDescriptor;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.io.ColumnFile;
import riskmap.io.ImportLog;
import riskmap.io.LayerSummary;
import riskmap.io.NewFiles;
import riskmap.io.Place;
import riskmap.io.SourceFiles;
import riskmap.io.WriteOptions;

/** Writes one layer as a shapefile in two passes: the first finds the shape type and the widths of the columns. */
final class ShapefileWriter {
    /** Positions are counted in 16-bit words in a signed int. */
    private static final long LARGEST = 2L * Integer.MAX_VALUE;

    private final Path file;
    private final SimpleFeatureCollection features;
    private final WriteOptions options;
    private final ImportLog log;
    private final List<Integer> columns = new ArrayList<>();
    private final List<DbfField> fields = new ArrayList<>();
    private final Envelope box = new Envelope();

    ShapefileWriter(Path file, SimpleFeatureCollection features, WriteOptions options, ImportLog log) {
        this.file = file;
        this.features = features;
        this.options = options;
        this.log = log;
    }

    void write(Progress progress) throws IOException {
        SimpleFeatureType type = features.getSchema();
        Charset charset = options.encoding();
        LayerSummary summary = LayerSummary.of(features, charset, progress.part(0, 0.3));
        for (int i = 0; i < type.getAttributeCount(); i++) {
            AttributeDescriptor attribute = type.getDescriptor(i);
            if (!(attribute instanceof GeometryDescriptor)) {
                columns.add(i);
                fields.add(DbfWriter.field(
                        attribute.getLocalName(),
                        attribute.getType().getBinding(),
                        summary.longest[i],
                        fields,
                        charset,
                        log));
            }
        }
        List<String> names =
                columns.stream().map(i -> type.getDescriptor(i).getLocalName()).toList();
        List<String> shortNames = fields.stream().map(DbfField::name).toList();
        if (fields.isEmpty()) {
            fields.add(new DbfField("id", 'N', 1, 18, 0));
        }
        boolean spatial = type.getGeometryDescriptor() != null;
        String base = SourceFiles.baseName(file);
        try (NewFiles files = new NewFiles(file)) {
            Files.writeString(files.path(base + ".cpg"), cpg(charset));
            ColumnFile.write(files.path(base + ColumnFile.SUFFIX), shortNames, names, options.kind());
            if (spatial) {
                CoordinateReferenceSystem from = type.getCoordinateReferenceSystem();
                CoordinateReferenceSystem crs = options.crs() != null ? options.crs() : from;
                if (crs != null) {
                    Files.writeString(files.path(base + ".prj"), Crs.toEsriWkt(crs));
                }
                CrsTransform transform = from == null || crs == null ? null : Crs.transform(from, crs);
                writeShapes(files, base, summary, transform, progress.part(0.3, 1));
            } else {
                writeRows(files.path(base + ".dbf"), summary, progress.part(0.3, 1));
            }
            files.finish();
        }
    }

    private static String cpg(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8) ? "UTF-8" : charset.name();
    }

    private ShapeType shapeType(LayerSummary summary) {
        int[] kinds = {summary.multiPoints ? ShapeType.MULTI_POINT : ShapeType.POINT, ShapeType.LINE, ShapeType.POLYGON
        };
        boolean any = summary.byDimension[0] + summary.byDimension[1] + summary.byDimension[2] > 0;
        int kind = any ? kinds[summary.dimension()] : kindOfType();
        return new ShapeType(kind + (summary.hasZ ? 10 : summary.hasM ? 20 : 0));
    }

    /** The kind of a layer without any geometry, from its type. */
    private int kindOfType() {
        Class<?> binding =
                features.getSchema().getGeometryDescriptor().getType().getBinding();
        String name = binding.getSimpleName();
        return name.endsWith("Polygon")
                ? ShapeType.POLYGON
                : name.endsWith("LineString") ? ShapeType.LINE : ShapeType.POINT;
    }

    private void writeShapes(
            NewFiles files, String base, LayerSummary summary, CrsTransform transform, Progress progress)
            throws IOException {
        ShapeType type = shapeType(summary);
        ShapeEncoder encoder = new ShapeEncoder(type);
        int dimension = summary.dimension();
        long written = summary.features - outside(summary, dimension);
        Path dbf = files.path(base + ".dbf");
        Path shx = files.path(base + ".shx");
        Path shp = files.path(base + ".shp");
        long position = ShpReader.HEADER;
        try (SimpleFeatureIterator iterator = features.features();
                OutputStream shapes = open(shp);
                OutputStream index = open(shx);
                DbfWriter table = new DbfWriter(dbf, fields, written, options.encoding(), log)) {
            long number = 0;
            int record = 0;
            while (iterator.hasNext()) {
                SimpleFeature feature = iterator.next();
                log.read(1);
                Place place = Place.feature(++number);
                Geometry geometry = (Geometry) feature.getDefaultGeometry();
                if (!LayerSummary.fits(geometry, dimension)) {
                    log.skipped(Message.of("io.other-dimension", geometry.getGeometryType()), place);
                    continue;
                }
                Geometry moved = transform == null ? geometry : transform.apply(geometry);
                ByteBuffer content = encoder.encode(moved);
                if (moved != null) {
                    box.expandToInclude(moved.getEnvelopeInternal());
                }
                ByteBuffer head = ByteBuffer.allocate(8).putInt(++record).putInt(content.limit() / 2);
                shapes.write(head.array());
                shapes.write(content.array(), 0, content.limit());
                index.write(ByteBuffer.allocate(8)
                        .putInt((int) (position / 2))
                        .putInt(content.limit() / 2)
                        .array());
                position += 8 + content.limit();
                if (position > LARGEST) {
                    throw RiskMapException.of("io.shape-too-large", file);
                }
                table.write(values(feature, record), place);
                report(progress, number, summary);
            }
        }
        log.written(written);
        long indexBytes = ShpReader.HEADER + 8 * written;
        putHeader(shp, type, position);
        putHeader(shx, type, indexBytes);
    }

    private void writeRows(Path dbf, LayerSummary summary, Progress progress) throws IOException {
        try (SimpleFeatureIterator iterator = features.features();
                DbfWriter table = new DbfWriter(dbf, fields, summary.features, options.encoding(), log)) {
            long number = 0;
            while (iterator.hasNext()) {
                number++;
                log.read(1);
                table.write(values(iterator.next(), number), Place.feature(number));
                report(progress, number, summary);
            }
            log.written(number);
        }
    }

    private static void report(Progress progress, long number, LayerSummary summary) {
        if (number % 1000 == 0) {
            progress.check();
            progress.report((double) number / summary.features, Message.of("io.step-writing"));
        }
    }

    /** Features of another dimension than the layer's, which it cannot hold. */
    private static long outside(LayerSummary summary, int dimension) {
        long all = 0;
        for (int i = 0; i < 3; i++) {
            all += i == dimension ? 0 : summary.byDimension[i];
        }
        return all + summary.mixed;
    }

    private Object[] values(SimpleFeature feature, long number) {
        if (columns.isEmpty()) {
            return new Object[] {number};
        }
        Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = feature.getAttribute(columns.get(i));
        }
        return values;
    }

    private static OutputStream open(Path path) throws IOException {
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(path), 1 << 18);
        out.write(new byte[ShpReader.HEADER]);
        return out;
    }

    private void putHeader(Path path, ShapeType type, long bytes) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(ShpReader.HEADER);
        head.putInt(0, ShpReader.FILE_CODE).putInt(24, (int) (bytes / 2));
        head.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, type.code());
        if (!box.isNull()) {
            head.putDouble(36, box.getMinX()).putDouble(44, box.getMinY());
            head.putDouble(52, box.getMaxX()).putDouble(60, box.getMaxY());
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.write(head, 0);
        }
    }
}
