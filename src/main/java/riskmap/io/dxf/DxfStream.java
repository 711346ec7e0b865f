package riskmap.io.dxf;

import java.io.IOException;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Message;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.Place;
import riskmap.io.Rows;

/** The shapes of one kind of a drawing as features. */
final class DxfStream extends FeatureStream {
    private final DxfReader reader;
    private final DxfShape.Kind kind;
    private final long count;
    private final ImportLog log;
    private final Rows rows;
    private long number;
    private boolean told;

    DxfStream(DxfReader reader, DxfShape.Kind kind, long count, CoordinateReferenceSystem crs, ImportLog log) {
        this.reader = reader;
        this.kind = kind;
        this.count = count;
        this.log = log;
        SimpleFeatureTypeBuilder builder = new SimpleFeatureTypeBuilder();
        builder.setName(kind.layerName());
        Class<? extends Geometry> binding =
                switch (kind) {
                    case POINTS, TEXTS -> Point.class;
                    case LINES -> LineString.class;
                    case POLYGONS -> Polygon.class;
                };
        builder.add("geom", binding, crs);
        builder.setDefaultGeometry("geom");
        builder.add("layer", String.class);
        builder.add("entity", String.class);
        builder.add("color", Integer.class);
        builder.add("block", String.class);
        builder.add("handle", String.class);
        if (kind == DxfShape.Kind.TEXTS) {
            builder.add("text", String.class);
            builder.add("text_height", Double.class);
        }
        rows = new Rows(builder.buildFeatureType());
    }

    @Override
    public SimpleFeatureType type() {
        return rows.type();
    }

    @Override
    public SimpleFeature next() throws IOException {
        for (DxfShape shape = reader.next(); shape != null; shape = reader.next()) {
            if (shape.kind() == kind) {
                number++;
                log.read(1);
                return feature(shape);
            }
        }
        if (!told) {
            told = true;
            reader.notRead()
                    .forEach(
                            (entity, times) -> log.notice(Message.of("io.dxf-not-read", entity, Long.toString(times))));
            if (reader.cutOff()) {
                log.notice(Message.of("io.dxf-cut-off"));
            }
        }
        return null;
    }

    private SimpleFeature feature(DxfShape shape) {
        Object[] values = new Object[rows.size()];
        values[0] = shape.geometry();
        values[1] = shape.layer();
        values[2] = shape.entity();
        values[3] = shape.color();
        values[4] = orNull(shape.block());
        values[5] = orNull(shape.handle());
        if (kind == DxfShape.Kind.TEXTS) {
            values[6] = orNull(shape.text());
            values[7] = shape.height();
        }
        return rows.feature(values, number);
    }

    private static String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    @Override
    public double fraction() {
        return (double) number / Math.max(1, count);
    }

    @Override
    public Place place() {
        return Place.line(reader.line());
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
