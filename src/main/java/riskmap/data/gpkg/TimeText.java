package riskmap.data.gpkg;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Dates and times as GeoPackage writes them: {@code 2024-06-01} and {@code 2024-06-01T08:30:00.000Z} (UTC, milliseconds).
 * Reading is generous about a blank for T, missing seconds, fractions and zone (then UTC); what still is no time gives
 * null and stays text.
 *
 * <p><b>Source:</b> GeoPackage 1.3, table 1 (column data types).
 */
final class TimeText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private TimeText() {}

    static String of(Instant moment) {
        return MOMENT.format(moment);
    }

    static LocalDate day(String text) {
        try {
            return text.length() == 10 ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static Instant moment(String text) {
        String iso = text.length() > 10 && text.charAt(10) == ' ' ? text.replace(' ', 'T') : text;
        try {
            if (iso.endsWith("Z")) {
                return Instant.parse(iso);
            }
            int zone = Math.max(iso.lastIndexOf('+'), iso.lastIndexOf('-'));
            if (zone > 10) {
                return OffsetDateTime.parse(iso).toInstant();
            }
            if (iso.length() == 10) {
                return LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
