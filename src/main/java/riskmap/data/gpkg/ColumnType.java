package riskmap.data.gpkg;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The column types of GeoPackage and what they are in Java.
 *
 * <p><b>Source:</b> GeoPackage 1.3, table 1. Types of other programs ({@code VARCHAR(20)}, {@code NUMERIC}, …) are taken
 * by SQLite's affinity rules (sqlite.org/datatype3.html section 3.1).
 */
enum ColumnType {
    BOOLEAN(Boolean.class),
    TINYINT(Byte.class),
    SMALLINT(Short.class),
    MEDIUMINT(Integer.class),
    INTEGER(Long.class),
    FLOAT(Float.class),
    REAL(Double.class),
    TEXT(String.class),
    BLOB(byte[].class),
    /** A calendar day, without a time zone. */
    DATE(LocalDate.class),
    /** A moment; written in UTC. */
    DATETIME(Instant.class);

    private static final Pattern SIZED = Pattern.compile("[A-Z ]+\\( *(\\d{1,9}) *\\)");

    private final Class<?> binding;

    ColumnType(Class<?> binding) {
        this.binding = binding;
    }

    /** The Java type of the values. */
    Class<?> binding() {
        return binding;
    }

    /** The type that a declaration in a schema means. */
    static ColumnType of(String declared) {
        String plain = declared.toUpperCase(Locale.ROOT).replaceAll("\\(.*", "").strip();
        return switch (plain) {
            case "BOOLEAN", "BOOL" -> BOOLEAN;
            case "TINYINT" -> TINYINT;
            case "SMALLINT" -> SMALLINT;
            case "MEDIUMINT" -> MEDIUMINT;
            case "FLOAT" -> FLOAT;
            case "DATE" -> DATE;
            case "DATETIME", "TIMESTAMP" -> DATETIME;
            case "DOUBLE", "REAL", "NUMERIC", "DECIMAL" -> REAL;
            case "BLOB" -> BLOB;
            default -> byAffinity(plain);
        };
    }

    private static ColumnType byAffinity(String plain) {
        if (plain.contains("INT")) {
            return INTEGER;
        }
        if (plain.contains("REAL") || plain.contains("FLOA") || plain.contains("DOUB")) {
            return REAL;
        }
        return TEXT;
    }

    /** The length in {@code TEXT(20)} or {@code BLOB(100)}, 0 where none is declared. */
    static int length(String declared) {
        Matcher matcher = SIZED.matcher(declared.toUpperCase(Locale.ROOT).strip());
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** The type that keeps values of this Java type, null where none does. */
    static ColumnType of(Class<?> binding) {
        for (ColumnType type : values()) {
            if (type.binding == binding) {
                return type;
            }
        }
        if (java.sql.Date.class.isAssignableFrom(binding)) {
            return DATE;
        }
        if (java.util.Date.class.isAssignableFrom(binding)
                || java.util.Calendar.class.isAssignableFrom(binding)
                || binding == java.time.LocalDateTime.class
                || binding == java.time.OffsetDateTime.class
                || binding == java.time.ZonedDateTime.class) {
            return DATETIME;
        }
        if (binding == java.math.BigInteger.class) {
            return INTEGER;
        }
        if (Number.class.isAssignableFrom(binding)) {
            return REAL;
        }
        boolean readable = CharSequence.class.isAssignableFrom(binding)
                || binding.isEnum()
                || binding == Character.class
                || binding == Object.class
                || binding == java.util.UUID.class
                || binding == java.net.URI.class
                || binding == java.net.URL.class;
        return readable ? TEXT : null;
    }

    /** How it is declared, with a length where one applies. */
    String declared(int length) {
        return (this == TEXT || this == BLOB) && length > 0 ? name() + "(" + length + ")" : name();
    }
}
