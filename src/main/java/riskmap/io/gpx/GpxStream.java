package riskmap.io.gpx;

import java.io.IOException;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.Message;
import riskmap.io.FeatureStream;
import riskmap.io.ImportLog;
import riskmap.io.NamedColumns;
import riskmap.io.Place;
import riskmap.io.XmlPull;
import riskmap.io.XmlSource;

/** The second pass over a GPX file: the features of one layer. */
final class GpxStream extends FeatureStream {
    private final GpxSchema schema;
    private final String layer;
    private final ImportLog log;
    private final XmlPull xml;
    private final NamedColumns columns;
    private long number;

    GpxStream(XmlSource source, GpxSchema schema, String layer, CoordinateReferenceSystem crs, ImportLog log)
            throws IOException {
        this.schema = schema;
        this.layer = layer;
        this.log = log;
        columns = new NamedColumns(layer, schema.geometryTypes(layer), crs, schema.columns(layer), log);
        xml = source.open();
    }

    @Override
    public SimpleFeatureType type() {
        return columns.type();
    }

    @Override
    public SimpleFeature next() throws IOException {
        while (xml.next()) {
            if (xml.isStart() && xml.depth() == 2 && layer.equals(GpxSchema.LAYERS.get(xml.name()))) {
                number++;
                log.read(1);
                GpxFeature feature = GpxFeature.read(xml);
                if (feature.dropped() > 0) {
                    log.repaired(Message.of("io.gpx-dropped", Integer.toString(feature.dropped())), place());
                }
                return columns.feature(feature.geometry(), feature.values(), number);
            }
        }
        return null;
    }

    @Override
    public double fraction() {
        return (double) number / Math.max(1, schema.count(layer));
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
