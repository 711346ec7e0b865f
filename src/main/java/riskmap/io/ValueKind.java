package riskmap.io;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** The type of a column that is found out from its values; a column takes the narrowest that holds them all. */
public enum ValueKind {
    /** No value but null yet. */
    NOTHING(String.class),
    BOOLEAN(Boolean.class),
    INTEGER(Long.class),
    DECIMAL(Double.class),
    /** A calendar day; only where a format has a type for it. */
    DATE(LocalDate.class),
    /** A moment; a time without a zone is taken as UTC, the zone files are written in. */
    MOMENT(Instant.class),
    TEXT(String.class);

    // a whole number with a leading zero is a code, not a number
    private static final Pattern WHOLE = Pattern.compile("[+-]?(?:0|[1-9]\\d{0,17})");
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:0|[1-9]\\d*)?\\.?\\d*(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern LEADING_ZERO = Pattern.compile("[+-]?0\\d.*");

    private final Class<?> binding;

    ValueKind(Class<?> binding) {
        this.binding = binding;
    }

    public Class<?> binding() {
        return binding;
    }

    /** The narrowest kind that holds values of both. */
    public ValueKind with(ValueKind other) {
        if (this == other || other == NOTHING) {
            return this;
        }
        if (this == NOTHING) {
            return other;
        }
        if ((this == DATE || this == MOMENT) && (other == DATE || other == MOMENT)) {
            return MOMENT;
        }
        boolean numbers = (this == INTEGER || this == DECIMAL) && (other == INTEGER || other == DECIMAL);
        return numbers ? DECIMAL : TEXT;
    }

    /** The kind of a cell. */
    public static ValueKind of(Object cell) {
        if (cell == null) {
            return NOTHING;
        }
        if (cell instanceof Number number) {
            double value = number.doubleValue();
            return value == Math.rint(value) && Math.abs(value) < 1e15 ? INTEGER : DECIMAL;
        }
        if (cell instanceof LocalDateTime time) {
            return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? DATE : MOMENT;
        }
        return cell instanceof LocalDate ? DATE : cell instanceof Boolean ? BOOLEAN : ofText(cell.toString());
    }

    /** The kind of a cell of text. */
    public static ValueKind ofText(String field) {
        String text = field.strip();
        if (text.isEmpty()) {
            return NOTHING;
        }
        if (WHOLE.matcher(text).matches()) {
            return INTEGER;
        }
        boolean digit = text.chars().anyMatch(c -> c >= '0' && c <= '9');
        if (digit
                && !LEADING_ZERO.matcher(text).matches()
                && text.length() <= 24
                && NUMBER.matcher(text).matches()) {
            return Character.isDigit(text.charAt(text.length() - 1)) || text.endsWith(".") ? decimal(text) : TEXT;
        }
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false") ? BOOLEAN : TEXT;
    }

    /** Digits beyond a long without a decimal point are a code. */
    private static ValueKind decimal(String text) {
        boolean plain = text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0;
        return plain ? TEXT : DECIMAL;
    }

    /** A cell as a value of this kind, which holds it; blank text is no value. */
    public Object value(Object cell) {
        String text = cell instanceof String field ? field.strip() : CellText.shown(cell);
        if (text.isEmpty()) {
            return null;
        }
        return switch (this) {
            case INTEGER ->
                cell instanceof Number number
                        ? (Object) number.longValue()
                        : Long.valueOf(text.startsWith("+") ? text.substring(1) : text);
            case DECIMAL -> cell instanceof Number number ? (Object) number.doubleValue() : Double.valueOf(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> cell instanceof LocalDateTime time ? time.toLocalDate() : cell;
            case MOMENT -> moment(cell);
            default -> cell instanceof String field ? CellText.read(field) : text;
        };
    }

    private static Instant moment(Object cell) {
        LocalDateTime time = cell instanceof LocalDate day ? day.atStartOfDay() : (LocalDateTime) cell;
        return time.toInstant(ZoneOffset.UTC);
    }
}
