package riskmap.ui.safety;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import javafx.event.ActionEvent;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import riskmap.app.project.Recovery;
import riskmap.base.Message;
import riskmap.data.EditStep;
import riskmap.edit.Sketch;
import riskmap.ui.look.Dialogs;
import riskmap.ui.look.Texts;

/**
 * Tells after a crash what is there, and asks how to go on: with everything (nothing that was finished is missing), or
 * back to the last checkpoint. Closed without an answer it is asked again at the next start.
 */
public final class RecoveryDialog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private RecoveryDialog() {}

    /** Shows it; {@code resume} takes up the drawing that was in progress. */
    public static void show(Window owner, Recovery found, SafetyViewModel safety, Consumer<Sketch> resume) {
        VBox content = new VBox(10);
        content.setPrefWidth(560);
        Label title = new Label();
        title.textProperty().bind(Texts.of("ui.recovery-safe"));
        title.getStyleClass().add("form-title");
        title.setWrapText(true);
        content.getChildren().add(title);
        for (Message line : found.lines()) {
            Label label = new Label(line.text());
            label.setWrapText(true);
            content.getChildren().add(label);
        }
        if (!found.steps().isEmpty()) {
            content.getChildren().add(steps(found));
        }
        CheckBox drawing = new CheckBox();
        drawing.setId("recovery-drawing");
        drawing.textProperty().bind(Texts.of("ui.recovery-drawing"));
        drawing.setSelected(true);
        if (found.sketch().isPresent()) {
            content.getChildren().add(drawing);
        }
        ButtonType goOn = Dialogs.button("ui.recovery-go-on", ButtonBar.ButtonData.OK_DONE);
        String to = found.hasCheckpoint() ? "ui.recovery-take-back" : "ui.recovery-take-back-all";
        ButtonType back = Dialogs.button(to, ButtonBar.ButtonData.LEFT);
        Dialog<ButtonType> dialog = Dialogs.of(owner, Message.of("ui.recovery-title"), content, goOn);
        DialogPane pane = dialog.getDialogPane();
        if (found.steps().stream().anyMatch(step -> step.state() == EditStep.State.DONE)) {
            pane.getButtonTypes().add(back);
            pane.lookupButton(back).setId("recovery-take-back");
            pane.lookupButton(back).addEventHandler(ActionEvent.ACTION, event -> safety.takeBack(found));
        }
        pane.setId("recovery");
        pane.lookupButton(goOn).setId("recovery-go-on");
        pane.lookupButton(goOn)
                .addEventHandler(
                        ActionEvent.ACTION,
                        event -> safety.goOn(found, () -> found.sketch()
                                .filter(sketch -> drawing.isSelected())
                                .ifPresent(resume)));
        dialog.show();
    }

    private static ListView<String> steps(Recovery found) {
        ListView<String> list = new ListView<>();
        list.setId("recovery-steps");
        list.getStyleClass().add("dense");
        list.setPrefHeight(180);
        list.setFocusTraversable(false);
        for (EditStep step : found.steps()) {
            String state = step.state() == EditStep.State.DONE ? "ui.recovery-step" : "ui.recovery-step-undone";
            list.getItems()
                    .add(Message.of(state, TIME.format(step.time()), step.name(), Integer.toString(step.rows()))
                            .text());
        }
        return list;
    }
}
