package riskmap.ui;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import riskmap.app.project.Workspace;
import riskmap.app.run.ResultLayers;
import riskmap.app.run.RiskRuns;
import riskmap.app.run.RunRecord;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Table;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.ui.form.PlacePicker;
import riskmap.ui.form.RowNames;
import riskmap.ui.form.SourceTitles;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.SavePlace;
import riskmap.ui.run.RiskPanel;
import riskmap.ui.run.RiskViewModel;
import riskmap.ui.run.RunsView;
import riskmap.ui.run.RunsViewModel;

/** The risk models in the window: form, run, results on the map and in tables, recorded runs. */
final class RiskController implements RunsView.Actions {
    private final Stage stage;
    private final WindowViewModel model;
    private final SidePanel side;
    private final Runnable dataChanged;
    private PlacePicker picker;
    private Runnable importLayers;
    private Set<String> present = Set.of();
    private SourceTitles titles = SourceTitles.ofCatalogue();
    private RowNames names = new RowNames();
    private RiskPanel panel;
    private RunsViewModel runs;

    /**
     * Joins them.
     *
     * @param dataChanged called when layers of the project were written anew
     */
    RiskController(Stage stage, WindowViewModel model, SidePanel side, Runnable dataChanged) {
        this.stage = stage;
        this.model = model;
        this.side = side;
        this.dataChanged = dataChanged;
    }

    /**
     * What the forms let the user do beside them.
     *
     * @param shown lets point at places of the map
     * @param importing lets import layers
     */
    void offer(PlacePicker shown, Runnable importing) {
        picker = shown;
        importLayers = importing;
        model.project().document().addListener((property, before, now) -> {
            if (panel != null && !sources(before).equals(sources(now))) {
                layersChanged();
            } else if (panel != null
                    && before != null
                    && now != null
                    && !looks(before).equals(looks(now))) {
                panel.coloursChanged();
            }
        });
    }

    /** What a map draws, whichever way. */
    private static Set<String> sources(MapDocument map) {
        return map == null
                ? Set.of()
                : map.layers().stream().map(MapLayer::source).collect(Collectors.toSet());
    }

    /** What the colours of charts depend on: which layers are in sight, in which style. */
    private static List<String> looks(MapDocument map) {
        return map.layers().stream()
                .map(layer -> layer.id() + " " + layer.visible() + " " + layer.style())
                .toList();
    }

    /** A form that lacked a layer may have it now. */
    private void layersChanged() {
        Workspace workspace = model.project().workspace().get();
        SourceTitles named = titles;
        RowNames known = names;
        model.tasks().start(Message.of("ui.reading-project"), progress -> present(workspace, named, known), now -> {
            if (panel != null && model.project().workspace().get() == workspace && !now.equals(present)) {
                present.clear();
                present.addAll(now);
                panel.layersChanged();
            }
        });
    }

    /** Forgets the project that was open. */
    void projectChanged() {
        panel = null;
        runs = null;
    }

    /** Shows the model looked at last, or the first. */
    void showForm() {
        showForm(null, Map.of());
    }

    private void showForm(RiskModel wanted, Map<String, String> values) {
        Workspace workspace = model.project().workspace().get();
        if (panel != null) {
            present(wanted, values);
            return;
        }
        SourceTitles named = SourceTitles.ofCatalogue();
        RowNames known = new RowNames();
        model.tasks().start(Message.of("ui.reading-project"), progress -> present(workspace, named, known), found -> {
            if (panel == null && model.project().workspace().get() == workspace) {
                present = found;
                titles = named;
                names = known;
                panel = new RiskPanel(
                        RiskModels.all(),
                        chosen -> form(workspace, chosen),
                        importLayers,
                        () -> MapChartColours.of(model.project(), workspace));
                present(wanted, values);
            }
        });
    }

    private RiskViewModel form(Workspace workspace, RiskModel chosen) {
        Set<String> known = present;
        SourceTitles named = titles;
        RowNames rows = names;
        RiskViewModel.Runner runner = (running, given, main, progress) -> {
            RiskViewModel.Outcome outcome = run(workspace, running, given, main, progress);
            known.addAll(present(workspace, named, rows));
            return outcome;
        };
        RiskViewModel.Checker checker =
                (checked, given, progress) -> RiskRuns.check(workspace, checked.id(), given, progress);
        RiskViewModel risk = new RiskViewModel(
                chosen, known, model.tasks(), runner, checker, outcome -> finished(workspace, outcome));
        risk.form().nameBy(named);
        risk.form().readFields(named::fields);
        risk.form().offerNames(key -> rows.of(chosen, key));
        risk.form().pickPlaces(picker);
        return risk;
    }

    private void present(RiskModel wanted, Map<String, String> values) {
        panel.show(wanted == null ? panel.model() : wanted, values);
        side.show("risk", "ui.side-risk", MaterialDesignS.SHIELD_ALERT_OUTLINE, () -> panel);
    }

    /** Shows the recorded runs. */
    void showRuns() {
        if (runs == null) {
            runs = new RunsViewModel(model.tasks(), model.project().workspace().get());
        } else {
            runs.refresh();
        }
        side.show("runs", "ui.side-runs", MaterialDesignH.HISTORY, () -> new RunsView(runs, this));
    }

    @Override
    public void showTables(RunRecord run) {
        showTables(run.tables());
    }

    @Override
    public void repeat(RunRecord run) {
        runs.repeat(run, rerun -> tell(RunsViewModel.name(run.provenance()), rerun));
    }

    private void tell(String run, RiskRuns.Rerun rerun) {
        StringBuilder text = new StringBuilder(Message.of(rerun.same() ? "ui.runs-same" : "ui.runs-differs", run)
                .text());
        rerun.differences().forEach(difference -> text.append('\n').append(difference.text()));
        Dialogs.news(stage, Message.of("ui.runs-repeat"), text.toString());
    }

    @Override
    public void export(RunRecord run) {
        new SavePlace("ui.runs-export", run.provenance().runId() + ".json")
                .kind(Message.of("ui.runs-files").text(), "json")
                .ask(stage)
                .ifPresent(target -> runs.export(run, target));
    }

    @Override
    public void repeatFile() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(Message.of("ui.runs-files").text(), "*.json"));
        File file = Maximized.through(stage, chooser::showOpenDialog);
        if (file != null) {
            runs.repeat(file.toPath(), rerun -> tell(file.getName(), rerun));
        }
    }

    @Override
    public void takeOver(RunRecord run) {
        showForm(RiskModels.byId(run.provenance().model()), run.provenance().parameters());
    }

    /** What forms may name; what people call it is read with it. */
    private static Set<String> present(Workspace workspace, SourceTitles named, RowNames names) {
        named.readAgain(workspace);
        names.readAgain(workspace);
        Set<String> present = ConcurrentHashMap.newKeySet();
        present.addAll(workspace.layers());
        present.addAll(RiskRuns.runs(workspace));
        for (String layer : workspace.layers()) {
            workspace.kind(layer).ifPresent(kind -> present.add(kind.key()));
        }
        workspace.map().layers().stream()
                .filter(layer -> !layer.source().startsWith("#"))
                .forEach(layer -> present.add(layer.id()));
        return present;
    }

    private static RiskViewModel.Outcome run(
            Workspace workspace, RiskModel running, Map<String, String> given, String main, Progress progress) {
        RunRecord record = RiskRuns.run(workspace, running.id(), given, main, progress);
        return new RiskViewModel.Outcome(
                record.tables(),
                record.notes(),
                record.workings(),
                record.charts(),
                ResultLayers.inSight(workspace.map(), record));
    }

    private void finished(Workspace workspace, RiskViewModel.Outcome outcome) {
        if (model.project().workspace().get() != workspace) {
            return;
        }
        dataChanged.run();
        model.project().reload(() -> {
            model.tasks().say(Message.of(outcome.drawn().isEmpty() ? "ui.risk-done-table" : "ui.risk-done"));
            model.project().bringIntoSight(outcome.drawn());
        });
        showTables(outcome.tables());
        if (runs != null) {
            runs.refresh();
        }
    }

    private void showTables(List<Table> tables) {
        model.tablesShown().set(true);
        model.tables().show(tables);
    }
}
