package riskmap.ui.tool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Operation;
import riskmap.app.Failures;
import riskmap.app.Task;
import riskmap.app.tool.EachInTurn;
import riskmap.app.tool.ToolPreviews;
import riskmap.app.tool.ToolRuns;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.ui.form.FormViewModel;
import riskmap.ui.form.LayerSource;
import riskmap.ui.rows.ValueTable;
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
    private final ToolCall call;
    private final ObservableList<LayerSource> batch = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Message> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Done>> done = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<ToolPreviews.Preview> preview = new SimpleObjectProperty<>();
    private final ValueTable rows;
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
        this.call = new ToolCall(operation, sources);
        call.everything().stream()
                .filter(each -> each != call.result())
                .forEach(each -> each.addListener(property -> preview.set(null)));
        this.rows = new ValueTable(new ToolRows(this));
    }

    public Operation operation() {
        return operation;
    }

    public FormViewModel form() {
        return call.form();
    }

    /** The inputs in declared order. */
    public List<Parameter> inputs() {
        return ToolCall.inputs(operation);
    }

    /** The layer chosen for an input, null for none. */
    public SimpleObjectProperty<LayerSource> input(String key) {
        return call.input(key);
    }

    /** The layers that fit an input. */
    public List<LayerSource> fitting(Parameter input) {
        return sources.fitting(operation, input);
    }

    /** Layers the tool is run over one after another, in place of the first input; none: it runs once. */
    public ObservableList<LayerSource> batch() {
        return batch;
    }

    /** Name of the new layer; with several, the name of the layer is put behind it. */
    public StringProperty result() {
        return call.result();
    }

    /** The rows of values it may be run over, for a window of their own. */
    public ValueTable rows() {
        return rows;
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
        if (wrong == null && batch.isEmpty() && !sources.isFree(call.result().get())) {
            return Message.of("ui.tool-name-taken", call.result().get());
        }
        return wrong;
    }

    /** What keeps it from being tried, null for nothing: a try needs no name. */
    private Message hindranceOfPreview() {
        return call.hindrance(!batch.isEmpty());
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
        List<Observable> all = new ArrayList<>(call.everything());
        all.addAll(List.of(running, batch));
        return all;
    }

    /** Whether it can be run now. */
    public BooleanBinding canRun() {
        return Bindings.createBooleanBinding(
                () -> !running.get() && hindrance() == null, everything().toArray(Observable[]::new));
    }

    /**
     * Takes a layer for the first input that is likely meant.
     *
     * @param chosen which the user works with: taken if it fits
     * @param shown on the map: the first is taken that is of the shape which the tool is mostly for
     */
    public void begin(List<LayerSource> chosen, List<LayerSource> shown) {
        Parameter first = inputs().get(0);
        List<LayerSource> fitting = fitting(first);
        FittingShapes shapes = operation.shapes(first.key());
        Stream.concat(
                        chosen.stream().filter(fitting::contains),
                        shown.stream()
                                .filter(fitting::contains)
                                .filter(source -> source.raster() || shapes.rank(source.shapes()) == 0))
                .findFirst()
                .ifPresent(call::prefer);
    }

    /** Takes a layer for the first input, if it fits. */
    public void prefer(LayerSource source) {
        if (fitting(inputs().get(0)).contains(source)) {
            call.prefer(source);
        }
    }

    /** Takes a recorded run over: its layers and values. */
    public void take(Map<String, String> layers, Map<String, String> values) {
        call.take(layers, values);
    }

    /** Runs it with the values of the form. */
    public void run() {
        preview.set(null);
        running.set(true);
        problem.set(null);
        List<ToolRuns.Request> requests = requests();
        List<Done> results = Collections.synchronizedList(new ArrayList<>());
        task = tasks.start(
                operation.title(),
                progress -> runAll(requests, results, progress),
                nothing -> {
                    running.set(false);
                    leave(results);
                },
                failure -> {
                    leave(results);
                    failed(failure);
                });
    }

    /** Tells what a run has left, also one that was stopped in between. */
    private void leave(List<Done> results) {
        if (!results.isEmpty()) {
            done.set(List.copyOf(results));
            call.result().set(sources.freeName(operation.title().text()));
            finished.accept(List.copyOf(results));
        }
    }

    /** Asks the run to stop. */
    public void cancel() {
        if (task != null) {
            task.cancel();
        }
    }

    private List<ToolRuns.Request> requests() {
        if (batch.isEmpty()) {
            return List.of(call.request());
        }
        String first = inputs().get(0).key();
        List<ToolRuns.Request> requests = new ArrayList<>();
        for (LayerSource source : batch) {
            Map<String, String> own = new LinkedHashMap<>(call.layers());
            own.put(first, source.source());
            String name = sources.freeName(call.result().get() + "_" + source.name());
            requests.add(new ToolRuns.Request(operation.id(), own, call.form().given(), name));
        }
        return requests;
    }

    /** One after another; of several, one that fails is named and the rest goes on. */
    private Void runAll(List<ToolRuns.Request> requests, List<Done> results, Progress progress) {
        if (requests.size() == 1) {
            ToolRuns.Request only = requests.get(0);
            results.add(new Done(only.result(), runner.run(only, progress), null));
        } else {
            inTurn(requests, results::add, progress);
        }
        return null;
    }

    /** Runs requests one after another and tells of each; one that fails is named and the rest goes on. */
    void inTurn(List<ToolRuns.Request> requests, Consumer<Done> told, Progress progress) {
        EachInTurn.run(
                requests,
                runner::run,
                each -> told.accept(new Done(each.given().result(), each.outcome(), each.problem())),
                progress);
    }

    /** A new call of the tool. */
    ToolCall newCall() {
        return new ToolCall(operation, sources);
    }

    /** What the form says now. */
    ToolCall call() {
        return call;
    }

    ToolSources sources() {
        return sources;
    }

    TasksViewModel tasks() {
        return tasks;
    }

    /** Tells of results that came out elsewhere than in the form. */
    void tell(List<Done> results) {
        finished.accept(results);
    }

    /** Title and name of a layer in the language in use. */
    public String shown(LayerSource source) {
        return sources.shown(source);
    }
}
