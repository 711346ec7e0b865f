package riskmap.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import riskmap.base.Message;
import riskmap.base.UnitText;

/**
 * A field of a layer kind.
 *
 * @param key name of the column, snake_case
 * @param title what forms, tables and legends call it
 * @param type type of its values
 * @param unit unit as the catalogue has it, or the empty string; {@link UnitText} says how it is shown
 * @param length greatest number of characters of a text, 0 for no limit
 * @param required whether every feature must have a value
 * @param domain the values it may take, or null for any
 * @param minimum least number allowed, or null
 * @param maximum greatest number allowed, or null
 * @param aliases other names of the column in survey files
 * @param defaultValue value of a new feature, or null
 * @param group heading of the part of the form it stands in
 * @param when the features it applies to, or null for all; only those must have a value where it is required
 */
public record Field(
        String key,
        Title title,
        FieldType type,
        String unit,
        int length,
        boolean required,
        Domain domain,
        Double minimum,
        Double maximum,
        List<String> aliases,
        Object defaultValue,
        Title group,
        FieldCondition when) {

    public Field {
        aliases = List.copyOf(aliases);
    }

    /** A column that the catalogue does not know: any value of a type. */
    static Field of(String column, FieldType type, int length) {
        return new Field(
                column,
                new Title(column, column),
                type,
                "",
                Math.max(0, length),
                false,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    /** The title with its unit in the language in use, such as 面积 (m²). */
    public String heading() {
        return UnitText.heading(title.text(), unit);
    }

    /** The same field with another default. */
    Field withDefault(Object value) {
        return new Field(
                key,
                title,
                type,
                unit,
                length,
                required,
                domain,
                minimum,
                maximum,
                aliases,
                FieldValues.read(this, value),
                group,
                when);
    }

    /** Whether it applies to a feature with these values, asked for by field key. */
    public boolean appliesTo(Function<String, Object> values) {
        return when == null || when.holds(values);
    }

    /** Whether a feature with these values must have a value of this field. */
    public boolean isRequiredBy(Function<String, Object> values) {
        return required && appliesTo(values);
    }

    /**
     * What is wrong with this field of a feature, if anything: {@link #problem(Object)}, and where the field depends on
     * others, whether it is missing though they demand it.
     *
     * @param values the feature's values by field key
     */
    public Optional<Message> problemIn(Function<String, Object> values) {
        Object value = values.apply(key);
        Optional<Message> problem = problem(value);
        if (problem.isEmpty() && isBlank(value) && isRequiredBy(values)) {
            return Optional.of(Message.of("data.value-missing", title));
        }
        return problem;
    }

    private static boolean isBlank(Object value) {
        return value == null || value instanceof String text && text.isBlank();
    }

    /**
     * The value in this field's type, made from whatever a survey file holds: numbers and dates as text, 是 and 否,
     * titles of a domain in place of codes. Blank text becomes null; what cannot be read comes back unchanged, so that
     * {@link #problem} says what is wrong with it.
     */
    public Object value(Object raw) {
        return FieldValues.read(this, raw);
    }

    /**
     * What is wrong with a value of this field, if anything: the one check that forms, imports and quality checks use. A
     * field that applies to some features only is never missing here: see {@link #problemIn}.
     */
    public Optional<Message> problem(Object value) {
        if (isBlank(value)) {
            return required && when == null ? Optional.of(Message.of("data.value-missing", title)) : Optional.empty();
        }
        if (!fitsType(value)) {
            return Optional.of(Message.of(
                    "data.value-type",
                    title,
                    value.toString(),
                    Message.of("data.type-" + type.name().toLowerCase(java.util.Locale.ROOT))));
        }
        if (domain != null && !domain.allows(FieldValues.code(value))) {
            return Optional.of(Message.of("data.value-domain", title, value.toString(), FieldValues.codes(domain)));
        }
        if (length > 0 && value instanceof String text && text.codePointCount(0, text.length()) > length) {
            return Optional.of(Message.of("data.value-length", title, Integer.toString(length)));
        }
        return value instanceof Number number ? rangeProblem(number.doubleValue()) : Optional.empty();
    }

    private Optional<Message> rangeProblem(double number) {
        boolean outside =
                Double.isNaN(number) || minimum != null && number < minimum || maximum != null && number > maximum;
        return outside
                ? Optional.of(Message.of(
                        "data.value-range",
                        title,
                        FieldValues.plain(number),
                        minimum == null ? "−∞" : FieldValues.plain(minimum),
                        maximum == null ? "+∞" : FieldValues.plain(maximum)))
                : Optional.empty();
    }

    private boolean fitsType(Object value) {
        return switch (type) {
            case TEXT -> value instanceof String;
            case INTEGER -> value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue());
            case DECIMAL -> value instanceof Number;
            case BOOLEAN -> value instanceof Boolean;
            case DATE -> value instanceof LocalDate || value instanceof Date;
            case DATETIME -> value instanceof Instant || value instanceof Date;
        };
    }
}
