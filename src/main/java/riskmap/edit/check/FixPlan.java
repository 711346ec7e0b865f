package riskmap.edit.check;

import riskmap.base.Message;
import riskmap.data.Changes;

/**
 * What a fix would do to one finding, before anything is done.
 *
 * @param finding what it is to mend
 * @param changes what it changes; null where it cannot be done
 * @param safe whether it may be done without looking: only what is plainly a slip changes, and nothing surveyed is lost
 * @param effect what it does, with values; where it cannot be done, why
 */
public record FixPlan(Finding finding, Changes changes, boolean safe, Message effect) {
    /** A fix that cannot be done. */
    public static FixPlan refused(Finding finding, Message why) {
        return new FixPlan(finding, null, false, why);
    }

    public boolean isPossible() {
        return changes != null && !changes.isEmpty();
    }
}
