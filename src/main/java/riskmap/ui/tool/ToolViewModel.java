package riskmap.ui.tool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import riskmap.analysis.Operation;
import riskmap.app.Failures;
import riskmap.app.Task;
import riskmap.app.tool.ToolPreviews;
import riskmap.app.tool.ToolRuns;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.ui.form.FormViewModel;
import riskmap.ui.task.TasksViewModel;

/** One tool: its layers and values, whether it can run, and what came of it. Knows no toolkit. */
public final class ToolViewModel {
    /** Runs one request in the open project. */
    @FunctionalInterface
    public interface Runner {
        /** Runs it; throws what stood in the way. */
        ToolRuns.Outcome run(ToolRuns.Request request, Progress progress);
    }

    /** Runs one request on a part of the map, storing nothing. */
    @FunctionalInterface
    public interface Previewer {
        /** Runs it; throws what stood in the way. */
        ToolPreviews.Preview preview(ToolRuns.Request request, Progress progress);
    }

    /**
     * A run over one layer of several.
     *
     * @param layer the layer
     * @param outcome what came out, null when it failed
     * @param problem why it failed, null when it did not
     */
    public record Done(String layer, ToolRuns.Outcome outcome, Message problem) {}

    private final Operation operation;
    private final ToolSources sources;
    private final TasksViewModel tasks;
    private final Runner runner;
    private final Consumer<List<Done>> finished;
    private final FormViewModel form;
    private final Map<String, SimpleObjectProperty<ToolSources.Source>> inputs = new LinkedHashMap<>();
    private final ObservableList<ToolSources.Source> batch = FXCollections.observableArrayList();
    private final StringProperty result = new SimpleStringProperty();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Message> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Done>> done = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<ToolPreviews.Preview> preview = new SimpleObjectProperty<>();
    private Previewer previewer;
    private Task<?> task;

    /**
     * Begins with the defaults and the first fitting layers.
     *
     * @param finished told of what a run left
     */
    public ToolViewModel(
            Operation operation,
            ToolSources sources,
            TasksViewModel tasks,
            Runner runner,
            Consumer<List<Done>> finished) {
        this.operation = operation;
        this.sources = sources;
        this.tasks = tasks;
        this.runner = runner;
        this.finished = finished;
        this.form = new FormViewModel(operation.parameters());
        form.nameBy(sources.titles());
        form.findFieldsBy(this::layerOf);
        for (Parameter parameter : operation.parameters()) {
            if (parameter.isInput()) {
                List<ToolSources.Source> fitting = sources.fitting(operation, parameter);
                SimpleObjectProperty<ToolSources.Source> chosen =
                        new SimpleObjectProperty<>(parameter.optional() || fitting.isEmpty() ? null : fitting.get(0));
                chosen.addListener(property -> fields());
                inputs.put(parameter.key(), chosen);
            }
        }
        result.set(sources.freeName(operation.title().text()));
        fields();
        form.parameters().forEach(parameter -> form.value(parameter.key()).addListener(property -> preview.set(null)));
        inputs.values().forEach(input -> input.addListener(property -> preview.set(null)));
    }

    public Operation operation() {
        return operation;
    }

    public FormViewModel form() {
        return form;
    }

    /** The inputs in declared order. */
    public List<Parameter> inputs() {
        return operation.parameters().stream().filter(Parameter::isInput).toList();
    }

    /** The layer chosen for an input, null for none. */
    public SimpleObjectProperty<ToolSources.Source> input(String key) {
        return inputs.get(key);
    }

    /** The layers that fit an input. */
    public List<ToolSources.Source> fitting(Parameter input) {
        return sources.fitting(operation, input);
    }

    /** Layers the tool is run over one after another, in place of the first input; none: it runs once. */
    public ObservableList<ToolSources.Source> batch() {
        return batch;
    }

    /** Name of the new layer; with several, the name of the layer is put behind it. */
    public StringProperty result() {
        return result;
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** What went wrong with the last run, null for nothing. */
    public ReadOnlyObjectProperty<Message> problem() {
        return problem.getReadOnlyProperty();
    }

    /** What the last run left, layer by layer. */
    public ReadOnlyObjectProperty<List<Done>> done() {
        return done.getReadOnlyProperty();
    }

    /** Who runs a tool on a part of the map. */
    public void previewBy(Previewer given) {
        previewer = given;
    }

    /** What the tool would make in the part of the map in sight, null for nothing: it goes with any change. */
    public ObjectProperty<ToolPreviews.Preview> preview() {
        return preview;
    }

    /** What keeps the tool from running now, null for nothing. */
    public Message hindrance() {
        Message wrong = hindranceOfPreview();
        if (wrong == null && batch.isEmpty() && !sources.isFree(result.get())) {
            return Message.of("ui.tool-name-taken", result.get());
        }
        return wrong;
    }

    /** What keeps it from being tried, null for nothing: a try needs no name. */
    private Message hindranceOfPreview() {
        for (Parameter input : inputs()) {
            boolean replaced = !batch.isEmpty() && input.equals(inputs().get(0));
            if (!input.optional() && !replaced && inputs.get(input.key()).get() == null) {
                return fitting(input).isEmpty()
                        ? Message.of("ui.tool-no-layer", input.title())
                        : Message.of("ui.tool-choose-layer", input.title());
            }
        }
        if (!form.isValid().get()) {
            return Message.of("ui.tool-values-wrong");
        }
        return FieldChecks.of(operation, form, inputs);
    }

    /** Whether it can be tried on a part of the map now. */
    public BooleanBinding canPreview() {
        return Bindings.createBooleanBinding(
                () -> previewer != null && !running.get() && hindranceOfPreview() == null,
                everything().toArray(Observable[]::new));
    }

    /** Tries it on the part of the map in sight. */
    public void tryOut() {
        running.set(true);
        problem.set(null);
        ToolRuns.Request request = requests().get(0);
        task = tasks.start(
                Message.of("ui.tool-previewing", operation.title()),
                progress -> previewer.preview(request, progress),
                made -> {
                    running.set(false);
                    preview.set(made);
                },
                this::failed);
    }

    private void failed(Throwable failure) {
        running.set(false);
        problem.set(
                failure instanceof CancelledException
                        ? Message.of("ui.task-cancelled", operation.title())
                        : Failures.message(failure));
    }

    private List<Observable> everything() {
        List<Observable> all = new ArrayList<>(inputs.values());
        all.addAll(List.of(form.isValid(), running, result, batch));
        form.parameters().forEach(parameter -> all.add(form.value(parameter.key())));
        return all;
    }

    /** Whether it can be run now. */
    public BooleanBinding canRun() {
        return Bindings.createBooleanBinding(
                () -> !running.get() && hindrance() == null, everything().toArray(Observable[]::new));
    }

    /** Takes a layer for the first input, if it fits. */
    public void prefer(ToolSources.Source source) {
        Parameter first = inputs().get(0);
        if (fitting(first).contains(source)) {
            inputs.get(first.key()).set(source);
        }
    }

    /** Takes a recorded run over: its layers and values. */
    public void take(Map<String, String> layers, Map<String, String> values) {
        layers.forEach((key, source) -> {
            if (inputs.containsKey(key)) {
                sources.find(source).ifPresent(inputs.get(key)::set);
            }
        });
        form.reset();
        form.fill(values);
    }

    /** Runs it with the values of the form. */
    public void run() {
        preview.set(null);
        running.set(true);
        problem.set(null);
        List<ToolRuns.Request> requests = requests();
        task = tasks.start(
                operation.title(),
                progress -> runAll(requests, progress),
                results -> {
                    running.set(false);
                    done.set(results);
                    result.set(sources.freeName(operation.title().text()));
                    finished.accept(results);
                },
                this::failed);
    }

    /** Asks the run to stop. */
    public void cancel() {
        if (task != null) {
            task.cancel();
        }
    }

    private List<ToolRuns.Request> requests() {
        Map<String, String> chosen = new LinkedHashMap<>();
        inputs.forEach((key, source) -> {
            if (source.get() != null) {
                chosen.put(key, source.get().source());
            }
        });
        if (batch.isEmpty()) {
            return List.of(new ToolRuns.Request(operation.id(), chosen, form.given(), result.get()));
        }
        String first = inputs().get(0).key();
        List<ToolRuns.Request> requests = new ArrayList<>();
        for (ToolSources.Source source : batch) {
            Map<String, String> own = new LinkedHashMap<>(chosen);
            own.put(first, source.source());
            String name = sources.freeName(result.get() + "_" + source.name());
            requests.add(new ToolRuns.Request(operation.id(), own, form.given(), name));
        }
        return requests;
    }

    /** One after another; of several, one that fails is named and the rest goes on. */
    private List<Done> runAll(List<ToolRuns.Request> requests, Progress progress) {
        List<Done> results = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            ToolRuns.Request request = requests.get(i);
            Progress part = progress.part((double) i / requests.size(), (i + 1.0) / requests.size());
            try {
                results.add(new Done(request.result(), runner.run(request, part), null));
            } catch (CancelledException e) {
                throw e;
            } catch (RuntimeException e) {
                if (requests.size() == 1) {
                    throw e;
                }
                results.add(new Done(request.result(), null, Failures.message(e)));
            }
        }
        return results;
    }

    /** Name of the first chosen layer that has a field, empty where none has it. */
    private String layerOf(String field) {
        return inputs.values().stream()
                .map(ObjectProperty::get)
                .filter(source -> source != null && source.fields().contains(field))
                .map(ToolSources.Source::name)
                .findFirst()
                .orElse("");
    }

    /** Title and name of a layer in the language in use. */
    public String shown(ToolSources.Source source) {
        return sources.shown(source);
    }

    /** The fields of all chosen layers, each once; of one layer where the tool says which. */
    private void fields() {
        form.fieldNames().setAll(fieldsOf(inputs.values()));
        for (Parameter parameter : operation.parameters()) {
            SimpleObjectProperty<ToolSources.Source> input = inputs.get(operation.inputOfFields(parameter.key()));
            if (input != null) {
                form.setFieldNames(parameter.key(), fieldsOf(List.of(input)));
            }
        }
    }

    private static List<String> fieldsOf(Collection<SimpleObjectProperty<ToolSources.Source>> layers) {
        return layers.stream()
                .filter(source -> source.get() != null)
                .flatMap(source -> source.get().fields().stream())
                .distinct()
                .toList();
    }
}
