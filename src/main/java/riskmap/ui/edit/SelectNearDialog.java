package riskmap.ui.edit;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import riskmap.app.project.LocationSelection;
import riskmap.base.Message;
import riskmap.geo.crs.Crs;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Titles;

/** Asks for a relation to another layer, and selects the features of the edited layer that stand in it. */
public final class SelectNearDialog {
    private final EditLayer layer;
    private final EditActions actions;
    private final Function<String, String> titles;
    private final Dialog<ButtonType> dialog;
    private final ComboBox<String> predicate = new ComboBox<>();
    private final ComboBox<String> others = new ComboBox<>();
    private final CheckBox onlySelected = new CheckBox();
    private final TextField distance = new TextField("0");
    private final ToggleGroup how = new ToggleGroup();
    private final BooleanBinding wrong =
            Bindings.createBooleanBinding(() -> metres() < 0, distance.textProperty(), distance.disabledProperty());

    /**
     * Prepares the dialog.
     *
     * @param tables of the project that have a geometry
     * @param titles what a table is called
     */
    public SelectNearDialog(
            Window owner, EditLayer layer, List<String> tables, Function<String, String> titles, EditActions actions) {
        this.layer = layer;
        this.actions = actions;
        this.titles = titles;
        others.getItems().setAll(tables);
        others.setValue(tables.stream()
                .filter(table -> !table.equals(layer.table()))
                .findFirst()
                .orElse(layer.table()));
        ButtonType select = Dialogs.button("ui.select-by-apply", ButtonBar.ButtonData.OK_DONE);
        dialog = Dialogs.of(
                owner, Message.of("ui.select-near-title", layer.title()), content(), select, Dialogs.close());
        dialog.getDialogPane().setId("select-near-dialog");
        Node apply = dialog.getDialogPane().lookupButton(select);
        apply.setId("select-near-apply");
        apply.disableProperty().bind(wrong);
        dialog.setResultConverter(button -> {
            if (button == select) {
                actions.selectNear(
                        others.getValue(),
                        onlySelected.isSelected(),
                        predicate.getValue(),
                        metres(),
                        SelectionModes.chosen(how));
            }
            return button;
        });
    }

    /** Shows it; the window stays usable. */
    public Window show() {
        return Dialogs.showBeside(dialog, predicate);
    }

    private Node content() {
        predicate.setId("select-near-predicate");
        predicate.getItems().setAll(LocationSelection.predicates());
        predicate.setValue("intersects");
        Titles.show(predicate, key -> Message.of("ui.predicate-" + key.toLowerCase(Locale.ROOT))
                .text());
        others.setId("select-near-others");
        Titles.show(others, titles);
        onlySelected.setId("select-near-only");
        onlySelected.textProperty().bind(Texts.of("ui.select-near-only"));
        distance.setId("select-near-distance");
        distance.setPrefColumnCount(8);
        // only what meets or comes near can be far away
        boolean degrees = layer.crs() != null && Crs.isGeographic(layer.crs());
        BooleanBinding useless = Bindings.createBooleanBinding(
                () -> degrees || !"intersects".equals(predicate.getValue()), predicate.valueProperty());
        distance.disableProperty().bind(useless);
        Label hint = new Label();
        hint.setWrapText(true);
        hint.setMinHeight(Region.USE_PREF_SIZE);
        hint.textProperty().bind(Texts.of(degrees ? "ui.select-near-degrees" : "ui.select-near-hint"));
        Label problem = new Label();
        problem.setId("select-near-problem");
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        problem.textProperty().bind(Texts.of("ui.select-near-wrong"));
        problem.visibleProperty().bind(wrong);
        problem.managedProperty().bind(wrong);
        GridPane grid = new GridPane();
        grid.setHgap(10);
        grid.setVgap(8);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(names, fields);
        row(grid, 0, "ui.select-near-predicate", predicate);
        row(grid, 1, "ui.select-near-others", others);
        grid.add(onlySelected, 1, 2);
        row(grid, 3, "ui.select-near-distance", distance);
        HBox choices = new HBox(12);
        SelectionModes.fill(choices, how);
        VBox box = new VBox(10, grid, problem, hint, choices);
        box.setPrefWidth(520);
        return box;
    }

    private static void row(GridPane grid, int row, String key, Region field) {
        Label name = new Label();
        name.textProperty().bind(Texts.of(key));
        name.setLabelFor(field);
        field.accessibleTextProperty().bind(Texts.of(key));
        if (field instanceof ComboBox<?>) {
            field.setMaxWidth(Double.MAX_VALUE);
        }
        grid.add(name, 0, row);
        grid.add(field, 1, row);
    }

    /** −1 for what is no distance. */
    private double metres() {
        String typed = distance.getText().strip();
        if (distance.isDisabled() || typed.isEmpty()) {
            return 0;
        }
        return typed.matches("\\d{1,7}(\\.\\d{1,4})?") ? Double.parseDouble(typed) : -1;
    }
}
