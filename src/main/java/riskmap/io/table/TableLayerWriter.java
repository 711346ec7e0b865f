package riskmap.io.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.io.CellText;
import riskmap.io.ColumnNames;
import riskmap.io.ImportLog;
import riskmap.io.ShownDecimals;
import riskmap.io.WriteOptions;

/** Writes a layer as rows of a table: points as two columns, other geometries as well-known text. */
final class TableLayerWriter {
    private final SimpleFeatureCollection features;
    private final ImportLog log;
    private final CoordinateReferenceSystem crs;
    private final CrsTransform transform;
    private final boolean degrees;
    private final List<Integer> columns = new ArrayList<>();

    TableLayerWriter(SimpleFeatureCollection features, WriteOptions options, ImportLog log) {
        this.features = features;
        this.log = log;
        CoordinateReferenceSystem source = features.getSchema().getCoordinateReferenceSystem();
        crs = options.crs() != null ? options.crs() : source;
        if (source == null && options.crs() != null) {
            throw RiskMapException.of("io.crs-missing", features.getSchema().getTypeName());
        }
        transform = source == null ? null : Crs.transform(source, crs);
        degrees = crs != null && Crs.isGeographic(crs);
    }

    /** The CRS of the coordinates that are written, null without. */
    CoordinateReferenceSystem crs() {
        return crs;
    }

    void write(TableRowsWriter out, Progress progress) throws IOException {
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
        out.header(header);
        for (int i = 0; i < columns.size(); i++) {
            out.shown(i, ShownDecimals.of(type.getDescriptor(columns.get(i))));
        }
        try (SimpleFeatureIterator iterator = features.features()) {
            long number = 0;
            while (iterator.hasNext()) {
                out.row(row(iterator.next(), header.size(), points));
                log.read(1);
                log.written(1);
                if (++number % 1000 == 0) {
                    progress.check();
                }
            }
        }
    }

    private List<Object> row(SimpleFeature feature, int size, boolean points) {
        List<Object> row = new ArrayList<>(size);
        for (int column : columns) {
            row.add(cell(feature.getAttribute(column)));
        }
        if (row.size() == size) {
            return row;
        }
        Geometry geometry = (Geometry) feature.getDefaultGeometry();
        Geometry moved = geometry == null || transform == null ? geometry : transform.apply(geometry);
        if (!points) {
            row.add(moved == null ? null : text(moved));
        } else if (moved == null || moved.isEmpty()) {
            row.add(null);
            row.add(null);
        } else {
            Coordinate at = moved.getCoordinate();
            row.add(new BigDecimal(CellText.number(at.x)));
            row.add(new BigDecimal(CellText.number(at.y)));
        }
        return row;
    }

    /** A value as one that every table has a cell for. */
    private static Object cell(Object value) {
        if (value instanceof java.util.Date moment) {
            return Instant.ofEpochMilli(moment.getTime());
        }
        boolean plain = value == null
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof LocalDate
                || value instanceof Instant;
        return plain ? value : value instanceof byte[] bytes ? bytes.length + " B" : value.toString();
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
