package riskmap.app.project;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.data.EditStep;
import riskmap.edit.EditSession;
import riskmap.edit.Interrupted;
import riskmap.edit.Replay;
import riskmap.edit.Sketch;
import riskmap.map.MapLayer;

/**
 * What is to be told and decided when a project is opened after the program was killed, the power failed, or the file
 * could not be written: nothing that was finished is missing from the data; the user may go on, look through it, or take
 * it back.
 */
public final class Recovery {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private final EditSession edits;
    private final Interrupted interrupted;
    private final List<Changes> pending;
    private final Sketch sketch;
    private final String sketched;

    private Recovery(
            EditSession edits, Interrupted interrupted, List<Changes> pending, Sketch sketch, String sketched) {
        this.edits = edits;
        this.interrupted = interrupted;
        this.pending = pending;
        this.sketch = sketch;
        this.sketched = sketched;
    }

    /** What there is to recover in a project; empty where the last session ended in order and left nothing. */
    public static Optional<Recovery> of(Workspace project) {
        if (project.isReadOnly()) {
            return Optional.empty();
        }
        EditSession edits = project.edits();
        Interrupted interrupted = edits.interrupted().orElse(null);
        List<Changes> pending = edits.pending();
        Sketch sketch = edits.sketch().left().orElse(null);
        return interrupted == null && pending.isEmpty() && sketch == null
                ? Optional.empty()
                : Optional.of(new Recovery(
                        edits, interrupted, pending, sketch, sketch == null ? "" : title(project, sketch.layer())));
    }

    /** What the map calls a layer, else its kind. */
    private static String title(Workspace project, String layer) {
        return project.map().layers().stream()
                .filter(each -> each.source().equals("#" + layer))
                .map(MapLayer::title)
                .findFirst()
                .or(() -> project.kind(layer).map(kind -> kind.title().text()))
                .orElse(layer);
    }

    /** What to tell, a sentence a line. */
    public List<Message> lines() {
        List<Message> lines = new ArrayList<>();
        if (interrupted != null) {
            lines.add(sessionLine());
            interrupted.checkpoint().ifPresent(point -> {
                long after = interrupted.steps().stream()
                        .filter(step -> step.state() == EditStep.State.DONE && step.seq() > point.seq())
                        .count();
                lines.add(Message.of("app.recovery-checkpoint", point.name(), Long.toString(after)));
            });
        }
        if (!pending.isEmpty()) {
            lines.add(Message.of("app.recovery-pending", Integer.toString(pending.size())));
        }
        if (sketch != null) {
            lines.add(Message.of("app.recovery-sketch", sketched, shown(sketch.time())));
        }
        return lines;
    }

    private Message sessionLine() {
        Optional<EditStep> last = interrupted.steps().stream()
                .filter(step -> step.state() == EditStep.State.DONE)
                .findFirst();
        String since = shown(interrupted.since());
        return last.isEmpty()
                ? Message.of("app.recovery-no-steps", interrupted.user(), since)
                : Message.of(
                        "app.recovery-steps",
                        interrupted.user(),
                        since,
                        Long.toString(interrupted.done()),
                        last.get().name());
    }

    private static String shown(Instant time) {
        return SHOWN.format(time);
    }

    /** The steps of the interrupted session, newest first, to look through; {@link EditSession#changes} has their rows. */
    public List<EditStep> steps() {
        return interrupted == null ? List.of() : interrupted.steps();
    }

    /** Steps that wait because the file could not be written then. */
    public List<Changes> pending() {
        return pending;
    }

    /** The drawing that was in progress. */
    public Optional<Sketch> sketch() {
        return Optional.ofNullable(sketch);
    }

    /** Whether the session can be taken back to a checkpoint of its own; else to its beginning. */
    public boolean hasCheckpoint() {
        return interrupted != null && interrupted.takeBackTo() > interrupted.base();
    }

    /** Goes on with everything that was finished; what waited is done now. */
    public Replay goOn(Progress progress) {
        Replay replay = edits.retryPending(progress);
        edits.settle();
        return replay;
    }

    /**
     * Takes the interrupted session back to its last checkpoint, or to its beginning where it has none; the steps can be
     * redone. What waited is done first, so that it can be redone too.
     *
     * @return how many steps were taken back
     */
    public int takeBack(Progress progress) {
        int steps = interrupted == null ? 0 : edits.takeBack(interrupted.takeBackTo(), progress);
        edits.settle();
        return steps;
    }

    /**
     * Saves the project with the steps that wait in another place, where its own file cannot be written.
     *
     * @param target a file that does not exist
     */
    public static Replay saveElsewhere(Workspace project, Path target, Progress progress) {
        project.store().copyTo(target, progress.part(0, 0.8));
        return project.edits().copyPendingTo(target, progress.part(0.8, 1));
    }
}
