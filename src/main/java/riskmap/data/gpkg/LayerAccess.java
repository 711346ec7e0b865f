package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Message;

/**
 * One layer in use: its table, its type, and whether its spatial index can be relied on. An index is believed when it
 * has as many boxes as there are geometries and {@linkplain IndexSample some of them fit}; one that other programs left
 * incomplete or wrong would hide features. The count is not made again while the file stays {@linkplain CheckedFile as
 * it is}.
 */
final class LayerAccess {
    private final Database database;
    private final LayerTable table;
    private final SimpleFeatureType type;
    private Boolean indexIsSound;
    private boolean isReadyForWriting;

    LayerAccess(Database database, LayerTable table, SimpleFeatureType type) {
        this.database = database;
        this.table = table;
        this.type = type;
    }

    LayerTable table() {
        return table;
    }

    SimpleFeatureType type() {
        return type;
    }

    /** Whether a search in this window should go through the index: it is sound, and the window is not everything. */
    boolean shouldUseIndex(Connection connection, Envelope window) throws SQLException {
        if (window == null || !mayHaveSoundIndex(connection)) {
            return false;
        }
        // where the window is everything there is, all rows are read and the index is not even counted
        Envelope root = rootBox(connection);
        return (root == null || !window.contains(root)) && hasSoundIndex(connection);
    }

    private synchronized boolean mayHaveSoundIndex(Connection connection) throws SQLException {
        return indexIsSound == null ? SpatialIndex.exists(connection, table) : indexIsSound;
    }

    /** The box of the whole tree; null where it is empty or damaged, which a closer look tells. */
    private Envelope rootBox(Connection connection) throws SQLException {
        try {
            return SpatialIndex.rootBox(connection, table);
        } catch (SQLException e) {
            if (!SqlFailure.isDamage(e)) {
                throw e;
            }
            return null;
        }
    }

    /** Whether the index holds every geometry. Looked at once. */
    synchronized boolean hasSoundIndex(Connection connection) throws SQLException {
        if (indexIsSound == null) {
            indexIsSound = SpatialIndex.exists(connection, table) && isComplete(connection);
        }
        return indexIsSound;
    }

    /** Goes on without the index: SQLite found it damaged. */
    synchronized void distrustIndex() {
        indexIsSound = false;
        database.notice(Message.of("data.gpkg-index-damaged", database.file().toString(), table.name()));
    }

    private boolean isComplete(Connection connection) throws SQLException {
        try {
            // a file that is written into is counted each time: its last commits may lie beside it
            CheckedFile counted = database.isReadOnly()
                    ? CheckedFile.of(database.file(), "index " + table.name())
                    : new CheckedFile(database.file(), "", null);
            if (counted.isKnown() || hasAllBoxes(connection)) {
                if (new IndexSample(connection, table).fits()) {
                    counted.rememberOnce();
                    return true;
                }
                database.notice(
                        Message.of("data.gpkg-index-wrong", database.file().toString(), table.name()));
                return false;
            }
        } catch (SQLException e) {
            if (!SqlFailure.isDamage(e)) {
                throw e;
            }
        }
        database.notice(Message.of("data.gpkg-index-incomplete", database.file().toString(), table.name()));
        return false;
    }

    /**
     * Whether no row lacks its box: there is one for each key from the least to the greatest, which needs no look at the
     * rows, or there are as many boxes as rows, or as shapes.
     */
    private boolean hasAllBoxes(Connection connection) throws SQLException {
        long boxes = SpatialIndex.size(connection, table);
        long first = Sql.number(connection, "SELECT min(" + table.sqlKey() + ") FROM " + table.sqlName());
        long last = Sql.number(connection, "SELECT max(" + table.sqlKey() + ") FROM " + table.sqlName());
        if (boxes > 0 && !SpatialIndex.isWithin(connection, table, first, last)) {
            return false;
        }
        return boxes > 0 && boxes - 1 == last - first
                || boxes == Sql.number(connection, "SELECT count(*) FROM " + table.sqlName())
                || boxes == countBoxes(connection);
    }

    private long countBoxes(Connection connection) throws SQLException {
        long result = 0;
        try (PreparedStatement statement =
                        connection.prepareStatement("SELECT " + table.sqlGeometry() + " FROM " + table.sqlName());
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Envelope box = GeometryBlob.envelope(rows.getBytes(1));
                result += box == null || box.isNull() ? 0 : 1;
            }
        }
        return result;
    }

    /**
     * Makes sure, before the first change, that the triggers are those of the standard and the index is complete; a
     * foreign program's index is rebuilt where it is not.
     */
    synchronized void prepareForWriting(Connection connection) throws SQLException {
        if (isReadyForWriting || !SpatialIndex.exists(connection, table)) {
            return;
        }
        boolean sound = hasSoundIndex(connection);
        if (!sound) {
            SpatialIndex.drop(connection, table);
            SpatialIndex.create(connection, table);
        } else if (!database.isOwn() || !IndexTriggers.areComplete(connection, table)) {
            Sql.script(connection, IndexTriggers.dropAll(connection, table).toArray(new String[0]));
            Sql.script(connection, IndexTriggers.createAll(table));
        }
        indexIsSound = true;
        isReadyForWriting = true;
    }

    /** Forgets what was found out: a transaction that may have changed it was rolled back. */
    synchronized void forget() {
        indexIsSound = null;
        isReadyForWriting = false;
    }
}
