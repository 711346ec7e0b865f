package riskmap.data;

import java.time.Instant;
import java.time.LocalDate;

/** The type of a field's values. */
public enum FieldType {
    TEXT(String.class),
    INTEGER(Long.class),
    DECIMAL(Double.class),
    BOOLEAN(Boolean.class),
    /** A calendar day, without a time zone. */
    DATE(LocalDate.class),
    /** A moment; written in UTC. */
    DATETIME(Instant.class);

    private final Class<?> binding;

    FieldType(Class<?> binding) {
        this.binding = binding;
    }

    /** The Java type of the values. */
    public Class<?> binding() {
        return binding;
    }

    /** The type whose values a column of this Java type holds. */
    public static FieldType of(Class<?> column) {
        if (column == Boolean.class) {
            return BOOLEAN;
        }
        if (column == LocalDate.class) {
            return DATE;
        }
        if (column == Instant.class || java.util.Date.class.isAssignableFrom(column)) {
            return DATETIME;
        }
        if (Number.class.isAssignableFrom(column)) {
            return column == Double.class || column == Float.class ? DECIMAL : INTEGER;
        }
        return TEXT;
    }
}
