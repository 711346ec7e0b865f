package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** One transaction of edits: all rows of all layers it touches, or none. */
final class EditTransaction {
    private static final int CHECK = 256;

    private final Layers layers;
    private final Progress progress;
    private final Map<String, LayerEdits> touched = new LinkedHashMap<>();
    private final Map<String, LayerAccess> prepared = new LinkedHashMap<>();
    private Connection connection;

    private int rows;
    private boolean declared;
    private long schema;

    EditTransaction(Layers layers, Progress progress) {
        this.layers = layers;
        this.progress = progress;
    }

    /** Work inside the transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(EditTransaction edit) throws SQLException;
    }

    <T> T run(Work<T> work) {
        try (WriteSession session = new WriteSession(layers.database())) {
            T result = session.run(opened -> {
                connection = opened;
                try {
                    T made = work.run(this);
                    finish();
                    return made;
                } finally {
                    close();
                }
            });
            session.commit();
            layers.database().checkStillThere();
            learn();
            return result;
        } catch (RuntimeException e) {
            prepared.values().forEach(LayerAccess::forget);
            throw e;
        }
    }

    private void finish() throws SQLException {
        for (LayerEdits layer : touched.values()) {
            declared |= layer.finish();
        }
        schema = touched.isEmpty() ? -1 : Layers.schemaVersion(connection);
    }

    /** What is known of the layers after the commit: the schema changed only as this transaction changed it. */
    private void learn() {
        if (declared) {
            layers.forget();
        } else if (schema >= 0) {
            layers.trust(schema);
        }
    }

    /** How many rows are going to be changed, so that the index is kept in the better way. */
    void expect(int changedRows) {
        rows = changedRows;
    }

    private void close() throws SQLException {
        for (LayerEdits layer : touched.values()) {
            layer.close();
        }
    }

    Connection connection() {
        return connection;
    }

    void progress(int done, int all) {
        if (done % CHECK == 0) {
            progress.check();
            progress.report((double) done / Math.max(1, all));
        }
    }

    /** What changes the rows of a layer; the layer is made ready for it first. */
    LayerEdits layer(String name) throws SQLException {
        LayerEdits known = touched.get(name);
        if (known != null) {
            return known;
        }
        LayerAccess access = layers.current(connection, name);
        if (access == null) {
            throw RiskMapException.of(
                    "data.gpkg-layer-unknown", layers.database().file().toString(), name);
        }
        if (access.table().readOnlyReason() != null) {
            throw new RiskMapException(access.table().readOnlyReason());
        }
        prepared.put(name, access);
        access.prepareForWriting(connection);
        LayerEdits made = new LayerEdits(connection, access, rows >= IndexUpkeep.WORTH);
        touched.put(name, made);
        return made;
    }
}
