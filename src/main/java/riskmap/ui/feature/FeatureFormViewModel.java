package riskmap.ui.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.data.RowChange;

/**
 * The form of one layer: its fields in the order of the catalogue, filled from a feature, or from several of which only
 * what is touched is changed. Checks while the user types: each field by itself, and the fields that hang on it. Knows no
 * toolkit, and neither reads nor stores.
 */
public final class FeatureFormViewModel {
    private final String layer;
    private final Map<String, FieldInput> inputs = new LinkedHashMap<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper wrong = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<SimpleFeature>> features = new ReadOnlyObjectWrapper<>(List.of());
    /** What the store refused, by field, until that field is typed in again. */
    private final Map<String, Message> refused = new LinkedHashMap<>();

    private boolean fresh;
    private boolean loading;

    /**
     * An empty form.
     *
     * @param layer name of the table
     * @param kind its kind in the catalogue, null for none
     */
    public FeatureFormViewModel(String layer, SimpleFeatureType type, LayerKind kind) {
        this.layer = layer;
        for (FieldText field : LayerText.of(type, kind).inFormOrder(kind)) {
            FieldInput input = new FieldInput(field, type.getDescriptor(field.name()));
            inputs.put(field.name(), input);
            input.text().addListener((property, before, now) -> {
                if (!loading) {
                    refused.remove(input.key());
                    check();
                }
            });
            input.touched().addListener(property -> {
                if (!loading) {
                    check();
                }
            });
        }
    }

    public String layer() {
        return layer;
    }

    /** The fields in the order of the form. */
    public List<FieldInput> inputs() {
        return List.copyOf(inputs.values());
    }

    /** The field of a column; null when there is none. */
    public FieldInput input(String column) {
        return inputs.get(column);
    }

    /** The features at hand. */
    public ReadOnlyObjectProperty<List<SimpleFeature>> features() {
        return features.getReadOnlyProperty();
    }

    /** Whether the feature at hand is not stored yet. */
    public boolean isNew() {
        return fresh;
    }

    /** Whether anything was changed and is not stored. */
    public ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    /** How many fields are wrong. */
    public ReadOnlyIntegerProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    /** Shows features as they are stored. */
    public void load(List<SimpleFeature> shown) {
        load(shown, false);
    }

    /** Shows a feature that is not stored yet; what it holds counts as filled in. */
    public void loadNew(SimpleFeature feature) {
        load(List.of(feature), true);
    }

    private void load(List<SimpleFeature> shown, boolean isFresh) {
        loading = true;
        fresh = isFresh;
        refused.clear();
        for (FieldInput input : inputs.values()) {
            Object first = shown.isEmpty() ? null : shown.get(0).getAttribute(input.key());
            boolean same = shown.stream().allMatch(other -> RowChange.same(first, other.getAttribute(input.key())));
            if (same) {
                input.load(first);
            } else {
                input.loadSeveral();
            }
        }
        features.set(List.copyOf(shown));
        loading = false;
        check();
    }

    /** Shows the features as they are stored now; what the user has typed stays. */
    public void refresh(List<SimpleFeature> stored) {
        Map<String, String> typed = draft();
        load(stored, fresh);
        restore(typed);
    }

    /** What the user has typed and not stored, by column. */
    public Map<String, String> draft() {
        Map<String, String> typed = new LinkedHashMap<>();
        inputs.forEach((key, input) -> {
            if (input.touched().get()) {
                typed.put(key, input.text().get());
            }
        });
        return typed;
    }

    /** Puts back what was typed before. */
    public void restore(Map<String, String> typed) {
        loading = true;
        typed.forEach((key, text) -> {
            if (inputs.containsKey(key)) {
                inputs.get(key).enter(text);
            }
        });
        loading = false;
        check();
    }

    /** Everything back to what is stored. */
    public void revert() {
        loading = true;
        refused.clear();
        inputs.values().forEach(FieldInput::revert);
        loading = false;
        check();
    }

    /** Shows at the fields why the store refused; the rest is given back. */
    public List<Message> refuse(Map<String, Message> byField) {
        List<Message> elsewhere = new ArrayList<>();
        byField.forEach((key, message) -> {
            if (inputs.containsKey(key)) {
                refused.put(key, message);
            } else {
                elsewhere.add(message);
            }
        });
        check();
        return elsewhere;
    }

    /** The first field that is wrong, null for none. */
    public FieldInput firstWrong() {
        return inputs.values().stream()
                .filter(input -> input.problem().get() != null)
                .findFirst()
                .orElse(null);
    }

    /** What storing the form does to each row; rows that stay as they are are left out. */
    public List<RowChange> changes() {
        List<RowChange> rows = new ArrayList<>();
        Map<String, Object> after = new LinkedHashMap<>();
        inputs.forEach((key, input) -> {
            if (input.touched().get()) {
                after.put(key, input.value());
            }
        });
        for (SimpleFeature feature : features.get()) {
            if (fresh) {
                Map<String, Object> values = new LinkedHashMap<>();
                feature.getFeatureType().getAttributeDescriptors().forEach(column -> {
                    Object value = feature.getAttribute(column.getLocalName());
                    values.put(column.getLocalName(), after.getOrDefault(column.getLocalName(), value));
                });
                after.forEach(values::put);
                rows.add(RowChange.added(layer, RowChange.key(feature), values));
            } else {
                RowChange change = RowChange.changed(layer, feature, after);
                if (!change.after().isEmpty()) {
                    rows.add(change);
                }
            }
        }
        return rows;
    }

    /** Storing the form as one step, named after what it changes. */
    public Changes step() {
        String separator = Language.current() == Language.ENGLISH ? ", " : "、";
        String fields = inputs.values().stream()
                .filter(input -> input.touched().get())
                .map(input -> input.shown().title())
                .collect(Collectors.joining(separator));
        List<SimpleFeature> shown = features.get();
        Message name = shown.size() == 1
                ? Message.of("ui.step-form", LayerText.name(shown.get(0)), fields)
                : Message.of("ui.step-form-several", shown.size(), fields);
        return new Changes(name, changes());
    }

    /** Fills empty fields with what was entered last. */
    public void fillEmpty(LastValues last) {
        for (FieldInput input : inputs.values()) {
            boolean open = !input.isReadOnly() && input.text().get().isEmpty();
            if (open && !input.several().get() && input.applies().get()) {
                input.enter(last.of(layer, input.key()));
            }
        }
    }

    private void check() {
        int problems = 0;
        boolean changed = fresh;
        for (FieldInput input : inputs.values()) {
            Field rule = input.rule();
            // where features differ in what a field hangs on, it may apply to some of them
            boolean unclear = rule.when() != null
                    && rule.when().fields().stream()
                            .map(inputs::get)
                            .filter(Objects::nonNull)
                            .anyMatch(read -> read.several().get());
            boolean applies = unclear || rule.appliesTo(this::value);
            input.applies().set(applies);
            input.required().set(rule.required() && applies && !unclear);
            Message problem = problem(input, unclear);
            input.setProblem(problem);
            problems += problem == null ? 0 : 1;
            changed |= input.touched().get();
        }
        wrong.set(problems);
        dirty.set(changed);
    }

    /** Old gaps are not held against who changes something else; what is touched, or hangs on it, must be right. */
    private Message problem(FieldInput input, boolean unclear) {
        if (refused.containsKey(input.key())) {
            return refused.get(input.key());
        }
        Field rule = input.rule();
        if (input.isReadOnly() || input.several().get()) {
            return null;
        }
        boolean hangsOnTouched = rule.when() != null
                && rule.when().fields().stream()
                        .map(inputs::get)
                        .anyMatch(read -> read != null && read.touched().get());
        if (!fresh && !input.touched().get() && !hangsOnTouched) {
            return null;
        }
        return (unclear ? input.ownProblem() : rule.problemIn(this::value)).orElse(null);
    }

    private Object value(String key) {
        FieldInput input = inputs.get(key);
        return input == null ? null : input.rule().value(input.value());
    }
}
