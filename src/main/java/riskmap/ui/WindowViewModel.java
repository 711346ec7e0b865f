package riskmap.ui;

import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.Tasks;
import riskmap.app.project.Workspace;
import riskmap.data.Table;
import riskmap.map.MapLayer;
import riskmap.render.MapPainter;
import riskmap.render.Viewport;
import riskmap.ui.canvas.MapContent;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.edit.EditingViewModel;
import riskmap.ui.edit.SelectionHighlight;
import riskmap.ui.edit.SelectionViewModel;
import riskmap.ui.feature.FeatureFormsViewModel;
import riskmap.ui.feature.LastValues;
import riskmap.ui.frame.FrameViewModel;
import riskmap.ui.identify.Found;
import riskmap.ui.identify.IdentifyViewModel;
import riskmap.ui.layers.LayerActions;
import riskmap.ui.layers.LayerNode;
import riskmap.ui.layers.LayersViewModel;
import riskmap.ui.look.Texts;
import riskmap.ui.project.PlainTable;
import riskmap.ui.project.ProjectViewModel;
import riskmap.ui.query.CrossTableViewModel;
import riskmap.ui.safety.SafetyViewModel;
import riskmap.ui.table.TablesViewModel;
import riskmap.ui.task.TasksViewModel;

/** The whole window without its toolkit: the parts, and what one does to the others. */
public final class WindowViewModel implements LayerActions, AutoCloseable {
    /** A map document is stored in milliseconds; a disk that needs longer will not get better. */
    private static final long STORING_SECONDS = 10;

    /** A project on a network share is written back whole; what takes longer is gone on with by the next start. */
    private static final long SHARING_SECONDS = 600;

    private final Tasks runner = new Tasks();
    private final Preferences preferences;
    private final TasksViewModel tasks;
    private final MapPainter painter = new MapPainter();
    private final MapViewModel map = new MapViewModel();
    private final ProjectViewModel project;
    private final LayersViewModel layers;
    private final IdentifyViewModel identify;
    private final TablesViewModel tables;
    private final SelectionViewModel selection = new SelectionViewModel();
    private final SelectionHighlight selectionHighlight;
    private final EditingViewModel editing;
    private final SafetyViewModel safety;
    private final ObjectProperty<MapPreview> preview = new SimpleObjectProperty<>();
    private final Map<Table, CrossTableViewModel> crossTables = new IdentityHashMap<>();
    private final FrameViewModel frame;
    private final FeatureFormsViewModel forms;
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(Tool.IDENTIFY);
    private final ReadOnlyObjectWrapper<MapContent.Highlight> highlight =
            new ReadOnlyObjectWrapper<>(MapContent.Highlight.NONE);
    private final ReadOnlyObjectWrapper<List<Geometry>> pointed = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Path>> recent = new ReadOnlyObjectWrapper<>(List.of());
    private final BooleanProperty layersShown = new SimpleBooleanProperty(true);
    private final BooleanProperty sideShown = new SimpleBooleanProperty(true);
    private final BooleanProperty tablesShown = new SimpleBooleanProperty(true);
    private Consumer<Workspace> opened = workspace -> {};
    private Consumer<String> styled = layerId -> {};

    /**
     * A window without a project.
     *
     * @param windowThread runs a command on the window's thread, later
     */
    public WindowViewModel(Preferences preferences, Executor windowThread) {
        this.preferences = preferences;
        tasks = new TasksViewModel(runner, windowThread);
        project = new ProjectViewModel(tasks, map, windowThread, painter);
        project.backUpBy(preferences.backups());
        layers = new LayersViewModel(project.document(), project::change, this);
        identify = new IdentifyViewModel(tasks);
        tables = new TablesViewModel(tasks, map, windowThread);
        selectionHighlight = new SelectionHighlight(selection, project, map, tasks);
        editing = new EditingViewModel(project, layers, tasks, windowThread);
        frame = new FrameViewModel(project, map, tasks);
        safety = new SafetyViewModel(project, tasks, windowThread);
        forms = new FeatureFormsViewModel(
                tasks, selection, project.workspace(), editing::commit, LastValues.in(preferences.folder()));
        editing.setForms(forms);
        editing.onApplied(forms::applied);
        editing.onApplied(tables::applied);
        editing.onAppended(tables::appended);
        recent.set(preferences.recent());
        highlight.bind(Bindings.createObjectBinding(
                this::highlights, identify.chosen(), selectionHighlight.geometries(), pointed));
        identify.chosen().addListener(property -> pointed.set(List.of()));
        project.workspace().addListener(property -> pointed.set(List.of()));
    }

    public Preferences preferences() {
        return preferences;
    }

    public TasksViewModel tasks() {
        return tasks;
    }

    /** Paints the map; keeps what it read of the project. */
    MapPainter painter() {
        return painter;
    }

    public MapViewModel map() {
        return map;
    }

    public ProjectViewModel project() {
        return project;
    }

    public LayersViewModel layers() {
        return layers;
    }

    public IdentifyViewModel identify() {
        return identify;
    }

    public TablesViewModel tables() {
        return tables;
    }

    /** The selected features: one selection for the map, the tables and the forms. */
    public SelectionViewModel selection() {
        return selection;
    }

    /** What is painted over the map for trying, and stored nowhere; null for nothing. */
    public ObjectProperty<MapPreview> preview() {
        return preview;
    }

    /** The open cross-tables by what they are laid out as. */
    public Map<Table, CrossTableViewModel> crossTables() {
        return crossTables;
    }

    /** What is edited. */
    public EditingViewModel editing() {
        return editing;
    }

    /** What stands around the map, and what the map shows of the project. */
    public FrameViewModel frame() {
        return frame;
    }

    /** Whether the project is safe and can be changed. */
    public SafetyViewModel safety() {
        return safety;
    }

    /** The form of the selected features. */
    public FeatureFormsViewModel forms() {
        return forms;
    }

    /** The geometries of the selected features. */
    public SelectionHighlight selectionHighlight() {
        return selectionHighlight;
    }

    /** What a click on the map does. */
    public ObjectProperty<Tool> tool() {
        return tool;
    }

    /** What is set off on the map. */
    public ReadOnlyObjectProperty<MapContent.Highlight> highlight() {
        return highlight.getReadOnlyProperty();
    }

    /** Projects opened before, the latest first. */
    public ReadOnlyObjectProperty<List<Path>> recent() {
        return recent.getReadOnlyProperty();
    }

    public BooleanProperty layersShown() {
        return layersShown;
    }

    public BooleanProperty sideShown() {
        return sideShown;
    }

    public BooleanProperty tablesShown() {
        return tablesShown;
    }

    /** Called after a project was opened. */
    public void onOpened(Consumer<Workspace> listener) {
        opened = listener;
    }

    /** Called when the look of a layer is to be edited. */
    void onStyle(Consumer<String> listener) {
        styled = listener;
    }

    @Override
    public void editStyle(String layerId) {
        styled.accept(layerId);
    }

    /** Opens a project in place of the present one. */
    public void open(Path file) {
        project.open(file, workspace -> {
            tables.closeAll();
            selection.clear();
            identify.clear();
            preferences.opened(file);
            recent.set(preferences.recent());
            opened.accept(workspace);
        });
    }

    /** Takes a project off the recent ones; its file stays. */
    public void forget(Path file) {
        preferences.forget(file);
        recent.set(preferences.recent());
    }

    /** Closes the project: back to the start page. */
    public void closeProject() {
        if (!project.mayLeave()) {
            return;
        }
        tables.closeAll();
        selection.clear();
        identify.clear();
        project.close();
    }

    /** The user clicked on the map with the identify tool. */
    public void identifyAt(Viewport viewport, double x, double y) {
        Workspace workspace = project.workspace().get();
        if (workspace != null) {
            sideShown.set(true);
            identify.at(frame.layersAt(x / viewport.width()), workspace::kind, viewport, x, y);
        }
    }

    @Override
    public void zoomTo(String layerId) {
        project.zoomTo(layerId);
    }

    @Override
    public void openTable(String layerId) {
        MapLayer layer = project.layer(layerId);
        if (layer != null) {
            tablesShown.set(true);
            tables.openLayer(project.workspace().get(), layer, layerTitle(layerId));
        }
    }

    /** Opens a table of the project that has no geometry. */
    public void openTable(PlainTable table) {
        tablesShown.set(true);
        ObservableValue<String> title = Bindings.createStringBinding(table::text, Texts.language());
        tables.openTable(project.workspace().get(), table.name(), title);
    }

    /** A layer's title in the language in use. */
    public ObservableValue<String> layerTitle(String layerId) {
        return Bindings.createStringBinding(
                () -> {
                    LayerNode node = layers.node(layerId);
                    return node == null ? layerId : node.title().text();
                },
                Texts.language());
    }

    /** Nothing is set off any more. */
    public void clearSelection() {
        identify.clear();
        selection.clear();
        pointed.set(List.of());
    }

    /** Sets places off on the map, in its CRS, until something else is pointed at. */
    public void pointAt(List<Geometry> places) {
        pointed.set(List.copyOf(places));
    }

    private MapContent.Highlight highlights() {
        Found chosen = identify.chosen().get();
        if (!pointed.get().isEmpty()) {
            return new MapContent.Highlight(selectionHighlight.geometries().get(), pointed.get());
        }
        List<Geometry> pointedAt = chosen == null || chosen.geometry() == null ? List.of() : List.of(chosen.geometry());
        return new MapContent.Highlight(selectionHighlight.geometries().get(), pointedAt);
    }

    @Override
    public void close() {
        tasks.cancelAll();
        tables.closeAll();
        try {
            editing.idle().get(STORING_SECONDS, TimeUnit.SECONDS);
            Workspace open = project.workspace().get();
            boolean shared = open != null && open.share().isPresent();
            project.close().get(shared ? SHARING_SECONDS : STORING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger("riskmap").log(System.Logger.Level.WARNING, "project not closed in order", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        runner.close();
    }
}
