package riskmap.ui.edit;

import java.util.List;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.EditStep;
import riskmap.edit.EditSession;

/** Going to a step of the history: everything after it is undone, or everything up to it done again. */
final class HistoryWalk {
    private HistoryWalk() {}

    /** Undoes or redoes until the step is the last one done. */
    static void to(EditSession session, EditStep step, Progress progress) {
        List<EditStep> known = session.history(Integer.MAX_VALUE);
        long undos = known.stream()
                .filter(other -> other.state() == EditStep.State.DONE && other.seq() > step.seq())
                .count();
        long redos = known.stream()
                .filter(other -> other.state() == EditStep.State.UNDONE && other.seq() <= step.seq())
                .count();
        boolean back = step.state() == EditStep.State.DONE;
        long steps = back ? undos : step.state() == EditStep.State.UNDONE ? redos : 0;
        for (long i = 0; i < steps; i++) {
            progress.check();
            progress.report((double) i / steps, Message.of("ui.going-to-step"));
            if (back) {
                session.undo(Progress.silent());
            } else {
                session.redo(Progress.silent());
            }
        }
    }
}
