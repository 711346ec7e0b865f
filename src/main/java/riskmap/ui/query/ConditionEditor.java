package riskmap.ui.query;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.util.Duration;
import riskmap.app.query.EcqlCompletion;
import riskmap.ui.look.TabKey;
import riskmap.ui.look.Texts;

/**
 * The field a condition is written in: what can come next is offered below the caret (Ctrl+Space calls it up, Enter or Tab
 * takes it, Esc sends it away), hits are counted when the typing rests.
 */
final class ConditionEditor extends TextArea {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("danger");
    private static final double WIDTH = 320;
    private static final double ROW = 26;
    private static final int MOST_ROWS = 9;

    private final QueryViewModel model;
    private final ListView<EcqlCompletion.Suggestion> list = new ListView<>();
    private final Popup popup = new Popup();
    private final PauseTransition rest = new PauseTransition(Duration.millis(300));
    private EcqlCompletion.Spot spot;
    private boolean taking;

    ConditionEditor(QueryViewModel model) {
        this.model = model;
        setId("query-where");
        setPrefRowCount(3);
        setMinHeight(64);
        setWrapText(true);
        promptTextProperty().bind(Texts.of("ui.query-where-prompt"));
        accessibleTextProperty().bind(Texts.of("ui.query-where"));
        textProperty().bindBidirectional(model.where());
        model.problem()
                .addListener((property, before, now) -> pseudoClassStateChanged(WRONG, now != null && now.severe()));
        rest.setOnFinished(event -> model.recount());
        textProperty().addListener((property, before, now) -> {
            rest.playFromStart();
            if (isFocused() && !taking) {
                // the caret follows the text a moment later
                javafx.application.Platform.runLater(() -> offer(false));
            }
        });
        focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                popup.hide();
            }
        });
        list.setId("query-completion");
        list.setPrefWidth(WIDTH);
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.getStyleClass().add("query-completion");
        list.setCellFactory(view -> new SuggestionCell());
        list.setOnMouseClicked(event -> take());
        popup.setAutoHide(true);
        popup.getContent().add(list);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        TabKey.leaves(this);
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE && event.isControlDown()) {
            offer(true);
            event.consume();
            return;
        }
        if (!popup.isShowing()) {
            return;
        }
        int at = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> choose(at + 1);
            case UP -> choose(at - 1);
            case PAGE_DOWN -> choose(at + MOST_ROWS);
            case PAGE_UP -> choose(at - MOST_ROWS);
            case ENTER, TAB -> take();
            case ESCAPE -> popup.hide();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Offers what can come next, for those whose input method keeps Ctrl+Space for itself. */
    void help() {
        requestFocus();
        offer(true);
    }

    private void choose(int index) {
        int shown = Math.max(0, Math.min(list.getItems().size() - 1, index));
        list.getSelectionModel().select(shown);
        list.scrollTo(Math.max(0, shown - 2));
    }

    /**
     * Offers what can come next; values come when they have been read.
     *
     * @param asked whether the user asked for it; a finished condition is not pressed to go on
     */
    private void offer(boolean asked) {
        QueryLayer layer = model.layer().get();
        if (layer == null || getScene() == null) {
            return;
        }
        spot = EcqlCompletion.at(
                getText(), Math.min(getCaretPosition(), getText().length()), layer.type());
        EcqlCompletion.Spot here = spot;
        if (!asked && here.place() == EcqlCompletion.Place.JOIN && here.begun().isEmpty()) {
            popup.hide();
            return;
        }
        show(EcqlCompletion.suggestions(here, layer.type(), layer.kind()));
        here.field()
                .ifPresent(field -> model.values(field, found -> {
                    if (spot == here && isFocused()) {
                        show(EcqlCompletion.values(here, found.counts()));
                    }
                }));
    }

    private void show(List<EcqlCompletion.Suggestion> suggestions) {
        List<EcqlCompletion.Suggestion> shown = new ArrayList<>(suggestions);
        // what stands there in full already needs no offer
        shown.removeIf(suggestion -> suggestion.insert().strip().equals(spot.begun()) && suggestions.size() == 1);
        if (shown.isEmpty()) {
            popup.hide();
            return;
        }
        list.getItems().setAll(shown);
        list.getSelectionModel().select(0);
        // the list before this one may have been scrolled
        list.scrollTo(0);
        list.setPrefHeight(ROW * Math.min(MOST_ROWS, shown.size()) + 4);
        Point2D below = below();
        popup.show(this, below.getX(), below.getY());
    }

    private Point2D below() {
        // the line may just have been broken
        layout();
        Bounds caret = getSkin() instanceof TextAreaSkin skin ? skin.getCaretBounds() : null;
        return caret == null
                ? localToScreen(0, getHeight())
                : localToScreen(Math.min(caret.getMinX(), getWidth() - 20), Math.min(caret.getMaxY() + 4, getHeight()));
    }

    private void take() {
        EcqlCompletion.Suggestion chosen = list.getSelectionModel().getSelectedItem();
        popup.hide();
        if (chosen == null || spot.to() > getText().length()) {
            return;
        }
        taking = true;
        replaceText(spot.from(), spot.to(), chosen.insert());
        taking = false;
        javafx.application.Platform.runLater(() -> offer(false));
    }

    /** A suggestion: what it is called, and what it is in the data. */
    private static final class SuggestionCell extends ListCell<EcqlCompletion.Suggestion> {
        @Override
        protected void updateItem(EcqlCompletion.Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            Label shown = new Label(item.shown());
            Label detail = new Label(item.detail());
            detail.getStyleClass().add("hint-inline");
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            shown.setMinWidth(0);
            detail.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(8, shown, space, detail);
            row.setPrefWidth(WIDTH - 40);
            setGraphic(row);
        }
    }
}
