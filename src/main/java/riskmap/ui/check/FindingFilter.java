package riskmap.ui.check;

import riskmap.edit.check.Excuses;
import riskmap.edit.check.Finding;
import riskmap.edit.check.MissingKind;

/**
 * Which findings are listed.
 *
 * @param town only of this town; empty for all
 * @param severity which severities
 * @param state which states
 */
public record FindingFilter(String town, Severity severity, State state) {
    /** Everything that is not excused. */
    public static final FindingFilter OPEN = new FindingFilter("", Severity.ALL, State.OPEN);

    /** Which severities are listed. */
    public enum Severity {
        ALL,
        ERROR,
        WARNING
    }

    /** Which states are listed; a finding whose excuse holds no longer is open. */
    public enum State {
        OPEN,
        EXCUSED,
        ALL
    }

    /** Whether a layer is listed that the project lacks: it is of no town and cannot be excused. */
    boolean takes(MissingKind missing) {
        boolean grave = severity == Severity.ALL || missing.rule().error() == (severity == Severity.ERROR);
        return town.isEmpty() && grave && state != State.EXCUSED;
    }

    boolean takes(Finding finding, Excuses excuses) {
        boolean here = town.isEmpty() || finding.town().equals(town);
        boolean grave = severity == Severity.ALL || finding.isError() == (severity == Severity.ERROR);
        boolean excused = excuses.excuses(finding);
        return here && grave && (state == State.ALL || excused == (state == State.EXCUSED));
    }
}
