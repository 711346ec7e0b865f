package riskmap.io.shapefile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.geo.TextLimit;
import riskmap.io.ColumnNames;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.Place;
import riskmap.io.Rows;
import riskmap.io.SourceFiles;

/** The features of a shapefile, or the rows of a DBF table without shapes. */
final class ShapefileStream extends FeatureStream {
    static final String GEOMETRY = "geom";

    private final ShpReader shapes;
    private final DbfReader table;
    private final ImportLog log;
    private final Rows rows;
    private int number;
    private boolean shapesEnded;

    /**
     * Takes over both readers.
     *
     * @param shapes the shapes, or null for a table
     * @param table the attributes, or null when the .dbf is missing
     */
    ShapefileStream(Path file, ShpReader shapes, DbfReader table, CoordinateReferenceSystem crs, ImportLog log) {
        this.shapes = shapes;
        this.table = table;
        this.log = log;
        rows = new Rows(type(file, crs));
    }

    private SimpleFeatureType type(Path file, CoordinateReferenceSystem crs) {
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(SourceFiles.baseName(file));
        List<String> names = new ArrayList<>();
        if (table != null) {
            table.fields().forEach(field -> names.add(field.name()));
        }
        if (shapes != null) {
            String geometry = ColumnNames.unique(GEOMETRY, names);
            builder.add(geometry, shapes.type().binding(), crs);
            builder.setDefaultGeometry(geometry);
        }
        if (table != null) {
            for (DbfField field : table.fields()) {
                if (field.type() == 'C') {
                    builder.restriction(TextLimit.of(field.length()));
                }
                builder.nillable(true).add(field.name(), field.binding());
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
        while (shapes == null ? number < table.rows() : hasShape()) {
            Place place = Place.feature(++number);
            log.read(1);
            Object[] values = new Object[rows.size()];
            if (shapes != null) {
                values[0] = shape(place);
            }
            if (table != null && number <= table.rows()) {
                if (table.isDeleted(number - 1)) {
                    log.skipped(Message.of("io.row-deleted"), place);
                    continue;
                }
                table.read(number - 1, values, shapes == null ? 0 : 1, place);
            }
            return rows.feature(values, number);
        }
        return null;
    }

    private Geometry shape(Place place) throws IOException {
        if (shapesEnded) {
            return null;
        }
        try {
            return shapes.next();
        } catch (ShpReader.DamagedShape damaged) {
            log.repaired(Message.of("io.shape-damaged", damaged.reason()), place);
            return null;
        }
    }

    /** Rows whose shapes are cut off at the end of a truncated file still come, without geometry. */
    private boolean hasShape() {
        if (shapes.hasNext()) {
            return true;
        }
        boolean rowsLeft = table != null && number < table.rows();
        if (rowsLeft && !shapesEnded) {
            log.notice(Message.of("io.shapes-missing", Integer.toString(table.rows() - number)));
        } else if (!shapesEnded && table != null && number > table.rows()) {
            log.notice(Message.of("io.rows-missing", Integer.toString(number - table.rows())));
        }
        shapesEnded = true;
        return rowsLeft;
    }

    @Override
    public double fraction() {
        return shapes != null && !shapesEnded
                ? shapes.fraction()
                : (double) number / Math.max(1, table == null ? 1 : table.rows());
    }

    @Override
    public Place place() {
        return Place.feature(number);
    }

    @Override
    public void close() throws IOException {
        try {
            if (shapes != null) {
                shapes.close();
            }
        } finally {
            if (table != null) {
                table.close();
            }
        }
    }
}
