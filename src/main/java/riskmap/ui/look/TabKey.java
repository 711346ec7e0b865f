package riskmap.ui.look;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Lets Tab leave a field of several lines. JavaFX writes a tab character into it and leaves at Ctrl+Tab, which nobody
 * knows: who works without a mouse would not come out of it again.
 */
public final class TabKey {
    private TabKey() {}

    /** From now on Tab goes on to what comes next, with Shift to what comes before; to be called once a field. */
    public static <T extends TextArea> T leaves(T area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.TAB && !pressed.isControlDown() && !pressed.isConsumed()) {
                pressed.consume();
                // with Ctrl a text area lets go of the key
                area.fireEvent(new KeyEvent(
                        area,
                        area,
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
        return area;
    }
}
