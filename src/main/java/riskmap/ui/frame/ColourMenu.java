package riskmap.ui.frame;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import riskmap.app.project.Workspace;
import riskmap.app.style.ColourSchemes;
import riskmap.base.Message;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.style.ColourScheme;
import riskmap.ui.look.Texts;
import riskmap.ui.project.ProjectViewModel;
import riskmap.ui.task.TasksViewModel;

/** The menu that draws the map in the usual colours, in colour-blind safe ones, or in greys for print. */
public final class ColourMenu extends Menu {
    private final ProjectViewModel project;
    private final TasksViewModel tasks;
    private final ToggleGroup group = new ToggleGroup();

    /** The menu of the map of a project. */
    public ColourMenu(ProjectViewModel project, TasksViewModel tasks) {
        this.project = project;
        this.tasks = tasks;
        setId("menu-colours");
        textProperty().bind(Texts.of("ui.menu-colours"));
        disableProperty().bind(project.workspace().isNull());
        for (ColourScheme scheme : ColourScheme.values()) {
            RadioMenuItem item = new RadioMenuItem();
            item.setId("menu-colours-" + scheme.id());
            item.textProperty().bind(Texts.of("ui.colours-" + scheme.id()));
            item.setToggleGroup(group);
            item.setUserData(scheme);
            item.setOnAction(event -> use(scheme));
            getItems().add(item);
        }
        project.document().addListener((property, before, now) -> follow(now));
        follow(project.document().get());
    }

    /** Marks the scheme of most layers. */
    private void follow(MapDocument map) {
        ColourScheme most = ColourScheme.STANDARD;
        long highest = 0;
        for (ColourScheme scheme : ColourScheme.values()) {
            long layers = map == null
                    ? 0
                    : map.layers().stream()
                            .map(MapLayer::style)
                            .filter(style -> ColourScheme.ofStyle(style) == scheme)
                            .count();
            if (scheme != ColourScheme.STANDARD && layers > highest) {
                highest = layers;
                most = scheme;
            }
        }
        for (var toggle : group.getToggles()) {
            toggle.setSelected(toggle.getUserData() == most);
        }
    }

    private void use(ColourScheme scheme) {
        Workspace workspace = project.workspace().get();
        Message doing = Message.of("ui.colours-changing");
        if (workspace.isReadOnly()) {
            // seen as long as the project is open, and no step of a history
            tasks.start(doing, progress -> ColourSchemes.of(workspace, scheme.id(), null), change -> {
                if (project.workspace().get() == workspace) {
                    project.change(change::of);
                    say(change.own());
                }
            });
        } else {
            tasks.start(
                    doing, progress -> ColourSchemes.use(workspace, scheme.id(), null), changed -> say(changed.own()));
        }
    }

    private void say(List<String> own) {
        if (!own.isEmpty()) {
            tasks.say(Message.of("ui.colours-own", own.size(), String.join("、", own)));
        }
    }
}
