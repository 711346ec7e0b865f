package riskmap.ui.query;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import riskmap.app.ecql.EcqlCheck;
import riskmap.app.ecql.EcqlProblem;
import riskmap.base.Message;
import riskmap.ui.edit.EditActions;
import riskmap.ui.edit.EditLayer;
import riskmap.ui.edit.SelectionModes;
import riskmap.ui.feature.FieldText;
import riskmap.ui.feature.LayerText;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.TabKey;
import riskmap.ui.look.Texts;

/** Asks for an ECQL condition on the edited layer's fields and selects what meets it. */
public final class SelectByDialog {
    private final EditLayer layer;
    private final EditActions actions;
    private final Dialog<ButtonType> dialog;
    private final TextArea condition = TabKey.leaves(new TextArea());
    private final Label problem = new Label();
    private final ToggleGroup how = new ToggleGroup();
    private final Node apply;

    /** Prepares the dialog for a layer. */
    public SelectByDialog(Window owner, EditLayer layer, EditActions actions) {
        this.layer = layer;
        this.actions = actions;
        ButtonType select = Dialogs.button("ui.select-by-apply", ButtonBar.ButtonData.OK_DONE);
        dialog = Dialogs.of(owner, Message.of("ui.select-by-title", layer.title()), content(), select, Dialogs.close());
        dialog.getDialogPane().setId("select-by-dialog");
        apply = dialog.getDialogPane().lookupButton(select);
        apply.setId("select-by-apply");
        condition.textProperty().addListener(property -> check());
        check();
        dialog.setResultConverter(button -> {
            if (button == select) {
                run();
            }
            return button;
        });
    }

    /** Shows it; the window stays usable. */
    public Window show() {
        return Dialogs.showBeside(dialog, condition);
    }

    private Node content() {
        condition.setId("select-by-condition");
        condition.setPrefRowCount(4);
        condition.setWrapText(true);
        condition.promptTextProperty().bind(Texts.of("ui.table-filter"));
        problem.getStyleClass().add("form-problem");
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        ListView<FieldText> fields = new ListView<>();
        fields.getItems()
                .setAll(LayerText.of(layer.schema(), layer.kind().orElse(null)).fields());
        fields.setPrefHeight(190);
        fields.setCellFactory(view -> new javafx.scene.control.ListCell<>() {
            @Override
            protected void updateItem(FieldText field, boolean empty) {
                super.updateItem(field, empty);
                setText(empty || field == null ? null : field.heading() + "  –  " + field.name());
            }
        });
        fields.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && fields.getSelectionModel().getSelectedItem() != null) {
                condition.replaceSelection(
                        fields.getSelectionModel().getSelectedItem().name() + " ");
                condition.requestFocus();
            }
        });
        Label hint = new Label();
        hint.textProperty().bind(Texts.of("ui.select-by-fields"));
        HBox choices = new HBox(12);
        SelectionModes.fill(choices, how);
        VBox box = new VBox(8, hint, fields, condition, problem, choices);
        VBox.setVgrow(fields, Priority.ALWAYS);
        box.getStyleClass().add("select-by");
        box.setPrefWidth(520);
        return box;
    }

    private void check() {
        String text = condition.getText();
        Optional<EcqlProblem> found =
                EcqlCheck.problem(text, layer.schema(), layer.kind().orElse(null));
        problem.setText(found.map(wrong -> wrong.placed().text()).orElse(""));
        apply.setDisable(text.isBlank() || found.filter(EcqlProblem::severe).isPresent());
    }

    private void run() {
        actions.select(EcqlCheck.condition(condition.getText(), layer.schema()), SelectionModes.chosen(how));
    }
}
