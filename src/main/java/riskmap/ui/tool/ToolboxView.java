package riskmap.ui.tool;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import riskmap.analysis.Operation;
import riskmap.analysis.Operations;
import riskmap.base.Message;
import riskmap.ui.look.SpokenName;
import riskmap.ui.look.Texts;

/** The tools by group, found by words of their title, help or id; a double click or Enter opens one. */
public final class ToolboxView extends BorderPane {
    /** A line of the tree: a group (no tool) or a tool. */
    private record Line(String group, Operation tool) {
        Message title() {
            return tool == null ? Message.of("analysis.group-" + group) : tool.title();
        }
    }

    private final TextField search = new TextField();
    private final ToolSearch found = new ToolSearch();
    private final Label nothing = new Label();
    private final TreeView<Line> tree = new TreeView<>(new TreeItem<>());

    /** Shows them; tells which is to be opened. */
    public ToolboxView(Consumer<Operation> open) {
        setId("toolbox");
        search.setId("toolbox-search");
        search.promptTextProperty().bind(Texts.of("ui.toolbox-search"));
        search.textProperty().addListener(property -> fill());
        search.setOnAction(event -> first(open));
        search.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                toTools();
                event.consume();
            }
        });
        tree.setId("toolbox-tree");
        SpokenName.give(tree, Texts.of("ui.side-toolbox"));
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new ToolCell());
        tree.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                chosen(open);
            }
        });
        tree.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                chosen(open);
            }
        });
        VBox top = new VBox(search);
        top.getStyleClass().add("panel-bar");
        setTop(top);
        nothing.setId("toolbox-nothing");
        nothing.setWrapText(true);
        nothing.getStyleClass().addAll("hint-inline", "risk-page");
        nothing.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Message.of("ui.toolbox-nothing", search.getText()).text(),
                        search.textProperty(),
                        Texts.language()));
        StackPane.setAlignment(nothing, Pos.TOP_LEFT);
        setCenter(new StackPane(tree, nothing));
        Texts.follow(this, this::fill);
        fill();
    }

    /** Puts the keyboard into the search; what stands there goes with the first letter typed. */
    public void startSearch() {
        // the tab it stands in, or the menu it was called from, takes the keyboard before that
        Platform.runLater(() -> {
            search.requestFocus();
            search.selectAll();
        });
    }

    /** From the search down to the tool that is most likely meant, otherwise to the first. */
    private void toTools() {
        if (tree.getSelectionModel().getSelectedItem() != null) {
            tree.requestFocus();
            return;
        }
        for (TreeItem<Line> group : tree.getRoot().getChildren()) {
            if (group.isExpanded()) {
                tree.requestFocus();
                tree.getSelectionModel().select(group.getChildren().get(0));
                return;
            }
        }
    }

    private void chosen(Consumer<Operation> open) {
        TreeItem<Line> item = tree.getSelectionModel().getSelectedItem();
        if (item != null && item.getValue().tool() != null) {
            open.accept(item.getValue().tool());
        }
    }

    /** Enter in the search opens the tool that is most likely meant. */
    private void first(Consumer<Operation> open) {
        found.best(Operations.all(), search.getText()).ifPresent(open);
    }

    private void fill() {
        String wanted = search.getText() == null ? "" : search.getText();
        TreeItem<Line> root = new TreeItem<>();
        for (Map.Entry<String, List<Operation>> group : Operations.groups().entrySet()) {
            TreeItem<Line> branch = new TreeItem<>(new Line(group.getKey(), null));
            for (Operation tool : group.getValue()) {
                if (found.finds(tool, wanted)) {
                    branch.getChildren().add(new TreeItem<>(new Line(group.getKey(), tool)));
                }
            }
            if (!branch.getChildren().isEmpty()) {
                branch.setExpanded(true);
                root.getChildren().add(branch);
            }
        }
        tree.setRoot(root);
        mark(wanted);
        boolean none = root.getChildren().isEmpty();
        nothing.setVisible(none);
        tree.setVisible(!none);
    }

    /** Shows which of the tools found Enter opens. */
    private void mark(String wanted) {
        Operation best =
                wanted.isBlank() ? null : found.best(Operations.all(), wanted).orElse(null);
        tree.getRoot().getChildren().stream()
                .flatMap(group -> group.getChildren().stream())
                .filter(item -> item.getValue().tool() == best)
                .findFirst()
                .ifPresentOrElse(
                        item -> {
                            tree.getSelectionModel().select(item);
                            tree.scrollTo(Math.max(0, tree.getRow(item) - 1));
                        },
                        tree.getSelectionModel()::clearSelection);
    }

    /** A group or a tool, with its help to point at. */
    private static final class ToolCell extends TreeCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : line.title().text());
            Operation tool = empty || line == null ? null : line.tool();
            Tooltip tip = tool == null ? null : new Tooltip(tool.help().text());
            if (tip != null) {
                tip.setWrapText(true);
                tip.setMaxWidth(360);
            }
            setTooltip(tip);
        }
    }
}
