package riskmap.edit;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Author;
import riskmap.data.Changes;
import riskmap.data.Checkpoint;
import riskmap.data.EditStep;
import riskmap.data.StoreUnavailableException;
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
public final class EditSession implements AutoCloseable {
    /** More steps than this of an interrupted session are not listed. */
    private static final int MOST_TOLD = 100_000;

    private final GeoPackage store;
    private final EditJournal journal;
    private final CommitRules rules;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock turn = new ReentrantLock(true);
    private final PhotoUpkeep photos;
    private final OwnFiles files;
    private final PendingQueue pending;
    private final SketchFile sketch;
    private volatile Author author;
    private volatile Looks looks = (step, back) -> Optional.empty();
    private volatile Interrupted interrupted;
    private SessionMark mark;

    /** Somebody who shows the data. */
    @FunctionalInterface
    public interface Listener {
        /** Rows have changed, by a commit, an undo or a redo; called on the thread that did it, before it goes on. */
        void applied(Changes changes);

        /** Rows were added in bulk: what was read of the layer before is out of date. */
        default void appended(String layer, long count) {
            // those who keep nothing read anew anyway
        }

        /** The file did not take a step, which is kept beside; so many wait now. */
        default void waits(int pending) {
            // most listeners show rows only
        }

        /**
         * How layers look has changed: a style was saved, taken back or done again.
         *
         * @param skipped why a step could be neither and is out of reach now, null mostly
         */
        default void restyled(Message skipped) {
            // most listeners show rows only
        }

        /** Steps that had waited for the file were tried again by the way. */
        default void replayed(Replay replay) {
            // most listeners show rows only
        }
    }

    /** Who takes back, and does again, steps that change how layers look. */
    @FunctionalInterface
    public interface Looks {
        /** Takes a step back or does it again; why it can be neither and is out of reach now, else empty. */
        Optional<Message> walk(EditStep step, boolean back);
    }

    /**
     * Edits of a file that is open for writing.
     *
     * @param author who edits
     * @param own the user's folder for what cannot be kept in the project
     */
    public EditSession(GeoPackage store, CommitRules rules, Author author, Path own) {
        this.store = store;
        this.journal = store.edits();
        this.rules = rules;
        this.photos = new PhotoUpkeep(store);
        this.author = author;
        this.files = new OwnFiles(store, own);
        this.pending = new PendingQueue(files);
        this.sketch = new SketchFile(files.file(".sketch"));
        this.interrupted = SessionMark.left(store).map(this::interrupted).orElse(null);
    }

    private Interrupted interrupted(SessionMark left) {
        int since = (int) Math.min(MOST_TOLD, journal.lastSeq() - left.base());
        return new Interrupted(
                left.since(),
                left.user(),
                left.base(),
                journal.history(since),
                journal.checkpoints().stream().findFirst());
    }

    /** Who knows the looks of layers. */
    public void setLooks(Looks known) {
        looks = known;
    }

    /** Writes a change of how layers look, with its record in the journal, in its turn among the edits. */
    public void restyle(Runnable write) {
        turn.lock();
        try {
            catchUp(Progress.silent());
            write.run();
        } finally {
            turn.unlock();
        }
        listeners.forEach(listener -> listener.restyled(null));
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
            return apply(photos.with(checked.changes()), progress);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Applies a step of an import: rows may lack what is required, which the checks then list, and nothing is filled in;
     * all other rules hold as for {@link #commit}.
     */
    public Changes commitImport(Changes changes, Progress progress) {
        turn.lock();
        try {
            List<RuleViolation> broken = rules.check(changes).stream()
                    .filter(violation -> !violation.isMissing())
                    .toList();
            if (!broken.isEmpty()) {
                throw new RuleViolations(broken);
            }
            return apply(photos.with(changes), progress);
        } finally {
            turn.unlock();
        }
    }

    private Changes apply(Changes changes, Progress progress) {
        UUID token = UUID.randomUUID();
        Changes applied;
        try {
            catchUp(progress);
            applied = journal.commit(changes, author, token, progress);
        } catch (StoreUnavailableException e) {
            RiskMapException told = pending.keep(token, changes, e);
            if (told instanceof StepPendingException waits) {
                listeners.forEach(listener -> listener.waits(waits.pending()));
            }
            throw told;
        }
        tell(applied);
        return applied;
    }

    /**
     * Adds many rows to a layer as one step, as an import does: all or none, undone as any other step. The door that may
     * keep rows with gaps: the caller has judged each row by {@link CommitRules} and turned away what breaks one.
     *
     * @param expected how many there will be; not positive where nobody knows
     * @return how many there were
     */
    public long append(
            Message name, String layer, Iterator<? extends SimpleFeature> features, long expected, Progress progress) {
        turn.lock();
        try {
            markBegun();
            long count = journal.append(name, layer, features, expected, author, progress);
            if (count > 0) {
                listeners.forEach(listener -> listener.appended(layer, count));
            }
            return count;
        } finally {
            turn.unlock();
        }
    }

    /** What waits comes before what is done now: undoing must not take back a step that is older than the last one. */
    private void catchUp(Progress progress) {
        if (!pending.isEmpty()) {
            replay(progress);
        }
        markBegun();
    }

    /** From the first edit on the file says that it is being edited. */
    private void markBegun() {
        if (mark == null) {
            files.giveId();
            Interrupted open = interrupted;
            SessionMark made = SessionMark.of(author.user(), open == null ? journal.lastSeq() : open.base());
            made.put(store);
            mark = made;
        }
    }

    /** What an earlier session left that did not come to its end, until {@link #settle}. */
    public Optional<Interrupted> interrupted() {
        return Optional.ofNullable(interrupted);
    }

    /** The user has seen what the interrupted session left and goes on from here. */
    public void settle() {
        turn.lock();
        try {
            if (interrupted != null) {
                interrupted = null;
                if (mark != null) {
                    mark.forget();
                    mark = null;
                }
                store.removeDocument(SessionMark.KEY);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Takes back all steps that came after one, newest first; they can be redone. How many there were. */
    public int takeBack(long seq, Progress progress) {
        turn.lock();
        try {
            int all = journal.doneSince(seq);
            int done = 0;
            while (journal.undoStep().filter(step -> step.seq() > seq).isPresent()) {
                undo(progress.part((double) done / all, (double) ++done / all));
            }
            return done;
        } finally {
            turn.unlock();
        }
    }

    /** The steps that wait because the file did not take them. */
    public List<Changes> pending() {
        return pending.isEmpty() ? List.of() : pending.list();
    }

    /**
     * Tries again what waits.
     *
     * @throws StoreUnavailableException when the file still does not take it
     */
    public Replay retryPending(Progress progress) {
        turn.lock();
        try {
            return pending.isEmpty() ? new Replay(0, List.of()) : replay(progress);
        } finally {
            turn.unlock();
        }
    }

    /** Does what waits in a copy of the file instead; here it goes on waiting. */
    public Replay copyPendingTo(Path copy, Progress progress) {
        turn.lock();
        try (GeoPackage other = GeoPackage.open(copy, false)) {
            return pending.copyTo(other.edits(), author, progress);
        } finally {
            turn.unlock();
        }
    }

    private Replay replay(Progress progress) {
        markBegun();
        Replay replay = pending.replay(journal, author, this::tell, progress);
        listeners.forEach(listener -> listener.replayed(replay));
        return replay;
    }

    /** Where the sketch in progress is kept. */
    public SketchFile sketch() {
        return sketch;
    }

    /** What the undo menu calls the step it would take back. */
    public Optional<Message> undoName() {
        return journal.undoStep().map(EditStep::name);
    }

    /** What the redo menu calls the step it would do again. */
    public Optional<Message> redoName() {
        return journal.redoStep().map(EditStep::name);
    }

    /** Takes back the last step that is done, of rows or of styles; what that did to the rows. */
    public Optional<Changes> undo(Progress progress) {
        turn.lock();
        try {
            catchUp(progress);
            return walk(true, progress);
        } finally {
            turn.unlock();
        }
    }

    /** Does again the step that was taken back last, of rows or of styles; what that did to the rows. */
    public Optional<Changes> redo(Progress progress) {
        turn.lock();
        try {
            catchUp(progress);
            return walk(false, progress);
        } finally {
            turn.unlock();
        }
    }

    private Optional<Changes> walk(boolean back, Progress progress) {
        Optional<EditStep> step = back ? journal.undoStep() : journal.redoStep();
        if (step.filter(EditStep::isStyle).isPresent()) {
            Optional<Message> skipped = looks.walk(step.get(), back);
            listeners.forEach(listener -> listener.restyled(skipped.orElse(null)));
            return Optional.of(new Changes(step.get().name(), List.of()));
        }
        Optional<Changes> applied = back ? journal.undo(progress) : journal.redo(progress);
        applied.ifPresent(this::tell);
        return applied;
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
            catchUp(Progress.silent());
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

    /** Ends in order: the file no longer says that it is being edited. */
    @Override
    public void close() {
        turn.lock();
        try {
            sketch.close();
            if (mark != null && interrupted == null) {
                mark.remove(store);
            } else if (mark != null) {
                mark.forget();
            }
            mark = null;
        } finally {
            turn.unlock();
        }
    }

    private void tell(Changes applied) {
        listeners.forEach(listener -> listener.applied(applied));
    }

    private SimpleFeatureType schema(String layer) {
        return rules.schema(layer);
    }
}
