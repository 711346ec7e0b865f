package riskmap.ui.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.api.filter.sort.SortBy;
import org.geotools.api.filter.sort.SortOrder;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.geo.crs.Crs;
import riskmap.ui.feature.FieldText;

/** Reads a layer for its table: first the ids in the order wanted, then the values of one page after the other. */
final class RowReader {
    /** After so many ids the table is told, so that the first rows stand there at once. */
    private static final int FIRST_BATCH = 500;

    private static final int BATCH = 50_000;

    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();

    private final SimpleFeatureSource source;
    private final List<FieldText> fields;

    RowReader(SimpleFeatureSource source, List<FieldText> fields) {
        this.source = source;
        this.fields = fields;
    }

    SimpleFeatureSource source() {
        return source;
    }

    /**
     * The order of a table.
     *
     * @param column sorted by this column, null for the order of the file
     * @param ascending small values first
     */
    record Order(String column, boolean ascending) {
        static final Order OF_FILE = new Order(null, true);
    }

    /** Collects the ids of the features that pass the filter; {@code grown} is told after each batch. */
    void ids(Filter filter, Order order, IdList ids, Runnable grown, Progress progress) {
        Query query = new Query(source.getName().getLocalPart(), UntilStopped.of(filter, progress));
        query.setPropertyNames(order.column() == null ? List.of() : List.of(order.column()));
        if (order.column() != null) {
            SortOrder direction = order.ascending() ? SortOrder.ASCENDING : SortOrder.DESCENDING;
            query.setSortBy(FILTERS.sort(order.column(), direction));
        }
        int next = FIRST_BATCH;
        try (SimpleFeatureIterator features = source.getFeatures(query).features()) {
            while (features.hasNext()) {
                progress.check();
                ids.add(features.next().getID());
                if (ids.size() == next) {
                    grown.run();
                    next += BATCH;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        grown.run();
    }

    /** The values of these features by id, in the order of the fields. */
    Map<String, Object[]> values(List<String> ids) {
        Query query = byId(ids);
        query.setPropertyNames(fields.stream().map(FieldText::name).toList());
        Map<String, Object[]> result = new HashMap<>();
        each(query, feature -> {
            Object[] row = new Object[fields.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = feature.getAttribute(fields.get(i).name());
            }
            result.put(feature.getID(), row);
        });
        return result;
    }

    /** The geometries of these features in another CRS; features without one are left out. */
    List<Geometry> geometries(List<String> ids, CoordinateReferenceSystem mapCrs) {
        List<Geometry> result = new ArrayList<>();
        CoordinateReferenceSystem crs = source.getSchema().getCoordinateReferenceSystem();
        boolean same = crs == null || Crs.same(crs, mapCrs);
        if (source.getSchema().getGeometryDescriptor() == null) {
            return result;
        }
        each(byId(ids), feature -> {
            if (feature.getDefaultGeometry() instanceof Geometry geometry && !geometry.isEmpty()) {
                result.add(same ? geometry : Crs.transform(crs, mapCrs).apply(geometry));
            }
        });
        return result;
    }

    private Query byId(List<String> ids) {
        Set<FeatureId> wanted = new LinkedHashSet<>();
        ids.forEach(id -> wanted.add(FILTERS.featureId(id)));
        Query query = new Query(source.getName().getLocalPart(), FILTERS.id(wanted));
        query.setSortBy(SortBy.UNSORTED);
        return query;
    }

    private void each(Query query, Consumer<SimpleFeature> action) {
        try (SimpleFeatureIterator features = source.getFeatures(query).features()) {
            while (features.hasNext()) {
                action.accept(features.next());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
