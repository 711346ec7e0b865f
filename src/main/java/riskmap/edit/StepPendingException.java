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
    private final transient RiskMapException refusal;

    StepPendingException(RiskMapException refusal, int pending) {
        super(Message.of("edit.step-pending", refusal.userMessage(), Integer.toString(pending)), refusal);
        this.pending = pending;
        this.refusal = refusal;
    }

    /** Why the file did not take the step. */
    public Message refusal() {
        return refusal.userMessage();
    }

    /** How many steps wait now. */
    public int pending() {
        return pending;
    }
}
