package riskmap.io.table;

import java.io.IOException;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.base.Message;
import riskmap.geo.crs.Crs;
import riskmap.io.ColumnNames;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.Place;
import riskmap.io.ReadOptions;
import riskmap.io.Rows;
import riskmap.io.shapefile.ShapefileFormat;

/** The second pass over a table: its rows as features. Places are numbers of lines. */
final class TableStream extends FeatureStream {
    private static final String GEOMETRY = "geom";

    private final TableSchema schema;
    private final TableRows source;
    private final ImportLog log;
    private final Rows rows;
    private final int[] columns;
    private long line;
    private long number;

    private TableStream(TableSource table, TableSchema schema, CoordinateReferenceSystem crs, ImportLog log)
            throws IOException {
        this.schema = schema;
        this.log = log;
        columns = new int[schema.columns.size()];
        rows = new Rows(type(table.name(), crs));
        source = table.open();
        for (int i = 0; i < schema.dataRow; i++) {
            source.next();
        }
    }

    /** Opens a table: a pass to find out what it holds, then the rows. */
    static TableStream open(TableSource table, ReadOptions options, ImportLog log) throws IOException {
        TableSchema schema = TableSchema.scan(table, options, log);
        log.table(schema.look());
        return new TableStream(table, schema, crs(table, schema, options, log), log);
    }

    private static CoordinateReferenceSystem crs(
            TableSource table, TableSchema schema, ReadOptions options, ImportLog log) {
        if (!schema.place.isSpatial()) {
            log.notice(Message.of("io.csv-no-place", ColumnNames.shown(schema.columns)));
            return null;
        }
        CoordinateReferenceSystem stated = ShapefileFormat.crs(table.file(), options, log);
        if (stated == null && (schema.place.degrees() || schema.looksGeographic())) {
            if (!options.gcj02()) {
                log.notice(Message.of("io.crs-assumed"));
            }
            log.crs(Message.of(schema.place.degrees() ? "io.crs-by-names" : "io.crs-by-values"));
            return Crs.of(4326);
        }
        return stated;
    }

    private SimpleFeatureType type(String name, CoordinateReferenceSystem crs) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(name);
        int next = 0;
        if (schema.place.isSpatial()) {
            boolean only = schema.geometryTypes.size() == 1 && schema.geometryTypes.contains("Point");
            String geometry = ColumnNames.unique(GEOMETRY, schema.columns);
            builder.add(geometry, only || schema.place.isPoint() ? Point.class : Geometry.class, crs);
            builder.setDefaultGeometry(geometry);
            next++;
        }
        for (int i = 0; i < columns.length; i++) {
            // well-known text becomes the geometry; x and y stay as columns too, as the file has them
            columns[i] = i == schema.place.wkt() ? -1 : next++;
            if (columns[i] >= 0) {
                builder.nillable(true)
                        .add(schema.columns.get(i), schema.kinds.get(i).binding());
            }
        }
        return builder.buildFeatureType();
    }

    @Override
    public SimpleFeatureType type() {
        return rows.type();
    }

    @Override
    public SimpleFeature next() throws IOException {
        for (TableRow row = source.next(); row != null; row = source.next()) {
            line = row.line();
            log.read(1);
            if (!schema.isFooter(row)) {
                number++;
                return feature(row);
            }
            log.skipped(Message.of("io.table-footer"), place());
        }
        return null;
    }

    private SimpleFeature feature(TableRow row) {
        Object[] values = new Object[rows.size()];
        if (schema.place.isSpatial()) {
            values[0] = schema.place.geometry(row, log, place());
        }
        List<Object> cells = row.cells();
        for (int i = 0; i < Math.min(cells.size(), columns.length); i++) {
            if (columns[i] >= 0) {
                values[columns[i]] = schema.kinds.get(i).value(cells.get(i));
            }
        }
        boolean extra = false;
        for (int i = columns.length; i < cells.size(); i++) {
            extra |= !row.text(i).isBlank();
        }
        if (extra) {
            log.repaired(Message.of("io.csv-extra", Integer.toString(cells.size() - columns.length)), place());
        } else if (cells.size() < columns.length && isText(cells)) {
            log.repaired(Message.of("io.csv-short", Integer.toString(columns.length - cells.size())), place());
        }
        return rows.feature(values, number);
    }

    /** Whether the row is one of a text file: a sheet leaves blank cells at the end out as a matter of course. */
    private boolean isText(List<Object> cells) {
        return source instanceof CsvRows && !cells.isEmpty();
    }

    @Override
    public double fraction() {
        return source.fraction();
    }

    @Override
    public Place place() {
        return Place.line(line);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
