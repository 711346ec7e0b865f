package riskmap.io;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;

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
    static ValueKind of(Object cell) {
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
        return cell instanceof LocalDate ? DATE : cell instanceof Boolean ? BOOLEAN : TableSchema.kind(cell.toString());
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
