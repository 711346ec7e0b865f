package riskmap.app.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.factory.CommonFactoryFinder;
import riskmap.analysis.LayerRows;
import riskmap.analysis.relate.SelectByLocation;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** Which features of a layer stand in a spatial relation to those of another: the tool {@code select-by-location}. */
public final class LocationSelection {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private LocationSelection() {}

    /** The relations one can ask for. */
    public static List<String> predicates() {
        return SelectByLocation.predicates();
    }

    /**
     * The keys of the features found, in the layer's order.
     *
     * @param others the other layer
     * @param onlyThese keys of the features of the other layer that count; null for all
     * @param predicate one of {@link #predicates()}
     * @param metres how far they may be away; 0 where they must meet
     * @throws RiskMapException when nothing of the other layer counts, or a distance is asked for where there is none
     */
    public static List<Long> keys(
            SimpleFeatureSource features,
            SimpleFeatureSource others,
            Collection<Long> onlyThese,
            String predicate,
            double metres,
            Progress progress) {
        String other = others.getName().getLocalPart();
        if (onlyThese != null && onlyThese.isEmpty()) {
            throw RiskMapException.of("app.location-none-selected", other);
        }
        Query query = onlyThese == null ? Query.ALL : new Query(other, FILTERS.id(ids(other, onlyThese)));
        LayerRows near = LayerRows.read(others, query, progress.part(0, 0.2));
        List<Long> keys = new ArrayList<>();
        for (String id : SelectByLocation.ids(features, near, predicate, metres, progress.part(0.2, 1))) {
            keys.add(Long.parseLong(id.substring(id.lastIndexOf('.') + 1)));
        }
        return keys;
    }

    private static Set<FeatureId> ids(String layer, Collection<Long> keys) {
        Set<FeatureId> ids = new LinkedHashSet<>();
        keys.forEach(key -> ids.add(FILTERS.featureId(layer + "." + key)));
        return ids;
    }
}
