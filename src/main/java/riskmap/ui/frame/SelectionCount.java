package riskmap.ui.frame;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.geotools.api.data.Query;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;
import riskmap.ui.task.TasksViewModel;

/** How many features are selected, and of how many in their layers; which layers those are says the tip. */
public final class SelectionCount extends Label {
    private final ObservableValue<Workspace> workspace;
    private final TasksViewModel tasks;
    private final ObjectProperty<Message> count = new SimpleObjectProperty<>();
    private final ObjectProperty<Message> parts = new SimpleObjectProperty<>();
    private int generation;

    /** Follows a selection: table to selected keys. */
    public SelectionCount(
            ObservableValue<Map<String, Set<Long>>> selection,
            ObservableValue<Workspace> workspace,
            TasksViewModel tasks) {
        this.workspace = workspace;
        this.tasks = tasks;
        setId("status-selection");
        setMinWidth(Region.USE_PREF_SIZE);
        textProperty().bind(Texts.of(count));
        managedProperty().bind(textProperty().isNotEmpty());
        setTooltip(Tips.of(Texts.of(parts)));
        selection.addListener((property, before, now) -> follow(now));
    }

    private void follow(Map<String, Set<Long>> selection) {
        int mine = ++generation;
        Workspace now = workspace.getValue();
        if (selection.isEmpty() || now == null) {
            count.set(null);
            parts.set(null);
            return;
        }
        int selected = selection.values().stream().mapToInt(Set::size).sum();
        tasks.start(
                Message.of("ui.selection-counting"),
                progress -> {
                    Map<String, Integer> totals = new LinkedHashMap<>();
                    for (String layer : selection.keySet()) {
                        progress.check();
                        totals.put(layer, total(now, layer));
                    }
                    return totals;
                },
                totals -> {
                    if (mine == generation) {
                        int total = totals.values().stream()
                                .mapToInt(Integer::intValue)
                                .sum();
                        count.set(Message.of("ui.selection-count", selected, total));
                        StringBuilder each = new StringBuilder();
                        totals.forEach((layer, all) -> each.append(each.isEmpty() ? "" : "\n")
                                .append(title(now, layer))
                                .append("  ")
                                .append(selection.get(layer).size())
                                .append(" / ")
                                .append(all));
                        parts.set(Message.of("ui.selection-parts", each));
                    }
                });
    }

    private static String title(Workspace workspace, String layer) {
        return workspace.kind(layer).map(kind -> kind.title().text()).orElse(layer);
    }

    private static int total(Workspace workspace, String layer) {
        try {
            return workspace.features(layer).getCount(new Query(layer));
        } catch (IOException e) {
            throw new RiskMapException(Message.of("ui.layer-unreadable", layer, String.valueOf(e.getMessage())), e);
        }
    }
}
