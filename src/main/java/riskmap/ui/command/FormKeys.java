package riskmap.ui.command;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import riskmap.ui.look.Texts;

/**
 * The keys that do what a form is for: Ctrl+Enter from anywhere in it, Enter in a field of one line, as in a dialog. A
 * dialog's own default button would not do: its Enter reaches the whole window, the map and the layers too. The button
 * says the keys to whoever points at it; greyed out it does nothing, and why stands beside it.
 */
public final class FormKeys {
    private static final KeyCombination EVERYWHERE =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination IN_A_FIELD = new KeyCodeCombination(KeyCode.ENTER);

    private FormKeys() {}

    /** Enter in a field of one line presses the button, and Ctrl+Enter anywhere in the form. */
    public static void enter(Node form, Button button) {
        everywhere(form, button, "ui.form-keys");
        form.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (IN_A_FIELD.match(event) && event.getTarget() instanceof TextField) {
                press(button, event);
            }
        });
    }

    /** Ctrl+Enter anywhere in the form presses the button; Enter alone has a meaning of its own there. */
    public static void shortcut(Node form, Button button) {
        everywhere(form, button, "ui.form-key");
    }

    private static void everywhere(Node form, Button button, String told) {
        form.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (EVERYWHERE.match(event)) {
                press(button, event);
            }
        });
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(Texts.of(told, EVERYWHERE.getDisplayText()));
        button.setTooltip(tip);
        button.accessibleHelpProperty().bind(tip.textProperty());
    }

    private static void press(Button button, KeyEvent event) {
        button.fire();
        event.consume();
    }
}
