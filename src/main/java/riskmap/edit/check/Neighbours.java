package riskmap.edit.check;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Envelope;

/** Reads the rows that are needed and no more, by key or by the spatial index. */
final class Neighbours {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private Neighbours() {}

    /** The rows with these keys, or all; those that meet an extent, unless it is null. */
    static SimpleFeatureIterator subjects(
            SimpleFeatureSource source, String layer, Optional<Set<Long>> keys, Envelope extent) throws IOException {
        if (keys.isPresent()) {
            Set<FeatureId> ids = new LinkedHashSet<>();
            keys.get().forEach(key -> ids.add(FILTERS.featureId(layer + "." + key)));
            return source.getFeatures(FILTERS.id(ids)).features();
        }
        return around(source, extent);
    }

    /** The rows that meet an extent in the layer's CRS, all for a null extent. */
    static SimpleFeatureIterator around(SimpleFeatureSource source, Envelope extent) throws IOException {
        var geometry = source.getSchema().getGeometryDescriptor();
        Filter filter = extent.isNull() || geometry == null
                ? Filter.INCLUDE
                : FILTERS.bbox(
                        FILTERS.property(geometry.getLocalName()),
                        extent.getMinX(),
                        extent.getMinY(),
                        extent.getMaxX(),
                        extent.getMaxY(),
                        null);
        return source.getFeatures(filter).features();
    }
}
