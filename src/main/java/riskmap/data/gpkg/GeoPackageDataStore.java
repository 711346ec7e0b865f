package riskmap.data.gpkg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.data.SimpleFeatureStore;
import org.geotools.api.data.Transaction;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.Name;
import org.geotools.data.store.ContentDataStore;
import org.geotools.data.store.ContentEntry;
import org.geotools.data.store.ContentFeatureSource;
import org.geotools.feature.NameImpl;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * The layers and attribute tables of a GeoPackage behind GeoTools' seam. A layer's source is a {@code SimpleFeatureStore}
 * where its rows can be changed. Feature ids are {@code layer.key}; an id that a feature brings with it
 * ({@code Hints.USE_PROVIDED_FID}) is kept when the key is free. DATE is {@link java.time.LocalDate}, DATETIME
 * {@link java.time.Instant}. What SQLite decides of a filter: {@link SqlFilter}.
 */
public final class GeoPackageDataStore extends ContentDataStore {
    private final Layers layers;
    private final Runnable onDispose;

    GeoPackageDataStore(Layers layers, Runnable onDispose) {
        this.layers = layers;
        this.onDispose = onDispose;
        setGeometryFactory(GeometryBlobReader.FACTORY);
    }

    Layers layers() {
        return layers;
    }

    @Override
    protected List<Name> createTypeNames() {
        return LayerTables.names(layers.database()).stream()
                .<Name>map(name -> new NameImpl(namespaceURI, name))
                .toList();
    }

    @Override
    protected ContentFeatureSource createFeatureSource(ContentEntry entry) {
        LayerAccess access = access(entry.getTypeName());
        boolean writable = !layers.database().isReadOnly() && access.table().readOnlyReason() == null;
        return writable ? new GeoPackageFeatureStore(entry, layers) : new GeoPackageFeatureSource(entry, layers);
    }

    LayerAccess access(String name) {
        LayerAccess access = layers.find(name);
        if (access == null) {
            throw RiskMapException.of(
                    "data.gpkg-layer-unknown", layers.database().file().toString(), name);
        }
        return access;
    }

    @Override
    public void createSchema(SimpleFeatureType type) {
        createSchema(type, null);
    }

    /** Makes a layer that people see under a title. */
    void createSchema(SimpleFeatureType type, String title) {
        layers.database().write(connection -> {
            LayerDefinition.create(connection, type, title, layers.references());
            return null;
        });
        layers.forget();
    }

    @Override
    public void removeSchema(Name name) {
        removeSchema(name.getLocalPart());
    }

    @Override
    public void removeSchema(String name) {
        LayerAccess access = access(name);
        layers.database().write(connection -> {
            LayerDefinition.drop(connection, access.table());
            return null;
        });
        layers.forget();
        removeEntry(new NameImpl(namespaceURI, name));
    }

    /** The same query, of the source whatever type name it was made for. */
    private static Query named(Query query, SimpleFeatureSource source) {
        Query named = new Query(query);
        named.setTypeName(source.getName().getLocalPart());
        return named;
    }

    /** See {@link FeatureTable#of(SimpleFeatureSource, Query, Progress)}. */
    FeatureTable read(Query query, SimpleFeatureSource source, Progress progress) {
        Transaction transaction = transaction(source);
        Query named = named(query, source);
        LayerReads reads = new LayerReads(layers, access(named.getTypeName()));
        PackedPoints points = reads.points(named, transaction, progress);
        if (points != null) {
            return FeatureTable.of(
                    points, reads.access().type(), reads.access().table().name());
        }
        FeatureTable joined = reads.inRanges(named, transaction, progress);
        if (joined != null) {
            return joined;
        }
        return reads.open(named, transaction, (plan, cursor, release) -> {
            if (!FeatureTable.canRead(plan)) {
                try (RowReader reader = new RowReader(layers.database(), plan, cursor, release)) {
                    return FeatureTable.of(reader, progress);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            try (cursor) {
                return FeatureTable.of(plan, cursor, progress);
            } finally {
                release.run();
            }
        });
    }

    /** See {@link RowSink#read}. */
    boolean read(Query query, SimpleFeatureSource source, RowSink sink, Progress progress) {
        Transaction transaction = transaction(source);
        Query named = named(query, source);
        LayerReads reads = new LayerReads(layers, access(named.getTypeName()));
        if (reads.shapes(named, transaction, sink, progress)) {
            return true;
        }
        PackedPoints points = reads.points(named, transaction, progress);
        if (points != null) {
            points.handOver(sink);
            return true;
        }
        return reads.open(named, transaction, (plan, cursor, release) -> {
            try (cursor) {
                return FeatureTable.canRead(plan) && plan.handOver(cursor, sink, progress);
            } finally {
                release.run();
            }
        });
    }

    /** See {@link RowSink#about}. */
    long about(SimpleFeatureSource source) {
        return new LayerReads(layers, access(source.getName().getLocalPart())).greatestKey(transaction(source));
    }

    /** See {@link WindowRows#read(SimpleFeatureSource, Envelope, Progress)}. */
    WindowRows read(Envelope window, SimpleFeatureSource source, Progress progress) {
        Query query = new Query(source.getName().getLocalPart());
        query.getHints().put(WindowRows.WINDOW, window);
        Transaction transaction = transaction(source);
        LayerReads reads = new LayerReads(layers, access(query.getTypeName()));
        long[] sizes = reads.sizes(transaction);
        RangeReading.Found found = reads.inRanges(query, window, transaction, progress);
        if (found == null) {
            found = reads.open(query, transaction, (plan, cursor, release) -> {
                try (cursor) {
                    FeatureTable rows = FeatureTable.of(plan, cursor, progress);
                    return new RangeReading.Found(rows, cursor.withoutGeometry());
                } finally {
                    release.run();
                }
            });
        }
        long without = sizes[1] < 0 ? found.withoutGeometry() : sizes[0] - sizes[1];
        return new WindowRows(found.rows(), (int) sizes[0], (int) without);
    }

    private static Transaction transaction(SimpleFeatureSource source) {
        return source instanceof SimpleFeatureStore store ? store.getTransaction() : Transaction.AUTO_COMMIT;
    }

    @Override
    public void dispose() {
        super.dispose();
        onDispose.run();
    }
}
