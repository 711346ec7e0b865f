package riskmap.app.check;

import java.util.List;
import riskmap.base.Message;
import riskmap.edit.check.Finding;

/**
 * What came of fixing findings.
 *
 * @param fixed the findings that are gone
 * @param left those that are not, each with why
 * @param steps how many undoable steps were made
 */
public record FixOutcome(List<Finding> fixed, List<Left> left, int steps) {
    /**
     * A finding that could not be fixed.
     *
     * @param finding the finding
     * @param why the reason
     */
    public record Left(Finding finding, Message why) {}

    public FixOutcome {
        fixed = List.copyOf(fixed);
        left = List.copyOf(left);
    }

    /** One sentence: how many are fixed, how many are not, and why the first of them is not. */
    public Message sentence() {
        return left.isEmpty()
                ? Message.of("app.quality-fixed", fixed.size())
                : Message.of(
                        "app.quality-fixed-partly",
                        fixed.size(),
                        left.size(),
                        left.get(0).why());
    }
}
