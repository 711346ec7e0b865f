package riskmap.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.Ordinate;
import org.locationtech.jts.io.WKTWriter;
import riskmap.base.Progress;
import riskmap.geo.Crs;
import riskmap.geo.CrsTransform;

/** Writes a layer as a CSV table. */
final class CsvLayerWriter {
    private final SimpleFeatureCollection features;
    private final WriteOptions options;
    private final ImportLog log;
    private final CrsTransform transform;
    private final boolean degrees;
    private final List<Integer> columns = new ArrayList<>();

    CsvLayerWriter(
            SimpleFeatureCollection features, CoordinateReferenceSystem crs, WriteOptions options, ImportLog log) {
        this.features = features;
        this.options = options;
        this.log = log;
        CoordinateReferenceSystem source = features.getSchema().getCoordinateReferenceSystem();
        transform = source == null ? null : Crs.transform(source, crs);
        degrees = crs != null && Crs.isGeographic(crs);
    }

    void write(Path file, Progress progress) throws IOException {
        SimpleFeatureType type = features.getSchema();
        List<String> header = new ArrayList<>();
        for (int i = 0; i < type.getAttributeCount(); i++) {
            if (!Geometry.class.isAssignableFrom(type.getDescriptor(i).getType().getBinding())) {
                columns.add(i);
                header.add(type.getDescriptor(i).getLocalName());
            }
        }
        boolean spatial = type.getGeometryDescriptor() != null;
        boolean points = spatial && areFlatPoints();
        String x = degrees ? "lon" : "x";
        String y = degrees ? "lat" : "y";
        // a table that already has columns of these names gets the geometry as text, which is read first
        points &= !ColumnNames.isTaken(x, header) && !ColumnNames.isTaken(y, header);
        if (points) {
            header.add(x);
            header.add(y);
        } else if (spatial) {
            header.add(ColumnNames.unique("wkt", header));
        }
        write(file, header, points, progress);
    }

    private void write(Path file, List<String> header, boolean points, Progress progress) throws IOException {
        var encoder = options.encoding()
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try (Writer out = new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), encoder), 1 << 16);
                CsvWriter csv = CsvWriter.builder().build(out);
                SimpleFeatureIterator iterator = features.features()) {
            if (options.encoding().equals(StandardCharsets.UTF_8)) {
                out.write('\uFEFF');
            }
            csv.writeRecord(header);
            long number = 0;
            while (iterator.hasNext()) {
                csv.writeRecord(row(iterator.next(), header.size(), points));
                log.read(1);
                log.written(1);
                if (++number % 1000 == 0) {
                    progress.check();
                }
            }
        }
    }

    private List<String> row(SimpleFeature feature, int size, boolean points) {
        List<String> row = new ArrayList<>(size);
        for (int column : columns) {
            Object value = feature.getAttribute(column);
            row.add(value == null ? "" : value instanceof String text ? CsvText.write(text) : value.toString());
        }
        if (row.size() == size) {
            return row;
        }
        Geometry geometry = (Geometry) feature.getDefaultGeometry();
        Geometry moved = geometry == null || transform == null ? geometry : transform.apply(geometry);
        if (!points) {
            row.add(moved == null ? "" : text(moved));
        } else if (moved == null || moved.isEmpty()) {
            row.add("");
            row.add("");
        } else {
            Coordinate at = moved.getCoordinate();
            row.add(number(at.x));
            row.add(number(at.y));
        }
        return row;
    }

    private static String text(Geometry geometry) {
        Coordinate first = geometry.getCoordinate();
        boolean hasZ = first != null && !Double.isNaN(first.getZ());
        WKTWriter writer = new WKTWriter(hasZ ? 3 : 2);
        if (first != null && !Double.isNaN(first.getM())) {
            writer = new WKTWriter(hasZ ? 4 : 3);
            writer.setOutputOrdinates(hasZ ? Ordinate.createXYZM() : Ordinate.createXYM());
        }
        return writer.write(geometry);
    }

    /** The shortest text that reads back as the same number, without an exponent. */
    private static String number(double value) {
        return new java.math.BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString();
    }

    private boolean areFlatPoints() {
        Class<?> binding =
                features.getSchema().getGeometryDescriptor().getType().getBinding();
        if (binding != Point.class) {
            return false;
        }
        try (SimpleFeatureIterator iterator = features.features()) {
            while (iterator.hasNext()) {
                Geometry geometry = (Geometry) iterator.next().getDefaultGeometry();
                Coordinate at = geometry == null ? null : geometry.getCoordinate();
                if (at != null && !Double.isNaN(at.getZ()) || at != null && !Double.isNaN(at.getM())) {
                    return false;
                }
            }
        }
        return true;
    }
}
