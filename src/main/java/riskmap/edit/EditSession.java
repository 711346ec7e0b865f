package riskmap.edit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.geotools.api.feature.simple.SimpleFeatureType;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Author;
import riskmap.data.Changes;
import riskmap.data.Checkpoint;
import riskmap.data.EditStep;
import riskmap.data.gpkg.EditJournal;
import riskmap.data.gpkg.GeoPackage;

/**
 * The one way in which rows of a project are edited, whatever the door: rules, then one durable transaction with its
 * record in the journal, then those who show the data are told. What a method has returned from survives a crash, and so
 * does the history that undo and redo walk along.
 *
 * <p>For several threads; steps are applied one after another in the order they come. Not for the window's thread: a
 * step waits for the disk.
 */
public final class EditSession {
    private final GeoPackage store;
    private final EditJournal journal;
    private final CommitRules rules;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock turn = new ReentrantLock(true);
    private volatile Author author;

    /** Somebody who shows the data. */
    @FunctionalInterface
    public interface Listener {
        /** Rows have changed, by a commit, an undo or a redo; called on the thread that did it, before it goes on. */
        void applied(Changes changes);
    }

    /**
     * Edits of a file that is open for writing.
     *
     * @param author who edits
     */
    public EditSession(GeoPackage store, CommitRules rules, Author author) {
        this.store = store;
        this.journal = store.edits();
        this.rules = rules;
        this.author = author;
    }

    /** Who edits from now on. */
    public void edit(Author by) {
        author = by;
    }

    public Author author() {
        return author;
    }

    public CommitRules rules() {
        return rules;
    }

    /** A key for a new row of a layer, given out once. */
    public long newFid(String layer) {
        return journal.newFid(layer);
    }

    /** What the rules say of a step, without applying it. */
    public Commit check(Changes changes) {
        RowFilling filling = new RowFilling();
        Changes filled = filling.fill(changes, author, LocalDate.now(ZoneId.systemDefault()), this::schema);
        return new Commit(filled, rules.check(filled, filling.made()));
    }

    /**
     * Applies a step: all of it, or nothing. When this returns, it is on the disk.
     *
     * @return the step as the file holds it
     * @throws RuleViolations when rows would break rules
     * @throws RiskMapException when a row is no longer as the step says it was, or the file stands in the way
     */
    public Changes commit(Changes changes, Progress progress) {
        if (changes.isEmpty()) {
            return changes;
        }
        turn.lock();
        try {
            Commit checked = check(changes);
            if (!checked.isAllowed()) {
                throw new RuleViolations(checked.violations());
            }
            Changes applied = journal.commit(checked.changes(), author, progress);
            tell(applied);
            return applied;
        } finally {
            turn.unlock();
        }
    }

    /** What the undo menu calls the step it would take back. */
    public Optional<Message> undoName() {
        return journal.undoStep().map(EditStep::name);
    }

    /** What the redo menu calls the step it would do again. */
    public Optional<Message> redoName() {
        return journal.redoStep().map(EditStep::name);
    }

    /** Takes back the last step that is done; what that did to the rows. */
    public Optional<Changes> undo(Progress progress) {
        turn.lock();
        try {
            Optional<Changes> applied = journal.undo(progress);
            applied.ifPresent(this::tell);
            return applied;
        } finally {
            turn.unlock();
        }
    }

    /** Does again the step that was taken back last; what that did to the rows. */
    public Optional<Changes> redo(Progress progress) {
        turn.lock();
        try {
            Optional<Changes> applied = journal.redo(progress);
            applied.ifPresent(this::tell);
            return applied;
        } finally {
            turn.unlock();
        }
    }

    /** The last steps, newest first, with their state. */
    public List<EditStep> history(int most) {
        return journal.history(most);
    }

    /** What a step does to the rows. */
    public Changes changes(EditStep step) {
        return journal.changes(step);
    }

    /** Names the present state, to go back to. */
    public Checkpoint save(String name) {
        turn.lock();
        try {
            return journal.save(name, author);
        } finally {
            turn.unlock();
        }
    }

    /** The named states, newest first. */
    public List<Checkpoint> checkpoints() {
        return journal.checkpoints();
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    private void tell(Changes applied) {
        listeners.forEach(listener -> listener.applied(applied));
    }

    private SimpleFeatureType schema(String layer) {
        return rules.schema(layer);
    }
}
