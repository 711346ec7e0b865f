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
 * @param read when this was read: all of it was on the disk then
 */
public record EditHistory(
        Message undo, Message redo, List<EditStep> steps, List<Checkpoint> checkpoints, Instant read) {
    /** Steps the panel lists. */
    private static final int LISTED = 500;

    /** No project, or one that cannot be edited. */
    public static final EditHistory NONE = new EditHistory(null, null, List.of(), List.of(), null);

    public EditHistory {
        steps = List.copyOf(steps);
        checkpoints = List.copyOf(checkpoints);
    }

    /** Reads it; asks the file. */
    static EditHistory of(EditSession session) {
        return new EditHistory(
                session.undoName().orElse(null),
                session.redoName().orElse(null),
                session.history(LISTED),
                session.checkpoints(),
                Instant.now());
    }
}
