package riskmap.ui.feature;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.util.Converters;
import riskmap.base.Message;
import riskmap.data.Field;
import riskmap.data.FieldType;

/**
 * One field while the user fills it in: the text typed so far, what it means, and what is wrong with it. Serves the form
 * and the cells of the table alike. For several features at once it holds the value they share, or none where theirs
 * differ; only a field that was touched is changed. Knows no toolkit.
 */
public final class FieldInput {
    private final FieldText shown;
    private final Field rule;
    private final Class<?> binding;
    private final boolean readOnly;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Message> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper touched = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper several = new ReadOnlyBooleanWrapper();
    private final BooleanProperty applies = new SimpleBooleanProperty(true);
    private final BooleanProperty required = new SimpleBooleanProperty();
    private Object original;
    private String originalText = "";
    private boolean differ;
    private boolean emptied;

    /** An empty field for a column of a layer. */
    public FieldInput(FieldText shown, AttributeDescriptor column) {
        this.shown = shown;
        this.rule = shown.field().orElseGet(() -> ColumnRules.of(column));
        this.binding = column.getType().getBinding();
        this.readOnly = binding == byte[].class || rule.key().equals("uuid");
        text.addListener((property, before, now) -> update());
    }

    public String key() {
        return shown.name();
    }

    public FieldText shown() {
        return shown;
    }

    /** What its values must be; of a column the catalogue does not know: its type and length. */
    public Field rule() {
        return rule;
    }

    /** Whether the system fills it and the user only reads it. */
    public boolean isReadOnly() {
        return readOnly;
    }

    /** What stands in the editor: a code, a number, a date as ISO, {@code true} or {@code false}. */
    public StringProperty text() {
        return text;
    }

    /** What is wrong with it, null while it is good. */
    public ReadOnlyObjectProperty<Message> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the user changed it. */
    public ReadOnlyBooleanProperty touched() {
        return touched.getReadOnlyProperty();
    }

    /** Whether the features at hand have different values, and the user has not put one in their place. */
    public ReadOnlyBooleanProperty several() {
        return several.getReadOnlyProperty();
    }

    /** Whether the other fields say that this one applies. */
    public BooleanProperty applies() {
        return applies;
    }

    /** Whether it must have a value as things are. */
    public BooleanProperty required() {
        return required;
    }

    /** Shows a value of the layer. */
    public void load(Object value) {
        load(value, false);
    }

    /** Shows that the features at hand differ in this field. */
    public void loadSeveral() {
        load(null, true);
    }

    private void load(Object value, boolean differing) {
        original = value;
        originalText = InputText.of(value);
        differ = differing;
        emptied = false;
        text.set(originalText);
        update();
        problem.set(null);
    }

    /** Puts a value in, as if typed; a blank one empties the field of all features at hand. */
    public void enter(String typed) {
        emptied = differ && typed.isBlank();
        text.set(typed);
        update();
    }

    /** Back to what it was. */
    public void revert() {
        load(original, differ);
    }

    private void update() {
        emptied &= text.get().isEmpty();
        touched.set(differ ? emptied || !text.get().isEmpty() : !text.get().equals(originalText));
        several.set(differ && !touched.get());
    }

    /** What the text means: a value of the layer's type where it can be read as one, else the text itself. */
    public Object value() {
        if (!touched.get()) {
            return original;
        }
        Object read = rule.value(text.get());
        if (read == null || binding.isInstance(read)) {
            return read;
        }
        // columns of foreign files may be narrower than the catalogue's types
        boolean number = rule.type() == FieldType.INTEGER || rule.type() == FieldType.DECIMAL;
        Object converted = number && read instanceof String ? null : Converters.convert(read, binding);
        return converted == null ? read : converted;
    }

    /** What is wrong with the text by itself. */
    Optional<Message> ownProblem() {
        return rule.problem(rule.value(text.get()));
    }

    /** Says what is wrong, null for nothing. */
    public void setProblem(Message found) {
        problem.set(found);
    }
}
