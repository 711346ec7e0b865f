package riskmap.ui.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import riskmap.app.tool.EachInTurn;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Table;
import riskmap.risk.RiskModel;
import riskmap.ui.form.LayerSource;
import riskmap.ui.rows.RowCall;
import riskmap.ui.rows.RowSubject;
import riskmap.ui.task.TasksViewModel;

/**
 * A risk model to be run over rows of values. Each row is a run of its own with its main layer under its own name; of a
 * model that makes no layer, each has its tables.
 */
final class ModelRows implements RowSubject {
    /** What is run, all of it as it was when the run began. */
    private record Step(int number, Map<String, String> given, String main) {
        Object name() {
            return main == null ? Message.of("ui.risk-rows-row", number) : main;
        }
    }

    private final RiskViewModel form;
    private final Set<String> present;
    private final TasksViewModel tasks;
    private final RiskViewModel.Runner runner;
    private final Consumer<RiskViewModel.Outcome> finished;

    /**
     * The rows of a model.
     *
     * @param form gives a new row its values
     * @param present names and kinds of the layers the project has
     * @param finished told of what all rows have left
     */
    ModelRows(
            RiskViewModel form,
            Set<String> present,
            TasksViewModel tasks,
            RiskViewModel.Runner runner,
            Consumer<RiskViewModel.Outcome> finished) {
        this.form = form;
        this.present = present;
        this.tasks = tasks;
        this.runner = runner;
        this.finished = finished;
    }

    private RiskModel model() {
        return form.model();
    }

    @Override
    public String id() {
        return model().id();
    }

    @Override
    public Message title() {
        return model().title();
    }

    @Override
    public List<Parameter> parameters() {
        return model().allParameters();
    }

    @Override
    public List<LayerSource> fitting(Parameter input) {
        return List.of();
    }

    @Override
    public Optional<LayerSource> find(String source) {
        return Optional.empty();
    }

    @Override
    public String shown(LayerSource source) {
        return source.title();
    }

    @Override
    public boolean namesResult() {
        return model().mainLayer().isPresent();
    }

    @Override
    public boolean isFree(String name) {
        String plain = name == null ? "" : name.strip();
        return !plain.isEmpty()
                && present.stream().noneMatch(plain::equalsIgnoreCase)
                && Catalogue.standard().find(plain.toLowerCase(Locale.ROOT)).isEmpty();
    }

    @Override
    public RowCall newCall() {
        return new ModelCall(model(), present);
    }

    @Override
    public RowCall call() {
        ModelCall call = new ModelCall(model(), present);
        form.form().parameters().forEach(parameter -> call.form()
                .value(parameter.key())
                .set(form.form().value(parameter.key()).get()));
        call.form().fill(form.given());
        return call;
    }

    @Override
    public TasksViewModel tasks() {
        return tasks;
    }

    @Override
    public Runs runs(List<RowCall> calls) {
        List<Step> steps = new ArrayList<>();
        for (RowCall call : calls) {
            steps.add(new Step(
                    steps.size() + 1,
                    call.form().given(),
                    namesResult() ? call.result().get().strip() : null));
        }
        List<RiskViewModel.Outcome> made = Collections.synchronizedList(new ArrayList<>());
        return new Runs() {
            @Override
            public void run(Consumer<Done> told, Progress progress) {
                EachInTurn.run(
                        steps,
                        (step, part) -> named(runner.run(model(), step.given(), step.main(), part), step),
                        each -> {
                            if (each.problem() == null) {
                                made.add(each.outcome());
                            }
                            told.accept(done(each));
                        },
                        progress);
            }

            @Override
            public void finished() {
                if (!made.isEmpty()) {
                    finished.accept(together(List.copyOf(made)));
                }
            }
        };
    }

    private static Done done(EachInTurn.Done<Step, RiskViewModel.Outcome> each) {
        if (each.problem() != null) {
            return new Done(false, each.problem());
        }
        return new Done(
                true,
                each.given().main() == null
                        ? Message.of("ui.risk-rows-computed")
                        : Message.of("ui.risk-rows-made", each.given().main()));
    }

    /** The same with its tables called by the row, so that those of several rows are told apart. */
    private static RiskViewModel.Outcome named(RiskViewModel.Outcome outcome, Step row) {
        List<Table> tables = outcome.tables().stream()
                .map(table -> new Table(
                        table.id() + "-" + row.number(),
                        Message.of("ui.risk-rows-table", table.title(), row.name()),
                        table.columns(),
                        table.rows()))
                .toList();
        return new RiskViewModel.Outcome(
                tables, outcome.notes(), outcome.workings(), outcome.charts(), outcome.drawn());
    }

    /** What all rows have left: the first table of each, which says what it comes to, one beside the other. */
    private static RiskViewModel.Outcome together(List<RiskViewModel.Outcome> rows) {
        List<Table> tables =
                rows.stream().flatMap(row -> row.tables().stream().limit(1)).toList();
        List<String> drawn =
                rows.stream().flatMap(row -> row.drawn().stream()).distinct().toList();
        return new RiskViewModel.Outcome(tables, List.of(), List.of(), List.of(), drawn);
    }
}
