package riskmap.ui.identify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import riskmap.ui.look.ShownValue;
import riskmap.ui.look.Texts;

/** What was found at a place: the features by layer above, the fields of the chosen one below. */
public final class IdentifyView extends BorderPane {
    private final IdentifyViewModel model;
    private final Function<String, String> layerTitle;
    private final TreeView<Object> tree = new TreeView<>();
    private final GridPane fields = new GridPane();

    /**
     * Shows what was found.
     *
     * @param layerTitle a layer's title by its id, in the language in use
     */
    public IdentifyView(IdentifyViewModel model, Function<String, String> layerTitle) {
        this.model = model;
        this.layerTitle = layerTitle;
        getStyleClass().add("identify");
        tree.setId("identify-tree");
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new FoundCell());
        tree.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && now.getValue() instanceof Found feature) {
                model.chosen().set(feature);
            }
        });
        fields.setId("identify-fields");
        fields.getStyleClass().add("field-grid");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setPercentWidth(42);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        fields.getColumnConstraints().addAll(titles, values);
        ScrollPane scroll = new ScrollPane(fields);
        scroll.setFitToWidth(true);
        SplitPane parts = new SplitPane(tree, scroll);
        parts.setOrientation(Orientation.VERTICAL);
        parts.setDividerPositions(0.32);
        Label hint = new Label();
        hint.getStyleClass().add("hint");
        hint.setWrapText(true);
        setAlignment(hint, Pos.TOP_LEFT);
        hint.textProperty()
                .bind(Bindings.when(model.asked())
                        .then(Texts.of("ui.identify-nothing"))
                        .otherwise(Texts.of("ui.identify-hint")));
        model.found().addListener(property -> show(parts, hint));
        model.chosen().addListener(property -> {
            showChosen();
            showFields();
        });
        Texts.follow(this, () -> {
            show(parts, hint);
            showFields();
        });
        show(parts, hint);
    }

    private void show(Node parts, Node hint) {
        List<Found> found = model.found().get();
        setCenter(found.isEmpty() ? hint : parts);
        Map<String, TreeItem<Object>> layers = new LinkedHashMap<>();
        TreeItem<Object> root = new TreeItem<>();
        for (Found feature : found) {
            TreeItem<Object> layer = layers.computeIfAbsent(feature.layerId(), id -> {
                TreeItem<Object> item = new TreeItem<>(layerTitle.apply(id));
                item.setExpanded(true);
                root.getChildren().add(item);
                return item;
            });
            layer.getChildren().add(new TreeItem<>(feature));
        }
        tree.setRoot(root);
        showChosen();
    }

    /** Marks the feature whose fields are below, in sight and with its layer above it. */
    private void showChosen() {
        Found chosen = model.chosen().get();
        tree.getRoot().getChildren().stream()
                .flatMap(layer -> layer.getChildren().stream())
                .filter(item -> item.getValue().equals(chosen))
                .filter(item -> item != tree.getSelectionModel().getSelectedItem())
                .findFirst()
                .ifPresent(item -> {
                    tree.getSelectionModel().select(item);
                    tree.scrollTo(Math.max(0, tree.getRow(item) - 1));
                });
    }

    private void showFields() {
        fields.getChildren().clear();
        Found feature = model.chosen().get();
        if (feature == null) {
            return;
        }
        int row = 0;
        for (Found.Value value : feature.values()) {
            Label title = new Label(value.field().heading());
            title.setWrapText(true);
            title.getStyleClass().add("field-title");
            fields.addRow(row++, title, ShownValue.of(value.field().text(value.value())));
        }
    }

    /** A layer or a feature of the tree. */
    private static final class FoundCell extends TreeCell<Object> {
        @Override
        protected void updateItem(Object item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item instanceof Found feature ? feature.name() : item.toString());
        }
    }
}
