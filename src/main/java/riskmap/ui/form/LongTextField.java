package riskmap.ui.form;

import javafx.scene.control.TextArea;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A field for one value that is longer than a line: it is shown whole, holds no line breaks, and Tab leaves it. */
final class LongTextField extends TextArea {
    private static final int ROWS = 3;

    LongTextField() {
        setWrapText(true);
        setPrefRowCount(ROWS);
        setTextFormatter(new TextFormatter<>(change -> {
            change.setText(change.getText().replaceAll("\\R", ""));
            return change;
        }));
        addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.TAB && !pressed.isControlDown()) {
                pressed.consume();
                // with Ctrl a text area lets go of the key
                fireEvent(new KeyEvent(
                        this,
                        this,
                        KeyEvent.KEY_PRESSED,
                        "",
                        "\t",
                        KeyCode.TAB,
                        pressed.isShiftDown(),
                        true,
                        false,
                        false));
            }
        });
    }
}
