package riskmap.data.gpkg;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.geotools.api.data.FeatureWriter;
import org.geotools.api.data.Query;
import org.geotools.api.data.Transaction;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.filter.identity.FeatureIdImpl;
import org.locationtech.jts.geom.Geometry;

/**
 * Goes through features one by one to change, remove or add. Which rows it goes through is settled when it is opened; a
 * change writes only the attributes that differ, so what could not be decoded stays as it was.
 */
final class LayerWriter implements FeatureWriter<SimpleFeatureType, SimpleFeature> {
    private static final int AHEAD = 500;

    private final Layers layers;
    private final LayerAccess access;
    private final Transaction transaction;
    private final LayerTransaction writing;
    private final FeatureRows rows;
    private final long[] keys;
    private int nextKey;
    private final Deque<SimpleFeature> ahead = new ArrayDeque<>();
    private final GeometryBlobWriter encoder = new GeometryBlobWriter(0);
    private SimpleFeature current;
    private List<Object> before;

    /** @param appending whether to go through no existing rows at all */
    LayerWriter(Layers layers, LayerAccess access, Query query, Transaction transaction, boolean appending) {
        this.layers = layers;
        this.access = access;
        this.transaction = transaction;
        this.writing = transaction == Transaction.AUTO_COMMIT
                ? new LayerTransaction(layers)
                : LayerTransaction.of(transaction, layers);
        this.rows = new FeatureRows(access.table());
        if (appending) {
            keys = new long[0];
        } else {
            Query plain = new Query(query);
            plain.setPropertyNames(Query.NO_NAMES);
            keys = keys(new LayerReads(layers, access).reader(plain, transaction), access.table());
        }
    }

    /** Reads the keys of all features and closes the reader. */
    static long[] keys(RowReader reader, LayerTable table) {
        long[] result = new long[64];
        int size = 0;
        try (reader) {
            while (reader.hasNext()) {
                if (size == result.length) {
                    result = Arrays.copyOf(result, 2 * size);
                }
                result[size++] = FeatureIds.key(table.name(), reader.next().getID());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Arrays.copyOf(result, size);
    }

    @Override
    public SimpleFeatureType getFeatureType() {
        return access.type();
    }

    @Override
    public boolean hasNext() {
        while (ahead.isEmpty() && nextKey < keys.length) {
            load();
        }
        return !ahead.isEmpty();
    }

    private void load() {
        var factory = CommonFactoryFinder.getFilterFactory();
        Set<FeatureId> ids = new LinkedHashSet<>();
        int to = Math.min(keys.length, nextKey + AHEAD);
        for (int i = nextKey; i < to; i++) {
            ids.add(new RowId(access.table().name(), keys[i]));
        }
        nextKey = to;
        Filter filter = factory.id(ids);
        Map<String, SimpleFeature> found = new HashMap<>();
        Transaction from = transaction == Transaction.AUTO_COMMIT ? null : transaction;
        try (RowReader reader =
                new LayerReads(layers, access).reader(new Query(access.table().name(), filter), from)) {
            while (reader.hasNext()) {
                SimpleFeature feature = reader.next();
                found.put(feature.getID(), feature);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        ids.stream().map(id -> found.get(id.getID())).filter(Objects::nonNull).forEach(ahead::add);
    }

    @Override
    public SimpleFeature next() {
        if (hasNext()) {
            current = ahead.remove();
            before = remembered(current);
        } else if (nextKey < keys.length) {
            throw new NoSuchElementException();
        } else {
            current = SimpleFeatureBuilder.build(
                    access.type(), new Object[access.type().getAttributeCount()], "new");
            before = null;
        }
        return current;
    }

    /** The values, geometry as bytes: a geometry may be changed in place, and its equality overlooks Z and M. */
    private List<Object> remembered(SimpleFeature feature) {
        List<Object> result = new ArrayList<>(feature.getAttributes());
        result.replaceAll(value -> value instanceof Geometry geometry ? encoder.write(geometry) : value);
        return result;
    }

    @Override
    public void write() {
        if (current == null) {
            throw new IllegalStateException("next() first");
        }
        if (before == null) {
            FeatureId id = writing.change(access, writer -> rows.add(writer, current));
            ((FeatureIdImpl) current.getIdentifier()).setID(id.getID());
        } else {
            writeChanges();
        }
        current = null;
    }

    private void writeChanges() {
        List<String> names = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        List<Object> now = remembered(current);
        for (int i = 0; i < before.size(); i++) {
            if (!Objects.deepEquals(before.get(i), now.get(i))) {
                names.add(access.type().getDescriptor(i).getLocalName());
                values.add(current.getAttribute(i));
            }
        }
        if (names.isEmpty()) {
            return;
        }
        long key = FeatureIds.key(access.table().name(), current.getID());
        writing.change(access, writer -> {
            try (PreparedStatement change = writer.prepareChange(names)) {
                return writer.change(change, names, values.toArray(), key);
            }
        });
    }

    @Override
    public void remove() {
        if (current == null || before == null) {
            throw new IllegalStateException("next() first");
        }
        long key = FeatureIds.key(access.table().name(), current.getID());
        writing.change(access, writer -> writer.remove(key));
        current = null;
    }

    @Override
    public void close() {
        if (transaction == Transaction.AUTO_COMMIT) {
            try (writing) {
                writing.commit();
            }
        }
    }
}
