package riskmap.io.gml;

import java.io.IOException;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.NamedColumns;
import riskmap.io.Place;
import riskmap.io.XmlPull;
import riskmap.io.XmlSource;

/** The second pass over a GML file: the features of one kind. */
final class GmlStream extends FeatureStream {
    private static final CoordinateSequenceFilter SWAP = new CoordinateSequenceFilter() {
        @Override
        public void filter(CoordinateSequence sequence, int index) {
            double north = sequence.getOrdinate(index, 0);
            sequence.setOrdinate(index, 0, sequence.getOrdinate(index, 1));
            sequence.setOrdinate(index, 1, north);
        }

        @Override
        public boolean isDone() {
            return false;
        }

        @Override
        public boolean isGeometryChanged() {
            return true;
        }
    };

    private final String layer;
    private final GmlSchema.Layer schema;
    private final ImportLog log;
    /** Whether coordinates whose order is that of the EPSG dataset have x second. */
    private final boolean northFirst;

    private final XmlPull xml;
    private final GmlWalk walk;
    private final NamedColumns columns;
    private long number;

    GmlStream(XmlSource source, String layer, GmlSchema.Layer schema, CoordinateReferenceSystem crs, ImportLog log) {
        this.layer = layer;
        this.schema = schema;
        this.log = log;
        northFirst = schema.srs() != null && schema.srs().asOfficial().isNorthFirst(crs);
        columns = new NamedColumns(layer, schema.geometryTypes(), crs, schema.columns(), log);
        xml = source.open();
        walk = new GmlWalk(xml);
    }

    @Override
    public SimpleFeatureType type() {
        return columns.type();
    }

    @Override
    public SimpleFeature next() throws IOException {
        while (walk.next()) {
            if (!xml.name().equals(layer)) {
                xml.skip();
                continue;
            }
            number++;
            log.read(1);
            GmlFeature feature = GmlFeature.read(xml);
            Object[] values = columns.values();
            values[0] = columns.promoted(geometry(feature));
            feature.values().forEach((column, text) -> {
                int index = columns.index(column);
                values[index] = GmlTypes.value(columns.kind(index), text);
            });
            return columns.feature(values, number);
        }
        return null;
    }

    /** The geometry with x first; null, and told, where it cannot be had. */
    private Geometry geometry(GmlFeature feature) {
        if (feature.problem() != null) {
            log.repaired(Message.of("io.geometry-unreadable", feature.problem()), place());
        }
        if (feature.further() > 0) {
            log.repaired(Message.of("io.gml-further", Integer.toString(feature.further())), place());
        }
        Geometry geometry = feature.geometry();
        GmlSrs srs = geometry == null ? null : feature.srs(walk.srsName());
        if (srs == null) {
            return geometry;
        }
        if (!srs.isSame(schema.srs())) {
            log.repaired(Message.of("io.gml-other-crs", srs.name(), schema.srs().name()), place());
            return null;
        }
        if (srs.official() && northFirst) {
            geometry.apply(SWAP);
        }
        return geometry;
    }

    @Override
    public double fraction() {
        return (double) number / Math.max(1, schema.count());
    }

    @Override
    public Place place() {
        return Place.feature(number);
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}
