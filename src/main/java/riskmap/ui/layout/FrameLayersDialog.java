package riskmap.ui.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;
import riskmap.map.LayerChoice;
import riskmap.ui.look.ChoiceCell;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.FormRow;
import riskmap.ui.look.SpokenName;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** The dialog in which the layers of a map frame, their styles and opacities there are chosen. */
final class FrameLayersDialog {
    private static final double WIDTH = 760;

    private final FrameLayers layers;
    private final Map<String, List<String>> styles;
    private final GridPane grid = new GridPane();
    private final Label problem = new Label();
    private final Dialog<ButtonType> dialog;
    private final ButtonType done = Dialogs.button("ui.layout-layers-take", ButtonBar.ButtonData.OK_DONE);
    private LayerChoice taken;

    /** @param styles names of the styles that the layers of the map have, each with the titles of those layers */
    FrameLayersDialog(Window owner, FrameLayers layers, Map<String, List<String>> styles) {
        this.layers = layers;
        this.styles = styles;
        ToggleGroup group = new ToggleGroup();
        RadioButton visible = way("frame-layers-visible", "ui.layout-layers-visible", group);
        RadioButton chosen = way("frame-layers-chosen", "ui.layout-layers-chosen", group);
        (layers.chosen().get() ? chosen : visible).setSelected(true);
        chosen.selectedProperty().addListener((property, was, now) -> {
            layers.chosen().set(now);
            fill();
        });
        grid.setHgap(8);
        grid.setVgap(4);
        grid.getStyleClass().add("frame-layers");
        ColumnConstraints style = column(120, 180);
        style.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(column(60, 180), column(190, 190), style, column(92, 92));
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(380);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        problem.setId("frame-layers-problem");
        problem.setWrapText(true);
        problem.getStyleClass().add("form-problem");
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        VBox content = new VBox(8, visible, chosen, scroll, results(), problem);
        content.setPrefWidth(WIDTH);
        dialog = Dialogs.of(
                owner,
                Message.of("ui.layout-layers"),
                content,
                done,
                Dialogs.button("ui.cancel", ButtonBar.ButtonData.CANCEL_CLOSE));
        dialog.getDialogPane().lookupButton(done).setId("frame-layers-take");
        dialog.getDialogPane().lookupButton(done).addEventFilter(ActionEvent.ACTION, this::take);
        fill();
    }

    private static ColumnConstraints column(double least, double usual) {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(least);
        column.setPrefWidth(usual);
        return column;
    }

    private static RadioButton way(String id, String key, ToggleGroup group) {
        RadioButton button = new RadioButton();
        button.setId(id);
        button.setToggleGroup(group);
        button.textProperty().bind(Texts.of(key));
        return button;
    }

    /** The choice; empty where the user gives it up. */
    Optional<LayerChoice> ask() {
        dialog.showAndWait();
        return Optional.ofNullable(taken);
    }

    /** Stays open where something does not hold. */
    private void take(ActionEvent event) {
        try {
            taken = layers.choice();
        } catch (RiskMapException refused) {
            problem.setText(refused.userMessage().text());
            event.consume();
        }
    }

    private void fill() {
        grid.getChildren().clear();
        grid.addRow(
                0,
                head("ui.layout-layers-layer"),
                head("ui.layout-layers-way"),
                head("ui.layout-layers-style"),
                head("ui.layout-layers-opacity"));
        int line = 1;
        for (FrameLayers.Row row : layers.rows()) {
            grid.addRow(line++, title(row), way(row), style(row), opacity(row));
        }
    }

    private static Label head(String key) {
        Label label = new Label();
        label.getStyleClass().add("form-title");
        label.textProperty().bind(Texts.of(key));
        return label;
    }

    private static Node title(FrameLayers.Row row) {
        Label label = new Label();
        if (row.isInMap()) {
            label.setText(row.title());
            label.setTooltip(Tips.of(label.textProperty().concat("\n" + row.id())));
        } else {
            label.textProperty().bind(Texts.of("ui.layout-layers-missing", row.id()));
        }
        return label;
    }

    private ComboBox<FrameLayers.Way> way(FrameLayers.Row row) {
        return box(
                "way",
                row,
                layers.ways(),
                way -> Message.of("ui.layout-layers-way-"
                                + way.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .text(),
                row.way());
    }

    private ComboBox<String> style(FrameLayers.Row row) {
        List<String> all = new ArrayList<>();
        all.add(null);
        all.addAll(styles.keySet());
        if (!all.contains(row.style().get())) {
            all.add(row.style().get());
        }
        return hidden(
                row,
                box(
                        "style",
                        row,
                        all,
                        style -> style == null
                                ? Message.of("ui.layout-layers-as-map").text()
                                : called(style),
                        row.style()));
    }

    private static <T> ComboBox<T> box(
            String id, FrameLayers.Row row, List<T> all, Function<T, String> title, ObjectProperty<T> value) {
        ComboBox<T> box = new ComboBox<>();
        box.setId("frame-layers-" + id + "-" + row.id());
        ChoiceCell.use(box, title);
        box.getItems().setAll(all);
        box.valueProperty().bindBidirectional(value);
        box.setMaxWidth(Double.MAX_VALUE);
        name(box, row, id);
        return box;
    }

    private static TextField opacity(FrameLayers.Row row) {
        TextField field = new TextField();
        field.setId("frame-layers-opacity-" + row.id());
        field.setPrefColumnCount(5);
        field.promptTextProperty().bind(Texts.of("ui.layout-layers-as-map"));
        field.textProperty().bindBidirectional(row.opacity());
        name(field, row, "opacity");
        return hidden(row, field);
    }

    /** A cell is read as its layer and its column. */
    private static void name(Control cell, FrameLayers.Row row, String column) {
        SpokenName.give(cell, Texts.of("ui.layout-layers-" + column).concat(" " + row.title()));
    }

    /** A layer that is not there has no look. */
    private static <T extends Node> T hidden(FrameLayers.Row row, T node) {
        node.disableProperty().bind(row.way().isEqualTo(FrameLayers.Way.NOT));
        return node;
    }

    private Node results() {
        return FormRow.of(
                "ui.layout-part-results",
                new SeveralOf(
                        "frame-layers-results",
                        layers.results().get(),
                        List.copyOf(styles.keySet()),
                        this::called,
                        layers.results()::set));
    }

    /** A style is known by the layers that have it. */
    private String called(String style) {
        List<String> layers = styles.get(style);
        return layers == null
                ? style
                : Message.of("ui.layout-layers-style-of", style, NameList.of(layers, 3))
                        .text();
    }
}
