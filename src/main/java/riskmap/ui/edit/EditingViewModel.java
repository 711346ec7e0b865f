package riskmap.ui.edit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import riskmap.app.Failures;
import riskmap.app.Tasks;
import riskmap.app.project.Workspace;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.edit.EditSession;
import riskmap.edit.StepPendingException;
import riskmap.map.MapLayer;
import riskmap.ui.layers.LayersViewModel;
import riskmap.ui.project.ProjectViewModel;
import riskmap.ui.task.TasksViewModel;

/**
 * The editing state of the window: the layer that is edited is the one chosen in the layer tree, if it holds features and
 * the project may be written to. There is no mode to switch on: each finished edit is on disk before it is shown as done.
 * Belongs to the window's thread; commits, undos and redos are done beside it, one after the other.
 */
public final class EditingViewModel {
    private final ProjectViewModel project;
    private final TasksViewModel tasks;
    private final Executor windowThread;
    private final EditQueue queue;
    private final ReadOnlyObjectWrapper<EditLayer> layer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<EditHistory> history = new ReadOnlyObjectWrapper<>(EditHistory.NONE);
    private final List<Consumer<Changes>> beside = new CopyOnWriteArrayList<>();
    private final List<Consumer<Changes>> applied = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> appended = new CopyOnWriteArrayList<>();
    private final List<Runnable> restyled = new CopyOnWriteArrayList<>();
    private FeatureFormHost forms;
    private int generation;

    /**
     * Follows the layer tree and the open project.
     *
     * @param windowThread runs a command on the window's thread, later
     */
    public EditingViewModel(
            ProjectViewModel project, LayersViewModel layers, TasksViewModel tasks, Executor windowThread) {
        this.project = project;
        this.tasks = tasks;
        this.windowThread = windowThread;
        this.queue = new EditQueue(tasks);
        layers.selected().addListener((property, before, now) -> choose(now));
        project.workspace().addListener((property, before, now) -> {
            choose(layers.selected().get());
            join(now);
        });
    }

    /** The layer new features go to and tools change, null for none: no layer chosen, or a raster. */
    public ReadOnlyObjectProperty<EditLayer> layer() {
        return layer.getReadOnlyProperty();
    }

    /** What can be undone and redone, and what was done. */
    public ReadOnlyObjectProperty<EditHistory> history() {
        return history.getReadOnlyProperty();
    }

    /** Who asks for the attributes of a feature that was drawn; without one it is committed with its defaults. */
    public void setForms(FeatureFormHost host) {
        forms = host;
    }

    /** Who asks for the attributes of a feature that was drawn, if anybody does. */
    Optional<FeatureFormHost> forms() {
        return Optional.ofNullable(forms);
    }

    /** Whether the open project may be changed. */
    public BooleanBinding isWritable() {
        return Bindings.createBooleanBinding(
                () -> project.workspace().get() != null
                        && !project.workspace().get().isReadOnly(),
                project.workspace());
    }

    /** Whether a project is open. */
    public BooleanBinding isShown() {
        return project.workspace().isNotNull();
    }

    /** The open project, null for none. */
    public Workspace workspace() {
        return project.workspace().get();
    }

    /** Called on the window's thread with what each commit, undo or redo did to the rows. */
    public void onApplied(Consumer<Changes> listener) {
        applied.add(listener);
    }

    /** Called with what each commit, undo or redo did, on the thread that did it, before anybody else hears of it. */
    public void onAppliedBeside(Consumer<Changes> listener) {
        beside.add(listener);
    }

    /** Called on the window's thread with the layer that rows were added to in bulk. */
    public void onAppended(Consumer<String> listener) {
        appended.add(listener);
    }

    /** Called on the window's thread when layers look otherwise: a style was saved, taken back or done again. */
    public void onRestyled(Runnable listener) {
        restyled.add(listener);
    }

    /** Commits a step; what stands against it is told to the user. */
    public void commit(Changes changes, Consumer<Changes> done) {
        commit(changes, done, this::tell);
    }

    /** Commits a step; both callbacks come on the window's thread. Rules broken come as {@code RuleViolations}. */
    public void commit(Changes changes, Consumer<Changes> done, Consumer<Throwable> failed) {
        make(changes.name(), (session, progress) -> changes, done, failed);
    }

    /** Works out a step beside the window's thread, after all edits before it, and commits it. */
    public void make(Message title, Making making, Consumer<Changes> done, Consumer<Throwable> failed) {
        Consumer<Throwable> orWaiting = failure -> {
            if (failure instanceof StepPendingException) {
                // finished and safe: only the file does not show it yet
                tell(failure);
                done.accept(new Changes(title, List.of()));
            } else {
                failed.accept(failure);
            }
        };
        edit(title, (session, progress) -> session.commit(making.make(session, progress), progress), done, orWaiting);
    }

    /** Works out a step beside the window's thread, after all edits before it, without committing it. */
    void prepare(Message title, Making making, Consumer<Changes> done, Consumer<Throwable> failed) {
        edit(title, making::make, done, failed);
    }

    /** How a step is worked out. */
    @FunctionalInterface
    public interface Making {
        /** The step, on the rows as they stand now. */
        Changes make(EditSession session, Progress progress);
    }

    /** Takes the last step back. */
    public void undo() {
        edit(Message.of("ui.undoing"), EditSession::undo, undone -> {}, this::tell);
    }

    /** Does the step again that was taken back last. */
    public void redo() {
        edit(Message.of("ui.redoing"), EditSession::redo, redone -> {}, this::tell);
    }

    /** Undoes or redoes until the step of this number is the last that is done; 0 stands for the beginning. */
    public void goTo(long seq) {
        edit(
                Message.of("ui.going-to-step"),
                (session, progress) -> {
                    HistoryWalk.to(session, seq, progress);
                    return seq;
                },
                there -> {},
                this::tell);
    }

    /** Names the present state, to go back to. */
    public void save(String name) {
        edit(
                Message.of("ui.saving-checkpoint"),
                (session, progress) -> session.save(name),
                saved -> {
                    tasks.say(Message.of("ui.checkpoint-saved", saved.name()));
                    refresh();
                },
                this::tell);
    }

    /** Completes when all edits asked for so far are done. */
    public CompletableFuture<?> idle() {
        return queue.idle();
    }

    /** Tells the user of a failure the way he is told of any. */
    public void tell(Throwable failure) {
        if (!(failure instanceof CancelledException)) {
            tasks.tell(failure);
        }
    }

    /** Work with the session. */
    private interface SessionWork<T> {
        T run(EditSession session, Progress progress);
    }

    private <T> void edit(Message title, SessionWork<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Workspace workspace = workspace();
        if (workspace != null) {
            Tasks.Work<T> whole = progress -> work.run(workspace.edits(), progress);
            queue.add(title, whole, done, failed);
        }
    }

    /** Any layer of the open project by its table, as the tools see it; reads the file's list of tables. */
    static EditLayer layer(Workspace workspace, String id, String table) {
        return new EditLayer(id, table, workspace.features(table), workspace.kind(table));
    }

    private void choose(String id) {
        int mine = ++generation;
        Workspace workspace = workspace();
        MapLayer chosen = id == null ? null : project.layer(id);
        if (workspace == null || chosen == null || !chosen.source().startsWith("#")) {
            layer.set(null);
            return;
        }
        String table = chosen.source().substring(1);
        tasks.start(
                Message.of("ui.reading-layer", chosen.title()),
                progress -> layer(workspace, id, table),
                read -> take(mine, Optional.of(read)),
                failure -> take(mine, Optional.empty()));
    }

    private void take(int mine, Optional<EditLayer> read) {
        if (mine == generation) {
            layer.set(read.orElse(null));
        }
    }

    private void join(Workspace now) {
        history.set(EditHistory.NONE);
        if (now == null || now.isReadOnly()) {
            return;
        }
        tasks.start(
                Message.of("ui.reading-history"),
                progress -> {
                    EditSession session = now.edits();
                    session.addListener(new EditSession.Listener() {
                        @Override
                        public void applied(Changes changes) {
                            heard(now, session, changes);
                        }

                        @Override
                        public void appended(String table, long count) {
                            windowThread.execute(() -> appended.forEach(listener -> listener.accept(table)));
                        }

                        @Override
                        public void restyled(Message skipped) {
                            look(now, session, skipped);
                        }
                    });
                    return EditHistory.of(session, null);
                },
                read -> show(now, read),
                failure -> tasks.say(Failures.message(failure)));
    }

    private void heard(Workspace of, EditSession session, Changes changes) {
        beside.forEach(listener -> listener.accept(changes));
        windowThread.execute(() -> {
            if (workspace() == of) {
                applied.forEach(listener -> listener.accept(changes));
            }
        });
        EditHistory read = EditHistory.of(session, Instant.now());
        windowThread.execute(() -> show(of, read));
    }

    private void look(Workspace of, EditSession session, Message skipped) {
        EditHistory read = EditHistory.of(session, Instant.now());
        windowThread.execute(() -> {
            if (workspace() == of) {
                show(of, read);
                restyled.forEach(Runnable::run);
                if (skipped != null) {
                    tasks.say(skipped);
                }
            }
        });
    }

    /** Reads the history anew, because rows were written beside the edits of this window. */
    public void readHistory() {
        if (workspace() != null && !workspace().isReadOnly()) {
            refresh();
        }
    }

    private void refresh() {
        Workspace now = workspace();
        queue.add(
                Message.of("ui.reading-history"),
                progress -> EditHistory.of(now.edits(), null),
                read -> show(now, read),
                this::tell);
    }

    private void show(Workspace of, EditHistory read) {
        if (workspace() == of) {
            history.set(read);
        }
    }
}
