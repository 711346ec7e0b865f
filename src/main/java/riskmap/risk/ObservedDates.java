package riskmap.risk;

import java.time.LocalDate;
import riskmap.base.Message;

/**
 * Days of what was observed or reported. A forecast may look some days ahead; what lies farther in the future is a mistake
 * in writing, and would be taken for the latest day there is.
 */
public final class ObservedDates {
    private static final int DAYS_AHEAD = 31;

    private ObservedDates() {}

    /**
     * Keeps a run from starting where rows lie in the future.
     *
     * @param dates of the rows, null where a row has none
     */
    public static void check(InputChecks checks, String kind, LocalDate[] dates) {
        LocalDate today = LocalDate.now();
        LocalDate latest = today.plusDays(DAYS_AHEAD);
        int ahead = 0;
        for (LocalDate date : dates) {
            if (date != null && date.isAfter(today.plusDays(DAYS_AHEAD))) {
                ahead++;
                latest = date.isAfter(latest) ? date : latest;
            }
        }
        if (ahead > 0) {
            checks.problem(
                    kind,
                    Message.of(
                            "risk.check-future", InputChecks.called(kind), ahead, today.toString(), latest.toString()));
        }
    }
}
