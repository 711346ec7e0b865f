package riskmap.io;

import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;

/** A GeoTools collection as a stream. */
public final class CollectionStream extends FeatureStream {
    private final SimpleFeatureType type;
    private final SimpleFeatureIterator iterator;
    private final int size;
    private final ImportLog log;
    private long number;

    /** Opens the collection; every feature counts as read. */
    public CollectionStream(SimpleFeatureCollection features, ImportLog log) {
        type = features.getSchema();
        size = features.size();
        iterator = features.features();
        this.log = log;
    }

    @Override
    public SimpleFeatureType type() {
        return type;
    }

    @Override
    public SimpleFeature next() {
        if (!iterator.hasNext()) {
            return null;
        }
        number++;
        log.read(1);
        return iterator.next();
    }

    @Override
    public double fraction() {
        return size > 0 ? (double) number / size : 0;
    }

    @Override
    public Place place() {
        return Place.feature(number);
    }

    @Override
    public void close() {
        iterator.close();
    }
}
