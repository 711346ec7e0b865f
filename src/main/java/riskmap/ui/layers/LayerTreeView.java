package riskmap.ui.layers;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import riskmap.app.run.ResultGroup;
import riskmap.ui.look.Icons;
import riskmap.ui.look.SpokenName;
import riskmap.ui.look.Texts;

/** The layer tree with its search field, and the opacity of the layer the user works with. */
public final class LayerTreeView extends BorderPane {
    /** Classes of a legend that open with their layer. */
    private static final int OPEN_CLASSES = 6;

    /** The same of a layer of results, which is what the user waits for. */
    private static final int RESULT_CLASSES = 12;

    private final LayersViewModel model;
    private final ObservableValue<Map<String, Legend>> legends;
    private final TreeView<LayerCell.Content> tree = new TreeView<>();
    private final CustomTextField search = new CustomTextField();
    /** Names of groups and ids of layers the user has folded or unfolded against the default. */
    private final Set<String> toggled = new HashSet<>();

    /** Groups of results, and layers elsewhere, of the last time. */
    private final Set<String> seen = new HashSet<>();

    private boolean rebuilding;

    /**
     * Shows the layers.
     *
     * @param legends by layer id, filled in as they are drawn
     */
    public LayerTreeView(LayersViewModel model, ObservableValue<Map<String, Legend>> legends) {
        this.model = model;
        this.legends = legends;
        getStyleClass().add("layer-tree");
        tree.setId("layer-tree");
        SpokenName.give(tree, Texts.of("ui.layer-tree"));
        tree.setShowRoot(false);
        tree.setRoot(new TreeItem<>());
        tree.setCellFactory(view -> {
            LayerCell cell = new LayerCell(model);
            LayerDrag.install(cell, model);
            return cell;
        });
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (!rebuilding) {
                model.selected()
                        .set(
                                now == null || now.getValue() == null
                                        ? null
                                        : now.getValue().node().id());
            }
        });
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        search.setId("layer-search");
        search.setLeft(Icons.of(MaterialDesignM.MAGNIFY, 16));
        search.promptTextProperty().bind(Texts.of("ui.layer-search"));
        search.textProperty().addListener(property -> rebuild());
        model.groups().addListener(property -> rebuild());
        legends.addListener(property -> rebuild());
        HBox top = new HBox(search);
        top.getStyleClass().add("panel-bar");
        HBox.setHgrow(search, Priority.ALWAYS);
        setTop(top);
        setCenter(tree);
        setBottom(opacity());
        rebuild();
    }

    private void rebuild() {
        rebuilding = true;
        String wanted = search.getText() == null ? "" : search.getText().strip();
        String selected = model.selected().get();
        List<TreeItem<LayerCell.Content>> groups = new ArrayList<>();
        TreeItem<LayerCell.Content> chosen = null;
        for (LayerNode group : model.groups().get()) {
            TreeItem<LayerCell.Content> item = item(group, Legend.NONE, !toggled.contains(key(group)));
            boolean results = ResultGroup.isResults(group.title().given());
            for (LayerNode layer : group.members()) {
                if (wanted.isEmpty() || LayerCell.matches(layer, wanted) || LayerCell.matches(group, wanted)) {
                    TreeItem<LayerCell.Content> child = layer(layer, results);
                    item.getChildren().add(child);
                    chosen = layer.id().equals(selected) ? child : chosen;
                }
            }
            if (group.title().given().isEmpty()) {
                groups.addAll(item.getChildren());
            } else if (!item.getChildren().isEmpty()) {
                groups.add(item);
            }
        }
        tree.getRoot().getChildren().setAll(groups);
        if (wanted.isEmpty()) {
            showWhatIsNew(groups);
        }
        if (chosen != null) {
            tree.getSelectionModel().select(chosen);
        }
        rebuilding = false;
    }

    /** Scrolls to the group of a run that was not there before, or to a layer that a tool or an import has brought. */
    private void showWhatIsNew(List<TreeItem<LayerCell.Content>> groups) {
        Set<String> before = Set.copyOf(seen);
        seen.clear();
        TreeItem<LayerCell.Content> fresh = null;
        for (TreeItem<LayerCell.Content> item : groups) {
            LayerNode node = item.getValue().node();
            boolean results =
                    node.isGroup() && ResultGroup.isResults(node.title().given());
            List<TreeItem<LayerCell.Content>> lines = new ArrayList<>();
            if (results || !node.isGroup()) {
                lines.add(item);
            } else {
                lines.addAll(item.getChildren());
            }
            for (TreeItem<LayerCell.Content> line : lines) {
                String key = key(line.getValue().node());
                fresh = fresh == null && !before.contains(key) ? line : fresh;
                seen.add(key);
            }
        }
        if (fresh != null && !before.isEmpty()) {
            fresh.getParent().setExpanded(true);
            tree.scrollTo(tree.getRow(fresh));
        }
    }

    private TreeItem<LayerCell.Content> layer(LayerNode node, boolean result) {
        Legend legend = legends.getValue().getOrDefault(node.id(), Legend.NONE);
        int classes = legend.items().size();
        // what is shown explains itself; a hidden layer takes one line
        boolean open = classes <= (result ? RESULT_CLASSES : OPEN_CLASSES)
                && node.visible().get();
        TreeItem<LayerCell.Content> item = item(node, legend, open != toggled.contains(key(node)));
        if (classes > 1) {
            for (Legend.Item entry : legend.items()) {
                item.getChildren().add(new TreeItem<>(new LayerCell.Content(node, entry, legend)));
            }
        }
        return item;
    }

    private TreeItem<LayerCell.Content> item(LayerNode node, Legend legend, boolean expanded) {
        TreeItem<LayerCell.Content> item = new TreeItem<>(new LayerCell.Content(node, null, legend));
        item.setExpanded(expanded);
        item.expandedProperty().addListener((property, before, now) -> {
            if (!toggled.remove(key(node))) {
                toggled.add(key(node));
            }
        });
        return item;
    }

    private static String key(LayerNode node) {
        return node.isGroup() ? "group " + node.title().given() : node.id();
    }

    private void key(KeyEvent event) {
        LayerNode node = model.node(model.selected().get());
        if (node == null) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            model.setVisible(node, !node.visible().get());
            event.consume();
        } else if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            model.shift(node.id(), event.getCode() == KeyCode.UP);
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            model.actions().zoomTo(node.id());
            event.consume();
        }
    }

    private HBox opacity() {
        Slider slider = new Slider(0, 100, 100);
        slider.setId("layer-opacity");
        SpokenName.give(slider, Texts.of("ui.layer-opacity"));
        Label title = new Label();
        title.textProperty().bind(Texts.of("ui.layer-opacity"));
        title.setMinWidth(USE_PREF_SIZE);
        slider.setMinWidth(30);
        Label value = new Label();
        value.setMinWidth(44);
        value.setAlignment(Pos.CENTER_RIGHT);
        value.textProperty()
                .bind(Bindings.createStringBinding(() -> Math.round(slider.getValue()) + " %", slider.valueProperty()));
        boolean[] following = {false};
        model.selected().addListener((property, before, now) -> {
            LayerNode node = model.node(now);
            following[0] = true;
            slider.setValue(node == null ? 100 : node.opacity().get() * 100);
            following[0] = false;
        });
        slider.valueProperty().addListener((property, before, now) -> {
            LayerNode node = model.node(model.selected().get());
            if (node != null && !following[0]) {
                model.setOpacity(node, now.doubleValue() / 100);
            }
        });
        HBox box = new HBox(title, slider, value);
        HBox.setHgrow(slider, Priority.ALWAYS);
        box.disableProperty().bind(model.selected().isNull());
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("panel-bar");
        return box;
    }
}
