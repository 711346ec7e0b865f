package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.geotools.api.data.Transaction;
import riskmap.base.RiskMapException;

/**
 * The store's part in a GeoTools transaction. Nothing is locked until the first change; from then on the transaction has
 * a connection of its own that sees what it wrote, and other readers see the last commit.
 */
final class LayerTransaction implements Transaction.State, AutoCloseable {
    private final Layers layers;
    private final WriteSession session;
    private final Map<String, Touched> touched = new LinkedHashMap<>();

    /** A layer changed in this transaction, and what writes its rows. */
    private record Touched(LayerAccess access, RowWriter writer) {}

    LayerTransaction(Layers layers) {
        this.layers = layers;
        this.session = new WriteSession(layers.database());
    }

    /** The state of this transaction, made and joined to it on first use. */
    static LayerTransaction of(Transaction transaction, Layers layers) {
        synchronized (transaction) {
            if (transaction.getState(layers) instanceof LayerTransaction known) {
                return known;
            }
            LayerTransaction made = new LayerTransaction(layers);
            transaction.putState(layers, made);
            return made;
        }
    }

    /** The state of this transaction where it has changed something, so that reads must go through it; else null. */
    static LayerTransaction active(Transaction transaction, Layers layers) {
        boolean automatic = transaction == null || transaction == Transaction.AUTO_COMMIT;
        boolean active = !automatic
                && transaction.getState(layers) instanceof LayerTransaction state
                && state.session.isActive();
        return active ? (LayerTransaction) transaction.getState(layers) : null;
    }

    WriteSession session() {
        return session;
    }

    /** Runs work that changes rows of a layer. */
    <T> T change(LayerAccess access, ChangeWork<T> work) {
        refuseReadOnly(access);
        return session.run(connection -> work.run(touched(access, connection).writer()));
    }

    /** Runs work that changes rows of a layer in a way of its own. */
    <T> T changeAtOnce(LayerAccess access, SqlWork<T> work) {
        refuseReadOnly(access);
        return session.run(connection -> {
            touched(access, connection);
            return work.run(connection);
        });
    }

    private static void refuseReadOnly(LayerAccess access) {
        if (access.table().readOnlyReason() != null) {
            throw new RiskMapException(access.table().readOnlyReason());
        }
    }

    private Touched touched(LayerAccess access, Connection connection) throws SQLException {
        LayerTable table = access.table();
        Touched layer = touched.get(table.name());
        if (layer == null) {
            access.prepareForWriting(connection);
            layer = new Touched(access, new RowWriter(connection, table));
            touched.put(table.name(), layer);
        }
        return layer;
    }

    /** Work with a layer's writer. */
    @FunctionalInterface
    interface ChangeWork<T> {
        T run(RowWriter writer) throws SQLException;
    }

    @Override
    public void commit() {
        if (!session.isActive()) {
            return;
        }
        try {
            session.run(connection -> {
                for (Touched layer : touched.values()) {
                    layer.writer().declareDimensions();
                    layer.writer().close();
                    ContentsRow.refresh(connection, layer.access());
                }
                return null;
            });
            session.commit();
        } catch (RuntimeException e) {
            rollback();
            throw e;
        }
        touched.clear();
        layers.forget();
    }

    @Override
    public void rollback() {
        if (session.isActive()) {
            session.run(connection -> {
                for (Touched layer : touched.values()) {
                    layer.writer().close();
                }
                return null;
            });
        }
        touched.values().forEach(layer -> layer.access().forget());
        touched.clear();
        session.rollback();
    }

    @Override
    public void setTransaction(Transaction transaction) {
        if (transaction == null) {
            close();
        }
    }

    @Override
    public void addAuthorization(String authorization) {
        // a file has no locks of its own to open
    }

    @Override
    public void close() {
        rollback();
        session.close();
    }
}
