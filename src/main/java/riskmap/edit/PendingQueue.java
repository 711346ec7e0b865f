package riskmap.edit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import riskmap.base.FileProblem;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Author;
import riskmap.data.Changes;
import riskmap.data.StoreUnavailableException;
import riskmap.data.gpkg.EditJournal;

/** The steps of a project that wait for its file, and how they get there. */
final class PendingQueue {
    private final PendingSteps waiting;
    private final PendingSteps refused;

    PendingQueue(OwnFiles files) {
        waiting = new PendingSteps(files.file(".pending"));
        refused = new PendingSteps(files.file(".refused"));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The steps that wait, in order. */
    List<Changes> list() {
        try {
            return waiting.all().stream().map(PendingSteps.Pending::changes).toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Keeps a step that the file did not take; what to throw then. */
    RiskMapException keep(UUID token, Changes changes, RiskMapException refusal) {
        try {
            waiting.add(new PendingSteps.Pending(token, changes));
            return new StepPendingException(refusal, waiting.all().size());
        } catch (IOException e) {
            RiskMapException lost = new RiskMapException(
                    Message.of(
                            "edit.step-not-kept",
                            refusal.userMessage(),
                            waiting.file().toString(),
                            FileProblem.reason(e)),
                    refusal);
            lost.addSuppressed(e);
            return lost;
        }
    }

    /**
     * Does what waits, in order. Steps that the file holds already are passed over; those that no longer fit go to a
     * file of their own.
     *
     * @throws StoreUnavailableException when the file still does not take them; what is left goes on waiting
     */
    Replay replay(EditJournal journal, Author author, Consumer<Changes> applied, Progress progress) {
        try {
            List<PendingSteps.Pending> steps = waiting.all();
            List<Replay.Refused> told = new ArrayList<>();
            int done = 0;
            for (int i = 0; i < steps.size(); i++) {
                PendingSteps.Pending step = steps.get(i);
                try {
                    if (!journal.holds(step.token())) {
                        applied.accept(journal.commit(step.changes(), author, step.token(), progress));
                    }
                    done++;
                } catch (StoreUnavailableException e) {
                    waiting.keep(steps.subList(i, steps.size()));
                    throw e;
                } catch (RiskMapException e) {
                    refused.add(step);
                    told.add(new Replay.Refused(step.changes().name(), e.userMessage()));
                }
            }
            waiting.keep(List.of());
            return new Replay(done, told);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Does what waits in another file. */
    Replay copyTo(EditJournal other, Author author, Progress progress) {
        List<Replay.Refused> told = new ArrayList<>();
        int done = 0;
        try {
            for (PendingSteps.Pending step : waiting.all()) {
                try {
                    other.commit(step.changes(), author, step.token(), progress);
                    done++;
                } catch (StoreUnavailableException e) {
                    throw e;
                } catch (RiskMapException e) {
                    told.add(new Replay.Refused(step.changes().name(), e.userMessage()));
                }
            }
            return new Replay(done, told);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private RiskMapException unreadable(IOException e) {
        return new RiskMapException(
                Message.of("edit.pending-unreadable", waiting.file().toString(), FileProblem.reason(e)), e);
    }
}
