package riskmap.edit;

import java.util.List;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** A step was refused because rows would break rules; nothing of it was written. */
public final class RuleViolations extends RiskMapException {
    private static final long serialVersionUID = 1L;

    private final transient List<RuleViolation> list;

    RuleViolations(List<RuleViolation> list) {
        super(
                list.size() == 1
                        ? Message.of("edit.rule-broken", list.get(0).sentence())
                        : Message.of(
                                "edit.rules-broken", list.size(), list.get(0).sentence()));
        this.list = List.copyOf(list);
    }

    /** Every violation, in the order of the rows. */
    public List<RuleViolation> list() {
        return list;
    }
}
