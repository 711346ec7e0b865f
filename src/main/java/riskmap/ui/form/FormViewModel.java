package riskmap.ui.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;

/**
 * The values of a list of parameters while the user changes them, as text in the form of the command line, each with
 * what is wrong with it at the moment. Knows no toolkit.
 */
public final class FormViewModel {
    private final List<Parameter> parameters;
    private List<String> layers;
    private final Map<String, StringProperty> values = new LinkedHashMap<>();
    private final Map<String, BooleanBinding> ofUse = new LinkedHashMap<>();
    private final Map<String, ObservableValue<Message>> own = new LinkedHashMap<>();
    private final Map<String, ObjectProperty<Message>> told = new LinkedHashMap<>();
    private final Map<String, ObservableValue<Message>> problems = new LinkedHashMap<>();
    private final Map<String, BooleanProperty> untouched = new LinkedHashMap<>();
    private final BooleanBinding valid;
    private final Map<String, ObservableList<String>> fieldsByKey = new LinkedHashMap<>();
    private final StringProperty coordinateUnit = new SimpleStringProperty("");
    private PlacePicker picker;
    private SourceTitles titles = SourceTitles.ofCatalogue();
    private Function<String, String> layerOfField = field -> "";
    private Function<String, List<String>> fieldsOfLayer = layer -> List.of();
    private Function<String, List<String>> namesOfRows = key -> List.of();
    private final ObservableList<String> fieldNames = FXCollections.observableArrayList();

    /** A form that starts with the defaults, of parameters that name no layers. */
    public FormViewModel(List<Parameter> parameters) {
        this(parameters, List.of());
    }

    /**
     * A form that starts with the defaults.
     *
     * @param layers names of the layers a parameter may name
     */
    public FormViewModel(List<Parameter> parameters, List<String> layers) {
        this.layers = List.copyOf(layers);
        this.parameters =
                parameters.stream().filter(parameter -> !parameter.isInput()).toList();
        for (Parameter parameter : this.parameters) {
            StringProperty value = new SimpleStringProperty(defaultOf(parameter));
            values.put(parameter.key(), value);
            BooleanBinding counts = counts(parameter);
            ofUse.put(parameter.key(), counts);
            // of what changes nothing, and is not shown, nothing is told
            ObservableValue<Message> wrong = Bindings.createObjectBinding(
                    () -> counts.get() ? problem(parameter, value.get()) : null, value, counts);
            ObjectProperty<Message> found = new SimpleObjectProperty<>();
            BooleanProperty fresh = new SimpleBooleanProperty(true);
            value.addListener(property -> {
                found.set(null);
                fresh.set(false);
            });
            untouched.put(parameter.key(), fresh);
            own.put(parameter.key(), wrong);
            told.put(parameter.key(), found);
            problems.put(
                    parameter.key(),
                    Bindings.createObjectBinding(
                            () -> wrong.getValue() == null ? found.get() : wrong.getValue(), wrong, found));
        }
        valid = Bindings.createBooleanBinding(
                () -> own.values().stream().allMatch(problem -> problem.getValue() == null),
                own.values().toArray(ObservableValue[]::new));
    }

    /** Whether a parameter changes anything: what it is a detail of is chosen, and that counts itself. */
    private BooleanBinding counts(Parameter parameter) {
        Parameter.Use use = parameter.use();
        StringProperty chosen = use == null ? null : values.get(use.key());
        if (chosen == null) {
            return Bindings.createBooleanBinding(() -> true);
        }
        return ofUse.get(use.key()).and(Bindings.equal(chosen, use.choice()));
    }

    /** What is wrong with a value by itself; of factors their editor tells more. */
    private static Message problem(Parameter parameter, String value) {
        Message problem = ParameterValues.problem(parameter, value);
        boolean factors = problem == null && parameter.type() == Parameter.Type.FACTORS;
        return factors && FactorsViewModel.problem(value) != null ? Message.of("ui.factors-unfinished") : problem;
    }

    /** The parameters in declared order, without layers. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** Names of the layers a parameter may name. */
    public List<String> layers() {
        return layers;
    }

    /** The project has other layers now; a form that is shown is made anew. */
    public void setLayers(List<String> now) {
        layers = List.copyOf(now);
    }

    /** Names of fields to choose from; any other text may be typed. */
    public ObservableList<String> fieldNames() {
        return fieldNames;
    }

    /**
     * From now on each field's name is chosen from the fields of the layer that the form names for it: by the parameter
     * before it, or the first one where none stands before.
     *
     * @param fieldsOf names of the fields of a layer; empty for what is not a layer with fields
     */
    public void readFields(Function<String, List<String>> fieldsOf) {
        fieldsOfLayer = fieldsOf;
        for (Parameter parameter : parameters) {
            if (isField(parameter)) {
                Parameter source = layerOf(parameter);
                if (source != null) {
                    follow(parameter, values.get(source.key()), fieldsOf);
                }
            }
        }
    }

    /** Names of the fields of any layer; none of a raster, or while they are not known. */
    List<String> fieldsOf(String layer) {
        return fieldsOfLayer.apply(layer);
    }

    /** From now on a text that names rows of a layer can be chosen among these, by parameter. */
    public void offerNames(Function<String, List<String>> namesOf) {
        namesOfRows = namesOf;
    }

    /** Names to choose from for a text; any other may be typed. */
    public List<String> names(Parameter parameter) {
        return parameter.type() == Parameter.Type.TEXT ? namesOfRows.apply(parameter.key()) : List.of();
    }

    /** The unit of the coordinates of the layer that the form is about, such as m or °; empty while it is not known. */
    public StringProperty coordinateUnit() {
        return coordinateUnit;
    }

    /** From now on the layers and fields of a project are shown with the titles they have there. */
    public void nameBy(SourceTitles project) {
        titles = project;
    }

    /** From now on a field that follows no layer of the form is looked up in the layer that this finds. */
    public void findFieldsBy(Function<String, String> layerOf) {
        layerOfField = layerOf;
    }

    /** What people call the layers and fields that the form names. */
    public SourceTitles titles() {
        return titles;
    }

    /** Title of a field that a parameter may name, in the language in use; empty where it has none. */
    public String fieldTitle(Parameter parameter, String field) {
        Parameter layer = layerOf(parameter);
        return titles.field(
                layer == null
                        ? layerOfField.apply(field)
                        : values.get(layer.key()).get(),
                field);
    }

    /** The parameter that names the layer of a field: the one before it, or the first; null for none. */
    Parameter layerOf(Parameter field) {
        return parameters.subList(0, parameters.indexOf(field)).stream()
                .filter(parameter -> parameter.type() == Parameter.Type.LAYER)
                .reduce((before, behind) -> behind)
                .orElseGet(this::firstLayer);
    }

    /** From now on places can be pointed at on the map. */
    public void pickPlaces(PlacePicker shown) {
        picker = shown;
    }

    /** Whether the places of the form can be pointed at on the map. */
    public boolean canPick() {
        return picker != null;
    }

    /** Asks the user to point at the place of a parameter, and takes it over: into the northing behind it as well. */
    public void pick(Parameter parameter) {
        picker.pick(parameter.title(), place -> {
            int next = parameters.indexOf(parameter) + 1;
            String x = metres(place.getX());
            String y = metres(place.getY());
            if (parameter.type() == Parameter.Type.PLACE) {
                values.get(parameter.key()).set(x + "," + y);
            } else {
                values.get(parameter.key()).set(x);
                values.get(parameters.get(next).key()).set(y);
            }
        });
    }

    /** To the tenth of a metre; degrees to what is as fine. */
    private static String metres(double coordinate) {
        return String.format(Locale.ROOT, Math.abs(coordinate) <= 360 ? "%.6f" : "%.1f", coordinate);
    }

    private static boolean isField(Parameter parameter) {
        return parameter.type() == Parameter.Type.FIELD || parameter.type() == Parameter.Type.FIELDS;
    }

    private Parameter firstLayer() {
        return parameters.stream()
                .filter(parameter -> parameter.type() == Parameter.Type.LAYER)
                .findFirst()
                .orElse(null);
    }

    private void follow(Parameter field, StringProperty layer, Function<String, List<String>> fieldsOf) {
        ObservableList<String> names = FXCollections.observableArrayList(fieldsOf.apply(layer.get()));
        fieldsByKey.put(field.key(), names);
        layer.addListener((property, before, now) -> {
            StringProperty value = values.get(field.key());
            String kept = value.get();
            names.setAll(fieldsOf.apply(now));
            // a list that changes may take the text of its box away
            value.set(kept);
        });
    }

    /** From now on a parameter has these names of fields to choose from, not those of all layers. */
    public void setFieldNames(String key, List<String> names) {
        fieldsByKey
                .computeIfAbsent(key, none -> FXCollections.observableArrayList())
                .setAll(names);
    }

    /** Names of fields to choose from for a parameter; any other text may be typed. */
    public ObservableList<String> fieldNames(String key) {
        return fieldsByKey.getOrDefault(key, fieldNames);
    }

    /** Whether a parameter changes anything as the others are chosen now. */
    public BooleanBinding isOfUse(Parameter parameter) {
        return ofUse.get(parameter.key());
    }

    /** The value of a parameter as text; change it freely. */
    public StringProperty value(String key) {
        return values.get(key);
    }

    /** What is wrong with the value now, by itself or as it was {@link #tell told}; null while it is good. */
    public ObservableValue<Message> problem(String key) {
        return problems.get(key);
    }

    /** Whether a value only waits to be filled in: nothing was ever put in, so that nobody did anything wrong. */
    public BooleanBinding isAwaited(String key) {
        return Bindings.createBooleanBinding(
                () -> untouched.get(key).get()
                        && values.get(key).get().isBlank()
                        && told.get(key).get() == null,
                untouched.get(key),
                values.get(key),
                told.get(key));
    }

    /** Tells what is wrong with a value together with what it is used for; it stands until the value is changed. */
    public void tell(String key, Message problem) {
        if (told.containsKey(key)) {
            told.get(key).set(problem);
        }
    }

    /** Takes back what was told. */
    public void tellNothing() {
        told.values().forEach(each -> each.set(null));
    }

    /** Whether every value is good by itself. */
    public BooleanBinding isValid() {
        return valid;
    }

    /** What is wrong with the first value that is not good by itself; null for none. */
    public Message firstProblem() {
        return own.values().stream()
                .map(ObservableValue::getValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether this value is not the default. */
    public boolean isChanged(Parameter parameter) {
        return !values.get(parameter.key()).get().trim().equals(defaultOf(parameter));
    }

    /** Puts every default back. */
    public void reset() {
        parameters.forEach(parameter -> values.get(parameter.key()).set(defaultOf(parameter)));
        untouched.values().forEach(each -> each.set(true));
    }

    /** Takes values over, as from a recorded run; unknown keys are left out. */
    public void fill(Map<String, String> given) {
        given.forEach((key, value) -> {
            if (values.containsKey(key)) {
                values.get(key).set(value);
            }
        });
    }

    /** What the user chose and changes something, without blanks: what {@link ParameterValues#of} takes. */
    public Map<String, String> given() {
        Map<String, String> result = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value.get() != null && !value.get().isBlank() && ofUse.get(key).get()) {
                result.put(key, value.get().trim());
            }
        });
        return result;
    }

    private static String defaultOf(Parameter parameter) {
        return parameter.defaultValue() == null ? "" : parameter.defaultValue();
    }
}
