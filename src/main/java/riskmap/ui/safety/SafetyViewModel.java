package riskmap.ui.safety;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import riskmap.app.Failures;
import riskmap.app.project.Recovery;
import riskmap.app.project.ShareKeeper;
import riskmap.app.project.Workspace;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.edit.EditSession;
import riskmap.edit.Replay;
import riskmap.ui.project.ProjectViewModel;
import riskmap.ui.task.TasksViewModel;

/**
 * Whether the open project is safe and can be changed: why it can only be read, how many steps wait for its file, where
 * it is worked on, and what an interrupted session has left. Belongs to the window's thread.
 */
public final class SafetyViewModel {
    private final ProjectViewModel project;
    private final TasksViewModel tasks;
    private final Executor windowThread;
    private final ReadOnlyObjectWrapper<Message> refusal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Message> reason = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Message> share = new ReadOnlyObjectWrapper<>();
    private final Set<Message> told = new HashSet<>();
    private Consumer<Recovery> recovery = found -> {};

    /** Follows the open project. */
    public SafetyViewModel(ProjectViewModel project, TasksViewModel tasks, Executor windowThread) {
        this.project = project;
        this.tasks = tasks;
        this.windowThread = windowThread;
        project.workspace().addListener((property, before, now) -> join(now));
    }

    /** Why the project can only be read, null where it can be changed. */
    public ReadOnlyObjectProperty<Message> refusal() {
        return refusal.getReadOnlyProperty();
    }

    /** How many finished steps wait because the file did not take them. */
    public ReadOnlyIntegerProperty waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Why the file does not take them; null while none wait. */
    public ReadOnlyObjectProperty<Message> reason() {
        return reason.getReadOnlyProperty();
    }

    /** Called when a project is opened whose last session did not come to its end. */
    public void onRecovery(Consumer<Recovery> listener) {
        recovery = listener;
    }

    private void join(Workspace now) {
        waiting.set(0);
        reason.set(null);
        share.set(null);
        refusal.set(
                now == null
                        ? null
                        : now.refusal().map(RiskMapException::userMessage).orElse(null));
        if (now == null || now.isReadOnly()) {
            return;
        }
        now.share().ifPresent(kept -> {
            kept.onChange(() -> windowThread.execute(() -> show(now, kept)));
            show(now, kept);
        });
        tasks.start(
                Message.of("ui.looking-for-recovery"),
                progress -> {
                    now.edits().addListener(new Watching(now));
                    return Recovery.of(now);
                },
                found -> found(now, found),
                this::tell);
    }

    private void show(Workspace of, ShareKeeper kept) {
        if (project.workspace().get() == of) {
            share.set(kept.status());
            kept.notes().stream().filter(told::add).forEach(tasks::say);
        }
    }

    /** Where a project on a network share is worked on and when it was last written back; null for others. */
    public ReadOnlyObjectProperty<Message> share() {
        return share.getReadOnlyProperty();
    }

    /** Writes a project on a network share back now. */
    public void writeBack() {
        Workspace now = project.workspace().get();
        now.share()
                .ifPresent(kept -> tasks.start(
                        Message.of("ui.writing-back"),
                        kept::writeBack,
                        written -> tasks.say(Message.of("ui.written-back"))));
    }

    private void found(Workspace of, Optional<Recovery> found) {
        if (project.workspace().get() == of && found.isPresent()) {
            waiting.set(found.get().pending().size());
            recovery.accept(found.get());
        }
    }

    /** Follows what waits. */
    private final class Watching implements EditSession.Listener {
        private final Workspace of;

        Watching(Workspace of) {
            this.of = of;
        }

        @Override
        public void applied(Changes changes) {
            // the map and the tables follow by themselves
        }

        @Override
        public void waits(int pending) {
            windowThread.execute(() -> count(of, pending));
        }

        @Override
        public void replayed(Replay replay) {
            int left = of.edits().pending().size();
            windowThread.execute(() -> {
                count(of, left);
                replay.refused().forEach(step -> tasks.say(Message.of("ui.step-refused", step.name(), step.reason())));
            });
        }
    }

    private void count(Workspace of, int pending) {
        if (project.workspace().get() == of) {
            waiting.set(pending);
            if (pending == 0) {
                reason.set(null);
            }
        }
    }

    /** What stood in the way when a step was put aside. */
    public void because(Message why) {
        reason.set(why);
    }

    /** Tries to write what waits; a failure is told unless {@code quietly}. */
    public void retry(boolean quietly) {
        Workspace now = project.workspace().get();
        if (now == null || waiting.get() == 0) {
            return;
        }
        tasks.start(
                Message.of("ui.writing-waiting"),
                progress -> now.edits().retryPending(progress),
                replay -> {
                    if (replay.done() > 0) {
                        tasks.say(Message.of("ui.waiting-written", Integer.toString(replay.done())));
                    }
                },
                failure -> {
                    if (!quietly) {
                        tell(failure);
                    }
                });
    }

    /** Saves the project with the steps that wait as another file. */
    public void saveElsewhere(Path target) {
        Workspace now = project.workspace().get();
        tasks.start(
                Message.of("ui.saving-elsewhere", target.getFileName()),
                progress -> Recovery.saveElsewhere(now, target, progress),
                replay -> tasks.say(Message.of("ui.saved-elsewhere", target)));
    }

    /** Opens the project again, to change it if that is possible by now. */
    public void tryToWrite() {
        Workspace now = project.workspace().get();
        if (now != null) {
            project.open(now.file(), opened -> {});
        }
    }

    /** Goes on with all that was finished. */
    public void goOn(Recovery found, Runnable then) {
        decide(found::goOn, done -> then.run());
    }

    /** Takes the interrupted session back. */
    public void takeBack(Recovery found) {
        decide(found::takeBack, count -> tasks.say(Message.of("ui.recovery-taken-back", count.toString())));
    }

    /** What the user decides about what was left. */
    private interface Decision<T> {
        T run(Progress progress);
    }

    private <T> void decide(Decision<T> decision, Consumer<T> then) {
        tasks.start(Message.of("ui.recovering"), decision::run, then, this::tell);
    }

    private void tell(Throwable failure) {
        if (!(failure instanceof CancelledException)) {
            tasks.say(Failures.message(failure));
            tasks.tell(failure);
        }
    }
}
