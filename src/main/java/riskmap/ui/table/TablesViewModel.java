package riskmap.ui.table;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.locationtech.jts.geom.Envelope;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.data.Changes;
import riskmap.data.LayerData;
import riskmap.data.LayerKind;
import riskmap.data.Table;
import riskmap.map.MapLayer;
import riskmap.render.PaintLayer;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.edit.EditingViewModel;
import riskmap.ui.look.Texts;
import riskmap.ui.task.TasksViewModel;

/** The tables open at the bottom of the window: layers of the project and results of runs. Knows no toolkit. */
public final class TablesViewModel {
    private final TasksViewModel tasks;
    private final MapViewModel map;
    private final Executor windowThread;
    private final ObservableList<OpenTable> open = FXCollections.observableArrayList();
    private final ObjectProperty<OpenTable> front = new SimpleObjectProperty<>();
    private Runnable asked = () -> {};
    private Consumer<OpenTable> ready = table -> {};

    /**
     * An open table: rows of a layer, or a finished table of results.
     *
     * @param key unique among the open tables
     * @param layer name of the layer's table in the project, null for results
     * @param title in the language in use
     * @param rows the layer's table, null for results
     * @param results the results, null for a layer's table
     */
    public record OpenTable(
            String key, String layer, ObservableValue<String> title, AttributeTableViewModel rows, Table results) {}

    /**
     * No table yet.
     *
     * @param windowThread runs a command on the window's thread, later
     */
    public TablesViewModel(TasksViewModel tasks, MapViewModel map, Executor windowThread) {
        this.tasks = tasks;
        this.map = map;
        this.windowThread = windowThread;
    }

    public ObservableList<OpenTable> open() {
        return open;
    }

    /** The table in front. */
    public ObjectProperty<OpenTable> front() {
        return front;
    }

    /**
     * Called when the user asks for the table of a layer and once it is in front, which takes a moment where it has to be
     * read first.
     */
    public void onWanted(Runnable wanted, Consumer<OpenTable> inFront) {
        asked = wanted;
        ready = inFront;
    }

    /** Opens the table of a map layer; a raster has none, which is told. */
    public void openLayer(Workspace workspace, MapLayer layer, ObservableValue<String> title) {
        asked.run();
        if (bringToFront(layer.id())) {
            return;
        }
        tasks.start(
                Message.of("ui.table-reading", layer.title()),
                progress -> DrawnLayers.one(workspace, layer, progress),
                read -> openRows(workspace, layer, title, read));
    }

    /** Opens a table of the project that is no map layer. */
    public void openTable(Workspace workspace, String name, ObservableValue<String> title) {
        openLayer(workspace, new MapLayer(name, name, "", "#" + name, "plain-point", "", true, 1), title);
    }

    /** Shows tables of results, in place of older ones of the same ids; the first one in front. */
    public void show(List<Table> results) {
        List<OpenTable> fresh = results.stream()
                .map(table -> new OpenTable("result " + table.id(), null, Texts.of(table.title()), null, table))
                .toList();
        open.removeIf(table -> fresh.stream().anyMatch(other -> other.key().equals(table.key())));
        open.addAll(fresh);
        if (!fresh.isEmpty()) {
            front.set(fresh.get(0));
        }
    }

    /** Shows a table of results under a title of its own, in place of an older one of the same id, in front. */
    public void show(Table results, ObservableValue<String> title) {
        String key = "result " + results.id();
        open.removeIf(table -> table.key().equals(key));
        OpenTable fresh = new OpenTable(key, null, title, null, results);
        open.add(fresh);
        front.set(fresh);
    }

    /** Rows of the project were changed by any door: the tables follow. Called on the window's thread. */
    public void applied(Changes changes) {
        open.stream()
                .filter(table -> table.rows() != null && changes.layers().contains(table.layer()))
                .forEach(table -> table.rows().applied(table.layer(), changes));
    }

    /** Rows were added to a layer in bulk. */
    public void appended(String layer) {
        open.stream()
                .filter(table -> table.rows() != null && table.layer().equals(layer))
                .forEach(table -> table.rows().appended());
    }

    /** How the cells of a layer's table are edited. */
    public CellEdits edits(OpenTable table, EditingViewModel editing) {
        return new CellEdits(table.layer(), table.rows().source().getSchema(), table.rows(), editing, tasks);
    }

    /** Closes one table. */
    public void close(OpenTable table) {
        open.remove(table);
        if (table.rows() != null) {
            table.rows().close();
        }
    }

    /** Closes every table but one, which comes to the front. */
    public void closeOthers(OpenTable table) {
        front.set(table);
        List.copyOf(open).stream().filter(other -> other != table).forEach(this::close);
    }

    /** Closes all tables. */
    public void closeAll() {
        List.copyOf(open).forEach(this::close);
    }

    /** Shows features on the map. */
    public void zoomTo(AttributeTableViewModel rows, List<String> ids, Consumer<Envelope> shown) {
        rows.geometries(ids, map.crs().get(), geometries -> {
            Envelope extent = new Envelope();
            geometries.forEach(geometry -> extent.expandToInclude(geometry.getEnvelopeInternal()));
            if (extent.isNull()) {
                tasks.say(Message.of("ui.no-geometry"));
            } else {
                shown.accept(extent);
            }
        });
    }

    private void openRows(Workspace workspace, MapLayer layer, ObservableValue<String> title, PaintLayer read) {
        if (!(read.data() instanceof LayerData.Features features)) {
            tasks.say(Message.of("ui.table-raster", title.getValue()));
            return;
        }
        LayerKind kind = workspace.kind(layer.source().substring(1)).orElse(null);
        AttributeTableViewModel rows = new AttributeTableViewModel(
                Message.of("ui.table-of", title.getValue()),
                features.source(),
                kind,
                read.filter(),
                tasks,
                windowThread);
        OpenTable table = new OpenTable(layer.id(), layer.source().substring(1), title, rows, null);
        open.add(table);
        front.set(table);
        ready.accept(table);
    }

    private boolean bringToFront(String key) {
        for (OpenTable table : open) {
            if (table.key().equals(key)) {
                front.set(table);
                ready.accept(table);
                return true;
            }
        }
        return false;
    }
}
