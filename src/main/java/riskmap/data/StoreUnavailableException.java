package riskmap.data;

import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * The file could not be written for reasons that are not in the data: disk full or failing, file gone or replaced,
 * locked by another program, read-only, damaged, no memory. The same may well succeed later or elsewhere.
 */
public final class StoreUnavailableException extends RiskMapException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(Message message, Throwable cause) {
        super(message, cause);
    }
}
