package riskmap.data.gpkg;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.geotools.api.data.FeatureReader;
import org.geotools.api.data.FeatureWriter;
import org.geotools.api.data.Query;
import org.geotools.api.data.Transaction;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.Name;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.data.DataUtilities;
import org.geotools.data.store.ContentEntry;
import org.geotools.data.store.ContentFeatureStore;
import org.geotools.feature.FeatureCollection;
import org.geotools.geometry.jts.ReferencedEnvelope;

/**
 * A layer whose rows can be changed. Without a transaction each call is one of its own; in a GeoTools transaction the
 * changes are seen by that transaction at once and by everybody else after its commit.
 */
final class GeoPackageFeatureStore extends ContentFeatureStore {
    private final Layers layers;

    GeoPackageFeatureStore(ContentEntry entry, Layers layers) {
        super(entry, Query.ALL);
        this.layers = layers;
    }

    private LayerAccess access() {
        return ((GeoPackageDataStore) getDataStore()).access(entry.getTypeName());
    }

    private LayerReads reads() {
        return new LayerReads(layers, access());
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
    protected FeatureWriter<SimpleFeatureType, SimpleFeature> getWriterInternal(Query query, int flags) {
        return new LayerWriter(layers, access(), query, transaction, (flags & WRITER_UPDATE) == 0);
    }

    @Override
    protected SimpleFeatureType buildFeatureType() {
        return access().type();
    }

    @Override
    public List<FeatureId> addFeatures(FeatureCollection<SimpleFeatureType, SimpleFeature> features)
            throws IOException {
        if (getState().hasListener()) {
            return super.addFeatures(features);
        }
        try (var iterator = DataUtilities.simple(features).features()) {
            return add(iterator::hasNext, iterator::next);
        }
    }

    @Override
    @SuppressWarnings("rawtypes") // as declared above
    public List<FeatureId> addFeatures(Collection collection) throws IOException {
        if (getState().hasListener()) {
            return super.addFeatures(collection);
        }
        Iterator<?> iterator = collection.iterator();
        return add(iterator::hasNext, () -> (SimpleFeature) iterator.next());
    }

    private List<FeatureId> add(BooleanSupplier hasNext, Supplier<SimpleFeature> next) throws IOException {
        List<FeatureId> ids = new ArrayList<>();
        LayerAccess access = access();
        inTransaction(writing -> {
            FeatureRows rows = new FeatureRows(access.table());
            while (hasNext.getAsBoolean()) {
                SimpleFeature feature = next.get();
                ids.add(writing.change(access, writer -> rows.add(writer, feature)));
            }
        });
        return ids;
    }

    @Override
    public void modifyFeatures(Name[] names, Object[] values, Filter filter) throws IOException {
        if (getState().hasListener()) {
            super.modifyFeatures(names, values, filter);
            return;
        }
        List<String> columns = new ArrayList<>();
        for (Name name : names) {
            if (access().type().getDescriptor(name.getLocalPart()) == null) {
                throw new IllegalArgumentException(name.getLocalPart());
            }
            columns.add(name.getLocalPart());
        }
        LayerAccess access = access();
        inTransaction(writing -> {
            long[] keys = keys(filter);
            writing.change(access, writer -> {
                try (PreparedStatement change = writer.prepareChange(columns)) {
                    for (long key : keys) {
                        writer.change(change, columns, values, key);
                    }
                }
                return null;
            });
        });
    }

    @Override
    public void removeFeatures(Filter filter) throws IOException {
        if (getState().hasListener()) {
            super.removeFeatures(filter);
            return;
        }
        LayerAccess access = access();
        inTransaction(writing -> {
            long[] keys = keys(filter);
            writing.change(access, writer -> {
                for (long key : keys) {
                    writer.remove(key);
                }
                return null;
            });
        });
    }

    /** The keys of all rows a filter lets through: found before the first one changes. */
    private long[] keys(Filter filter) {
        Query query = new Query(entry.getTypeName(), resolvePropertyNames(filter), Query.NO_NAMES);
        return LayerWriter.keys(reads().reader(query, transaction), access().table());
    }

    /** Work that changes rows. */
    @FunctionalInterface
    private interface Changes {
        void run(LayerTransaction writing) throws IOException;
    }

    private void inTransaction(Changes changes) throws IOException {
        if (transaction != Transaction.AUTO_COMMIT) {
            changes.run(LayerTransaction.of(transaction, layers));
            return;
        }
        try (LayerTransaction own = new LayerTransaction(layers)) {
            changes.run(own);
            own.commit();
        }
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

    @Override
    protected boolean canTransact() {
        return true;
    }
}
