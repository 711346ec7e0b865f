package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.geotools.api.data.Query;
import org.geotools.api.data.Transaction;
import org.geotools.api.filter.Filter;
import org.geotools.geometry.jts.ReferencedEnvelope;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;

/** Answers queries on one layer: rows, counts, extents. */
final class LayerReads {
    private final Layers layers;
    private final LayerAccess access;

    LayerReads(Layers layers, LayerAccess access) {
        this.layers = layers;
        this.access = access;
    }

    LayerAccess access() {
        return access;
    }

    /** The features of a query; what the transaction wrote is seen. */
    RowReader reader(Query query, Transaction transaction) {
        return open(
                query, transaction, (plan, cursor, release) -> new RowReader(layers.database(), plan, cursor, release));
    }

    /** What is made of an open cursor. */
    @FunctionalInterface
    interface CursorUse<T> {
        T of(RowPlan plan, RowCursor cursor, Runnable release) throws SQLException;
    }

    /**
     * Opens a cursor on a query; whoever takes it closes it and then runs the release, also where it fails afterwards: a
     * connection is given back once, however often that is asked for.
     */
    <T> T open(Query query, Transaction transaction, CursorUse<T> use) {
        Database database = layers.database();
        LayerTransaction writing = LayerTransaction.active(transaction, layers);
        Connections.Opened own = writing == null ? database.borrow() : null;
        Connection connection = own == null ? writing.session().connection() : own.connection();
        AtomicBoolean released = new AtomicBoolean(own == null);
        Runnable release = () -> {
            if (!released.getAndSet(true)) {
                database.giveBack(own);
            }
        };
        try {
            if (own != null) {
                StopOfTask.watch(own);
            }
            return cursor(query, connection, own == null ? null : own.deadline(), release, use);
        } catch (SQLException e) {
            release.run();
            throw SqlFailure.of(database.file(), e);
        } catch (RuntimeException e) {
            release.run();
            throw e;
        }
    }

    private <T> T cursor(Query asked, Connection connection, Deadline deadline, Runnable release, CursorUse<T> use)
            throws SQLException {
        Query query = BoxReprojection.toLayer(asked, access.type());
        Envelope window = SqlFilter.of(query, access.table()).window();
        boolean useIndex = access.shouldUseIndex(connection, window);
        RowPlan plan = RowPlan.of(access.table(), access.type(), query, useIndex);
        try {
            return use.of(plan, new RowCursor(layers.database()::notice, connection, deadline, plan), release);
        } catch (SQLException e) {
            if (!useIndex || !SqlFailure.isDamage(e)) {
                throw e;
            }
            access.distrustIndex();
            RowPlan slow = RowPlan.of(access.table(), access.type(), query, false);
            return use.of(slow, new RowCursor(layers.database()::notice, connection, deadline, slow), release);
        }
    }

    /** How many features a query has. */
    int count(Query query, Transaction transaction) {
        Query inLayer = BoxReprojection.toLayer(query, access.type());
        SqlFilter filter = SqlFilter.of(inLayer.getFilter(), access.table());
        if (filter.isExact()) {
            return limited(countBySql(filter, transaction), query);
        }
        Query plain = new Query(inLayer);
        plain.setPropertyNames(Query.NO_NAMES);
        plain.setSortBy();
        int result = 0;
        try (RowReader reader = reader(plain, transaction)) {
            while (reader.hasNext()) {
                reader.next();
                result++;
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return result;
    }

    private long countBySql(SqlFilter filter, Transaction transaction) {
        List<Object> values = new ArrayList<>();
        String where = RowPlan.where(access.table(), filter, false, values);
        List<Object> all = new ArrayList<>(filter.values());
        all.addAll(values);
        String sql = "SELECT count(*) FROM " + access.table().sqlName() + where;
        return read(transaction, connection -> Sql.number(connection, sql, all.toArray()));
    }

    private static int limited(long count, Query query) {
        int skip = query.getStartIndex() == null ? 0 : query.getStartIndex();
        return (int) Math.max(0, Math.min(count - skip, query.getMaxFeatures()));
    }

    /** The extent of what a query has, in the layer's CRS. */
    ReferencedEnvelope bounds(Query query, Transaction transaction) {
        var crs = access.type().getCoordinateReferenceSystem();
        if (!access.table().hasGeometry()) {
            return new ReferencedEnvelope(crs);
        }
        boolean all = query.getFilter() == Filter.INCLUDE
                && query.getMaxFeatures() == Integer.MAX_VALUE
                && (query.getStartIndex() == null || query.getStartIndex() == 0);
        Envelope result = all
                ? read(
                        transaction,
                        connection -> SpatialExtent.of(connection, access.table(), access.hasSoundIndex(connection)))
                : scan(query, transaction);
        return result == null ? new ReferencedEnvelope(crs) : new ReferencedEnvelope(result, crs);
    }

    private Envelope scan(Query query, Transaction transaction) {
        Query plain = new Query(query);
        plain.setPropertyNames(access.table().layer().geometryColumn());
        Envelope result = new Envelope();
        try (RowReader reader = reader(plain, transaction)) {
            while (reader.hasNext()) {
                Object geometry = reader.next().getDefaultGeometry();
                if (geometry != null) {
                    result.expandToInclude(((org.locationtech.jts.geom.Geometry) geometry).getEnvelopeInternal());
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return result;
    }

    /** The points of the layer where a query asks for nothing else and they are plain ones; else null. */
    PackedPoints points(Query query, Transaction transaction, Progress progress) {
        if (!PackedPoints.canAnswer(query, access) || LayerTransaction.active(transaction, layers) != null) {
            return null;
        }
        return RangeReading.points(layers.database(), access, query, progress);
    }

    /** Hands over the shapes of the layer where a query asks for nothing else; else false. */
    boolean shapes(Query query, Transaction transaction, RowSink sink, Progress progress) {
        return RowPlan.isOfGeometries(query, access.table())
                && LayerTransaction.active(transaction, layers) == null
                && ShapeReading.read(layers.database(), access, query, sink, progress);
    }

    /** All rows of the layer where a query asks for them and several threads can read them; else null. */
    FeatureTable inRanges(Query query, Transaction transaction, Progress progress) {
        return LayerTransaction.active(transaction, layers) != null
                ? null
                : RangeReading.read(layers.database(), access, query, progress);
    }

    /** The rows in a window where the index saves nothing and several threads can read them; else null. */
    RangeReading.Found inRanges(Query query, Envelope window, Transaction transaction, Progress progress) {
        return LayerTransaction.active(transaction, layers) != null
                        || layers.database().read(connection -> access.shouldUseIndex(connection, window))
                ? null
                : RangeReading.rows(layers.database(), access, query, progress);
    }

    /** How many rows there are, and how many boxes the index has for them: −1 where it cannot be relied on. */
    long[] sizes(Transaction transaction) {
        return read(transaction, connection -> new long[] {
            Sql.number(connection, "SELECT count(*) FROM " + access.table().sqlName()),
            access.hasSoundIndex(connection) ? SpatialIndex.size(connection, access.table()) : -1
        });
    }

    /** The greatest key of a table; 0 for a view, which would have to be read for it. */
    long greatestKey(Transaction transaction) {
        String sql = "SELECT max(" + access.table().sqlKey() + ") FROM "
                + access.table().sqlName();
        return read(
                transaction,
                connection -> Sql.exists(connection, "table", access.table().name()) ? Sql.number(connection, sql) : 0);
    }

    private <T> T read(Transaction transaction, SqlWork<T> work) {
        LayerTransaction writing = LayerTransaction.active(transaction, layers);
        return writing == null
                ? layers.database().read(work)
                : writing.session().run(work);
    }
}
