package riskmap.ui.edit;

import java.util.List;
import java.util.function.Predicate;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.EditStep;
import riskmap.edit.EditSession;

/** Going to a place in the history: everything after it is undone, or everything up to it done again. */
final class HistoryWalk {
    private HistoryWalk() {}

    /**
     * Undoes or redoes until the step of this number is the last one done; 0 stands for the beginning.
     *
     * @throws RiskMapException when the step was abandoned: other edits were made in its place
     */
    static void to(EditSession session, long seq, Progress progress) {
        List<EditStep> known = session.history(Integer.MAX_VALUE);
        if (known.stream().anyMatch(step -> step.seq() == seq && step.state() == EditStep.State.ABANDONED)) {
            throw RiskMapException.of("ui.history-abandoned");
        }
        long undos = count(known, step -> step.state() == EditStep.State.DONE && step.seq() > seq);
        long redos = count(known, step -> step.state() == EditStep.State.UNDONE && step.seq() <= seq);
        long steps = undos > 0 ? undos : redos;
        for (long i = 0; i < steps; i++) {
            progress.check();
            progress.report((double) i / steps, Message.of("ui.going-to-step"));
            if (undos > 0) {
                session.undo(Progress.silent());
            } else {
                session.redo(Progress.silent());
            }
        }
    }

    private static long count(List<EditStep> steps, Predicate<EditStep> which) {
        return steps.stream().filter(which).count();
    }
}
