package riskmap.ui.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import riskmap.app.Failures;
import riskmap.app.Task;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.risk.Chart;
import riskmap.risk.InputChecks;
import riskmap.risk.LeftOut;
import riskmap.risk.RefusedInputs;
import riskmap.risk.RiskModel;
import riskmap.risk.Working;
import riskmap.ui.form.FormViewModel;
import riskmap.ui.rows.ValueTable;
import riskmap.ui.task.TasksViewModel;

/** One risk model: the values the user chooses, whether it can run, and what came out of it. Knows no toolkit. */
public final class RiskViewModel {
    /** Runs a model in the open project and stores what it makes. */
    @FunctionalInterface
    public interface Runner {
        /**
         * Runs it with these values; see {@link FormViewModel#given()}.
         *
         * @param main name of its main layer, null for the usual one
         */
        Outcome run(RiskModel model, Map<String, String> given, String main, Progress progress);
    }

    /** Looks at the inputs of a model without running it. */
    @FunctionalInterface
    public interface Checker {
        /** What stands in the way of a run with these values, or should be known before it. */
        List<InputChecks.Finding> check(RiskModel model, Map<String, String> given, Progress progress);
    }

    /**
     * What a run left.
     *
     * @param tables its result tables
     * @param notes what the user must know: rules, conservation, rows without geometry
     * @param workings the computation with its numbers
     * @param charts tables worth drawing
     * @param drawn ids of the layers of the map that show it
     */
    public record Outcome(
            List<Table> tables, List<Message> notes, List<Working> workings, List<Chart> charts, List<String> drawn) {
        public Outcome {
            tables = List.copyOf(tables);
            notes = List.copyOf(notes);
            workings = List.copyOf(workings);
            charts = List.copyOf(charts);
            drawn = List.copyOf(drawn);
        }
    }

    /**
     * A layer the model reads.
     *
     * @param kind its key in the catalogue, or {@code dem}
     * @param required whether the model cannot run without it
     * @param present whether the project has it
     * @param leftOut whether the run is to do without it
     */
    public record Need(String kind, boolean required, boolean present, boolean leftOut) {
        /** Whether the user may choose to do without it. */
        boolean isChoice() {
            return present && !required;
        }
    }

    private final RiskModel model;
    private final TasksViewModel tasks;
    private final Runner runner;
    private final Checker checker;
    private final Consumer<Outcome> finished;
    private final Set<String> present;
    private final FormViewModel form;
    private final Set<String> leftOut = new TreeSet<>();
    private final ReadOnlyObjectWrapper<List<Need>> needs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Message> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<InputChecks.Finding>> findings = new ReadOnlyObjectWrapper<>();
    private final ValueTable rows;
    private Task<?> task;

    /**
     * Begins with the defaults.
     *
     * @param present keys of the layers the project has
     * @param finished told of each outcome
     */
    public RiskViewModel(
            RiskModel model,
            Set<String> present,
            TasksViewModel tasks,
            Runner runner,
            Checker checker,
            Consumer<Outcome> finished) {
        this.model = model;
        this.tasks = tasks;
        this.runner = runner;
        this.checker = checker;
        this.finished = finished;
        this.present = present;
        this.form =
                new FormViewModel(model.parameters(), present.stream().sorted().toList());
        this.needs.set(needsNow());
        this.rows = new ValueTable(new ModelRows(this, present, tasks, runner, finished));
        for (Parameter parameter : form.parameters()) {
            // what was found was found with other values
            form.value(parameter.key()).addListener(property -> findings.set(null));
            if (parameter.type() == Parameter.Type.LAYER || parameter.type() == Parameter.Type.FACTORS) {
                form.value(parameter.key()).addListener(property -> needs.set(needsNow()));
            }
        }
    }

    public RiskModel model() {
        return model;
    }

    public FormViewModel form() {
        return form;
    }

    /** The rows of values it may be run over, for a window of their own. */
    public ValueTable rows() {
        return rows;
    }

    /** The layers the model reads with the values of the form, the required ones first. */
    public ReadOnlyObjectProperty<List<Need>> needs() {
        return needs.getReadOnlyProperty();
    }

    private List<Need> needsNow() {
        try {
            ParameterValues values = ParameterValues.of(model.parameters(), form.given());
            return model.needs(values).stream()
                    .map(need -> new Need(
                            need.kind(),
                            need.required(),
                            present.contains(need.kind()),
                            !need.required() && leftOut.contains(need.kind())))
                    .toList();
        } catch (RiskMapException e) {
            // a value is being typed: what it will need is told when it is whole
            return needs.get();
        }
    }

    /** Does without an optional layer from now on, or reads it again. */
    public void leaveOut(String kind, boolean without) {
        if (without ? leftOut.add(kind) : leftOut.remove(kind)) {
            // what was found was found with other layers
            findings.set(null);
            needs.set(needsNow());
        }
    }

    /** The values of a run: those of the form, and the layers it does without. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>(form.given());
        String without =
                needs.get().stream().filter(Need::leftOut).map(Need::kind).collect(Collectors.joining(","));
        if (!without.isEmpty()) {
            given.put(LeftOut.PARAMETER.key(), without);
        }
        return given;
    }

    /** Takes values over, as from a recorded run. */
    public void fill(Map<String, String> values) {
        form.fill(values);
        if (!values.isEmpty()) {
            leftOut.clear();
            for (String kind : values.getOrDefault(LeftOut.PARAMETER.key(), "").split(",")) {
                leftOut.add(kind.trim());
            }
            findings.set(null);
            needs.set(needsNow());
        }
    }

    /** Puts every default back, and reads every layer. */
    public void reset() {
        form.reset();
        leftOut.clear();
        findings.set(null);
        needs.set(needsNow());
    }

    /** Whether something was found in a layer that the user may do without. */
    boolean isOfChoice(InputChecks.Finding finding) {
        return needs.get().stream()
                .anyMatch(need -> need.isChoice() && need.kind().equals(finding.input()));
    }

    /** The set of present layers has changed. */
    public void layersChanged() {
        form.setLayers(present.stream().sorted().toList());
        needs.set(needsNow());
    }

    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** What the last run left, null before the first. */
    public ReadOnlyObjectProperty<Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /** What went wrong with the last run, null for nothing. */
    public ReadOnlyObjectProperty<Message> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether all required layers are there. */
    public boolean hasLayers() {
        return needs.get().stream().allMatch(need -> need.present() || !need.required());
    }

    /** Whether it can be run now. */
    public BooleanBinding canRun() {
        return Bindings.createBooleanBinding(
                () -> hasLayers() && form.isValid().get() && !running.get(), form.isValid(), running, needs);
    }

    /** What was found when the inputs were last looked at; null before that, empty when nothing is wrong. */
    public ReadOnlyObjectProperty<List<InputChecks.Finding>> findings() {
        return findings.getReadOnlyProperty();
    }

    /** Looks at the inputs with the values of the form. */
    public void check() {
        running.set(true);
        problem.set(null);
        findings.set(null);
        Map<String, String> given = given();
        task = tasks.start(
                Message.of("ui.risk-checking", model.title()),
                progress -> checker.check(model, given, progress),
                found -> {
                    running.set(false);
                    found(found);
                },
                this::ended);
    }

    /** Tells what was found, and what stands in the way of a run beside the value it is about. */
    private void found(List<InputChecks.Finding> all) {
        form.tellNothing();
        all.stream()
                .filter(InputChecks.Finding::fatal)
                .filter(this::isOfValue)
                .forEach(each -> form.tell(each.input(), each.message()));
        findings.set(all);
    }

    /** Whether something was found in a value of the form, not in a layer, which may have the same name. */
    boolean isOfValue(InputChecks.Finding finding) {
        StringProperty value = form.value(finding.input());
        boolean layer = needs.get().stream().anyMatch(need -> need.kind().equals(finding.input()));
        return value != null && !(layer && value.get().isBlank());
    }

    /** Runs it with the values of the form; inputs it does not run with become {@link #findings()}. */
    public void run() {
        running.set(true);
        problem.set(null);
        Map<String, String> given = given();
        task = tasks.start(
                Message.of("ui.risk-running", model.title()),
                progress -> runner.run(model, given, null, progress),
                result -> {
                    running.set(false);
                    outcome.set(result);
                    finished.accept(result);
                },
                this::ended);
    }

    /** Asks the run to stop. */
    public void cancel() {
        if (task != null) {
            task.cancel();
        }
    }

    private void ended(Throwable failure) {
        running.set(false);
        if (failure instanceof RefusedInputs refused) {
            found(refused.findings());
            long fatal = refused.findings().stream()
                    .filter(InputChecks.Finding::fatal)
                    .count();
            // one is told in full where the button is; several are listed where they belong
            problem.set(fatal == 1 ? refused.userMessage() : Message.of("ui.risk-refused", fatal));
            return;
        }
        problem.set(
                failure instanceof CancelledException
                        ? Message.of("ui.task-cancelled", model.title())
                        : Failures.message(failure));
    }
}
