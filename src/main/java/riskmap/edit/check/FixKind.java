package riskmap.edit.check;

import java.util.Locale;
import riskmap.base.Message;

/** What may mend a finding; what it changes and whether that is safe is said by {@link FixPlans} for the case at hand. */
public enum FixKind {
    /** A value written otherwise than the catalogue has it: 是 for true, a title for its code, spaces around it. */
    VALUE,
    /** A uuid of its own. */
    UUID,
    /** The town in which the feature lies. */
    TOWN,
    /** The measure of the drawn geometry. */
    MEASURE,
    /** An invalid geometry rebuilt. */
    REPAIR,
    /** Spikes cut off. */
    SPIKE,
    /** The second of two equal rows removed. */
    DUPLICATE,
    /** An overlap taken from the larger of two areas. */
    OVERLAP,
    /** A gap given to the neighbour with the longest common border. */
    GAP,
    /** A loose end moved onto the line it misses. */
    SNAP;

    /** What it does, in words. */
    public Message title() {
        return Message.of("edit.fix-" + name().toLowerCase(Locale.ROOT));
    }
}
