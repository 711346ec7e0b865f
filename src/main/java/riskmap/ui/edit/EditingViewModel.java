package riskmap.ui.edit;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import riskmap.app.Workspace;
import riskmap.base.Message;
import riskmap.map.MapLayer;
import riskmap.ui.layers.LayersViewModel;
import riskmap.ui.project.ProjectViewModel;
import riskmap.ui.task.TasksViewModel;

/**
 * The editing state of the window: the layer that is edited is the one chosen in the layer tree, if it holds features and
 * the project may be written to. There is no mode to switch on: each finished edit is on disk before it is shown as done.
 */
public final class EditingViewModel {
    private final ProjectViewModel project;
    private final TasksViewModel tasks;
    private final ReadOnlyObjectWrapper<EditLayer> layer = new ReadOnlyObjectWrapper<>();
    private FeatureFormHost forms;
    private int generation;

    /** Follows the layer tree. */
    public EditingViewModel(ProjectViewModel project, LayersViewModel layers, TasksViewModel tasks) {
        this.project = project;
        this.tasks = tasks;
        layers.selected().addListener((property, before, now) -> choose(now));
        project.workspace().addListener(property -> choose(layers.selected().get()));
    }

    /** The layer new features go to and tools change, null for none: no layer chosen, or a raster. */
    public ReadOnlyObjectProperty<EditLayer> layer() {
        return layer.getReadOnlyProperty();
    }

    /** Who asks for the attributes of a feature that was drawn; without one it is committed with its defaults. */
    public void setForms(FeatureFormHost host) {
        forms = host;
    }

    /** Whether the open project may be changed. */
    public BooleanBinding isWritable() {
        return Bindings.createBooleanBinding(
                () -> project.workspace().get() != null
                        && !project.workspace().get().isReadOnly(),
                project.workspace());
    }

    /** Any layer of the open project by its table, as the tools see it; reads the file's list of tables. */
    static EditLayer layer(Workspace workspace, String id, String table) {
        return new EditLayer(id, table, workspace.features(table), workspace.kind(table));
    }

    private void choose(String id) {
        int mine = ++generation;
        Workspace workspace = project.workspace().get();
        MapLayer chosen = id == null ? null : project.layer(id);
        if (workspace == null || chosen == null || !chosen.source().startsWith("#")) {
            layer.set(null);
            return;
        }
        String table = chosen.source().substring(1);
        tasks.start(
                Message.of("ui.reading-layer", chosen.title()),
                progress -> layer(workspace, id, table),
                read -> take(mine, Optional.of(read)),
                failure -> take(mine, Optional.empty()));
    }

    private void take(int mine, Optional<EditLayer> read) {
        if (mine == generation) {
            layer.set(read.orElse(null));
        }
    }
}
