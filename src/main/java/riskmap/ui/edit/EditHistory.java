package riskmap.ui.edit;

import java.time.Instant;
import java.util.List;
import riskmap.base.Message;
import riskmap.data.Checkpoint;
import riskmap.data.EditStep;
import riskmap.edit.EditSession;

/**
 * The history of edits as the window shows it.
 *
 * @param undo what would be taken back, null for nothing
 * @param redo what would be done again, null for nothing
 * @param steps the last steps, newest first
 * @param checkpoints the named states, newest first
 * @param lastEdit when the data last changed, by an edit, an undo or a redo of this run of the program, else the last step;
 *     all of it was on the disk then; null for never
 */
public record EditHistory(
        Message undo, Message redo, List<EditStep> steps, List<Checkpoint> checkpoints, Instant lastEdit) {
    /** Steps the panel lists. */
    private static final int LISTED = 500;

    /** No project, or one that cannot be edited. */
    public static final EditHistory NONE = new EditHistory(null, null, List.of(), List.of(), null);

    public EditHistory {
        steps = List.copyOf(steps);
        checkpoints = List.copyOf(checkpoints);
    }

    /** Whether the list reaches back to the beginning. */
    public boolean isWhole() {
        return steps.size() < LISTED;
    }

    /** Reads it; asks the file. {@code now} is when the data changed, null when they did not. */
    static EditHistory of(EditSession session, Instant now) {
        List<EditStep> steps = session.history(LISTED);
        Instant last = steps.isEmpty() ? null : steps.get(0).time();
        return new EditHistory(
                session.undoName().orElse(null),
                session.redoName().orElse(null),
                steps,
                session.checkpoints(),
                now == null ? last : now);
    }
}
