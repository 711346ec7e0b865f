package riskmap.ui.feature;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;

/** Values as text, the same in both languages: numbers without grouping and without meaningless digits, ISO dates. */
public final class ValueText {
    /** A double carries about 15.9 decimal digits; computed survey values carry far fewer. */
    private static final int SIGNIFICANT_DIGITS = 10;

    private ValueText() {}

    /** A value as text, empty for null. */
    public static String of(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Double || value instanceof Float) {
            return number(((Number) value).doubleValue());
        }
        if (value instanceof Date date) {
            return moment(Instant.ofEpochMilli(date.getTime()));
        }
        if (value instanceof Instant instant) {
            return moment(instant);
        }
        if (value instanceof Geometry geometry) {
            return geometry.getGeometryType();
        }
        if (value instanceof byte[] bytes) {
            return bytes.length + " B";
        }
        return value.toString();
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        if (!Double.isFinite(value) || Math.abs(value) < 1e-6) {
            return Double.toString(value);
        }
        int whole = (int) Math.floor(Math.log10(Math.abs(value))) + 1;
        int decimals = Math.max(0, Math.min(6, SIGNIFICANT_DIGITS - whole));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }

    private static String moment(Instant instant) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }
}
