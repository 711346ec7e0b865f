package riskmap.risk;

import java.util.List;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** Inputs that a model does not run with: everything that was found in them, so that each can be told where it belongs. */
public final class RefusedInputs extends RiskMapException {
    private static final long serialVersionUID = 1L;

    private final transient List<InputChecks.Finding> findings;

    RefusedInputs(Message message, List<InputChecks.Finding> findings) {
        super(message);
        this.findings = List.copyOf(findings);
    }

    /** What was found, also that which may be accepted. */
    public List<InputChecks.Finding> findings() {
        return findings;
    }
}
