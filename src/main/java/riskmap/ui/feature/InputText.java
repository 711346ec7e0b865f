package riskmap.ui.feature;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import riskmap.data.Field;

/** Values as text to be edited and copied: read back by {@link Field#value} they are the same to the last digit. */
public final class InputText {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private InputText() {}

    /** A value as text, empty for null. */
    public static String of(Object value) {
        if (value == null || value instanceof byte[]) {
            return "";
        }
        if (value instanceof Double || value instanceof Float) {
            double number = Double.parseDouble(value.toString());
            return Double.isFinite(number)
                    ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                    : "";
        }
        if (value instanceof Instant moment) {
            return moment.getNano() == 0 ? MOMENT.format(moment) : moment.toString();
        }
        if (value instanceof Date date) {
            return of(date.toInstant());
        }
        return value.toString();
    }
}
