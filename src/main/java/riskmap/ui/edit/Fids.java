package riskmap.ui.edit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.api.filter.sort.SortBy;
import org.geotools.factory.CommonFactoryFinder;

/** Keys of rows as the store's feature ids, {@code layer.key}. */
public final class Fids {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private Fids() {}

    /** The key in a feature id. */
    public static long of(String featureId) {
        return Long.parseLong(featureId.substring(featureId.lastIndexOf('.') + 1));
    }

    /** The keys in feature ids, in their order. */
    public static List<Long> of(Collection<String> featureIds) {
        return featureIds.stream().map(Fids::of).toList();
    }

    /** Asks a layer for the rows of these keys. */
    public static Query query(SimpleFeatureSource source, Collection<Long> fids) {
        String layer = source.getName().getLocalPart();
        Set<FeatureId> wanted = new LinkedHashSet<>();
        fids.forEach(fid -> wanted.add(FILTERS.featureId(layer + "." + fid)));
        Query query = new Query(layer, FILTERS.id(wanted));
        query.setSortBy(SortBy.UNSORTED);
        return query;
    }
}
