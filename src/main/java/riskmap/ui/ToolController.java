package riskmap.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.analysis.Output;
import riskmap.app.project.Workspace;
import riskmap.app.tool.ToolPreviews;
import riskmap.app.tool.ToolRecord;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Message;
import riskmap.data.Table;
import riskmap.map.MapLayer;
import riskmap.ui.form.LayerSource;
import riskmap.ui.form.SourceTitles;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Texts;
import riskmap.ui.tool.ToolHistoryView;
import riskmap.ui.tool.ToolSources;
import riskmap.ui.tool.ToolView;
import riskmap.ui.tool.ToolViewModel;
import riskmap.ui.tool.ToolboxView;

/** The toolbox in the window: tools, their forms, results on the map and in tables, recorded runs. */
final class ToolController implements ToolHistoryView.Actions {
    private final Stage stage;
    private final WindowViewModel model;
    private final SidePanel side;
    private final Runnable dataChanged;
    private ToolHistoryView history;

    /**
     * Joins them.
     *
     * @param dataChanged called when layers of the project were written anew
     */
    ToolController(Stage stage, WindowViewModel model, SidePanel side, Runnable dataChanged) {
        this.stage = stage;
        this.model = model;
        this.side = side;
        this.dataChanged = dataChanged;
    }

    /** Forgets the project that was open. */
    void projectChanged() {
        history = null;
        model.preview().set(null);
    }

    /** Shows the tools, with the keyboard in their search. */
    void showToolbox() {
        SideTab tab = side.show(
                "toolbox", "ui.side-toolbox", MaterialDesignT.TOOLBOX_OUTLINE, () -> new ToolboxView(this::open));
        ((ToolboxView) tab.getContent()).startSearch();
    }

    private void open(Operation operation) {
        open(operation, form -> {});
    }

    private void open(Operation operation, Consumer<ToolViewModel> ready) {
        Workspace workspace = model.project().workspace().get();
        model.tasks().start(Message.of("ui.reading-project"), progress -> ToolSources.of(workspace), sources -> {
            if (model.project().workspace().get() != workspace) {
                return;
            }
            ToolViewModel form = new ToolViewModel(
                    operation,
                    sources,
                    model.tasks(),
                    (request, progress) -> ToolRuns.run(workspace, request, progress),
                    done -> finished(workspace, sources, done));
            form.previewBy((request, progress) -> ToolPreviews.run(
                    workspace,
                    request,
                    model.map().view().get().extent(),
                    model.map().crs().get(),
                    progress));
            form.preview().addListener((property, before, now) -> show(operation, now));
            model.preview().set(null);
            form.begin(
                    shown(
                            workspace,
                            sources,
                            Stream.ofNullable(model.layers().selected().get())),
                    shown(workspace, sources, model.layers().likely()));
            ready.accept(form);
            SideTab tab = side.show("tool", "ui.side-tool", MaterialDesignT.TOOLS, () -> new ToolView(form));
            tab.setContent(new ToolView(form));
            tab.setOnClosed(event -> model.preview().set(null));
            tab.name(Texts.of(operation.title()));
        });
    }

    /** Paints a preview over the map, or takes it away. */
    private void show(Operation operation, ToolPreviews.Preview made) {
        model.preview()
                .set(
                        made == null || made.layer() == null
                                ? null
                                : new MapPreview(Message.of("ui.tool-preview-shown", operation.title()), made.layer()));
    }

    /** What layers of the map show. */
    private static List<LayerSource> shown(Workspace workspace, ToolSources sources, Stream<String> layers) {
        return layers.flatMap(id -> workspace.map().layers().stream()
                        .filter(layer -> layer.id().equals(id)))
                .flatMap(layer -> sources.find(layer.source()).stream())
                .toList();
    }

    /** What came out, in a line. */
    private static Message said(List<ToolViewModel.Done> done, int made) {
        if (made == 1 && done.size() == 1) {
            ToolViewModel.Done only = done.get(0);
            return Message.of(
                    "ui.tool-done-one",
                    only.layer(),
                    only.outcome().record().output().size());
        }
        return Message.of("ui.tool-done-of", made, done.size());
    }

    private void finished(Workspace workspace, ToolSources sources, List<ToolViewModel.Done> done) {
        if (model.project().workspace().get() != workspace) {
            return;
        }
        dataChanged.run();
        List<String> made = done.stream()
                .filter(each -> each.outcome() != null)
                .map(each -> each.outcome().record().output().source())
                .toList();
        model.project().reload(() -> {
            model.tasks().say(said(done, made.size()));
            model.project()
                    .bringIntoSight(workspace.map().layers().stream()
                            .filter(layer -> layer.visible() && made.contains(layer.source()))
                            .map(MapLayer::id)
                            .toList());
        });
        done.stream().filter(each -> each.outcome() != null).forEach(each -> sources.take(each.layer()));
        List<Table> tables = done.stream()
                .filter(each -> each.outcome() != null)
                .filter(each -> each.outcome().output() instanceof Output.Rows)
                .map(each -> ((Output.Rows) each.outcome().output()).table())
                .toList();
        if (!tables.isEmpty()) {
            model.tablesShown().set(true);
            model.tables().show(tables);
        }
        if (history != null) {
            readHistory(workspace);
        }
    }

    /** Shows the recorded runs. */
    void showHistory() {
        if (history == null) {
            history = new ToolHistoryView(this);
        }
        readHistory(model.project().workspace().get());
        ToolHistoryView shown = history;
        side.show("tool-history", "ui.side-tool-history", MaterialDesignH.HISTORY, () -> shown)
                .setContent(shown);
    }

    private void readHistory(Workspace workspace) {
        ToolHistoryView shown = history;
        SourceTitles titles = SourceTitles.ofCatalogue();
        model.tasks()
                .start(
                        Message.of("ui.runs-reading"),
                        progress -> {
                            titles.readAgain(workspace);
                            return ToolRuns.history(workspace);
                        },
                        runs -> shown.show(runs, titles));
    }

    @Override
    public void repeat(ToolRecord run) {
        Workspace workspace = model.project().workspace().get();
        model.tasks()
                .start(
                        Message.of("ui.runs-repeating", ToolHistoryView.name(run)),
                        progress -> ToolRuns.rerun(workspace, run.runId(), progress),
                        rerun -> {
                            boolean same = rerun.differences().isEmpty();
                            StringBuilder text = new StringBuilder(
                                    Message.of(same ? "ui.runs-same" : "ui.runs-differs", ToolHistoryView.name(run))
                                            .text());
                            rerun.differences()
                                    .forEach(difference -> text.append('\n').append(difference.text()));
                            Dialogs.news(stage, Message.of("ui.runs-repeat"), text.toString());
                        });
    }

    @Override
    public void takeOver(ToolRecord run) {
        Map<String, String> layers = new LinkedHashMap<>();
        run.inputs().forEach((name, content) -> layers.put(name, content.source()));
        open(Operations.byId(run.operation()), form -> form.take(layers, run.parameters()));
    }
}
