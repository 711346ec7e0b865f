package riskmap.ui;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.Failures;
import riskmap.app.demo.Demonstration;
import riskmap.app.demo.DemonstrationDistrict;
import riskmap.app.print.Prints;
import riskmap.app.project.Workspace;
import riskmap.base.CancelledException;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.edit.StepPendingException;
import riskmap.map.Layout;
import riskmap.render.MapPainter;
import riskmap.render.PaintLayer;
import riskmap.ui.canvas.MapContent;
import riskmap.ui.canvas.MapGestures;
import riskmap.ui.canvas.MapView;
import riskmap.ui.layout.LayoutEditor;
import riskmap.ui.layout.LayoutViewModel;
import riskmap.ui.look.AboutDialog;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Look;
import riskmap.ui.look.Maximized;
import riskmap.ui.look.Texts;
import riskmap.ui.print.PrintDialog;
import riskmap.ui.print.PrintViewModel;
import riskmap.ui.report.ReportDialog;
import riskmap.ui.report.ReportViewModel;
import riskmap.ui.safety.RecoveryDialog;

/** Joins the view-models, the views and the toolkit's window: dialogs, tools, outcomes of commands. */
final class WindowController implements WindowActions, AutoCloseable {
    private final Stage stage;
    private final WindowViewModel model;
    private final MapPainter painter;
    private final MapView map;
    private final MapGestures gestures;
    private final SidePanel side;
    private final RiskController risk;
    private final ToolController tools;
    private final StyleController styles;
    private final QueryController queries;
    private final ImportController imports;
    private final CheckController checks;
    private final EditController edit;
    private final MapFrame frame;
    private final MainWindow window;
    private final WindowCommands commands;
    private PreferencesDialog preferences;
    private Throwable lastTold;

    WindowController(Stage stage, WindowViewModel model) {
        this.stage = stage;
        this.model = model;
        painter = model.painter();
        map = new MapView(model.map(), painter, this::mapFailed);
        map.setId("map");
        map.accessibleTextProperty().bind(Texts.of("ui.map"));
        map.content()
                .bind(Bindings.createObjectBinding(this::painted, model.frame().left(), model.preview()));
        map.highlight().bind(model.highlight());
        map.drawing().addListener((property, before, now) -> {
            if (!now) {
                model.project().drawn();
            }
        });
        gestures = new MapGestures(map);
        side = new SidePanel(model);
        risk = new RiskController(stage, model, side, painter.cache()::clear);
        checks = new CheckController(stage, model, side, this::refresh);
        imports = new ImportController(stage, model, painter);
        imports.acceptFiles(map);
        tools = new ToolController(stage, model, side, painter.cache()::clear);
        styles = new StyleController(stage, model, side, painter.cache()::clear);
        queries = new QueryController(stage, model, side, painter.cache()::clear);
        commands = new WindowCommands(model, this);
        edit = new EditController(stage, model, map, side, painter);
        frame = new MapFrame(stage, model, map, painter, this::mapFailed);
        window = new MainWindow(model, commands, edit, map, gestures, side, frame);
        model.tasks().onFailure(this::tell);
        model.safety().onRecovery(found -> RecoveryDialog.show(stage, found, model.safety(), edit::resume));
        model.project().onLeaving(() -> Dialogs.leaveAll(stage) && styles.mayLeave());
        stage.setOnCloseRequest(event -> {
            if (!model.project().mayLeave()) {
                event.consume();
            }
        });
        model.project().workspace().addListener((property, before, now) -> {
            if (before != null) {
                painter.cache().forget(before.store().dataStore());
            }
            side.closeAllButIdentify();
            risk.projectChanged();
            checks.projectChanged();
            tools.projectChanged();
            styles.projectChanged();
            queries.projectChanged();
            Platform.runLater(map::requestFocus);
        });
        risk.offer(new PlacePicking(model, map, gestures, edit.tools()::of), imports::chooseFiles);
        gestures.tool().set(edit.tools().of(model.tool().get()));
        model.tool().addListener((property, before, now) -> gestures.tool()
                .set(edit.tools().of(now)));
    }

    /** The map, and in it or over it what is only looked at: a layer of the map is shown as it is tried. */
    private MapContent painted() {
        MapContent content = model.frame().left().get();
        if (model.preview().get() == null) {
            return content;
        }
        List<PaintLayer> layers = new ArrayList<>(content.layers());
        PaintLayer tried = model.preview().get().layer();
        if (layers.stream().anyMatch(layer -> layer.id().equals(tried.id()))) {
            layers.replaceAll(layer -> layer.id().equals(tried.id()) ? tried : layer);
        } else {
            layers.add(tried);
        }
        return new MapContent(layers);
    }

    MainWindow window() {
        return window;
    }

    WindowViewModel model() {
        return model;
    }

    ImportController imports() {
        return imports;
    }

    MapPainter painter() {
        return painter;
    }

    MapView map() {
        return map;
    }

    WindowCommands commands() {
        return commands;
    }

    MapFrame frame() {
        return frame;
    }

    EditController edit() {
        return edit;
    }

    /** Tells the user of a failure: one sentence; what is the program's fault, with the details. */
    void tell(Throwable failure) {
        if (failure instanceof CancelledException) {
            return;
        }
        if (failure instanceof StepPendingException waits) {
            // told by the line that stays while it waits
            model.safety().because(waits.refusal());
            return;
        }
        boolean known = failure instanceof RiskMapException;
        System.getLogger("riskmap").log(System.Logger.Level.WARNING, "told the user", failure);
        Dialogs.error(stage, Failures.message(failure), known ? null : failure);
    }

    /** The same trouble of the map is told once, not with every picture. */
    private void mapFailed(Throwable failure) {
        boolean same = lastTold != null && String.valueOf(lastTold).equals(String.valueOf(failure));
        lastTold = failure;
        if (!same) {
            tell(failure);
        }
    }

    @Override
    public void openProject() {
        FileChooser chooser = new FileChooser();
        chooser.titleProperty().bind(Texts.of("ui.command.open"));
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(
                        Message.of("ui.files-project").text(), "*.gpkg", "*.GPKG"));
        model.recent().get().stream()
                .findFirst()
                .map(path -> path.getParent().toFile())
                .filter(File::isDirectory)
                .ifPresent(chooser::setInitialDirectory);
        File chosen = Maximized.through(stage, chooser::showOpenDialog);
        if (chosen != null) {
            model.open(chosen.toPath());
        }
    }

    @Override
    public void openDemo() {
        new DemoDialog(stage).show((folder, size) -> {
            if (size == null) {
                model.open(folder.resolve(DemonstrationDistrict.PROJECT));
            } else {
                model.tasks()
                        .start(
                                Message.of("ui.demo-making"),
                                progress ->
                                        Demonstration.make(folder, size.name().toLowerCase(Locale.ROOT), progress),
                                made -> model.open(made.project()));
            }
        });
    }

    @Override
    public void importFile() {
        imports.chooseFiles();
    }

    @Override
    public void exportLayer() {
        imports.exportLayer();
    }

    @Override
    public void print() {
        Workspace workspace = model.project().workspace().get();
        Dialogs.once(stage, List.of(PrintDialog.class, workspace), () -> new PrintDialog(
                        stage, new PrintViewModel(model.tasks(), workspace, painter, stage.getOutputScaleX()))
                .show());
    }

    @Override
    public void editLayout() {
        Workspace workspace = model.project().workspace().get();
        model.tasks()
                .start(
                        Message.of("ui.print-preparing"),
                        progress -> Prints.layout(workspace, "", note -> {}),
                        first -> {
                            if (model.project().workspace().get() == workspace) {
                                Dialogs.once(stage, LayoutEditor.class, () -> layoutEditor(workspace, first));
                            }
                        });
    }

    private Window layoutEditor(Workspace workspace, Layout first) {
        LayoutEditor editor = new LayoutEditor(stage, new LayoutViewModel(model.tasks(), workspace, painter, first));
        editor.show();
        return editor.stage();
    }

    @Override
    public void report() {
        Workspace workspace = model.project().workspace().get();
        Dialogs.once(stage, List.of(ReportDialog.class, workspace), () -> new ReportDialog(
                        stage, new ReportViewModel(model.tasks(), workspace, stage.getOutputScaleX()))
                .show());
    }

    @Override
    public void showPreferences() {
        if (preferences == null) {
            preferences = new PreferencesDialog(stage, model, frame.overview().corner());
        }
        preferences.show();
    }

    @Override
    public void exit() {
        if (model.project().mayLeave()) {
            stage.close();
        }
    }

    @Override
    public void zoomToSelection() {
        MapContent.Highlight now = model.highlight().get();
        Envelope extent = new Envelope();
        for (Geometry geometry : now.selected().isEmpty() ? now.pointedAt() : now.selected()) {
            extent.expandToInclude(geometry.getEnvelopeInternal());
        }
        model.map().zoomTo(extent);
    }

    @Override
    public void refresh() {
        painter.cache().clear();
        map.redraw();
        frame.redraw();
    }

    @Override
    public void switchTheme() {
        Look.use(Look.theme().get().other());
        model.preferences().choose(Look.theme().get());
    }

    @Override
    public void switchLanguage() {
        Texts.use(Texts.language().get() == Language.CHINESE ? Language.ENGLISH : Language.CHINESE);
        model.preferences().choose(Texts.language().get());
    }

    @Override
    public void runRisk() {
        risk.showForm();
    }

    @Override
    public void editStyle(String layerId) {
        styles.show(layerId);
    }

    @Override
    public void showToolbox() {
        tools.showToolbox();
    }

    @Override
    public void showToolRuns() {
        tools.showHistory();
    }

    @Override
    public void showQuery() {
        queries.show();
    }

    QueryController queries() {
        return queries;
    }

    @Override
    public void showChecks() {
        checks.show();
    }

    CheckController checks() {
        return checks;
    }

    @Override
    public void showRuns() {
        risk.showRuns();
    }

    @Override
    public void about() {
        AboutDialog.show(stage);
    }

    @Override
    public void close() {
        edit.close();
        frame.close();
        map.close();
        model.close();
    }
}
