package riskmap.ui.feature;

import java.util.Optional;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.UnitText;
import riskmap.data.Field;

/**
 * A column of a layer as a person reads it: title and unit of the catalogue where the layer is of a known kind, the
 * column's own name elsewhere; codes of a domain in words.
 *
 * @param name name of the column
 * @param field the catalogue's field, empty for a column the catalogue does not know
 * @param numeric whether its values are numbers
 */
public record FieldText(String name, Optional<Field> field, boolean numeric) {
    /** The title in the language in use, with the unit. */
    public String heading() {
        return field.map(Field::heading).orElse(name);
    }

    /** The title without the unit. */
    public String title() {
        return field.map(known -> known.title().text()).orElse(name);
    }

    /** The unit symbol, or the empty string. */
    public String unit() {
        return field.map(known -> UnitText.of(known.unit())).orElse("");
    }

    /** A value in words; empty for null. */
    public String text(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return Message.of(flag ? "ui.yes" : "ui.no").text();
        }
        if (field.isPresent() && field.get().domain() != null) {
            return field.get()
                    .domain()
                    .find(value.toString())
                    .map(code -> code.title().in(Language.current()))
                    .orElse(value.toString());
        }
        return ValueText.of(value);
    }
}
