package riskmap.data.gpkg;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import org.geotools.util.Converters;
import riskmap.base.RiskMapException;

/**
 * What is bound for an attribute's value. {@link Date}s without a time zone ({@code java.sql.Date}) and dates at local
 * midnight mean that day where the column is a DATE.
 */
final class CellValue {
    private CellValue() {}

    static Object of(LayerTable table, Column column, Object value) {
        if (value == null) {
            return null;
        }
        Object result =
                switch (column.type()) {
                    case BOOLEAN -> flag(value);
                    case TINYINT, SMALLINT, MEDIUMINT, INTEGER -> whole(value);
                    case FLOAT, REAL -> real(value);
                    case TEXT -> text(value);
                    case BLOB -> bytes(value);
                    case DATE -> day(value);
                    case DATETIME -> moment(value);
                };
        if (result == null) {
            throw RiskMapException.of(
                    "data.gpkg-value",
                    table.name(),
                    column.name(),
                    String.valueOf(value),
                    column.type().name());
        }
        return result;
    }

    private static Object flag(Object value) {
        Boolean flag = Converters.convert(value, Boolean.class);
        return flag == null ? null : flag ? 1 : 0;
    }

    private static Object whole(Object value) {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Number number) {
            double real = number.doubleValue();
            // SQLite keeps a fraction in an integer column as it is: nothing is rounded away
            return real == Math.rint(real) && Math.abs(real) < 0x1p63 ? (Object) number.longValue() : (Object) real;
        }
        if (value instanceof Boolean flag) {
            return flag ? 1L : 0L;
        }
        Number parsed = Converters.convert(value.toString().strip(), Long.class);
        return parsed != null ? parsed : Converters.convert(value.toString().strip(), Double.class);
    }

    private static Object real(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return Converters.convert(value.toString().strip(), Double.class);
    }

    private static Object text(Object value) {
        if (value instanceof Instant moment) {
            return TimeText.of(moment);
        }
        return value instanceof byte[] ? null : value.toString();
    }

    private static Object bytes(Object value) {
        if (value instanceof ByteBuffer buffer) {
            byte[] result = new byte[buffer.remaining()];
            buffer.duplicate().get(result);
            return result;
        }
        return value instanceof byte[] ? value : null;
    }

    private static Object day(Object value) {
        if (value instanceof LocalDate day) {
            return day.toString();
        }
        if (value instanceof java.sql.Date day) {
            return day.toLocalDate().toString();
        }
        if (value instanceof LocalDateTime time) {
            return time.toLocalDate().toString();
        }
        if (value instanceof Instant moment) {
            return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
        }
        if (value instanceof Date date) {
            return date.toInstant().atZone(ZoneId.systemDefault()).toLocalDate().toString();
        }
        if (value instanceof Calendar calendar) {
            return calendar.toInstant()
                    .atZone(calendar.getTimeZone().toZoneId())
                    .toLocalDate()
                    .toString();
        }
        // text that is no date stays as it is: it was so in the source
        return value instanceof CharSequence ? value.toString() : null;
    }

    private static Object moment(Object value) {
        if (value instanceof Instant moment) {
            return TimeText.of(moment);
        }
        if (value instanceof java.sql.Date day) {
            return TimeText.of(day.toLocalDate().atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        if (value instanceof Date date) {
            return TimeText.of(date.toInstant());
        }
        if (value instanceof Calendar calendar) {
            return TimeText.of(calendar.toInstant());
        }
        if (value instanceof LocalDateTime time) {
            return TimeText.of(time.toInstant(ZoneOffset.UTC));
        }
        if (value instanceof OffsetDateTime time) {
            return TimeText.of(time.toInstant());
        }
        if (value instanceof ZonedDateTime time) {
            return TimeText.of(time.toInstant());
        }
        if (value instanceof LocalDate day) {
            return TimeText.of(day.atStartOfDay().toInstant(ZoneOffset.UTC));
        }
        return value instanceof CharSequence ? value.toString() : null;
    }
}
