package riskmap.data.gpkg;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.geotools.api.feature.simple.SimpleFeature;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Author;
import riskmap.data.Changes;
import riskmap.data.Checkpoint;
import riskmap.data.EditStep;
import riskmap.data.RowChange;

/**
 * Edits of the layers of one file. Each is one transaction of the rows, their spatial index and its record in the
 * journal; undoing and redoing move the record in the same transaction as the rows. So at any moment, also after a power
 * cut, the data are exactly what the steps marked done have made of them. Bodies of steps stay in the file.
 *
 * <p>Every step is refused whole where a row is not as the step says it was, and where the file does not keep what was
 * written. One writer at a time; safe for several threads.
 */
public final class EditJournal {
    /** Of steps with more rows than this, undo and redo say which rows they changed, without values. */
    public static final int MOST_VALUES = 100_000;

    private final Layers layers;
    private final Map<String, Long> reserved = new HashMap<>();

    EditJournal(Layers layers) {
        this.layers = layers;
    }

    /** A key for a new row of this layer, given out once. */
    public long newFid(String layer) {
        LayerTable table = access(layer).table();
        long used = layers.database().read(connection -> {
            long highest = Sql.number(connection, "SELECT max(" + table.sqlKey() + ") FROM " + table.sqlName());
            return Sql.exists(connection, "table", "sqlite_sequence")
                    ? Math.max(
                            highest,
                            Sql.number(connection, "SELECT max(seq) FROM sqlite_sequence WHERE name=?", table.name()))
                    : highest;
        });
        synchronized (reserved) {
            return reserved.merge(table.name(), used + 1, (known, free) -> Math.max(known + 1, free));
        }
    }

    /**
     * Applies a step and records it as done; steps that were undone become abandoned.
     *
     * @return the step as it is in the file, values as they read now
     */
    public Changes commit(Changes changes, Author author, Progress progress) {
        return commit(changes, author, null, progress);
    }

    /**
     * Applies a step that is told from all others by a token, kept with its record: {@link #holds}.
     *
     * @param token null for none
     */
    public Changes commit(Changes changes, Author author, UUID token, Progress progress) {
        return new EditTransaction(layers, progress).run(edit -> {
            JournalTables.create(edit.connection());
            edit.expect(changes.rows().size());
            Applied applied = new Applied(true);
            for (int i = 0; i < changes.rows().size(); i++) {
                edit.progress(i, changes.rows().size());
                var row = changes.rows().get(i);
                LayerEdits layer = edit.layer(row.layer());
                applied.add(layer.apply(row), layer.translation());
            }
            JournalRecords.abandonUndone(edit.connection());
            JournalRecords.add(
                    edit.connection(), changes, applied.raw(), author, token == null ? null : token.toString());
            return applied.changes(changes.name());
        });
    }

    /** Whether the journal has a step with this token, whatever its state. */
    public boolean holds(UUID token) {
        return reading(
                connection ->
                        Sql.value(connection, "SELECT 1 FROM riskmap_edit WHERE token=?", token.toString()) != null,
                false);
    }

    /** Takes back the last step that is done; what that did to the rows. Empty where there is none. */
    public Optional<Changes> undo(Progress progress) {
        return move(EditStep.State.DONE, EditStep.State.UNDONE, progress);
    }

    /** Does again the step that was taken back last. Empty where there is none. */
    public Optional<Changes> redo(Progress progress) {
        return move(EditStep.State.UNDONE, EditStep.State.DONE, progress);
    }

    private Optional<Changes> move(EditStep.State from, EditStep.State to, Progress progress) {
        return new EditTransaction(layers, progress).run(edit -> {
            Connection connection = edit.connection();
            EditStep step = JournalRecords.next(connection, from);
            if (step == null) {
                return Optional.empty();
            }
            if (step.isStyle()) {
                throw new IllegalStateException("step " + step.seq() + " is one of styles");
            }
            boolean back = to == EditStep.State.UNDONE;
            edit.expect(step.rows());
            for (String layer : step.layers()) {
                edit.layer(layer);
            }
            Long bulk = JournalRecords.bulkFirst(connection, step.seq());
            if (bulk != null) {
                JournalRecords.expandBulk(
                        connection, step, bulk, edit.layer(step.layers().get(0)).rows(), progress::check);
            }
            Applied applied = new Applied(step.rows() <= MOST_VALUES);
            JournalRecords.rows(connection, step.seq(), back, row -> {
                edit.progress(applied.size(), step.rows());
                LayerEdits layer = edit.layer(row.layer());
                applied.add(layer.apply(back ? row.inverse() : row), layer.translation());
            });
            JournalRecords.mark(connection, step.seq(), to);
            return Optional.of(applied.changes(step.name()));
        });
    }

    /**
     * Adds many rows to a layer as one step: as fast as the disk allows, all or none. It can be undone as any other; its
     * rows are recorded when it is.
     *
     * @param expected how many there will be; not positive where nobody knows
     * @return how many there were
     */
    public long append(
            Message name,
            String layer,
            Iterator<? extends SimpleFeature> features,
            long expected,
            Author author,
            Progress progress) {
        LayerAccess access = access(layer);
        if (access.table().readOnlyReason() != null) {
            throw new RiskMapException(access.table().readOnlyReason());
        }
        progress.report(0, Message.of("data.gpkg-step-append", layer));
        BulkAppend bulk = new BulkAppend(layers, access, progress);
        try {
            return layers.database().write(connection -> {
                JournalTables.create(connection);
                long first = bulk.firstKey(connection);
                long count = bulk.append(connection, features, expected);
                if (count > 0) {
                    JournalRecords.abandonUndone(connection);
                    JournalRecords.addBulk(connection, name, access.table().name(), first, count, author);
                }
                return count;
            });
        } finally {
            access.forget();
            layers.forget();
        }
    }

    /** The step that {@link #undo} would take back. */
    public Optional<EditStep> undoStep() {
        return next(EditStep.State.DONE);
    }

    /** The step that {@link #redo} would do again. */
    public Optional<EditStep> redoStep() {
        return next(EditStep.State.UNDONE);
    }

    private Optional<EditStep> next(EditStep.State state) {
        return reading(connection -> Optional.ofNullable(JournalRecords.next(connection, state)), Optional.empty());
    }

    /** The last steps, newest first, abandoned ones too. */
    public List<EditStep> history(int most) {
        return reading(connection -> JournalRecords.history(connection, most), List.of());
    }

    /** What a step does to the rows, values as the layer reads them; nothing for rows added in bulk and for styles. */
    public Changes changes(EditStep step) {
        if (step.isStyle()) {
            return new Changes(step.name(), List.of());
        }
        return layers.database().read(connection -> {
            Applied applied = new Applied(true);
            Map<String, CellTranslation> known = new HashMap<>();
            JournalRecords.rows(
                    connection,
                    step.seq(),
                    false,
                    row -> applied.add(
                            row,
                            known.computeIfAbsent(
                                    row.layer(),
                                    name -> new CellTranslation(access(name).table()))));
            return applied.changes(step.name());
        });
    }

    /** Names the present state. */
    public Checkpoint save(String name, Author author) {
        return layers.database().write(connection -> {
            JournalTables.create(connection);
            return JournalRecords.checkpoint(connection, name, author);
        });
    }

    /** The named states, newest first. */
    public List<Checkpoint> checkpoints() {
        return reading(JournalRecords::checkpoints, List.of());
    }

    /** The number of the last step there is, whatever its state; 0 where there is none. */
    public long lastSeq() {
        return reading(connection -> Sql.number(connection, "SELECT max(seq) FROM riskmap_edit"), 0L);
    }

    /** How many steps that are done came after this one. */
    public int doneSince(long seq) {
        return reading(
                connection -> (int)
                        Sql.number(connection, "SELECT count(*) FROM riskmap_edit WHERE state='DONE' AND seq>?", seq),
                0);
    }

    /** Values of a row as they are now; empty where there is no such row. */
    public Map<String, Object> values(String layer, long fid, List<String> columns) {
        LayerTable table = access(layer).table();
        return layers.database().read(connection -> {
            try (RawRows rows = new RawRows(connection, table)) {
                Map<String, Object> cells = rows.read(fid, columns);
                return cells == null ? Map.of() : new CellTranslation(table).values(cells);
            }
        });
    }

    /** The rows of a layer that hold one of these texts in a column: key → text. */
    public Map<Long, String> rowsWith(String layer, String column, Set<String> texts) {
        LayerTable table = access(layer).table();
        String list = JsonNodeFactory.instance
                .arrayNode()
                .addAll(texts.stream().map(TextNode::valueOf).toList())
                .toString();
        return layers.database().read(connection -> {
            Map<Long, String> found = new LinkedHashMap<>();
            for (Object[] row : Sql.rows(
                    connection,
                    "SELECT " + table.sqlKey() + ", " + Sql.name(column) + " FROM " + table.sqlName() + " WHERE "
                            + Sql.name(column) + " IN (SELECT value FROM json_each(?))",
                    list)) {
                found.put(((Number) row[0]).longValue(), String.valueOf(row[1]));
            }
            return found;
        });
    }

    private <T> T reading(SqlWork<T> work, T nothing) {
        return layers.database().read(connection -> JournalTables.exist(connection) ? work.run(connection) : nothing);
    }

    private LayerAccess access(String layer) {
        LayerAccess access = layers.find(layer);
        if (access == null) {
            throw RiskMapException.of(
                    "data.gpkg-layer-unknown", layers.database().file().toString(), layer);
        }
        return access;
    }

    /** Rows as they were changed, raw for the journal and as values for those who show them. */
    private static final class Applied {
        private final List<RawChange> raw = new ArrayList<>();
        private final List<RowChange> rows = new ArrayList<>();
        private final boolean withValues;

        Applied(boolean withValues) {
            this.withValues = withValues;
        }

        void add(RawChange change, CellTranslation translation) {
            if (withValues) {
                raw.add(change);
            }
            rows.add(new RowChange(
                    change.layer(),
                    change.fid(),
                    values(change.before(), translation),
                    values(change.after(), translation)));
        }

        private Map<String, Object> values(Map<String, Object> cells, CellTranslation translation) {
            return cells == null || withValues ? translation.values(cells) : Map.of();
        }

        List<RawChange> raw() {
            return raw;
        }

        int size() {
            return rows.size();
        }

        Changes changes(Message name) {
            return new Changes(name, rows);
        }
    }

    /** Work on one row of the journal. */
    @FunctionalInterface
    interface RowWork {
        void run(RawChange row) throws SQLException;
    }
}
