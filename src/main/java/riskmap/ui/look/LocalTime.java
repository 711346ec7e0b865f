package riskmap.ui.look;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When something was done, by the clock on the wall. */
public final class LocalTime {
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private LocalTime() {}

    /**
     * A time in the zone of this computer, as {@code 2026-06-14 20:49:05}.
     *
     * @param instant ISO 8601 in UTC, as records keep it; those of runs of tools once left out seconds that were zero
     */
    public static String text(String instant) {
        return SHOWN.format(OffsetDateTime.parse(instant).atZoneSameInstant(ZoneId.systemDefault()));
    }
}
