package riskmap.ui.tool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import riskmap.analysis.Operation;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.ui.form.FormViewModel;
import riskmap.ui.form.LayerSource;
import riskmap.ui.rows.RowCall;

/**
 * One call of a tool while it is filled in: its layers, its values, the name of what comes out, and what keeps it from
 * running. The form holds one, a table of rows one for each row. Knows no toolkit.
 */
final class ToolCall implements RowCall {
    private final Operation operation;
    private final ToolSources sources;
    private final FormViewModel form;
    private final Map<String, SimpleObjectProperty<LayerSource>> inputs = new LinkedHashMap<>();
    private final StringProperty result = new SimpleStringProperty();

    /** Begins with the defaults, the first fitting layers and a free name. */
    ToolCall(Operation operation, ToolSources sources) {
        this.operation = operation;
        this.sources = sources;
        this.form = new FormViewModel(operation.parameters());
        form.nameBy(sources.titles());
        form.findFieldsBy(this::layerOf);
        for (Parameter parameter : inputs(operation)) {
            List<LayerSource> fitting = sources.fitting(operation, parameter);
            SimpleObjectProperty<LayerSource> chosen =
                    new SimpleObjectProperty<>(parameter.optional() ? null : other(fitting));
            chosen.addListener(property -> fields());
            inputs.put(parameter.key(), chosen);
        }
        result.set(sources.freeName(operation.title().text()));
        fields();
    }

    /** The first that no input has yet: a layer with itself is hardly ever meant. */
    private LayerSource other(List<LayerSource> fitting) {
        return fitting.stream()
                .filter(source -> inputs.values().stream().noneMatch(input -> source.equals(input.get())))
                .findFirst()
                .orElse(fitting.isEmpty() ? null : fitting.get(0));
    }

    /** Takes a layer for the first input; another input that had it takes one that none has. */
    void prefer(LayerSource source) {
        List<Parameter> declared = inputs(operation);
        inputs.get(declared.get(0).key()).set(source);
        for (Parameter input : declared.subList(1, declared.size())) {
            SimpleObjectProperty<LayerSource> chosen = inputs.get(input.key());
            if (source.equals(chosen.get())) {
                chosen.set(other(sources.fitting(operation, input)));
            }
        }
    }

    /** The inputs of a tool in declared order. */
    static List<Parameter> inputs(Operation operation) {
        return operation.parameters().stream().filter(Parameter::isInput).toList();
    }

    @Override
    public FormViewModel form() {
        return form;
    }

    @Override
    public SimpleObjectProperty<LayerSource> input(String key) {
        return inputs.get(key);
    }

    @Override
    public StringProperty result() {
        return result;
    }

    @Override
    public List<Observable> everything() {
        List<Observable> all = new ArrayList<>(inputs.values());
        all.addAll(List.of(form.isValid(), result));
        form.parameters().forEach(parameter -> all.add(form.value(parameter.key())));
        return all;
    }

    @Override
    public Message hindrance() {
        return hindrance(false);
    }

    /**
     * What keeps it from running but for its name, null for nothing.
     *
     * @param replaced whether other layers take the place of the first input
     */
    Message hindrance(boolean replaced) {
        List<Parameter> declared = inputs(operation);
        for (Parameter input : declared) {
            boolean needed = !input.optional() && !(replaced && input.equals(declared.get(0)));
            if (needed && inputs.get(input.key()).get() == null) {
                return sources.fitting(operation, input).isEmpty()
                        ? Message.of("ui.tool-no-layer", input.title())
                        : Message.of("ui.tool-choose-layer", input.title());
            }
        }
        if (!form.isValid().get()) {
            return form.firstProblem();
        }
        return FieldChecks.of(operation, form, inputs);
    }

    /** Takes layers and values over; those that are not there or not known are left as they are. */
    void take(Map<String, String> layers, Map<String, String> values) {
        layers.forEach((key, source) -> {
            if (inputs.containsKey(key)) {
                sources.find(source).ifPresent(inputs.get(key)::set);
            }
        });
        form.reset();
        form.fill(values);
    }

    @Override
    public Map<String, String> layers() {
        Map<String, String> chosen = new LinkedHashMap<>();
        inputs.forEach((key, source) -> {
            if (source.get() != null) {
                chosen.put(key, source.get().source());
            }
        });
        return chosen;
    }

    /** What is to be run. */
    ToolRuns.Request request() {
        return ToolRows.request(operation, this);
    }

    /** Name of the first chosen layer that has a field, empty where none has it. */
    private String layerOf(String field) {
        return inputs.values().stream()
                .map(ObjectProperty::get)
                .filter(source -> source != null && source.fields().contains(field))
                .map(LayerSource::name)
                .findFirst()
                .orElse("");
    }

    /** The fields of all chosen layers, each once; of one layer where the tool says which. */
    private void fields() {
        form.fieldNames().setAll(fieldsOf(inputs.values()));
        form.coordinateUnit()
                .set(inputs.values().stream()
                        .map(ObjectProperty::get)
                        .filter(Objects::nonNull)
                        .map(LayerSource::unit)
                        .findFirst()
                        .orElse(""));
        for (Parameter parameter : operation.parameters()) {
            SimpleObjectProperty<LayerSource> input = inputs.get(operation.inputOfFields(parameter.key()));
            if (input != null) {
                form.setFieldNames(parameter.key(), fieldsOf(List.of(input)));
            }
        }
    }

    private static List<String> fieldsOf(Collection<SimpleObjectProperty<LayerSource>> layers) {
        return layers.stream()
                .filter(source -> source.get() != null)
                .flatMap(source -> source.get().fields().stream())
                .distinct()
                .toList();
    }
}
