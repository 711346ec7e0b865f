package riskmap.edit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import riskmap.data.Checkpoint;
import riskmap.data.EditStep;

/**
 * What an editing session left that did not come to its end: the program was killed, the power failed.
 *
 * @param since when that session began to edit
 * @param user who edited
 * @param base the last step before it began, 0 for none
 * @param steps what it did, newest first; all of it is in the data, but for steps that were undone
 * @param checkpoint the last named state, if there is one
 */
public record Interrupted(
        Instant since, String user, long base, List<EditStep> steps, Optional<Checkpoint> checkpoint) {
    public Interrupted {
        steps = List.copyOf(steps);
    }

    /** How many steps were finished and are in the data. */
    public long done() {
        return steps.stream()
                .filter(step -> step.state() == EditStep.State.DONE)
                .count();
    }

    /** Where “take back to the last checkpoint” leads: the named state if it is of that session, else its beginning. */
    public long takeBackTo() {
        return Math.max(base, checkpoint.map(Checkpoint::seq).orElse(0L));
    }
}
