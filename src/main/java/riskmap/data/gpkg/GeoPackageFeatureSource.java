package riskmap.data.gpkg;

import org.geotools.api.data.FeatureReader;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.store.ContentEntry;
import org.geotools.data.store.ContentFeatureSource;
import org.geotools.geometry.jts.ReferencedEnvelope;

/** A layer whose rows cannot be changed: a view, a table without key, or any layer of a file opened read-only. */
final class GeoPackageFeatureSource extends ContentFeatureSource {
    private final Layers layers;

    GeoPackageFeatureSource(ContentEntry entry, Layers layers) {
        super(entry, Query.ALL);
        this.layers = layers;
    }

    private LayerReads reads() {
        return new LayerReads(layers, ((GeoPackageDataStore) getDataStore()).access(entry.getTypeName()));
    }

    @Override
    protected ReferencedEnvelope getBoundsInternal(Query query) {
        return reads().bounds(query, transaction);
    }

    @Override
    protected int getCountInternal(Query query) {
        return reads().count(query, transaction);
    }

    @Override
    protected FeatureReader<SimpleFeatureType, SimpleFeature> getReaderInternal(Query query) {
        return reads().reader(query, transaction);
    }

    @Override
    protected SimpleFeatureType buildFeatureType() {
        return reads().access().type();
    }

    @Override
    protected boolean canFilter(Query query) {
        return true;
    }

    @Override
    protected boolean canSort(Query query) {
        return true;
    }

    @Override
    protected boolean canLimit(Query query) {
        return true;
    }

    @Override
    protected boolean canOffset(Query query) {
        return true;
    }

    @Override
    protected boolean canRetype(Query query) {
        return true;
    }
}
