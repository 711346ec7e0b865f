package riskmap.ui.edit;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import riskmap.base.Message;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/**
 * The strip at the lower edge of the map while an editing tool is in hand: what to do next, lengths and bearings of what
 * is being drawn, and the field for exact coordinates. Digits typed on the map go into the field; Enter takes them over.
 */
public final class EditHud extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");

    private final EditDesk desk;
    private final TextField entry = new TextField();

    /** Makes the strip of a desk. */
    public EditHud(EditDesk desk) {
        this.desk = desk;
        setId("edit-hud");
        getStyleClass().add("edit-hud");
        setAlignment(Pos.CENTER_LEFT);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setPickOnBounds(false);
        StackPane.setAlignment(this, Pos.BOTTOM_LEFT);
        visibleProperty().bind(desk.inHand().isNotNull());
        managedProperty().bind(visibleProperty());
        Label hint = new Label();
        hint.setId("edit-hint");
        hint.setMinWidth(0);
        hint.setTooltip(Tips.of(hint.textProperty()));
        hint.textProperty()
                .bind(Bindings.createStringBinding(
                        this::hint,
                        desk.inHand(),
                        desk.sketch(),
                        desk.editing().layer(),
                        desk.selection().all(),
                        desk.highlight().geometries(),
                        Texts.language()));
        Label readout = new Label();
        readout.setId("edit-readout");
        readout.getStyleClass().add("edit-readout");
        readout.setMinWidth(Region.USE_PREF_SIZE);
        readout.textProperty().bind(Texts.of(desk.readout()));
        readout.visibleProperty().bind(readout.textProperty().isNotEmpty());
        readout.managedProperty().bind(readout.visibleProperty());
        field();
        getChildren().addAll(hint, readout, entry);
        desk.onEntry(this::begin);
    }

    private String hint() {
        Handheld tool = desk.inHand().get();
        Message hint = tool == null ? null : tool.hint();
        return hint == null ? "" : hint.text();
    }

    private void field() {
        entry.setId("edit-entry");
        entry.setPrefColumnCount(15);
        entry.setMinWidth(180);
        entry.promptTextProperty().bind(Texts.of("ui.entry-prompt"));
        entry.accessibleTextProperty().bind(Texts.of("ui.entry-name"));
        entry.setTooltip(Tips.of("ui.entry-tip"));
        entry.setOnAction(event -> take());
        entry.textProperty().addListener(property -> entry.pseudoClassStateChanged(WRONG, false));
        entry.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                entry.clear();
                desk.map().requestFocus();
                event.consume();
            }
        });
    }

    private void begin(String text) {
        entry.requestFocus();
        entry.setText(text);
        entry.end();
    }

    private void take() {
        Handheld tool = desk.inHand().get();
        String typed = entry.getText().strip();
        if (tool == null || typed.isEmpty() || tool.enter(typed)) {
            entry.clear();
            desk.map().requestFocus();
        } else {
            entry.pseudoClassStateChanged(WRONG, true);
            desk.tasks().say(Message.of("ui.entry-wrong", typed));
            entry.selectAll();
        }
    }
}
