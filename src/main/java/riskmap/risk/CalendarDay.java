package riskmap.risk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A day as parameters and surveys write it, 2026-05-31. */
public final class CalendarDay {
    private CalendarDay() {}

    /** The day; null where the text is none. */
    public static LocalDate parsed(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
