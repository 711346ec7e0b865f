package riskmap.data.gpkg;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The time written into files. The system property {@code riskmap.clock} (an ISO instant) stops it: the same inputs then
 * give the same bytes.
 */
final class Clocks {
    private Clocks() {}

    /** Now, as {@code DATETIME} text. */
    static String now() {
        String stopped = System.getProperty("riskmap.clock");
        Instant now = stopped == null ? Instant.now() : Instant.parse(stopped);
        return TimeText.of(now.truncatedTo(ChronoUnit.MILLIS));
    }
}
