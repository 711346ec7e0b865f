package riskmap.ui.feature;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import org.kordamp.ikonli.Ikon;
import riskmap.ui.look.Icons;

/** A text field with a button that opens something to choose from below it. What is typed stays as typed. */
abstract class PopupField extends HBox {
    private final TextField field = new TextField();
    private final Popup popup = new Popup();
    private final StackPane sheet = new StackPane();

    PopupField(Ikon icon) {
        Button button = new Button(null, Icons.of(icon, 16));
        button.getStyleClass().addAll("flat", "field-open");
        button.setFocusTraversable(false);
        button.setOnAction(event -> {
            field.requestFocus();
            toggle();
        });
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("popup-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        getChildren().addAll(field, button);
        sheet.getStyleClass().add("field-popup");
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getContent().add(sheet);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        field.focusedProperty().addListener((property, before, now) -> {
            if (!now) {
                popup.hide();
                left();
            }
        });
    }

    final TextField field() {
        return field;
    }

    final boolean isOpen() {
        return popup.isShowing();
    }

    final void hide() {
        popup.hide();
    }

    /** What there is to choose from; made when it is first opened. */
    abstract Node content();

    /** The keyboard went elsewhere. */
    void left() {}

    /** A key while the popup is open; true when it was used. */
    boolean openKey(KeyCode key) {
        return false;
    }

    private void keyPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !isOpen()
                || event.getCode() == KeyCode.F4
                || event.getCode() == KeyCode.DOWN && event.isAltDown()) {
            toggle();
            event.consume();
        } else if (isOpen() && event.getCode() == KeyCode.ESCAPE) {
            hide();
            event.consume();
        } else if (isOpen() && openKey(event.getCode())) {
            event.consume();
        }
    }

    final void toggle() {
        if (isOpen()) {
            hide();
        } else {
            open();
        }
    }

    final void open() {
        if (isOpen() || field.getScene() == null || field.isDisabled()) {
            return;
        }
        if (sheet.getChildren().isEmpty()) {
            sheet.getChildren().add(content());
        }
        Bounds place = field.getBoundsInLocal();
        Point2D below = field.localToScreen(place.getMinX(), place.getMaxY());
        if (below == null) {
            return;
        }
        sheet.setMinWidth(getWidth());
        popup.show(field, below.getX(), below.getY() + 2);
    }
}
