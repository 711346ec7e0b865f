package riskmap.edit;

import java.util.List;
import riskmap.data.Changes;

/**
 * What the rules say of a step before it is applied.
 *
 * @param changes the step with the fields filled that the session fills (uuid, source, surveyor, surveyed_on)
 * @param violations what stands against it, empty where it may be committed
 */
public record Commit(Changes changes, List<RuleViolation> violations) {
    public Commit {
        violations = List.copyOf(violations);
    }

    public boolean isAllowed() {
        return violations.isEmpty();
    }
}
