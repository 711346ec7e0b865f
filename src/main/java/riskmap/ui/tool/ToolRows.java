package riskmap.ui.tool;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import riskmap.analysis.Operation;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Message;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.ui.form.LayerSource;
import riskmap.ui.rows.RowCall;
import riskmap.ui.rows.RowSubject;
import riskmap.ui.task.TasksViewModel;

/** A tool to be run over rows of values. */
final class ToolRows implements RowSubject {
    private final ToolViewModel tool;

    ToolRows(ToolViewModel tool) {
        this.tool = tool;
    }

    @Override
    public String id() {
        return tool.operation().id();
    }

    @Override
    public Message title() {
        return tool.operation().title();
    }

    @Override
    public List<Parameter> parameters() {
        return tool.operation().parameters();
    }

    @Override
    public List<LayerSource> fitting(Parameter input) {
        return tool.fitting(input);
    }

    @Override
    public Optional<LayerSource> find(String source) {
        return tool.sources().find(source);
    }

    @Override
    public String shown(LayerSource source) {
        return tool.shown(source);
    }

    @Override
    public boolean namesResult() {
        return true;
    }

    @Override
    public boolean isFree(String name) {
        return tool.sources().isFree(name);
    }

    @Override
    public ToolCall newCall() {
        return tool.newCall();
    }

    @Override
    public ToolCall call() {
        return tool.call();
    }

    @Override
    public TasksViewModel tasks() {
        return tool.tasks();
    }

    @Override
    public Runs runs(List<RowCall> calls) {
        List<ToolRuns.Request> requests =
                calls.stream().map(call -> request(tool.operation(), call)).toList();
        List<ToolViewModel.Done> done = Collections.synchronizedList(new ArrayList<>());
        return new Runs() {
            @Override
            public void run(Consumer<Done> told, Progress progress) {
                tool.inTurn(
                        requests,
                        each -> {
                            done.add(each);
                            told.accept(done(each));
                        },
                        progress);
            }

            @Override
            public void finished() {
                done.stream().filter(each -> each.outcome() != null).forEach(each -> tool.sources()
                        .take(each.layer()));
                tool.tell(List.copyOf(done));
            }
        };
    }

    /** What a call of a tool asks for. */
    static ToolRuns.Request request(Operation operation, RowCall call) {
        return new ToolRuns.Request(
                operation.id(),
                call.layers(),
                call.form().given(),
                call.result().get());
    }

    private static Done done(ToolViewModel.Done each) {
        return each.outcome() == null
                ? new Done(false, Message.of("ui.tool-failed", each.layer(), each.problem()))
                : new Done(
                        true,
                        Message.of(
                                "ui.tool-made",
                                each.layer(),
                                each.outcome().record().output().size()));
    }
}
