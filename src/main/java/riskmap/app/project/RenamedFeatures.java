package riskmap.app.project;

import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.feature.collection.DecoratingSimpleFeatureCollection;
import riskmap.data.FeatureMaker;

/** A collection under another type of the same attributes; computes while it is read, like the one behind it. */
public final class RenamedFeatures extends DecoratingSimpleFeatureCollection {
    private final SimpleFeatureType type;

    public RenamedFeatures(SimpleFeatureCollection features, SimpleFeatureType type) {
        super(features);
        this.type = type;
    }

    @Override
    public SimpleFeatureType getSchema() {
        return type;
    }

    @Override
    public SimpleFeatureIterator features() {
        SimpleFeatureIterator source = delegate.features();
        FeatureMaker maker = new FeatureMaker(type);
        return new SimpleFeatureIterator() {
            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public SimpleFeature next() {
                SimpleFeature feature = source.next();
                return maker.feature(feature.getAttributes().toArray(), feature.getIdentifier());
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }
}
