package riskmap.data;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import riskmap.base.NameList;

/** Reads the values of survey files: see {@link Field#value}. */
final class FieldValues {
    private static final Set<String> YES = Set.of("true", "t", "yes", "y", "1", "是", "有", "√", "已", "已建");
    private static final Set<String> NO = Set.of("false", "f", "no", "n", "0", "否", "无", "×", "未", "未建", "没有");
    /** 2023-01-05, 2023/1/5, 2023.1.5, 2023年1月5日 or 20230105, with or without a time behind it. */
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?|(\\d{2})(\\d{2}))(?:[ T](.*))?");

    private FieldValues() {}

    static Object read(Field field, Object raw) {
        if (raw == null) {
            return null;
        }
        Object value = raw;
        if (raw instanceof String text) {
            value = text.strip();
            if (text.isBlank()) {
                return null;
            }
        }
        if (field.domain() != null) {
            var code = field.domain().find(code(value));
            if (code.isPresent()) {
                value = code.get().code();
            }
        }
        Object result =
                switch (field.type()) {
                    case TEXT -> value instanceof String ? value : code(value);
                    case INTEGER -> integer(value);
                    case DECIMAL -> decimal(value);
                    case BOOLEAN -> bool(value);
                    case DATE -> date(value);
                    case DATETIME -> instant(value);
                };
        return result == null ? raw : result;
    }

    /** A value as the text of a code: whole numbers without a decimal point. */
    static String code(Object value) {
        return value instanceof Number number ? plain(number.doubleValue()) : value.toString();
    }

    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    static NameList codes(Domain domain) {
        return NameList.of(domain.codes().stream()
                .map(code -> code.code().equals(code.title().text())
                        ? code.code()
                        : code.code() + " " + code.title().text())
                .toList());
    }

    private static Object integer(Object value) {
        Double number = number(value);
        if (number == null || number != Math.rint(number) || Math.abs(number) > 9e15) {
            return number;
        }
        return number.longValue();
    }

    private static Object decimal(Object value) {
        return number(value);
    }

    private static Double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof String text) {
            // full-width digits, grouping commas
            String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).replace(",", "");
            try {
                double number = Double.parseDouble(plain.strip());
                return Double.isFinite(number) ? number : null;
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return null;
    }

    private static Object bool(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        String text = code(value).toLowerCase(Locale.ROOT);
        return YES.contains(text) ? Boolean.TRUE : NO.contains(text) ? Boolean.FALSE : null;
    }

    private static Object date(Object value) {
        if (value instanceof LocalDate) {
            return value;
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime())
                    .atZone(ZoneId.systemDefault())
                    .toLocalDate();
        }
        Matcher matcher = DATE.matcher(code(value));
        return matcher.matches() ? day(matcher) : null;
    }

    private static LocalDate day(Matcher matcher) {
        boolean compact = matcher.group(2) == null;
        try {
            return LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(compact ? 4 : 2)),
                    Integer.parseInt(matcher.group(compact ? 5 : 3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Object instant(Object value) {
        if (value instanceof Instant) {
            return value;
        }
        if (value instanceof Date date) {
            return Instant.ofEpochMilli(date.getTime());
        }
        String text = code(value);
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            Matcher matcher = DATE.matcher(text);
            LocalDate day = matcher.matches() ? day(matcher) : null;
            return day == null ? null : atTime(day, matcher.group(6));
        }
    }

    /** A time without a zone is taken as UTC, the zone files are written in. */
    private static Instant atTime(LocalDate day, String time) {
        try {
            return time == null || time.isBlank()
                    ? day.atStartOfDay(ZoneOffset.UTC).toInstant()
                    : LocalDateTime.of(day, java.time.LocalTime.parse(time.strip()))
                            .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
