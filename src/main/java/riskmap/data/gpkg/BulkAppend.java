package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * Adds many features to a layer in one transaction. While rows go in, the index's triggers are absent; the boxes are
 * gathered on the way and put into the R-tree at the end, packed where they are the greater part of it.
 */
final class BulkAppend {
    private final Layers layers;
    private final LayerAccess access;
    private final LayerTable table;
    private final Progress progress;
    private final BoxList boxes = new BoxList();
    /** Whether the rows that are there go. */
    private boolean replaces;

    BulkAppend(Layers layers, LayerAccess access, Progress progress) {
        this.layers = layers;
        this.access = access;
        this.table = access.table();
        this.progress = progress;
    }

    /** Makes a layer and fills it, or does neither. */
    static long intoNew(
            Layers layers,
            SimpleFeatureType type,
            String title,
            Iterator<? extends SimpleFeature> features,
            long expected,
            Progress progress) {
        progress.report(0, Message.of("data.gpkg-step-append", type.getTypeName()));
        try {
            long added = layers.database().write(connection -> {
                LayerDefinition.create(connection, type, title, layers.references());
                LayerAccess access = layers.read(connection, type.getTypeName());
                return new BulkAppend(layers, access, progress).append(connection, features, expected);
            });
            progress.report(1);
            return added;
        } finally {
            layers.forget();
        }
    }

    /** The same in place of the rows that are there, which go in the same transaction; keys are not used again. */
    BulkAppend replacing() {
        replaces = true;
        return this;
    }

    /**
     * Adds them all, or none.
     *
     * @param expected how many there will be, for the progress; not positive where nobody knows
     * @return how many there were
     */
    long run(Iterator<? extends SimpleFeature> features, long expected) {
        if (table.readOnlyReason() != null) {
            throw new RiskMapException(table.readOnlyReason());
        }
        progress.report(0, Message.of("data.gpkg-step-append", table.name()));
        try {
            long added = layers.database().write(connection -> append(connection, features, expected));
            progress.report(1);
            return added;
        } finally {
            access.forget();
            layers.forget();
        }
    }

    /** The key that the first row gets. */
    long firstKey(Connection connection) throws SQLException {
        return nextKey(connection);
    }

    /** Adds them in the transaction of this connection; how many there were. */
    long append(Connection connection, Iterator<? extends SimpleFeature> features, long expected) throws SQLException {
        access.prepareForWriting(connection);
        boolean indexed = SpatialIndex.exists(connection, table);
        if (indexed) {
            Sql.script(connection, IndexTriggers.dropAll(connection, table).toArray(new String[0]));
        }
        long first = nextKey(connection);
        if (replaces) {
            Sql.script(connection, "DELETE FROM " + table.sqlName());
            if (indexed) {
                Sql.script(connection, "DELETE FROM " + Sql.name(table.indexName()));
            }
        }
        long boxesBefore = indexed ? SpatialIndex.size(connection, table) : 0;
        long added;
        try (RowWriter writer = new RowWriter(connection, table)) {
            added = insert(connection, writer, features, expected, first);
            writer.declareDimensions();
        }
        if (indexed) {
            index(connection, boxesBefore);
            Sql.script(connection, IndexTriggers.createAll(table));
        }
        ContentsRow.refresh(connection, access);
        return added;
    }

    private long insert(
            Connection connection,
            RowWriter writer,
            Iterator<? extends SimpleFeature> features,
            long expected,
            long first)
            throws SQLException {
        FeatureRows rows = new FeatureRows(table);
        long key = first;
        try (BatchInsert insert = new BatchInsert(connection, RowWriter.insertSql(table), progress)) {
            while (features.hasNext()) {
                SimpleFeature feature = features.next();
                boolean full = insert.add(writer.row(key, rows.geometry(feature), rows.values(feature)));
                if (table.hasGeometry() && !writer.envelope().isNull()) {
                    boxes.add(key, writer.envelope());
                }
                key++;
                if (full) {
                    progress.check();
                    progress.report(fraction(key - first, expected));
                }
            }
            insert.finish();
        }
        return key - first;
    }

    /** How far along: of what was promised, or of what is usual. */
    private static double fraction(long done, long expected) {
        return expected > 0 ? Math.min(0.95, 0.95 * done / expected) : 0.95 * done / (done + 100_000.0);
    }

    private long nextKey(Connection connection) throws SQLException {
        long used = Sql.number(connection, "SELECT max(" + table.sqlKey() + ") FROM " + table.sqlName());
        if (Sql.exists(connection, "table", "sqlite_sequence")) {
            used = Math.max(
                    used, Sql.number(connection, "SELECT max(seq) FROM sqlite_sequence WHERE name=?", table.name()));
        }
        return used + 1;
    }

    private void index(Connection connection, long boxesBefore) throws SQLException {
        if (boxesBefore == 0) {
            PackedTree.write(connection, table.indexName(), boxes);
        } else if (boxes.size() > boxesBefore) {
            SpatialIndex.fill(connection, table);
        } else {
            try (PreparedStatement statement = connection.prepareStatement(
                    "INSERT INTO " + Sql.name(table.indexName()) + " VALUES (?, ?, ?, ?, ?)")) {
                for (int i : HilbertOrder.of(boxes)) {
                    statement.setLong(1, boxes.id(i));
                    for (int side = 0; side < 4; side++) {
                        statement.setDouble(2 + side, boxes.side(i, side));
                    }
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        }
    }
}
