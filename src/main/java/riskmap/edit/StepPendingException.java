package riskmap.edit;

import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * The project's file did not take a step, so it is kept beside, on the disk, and done with the next chance: at the next
 * edit, when asked for ({@link EditSession#retryPending}), or at the next start.
 */
public final class StepPendingException extends RiskMapException {
    private static final long serialVersionUID = 1L;

    private final int pending;

    StepPendingException(RiskMapException refusal, int pending) {
        super(Message.of("edit.step-pending", refusal.userMessage(), Integer.toString(pending)), refusal);
        this.pending = pending;
    }

    /** How many steps wait now. */
    public int pending() {
        return pending;
    }
}
