package riskmap.io;

/** The type of a column that is found out from its values; a column takes the narrowest that holds them all. */
enum ValueKind {
    /** No value but null yet. */
    NOTHING(String.class),
    BOOLEAN(Boolean.class),
    INTEGER(Long.class),
    DECIMAL(Double.class),
    TEXT(String.class);

    private final Class<?> binding;

    ValueKind(Class<?> binding) {
        this.binding = binding;
    }

    Class<?> binding() {
        return binding;
    }

    /** The narrowest kind that holds values of both. */
    ValueKind with(ValueKind other) {
        if (this == other || other == NOTHING) {
            return this;
        }
        if (this == NOTHING) {
            return other;
        }
        boolean numbers = (this == INTEGER || this == DECIMAL) && (other == INTEGER || other == DECIMAL);
        return numbers ? DECIMAL : TEXT;
    }
}
