package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import riskmap.base.RiskMapException;
import riskmap.data.RowChange;

/**
 * Applies the changes of one layer inside a transaction: each row must be as the change says it was, and is read again
 * afterwards, so that what a trigger swallowed or another program did is noticed before anything is called done.
 */
final class LayerEdits implements AutoCloseable {
    private final Connection connection;
    private final LayerAccess access;
    private final LayerTable table;
    private final String geometry;
    private final RawRows rows;
    private final CellTranslation translation;
    /** Null where the index's own triggers keep it. */
    private final IndexUpkeep upkeep;

    /** @param many whether so many rows change that the index is better kept by hand */
    LayerEdits(Connection connection, LayerAccess access, boolean many) throws SQLException {
        this.connection = connection;
        this.access = access;
        this.table = access.table();
        this.geometry = table.layer().geometryColumn();
        this.rows = new RawRows(connection, table);
        this.translation = new CellTranslation(table);
        this.upkeep = many && SpatialIndex.exists(connection, table) ? new IndexUpkeep(connection, table) : null;
    }

    RawRows rows() {
        return rows;
    }

    CellTranslation translation() {
        return translation;
    }

    /** Applies a change made of the layer's values; what it came to in the file. */
    RawChange apply(RowChange change) throws SQLException {
        Collection<String> names = names(change.before(), change.after());
        Map<String, Object> held = rows.read(change.fid(), names);
        if (change.before() != null && held != null) {
            for (String name : names) {
                if (!translation.same(name, change.before().get(name), held.get(name))) {
                    throw differs(change.fid(), name);
                }
            }
        }
        Map<String, Object> after = change.after() == null ? null : translation.cells(change.after());
        checkPresence(change.fid(), change.before() != null, held != null);
        return write(change.fid(), held, after);
    }

    /** Applies a change that the journal holds, or its inverse. */
    RawChange apply(RawChange change) throws SQLException {
        Collection<String> names = names(change.before(), change.after());
        Map<String, Object> held = rows.read(change.fid(), names);
        if (change.before() != null && held != null) {
            for (String name : names) {
                if (!CellTranslation.sameCell(change.before().get(name), held.get(name))) {
                    throw differs(change.fid(), name);
                }
            }
        }
        checkPresence(change.fid(), change.before() != null, held != null);
        return write(change.fid(), held, change.after());
    }

    /** The columns to compare: those that change, or all where a row comes or goes. */
    private Collection<String> names(Map<String, Object> before, Map<String, Object> after) {
        for (Map<String, Object> side : Arrays.asList(before, after)) {
            for (String name : side == null ? List.<String>of() : side.keySet()) {
                if (!rows.columns().contains(name)) {
                    throw RiskMapException.of("data.gpkg-edit-column-gone", table.name(), name);
                }
            }
        }
        if (before == null || after == null) {
            return rows.columns();
        }
        if (!before.keySet().equals(after.keySet())) {
            throw new IllegalArgumentException("columns before " + before.keySet() + ", after " + after.keySet());
        }
        return after.keySet();
    }

    private void checkPresence(long fid, boolean expected, boolean there) {
        if (expected && !there) {
            throw RiskMapException.of("data.gpkg-edit-row-gone", id(fid));
        }
        if (!expected && there) {
            throw RiskMapException.of("data.gpkg-edit-row-exists", id(fid));
        }
    }

    /** Whether {@code held} and {@code after} are there says what is done. */
    private RawChange write(long fid, Map<String, Object> held, Map<String, Object> after) throws SQLException {
        int changed;
        if (held == null) {
            changed = rows.add(fid, after);
        } else if (after == null) {
            changed = rows.remove(fid);
        } else {
            changed = after.isEmpty() ? 1 : rows.change(fid, after);
        }
        Collection<String> names = after == null || held == null ? rows.columns() : after.keySet();
        Map<String, Object> now = rows.read(fid, names);
        boolean kept = changed == 1 && (now == null) == (after == null);
        for (String name : after == null || !kept ? List.<String>of() : names) {
            kept &= CellTranslation.sameCell(after.get(name), now.get(name));
        }
        if (!kept) {
            throw RiskMapException.of("data.gpkg-edit-not-kept", id(fid));
        }
        if (upkeep != null && (held == null || after == null || after.containsKey(geometry))) {
            upkeep.changed(fid, now == null ? null : (byte[]) now.get(geometry));
        }
        return new RawChange(table.name(), fid, held, now);
    }

    /** Tells the contents and the geometry columns what they must learn of the changes. */
    boolean finish() throws SQLException {
        boolean declared = translation.declareDimensions(connection);
        if (upkeep != null) {
            upkeep.finish();
        }
        ContentsRow.refresh(connection, access);
        return declared;
    }

    private RiskMapException differs(long fid, String column) {
        return RiskMapException.of("data.gpkg-edit-row-differs", id(fid), column);
    }

    private String id(long fid) {
        return FeatureIds.of(table.name(), fid);
    }

    @Override
    public void close() throws SQLException {
        if (upkeep != null) {
            upkeep.close();
        }
        rows.close();
    }
}
