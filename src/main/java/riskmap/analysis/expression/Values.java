package riskmap.analysis.expression;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/** Values of QGIS's expressions: numbers, texts, true and false, days, shapes and lists, and one as another. */
public final class Values {
    private static final double WHOLE = 1e15;
    private static final double LONGEST = 0x1p63;
    private static final int SHOWN = 40;
    private static final int DAY = "2020-01-01".length();

    private Values() {}

    /** Whether it is a whole number, or a text of one. */
    static boolean isWhole(Object value) {
        return value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte
                || value instanceof Boolean
                || value instanceof String text && text.matches("\\s*[+-]?\\d{1,18}\\s*");
    }

    /** Whether it is a number, or a text of one. */
    static boolean isNumber(Object value) {
        return value instanceof Number
                || value instanceof Boolean
                || value instanceof String text && parsed(text) != null;
    }

    private static Double parsed(String text) {
        if (!text.matches("\\s*[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?\\s*")) {
            return null;
        }
        return Double.valueOf(text.strip());
    }

    static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        } else if (value instanceof Boolean flag) {
            return flag ? 1 : 0;
        }
        Double parsed = value instanceof String text ? parsed(text) : null;
        if (parsed == null) {
            throw RiskMapException.of("analysis.qgis-no-number", text(value));
        }
        return parsed;
    }

    static long whole(Object value) {
        return value instanceof Long number
                ? number
                : isWhole(value) && value instanceof String text ? Long.parseLong(text.strip()) : round(number(value));
    }

    /**
     * A whole number that says how many of something to make.
     *
     * @throws RiskMapException when it is more than the most
     */
    static int count(Object value, int most) {
        long count = whole(value);
        if (count > most) {
            throw RiskMapException.of("analysis.qgis-too-many", count, most);
        }
        return (int) Math.max(0, count);
    }

    /**
     * Half and more away from zero.
     *
     * @throws RiskMapException beyond what a whole number of 64 bits holds
     */
    static long round(double number) {
        if (!(Math.abs(number) < LONGEST)) {
            throw RiskMapException.of("analysis.qgis-no-whole", text(number));
        }
        return (long) (Math.signum(number) * Math.floor(Math.abs(number) + 0.5));
    }

    /** A value as QGIS writes it: 7.0 is 7, days and moments begin with the year, so that earlier ones come first. */
    public static String text(Object value) {
        if (value instanceof Double number && number == Math.rint(number) && Math.abs(number) < WHOLE) {
            return Long.toString(number.longValue());
        } else if (value instanceof Date date) {
            LocalDateTime moment = moment(date);
            boolean isDay = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
            return isDay ? moment.toLocalDate().toString() : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
        } else if (value instanceof Geometry shape) {
            return shape.toText();
        } else if (value instanceof List<?> list) {
            return list.stream().map(Values::text).collect(Collectors.joining(","));
        }
        return String.valueOf(value);
    }

    /** Values for a message, long ones by their beginning. */
    static NameList shown(List<Object> values) {
        return NameList.of(values.stream()
                .map(Values::text)
                .map(text -> text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text)
                .toList());
    }

    /** True, false, or null for what is not known. */
    static Boolean truth(Object value) {
        if (value == null || value instanceof Boolean) {
            return (Boolean) value;
        }
        return value instanceof Geometry shape ? !shape.isEmpty() : isNumber(value) && number(value) != 0;
    }

    static Geometry shape(Object value) {
        if (value instanceof Geometry shape) {
            return shape;
        }
        throw RiskMapException.of("analysis.qgis-no-shape", text(value));
    }

    /** Less than, equal to or more than 0 as the first comes before, with or after the second. */
    static int compare(Object one, Object other) {
        boolean texts = one instanceof String && other instanceof String;
        if (!texts && isNumber(one) && isNumber(other)) {
            return Double.compare(number(one) + 0.0, number(other) + 0.0);
        }
        return text(one).compareTo(text(other));
    }

    static boolean equal(Object one, Object other) {
        if (one instanceof Geometry a && other instanceof Geometry b) {
            return a.equalsExact(b);
        }
        return compare(one, other) == 0;
    }

    /** The day of a day, a moment, or a text that begins with one; null where there is none. */
    static LocalDate day(Object value) {
        if (value instanceof LocalDate day) {
            return day;
        } else if (value instanceof LocalDateTime moment) {
            return moment.toLocalDate();
        } else if (value instanceof Date moment) {
            return moment(moment).toLocalDate();
        }
        String text = text(value).strip();
        try {
            return text.length() < DAY ? null : LocalDate.parse(text.substring(0, DAY));
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private static LocalDateTime moment(Date date) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(date.getTime()), ZoneId.systemDefault());
    }

    /** The value in the type of a field: integer, decimal, text or date; null where there is none. */
    static Object as(Object value, String type) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case "integer" -> isNumber(value) ? (Object) whole(value) : null;
            case "decimal" -> isNumber(value) ? (Object) number(value) : null;
            case "text" -> value instanceof Boolean flag ? flag.toString() : text(value);
            case "date" -> day(value);
            default -> value;
        };
    }
}
