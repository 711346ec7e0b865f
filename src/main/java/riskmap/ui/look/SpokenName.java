package riskmap.ui.look;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Pane;

/** The name that a screen reader says of a control whose title stands beside it, not in it. */
public final class SpokenName {
    private SpokenName() {}

    /** Gives it to a control, or to those in a row that say nothing of themselves: a colour and its text share one. */
    public static void give(Node part, ObservableValue<String> name) {
        if (part instanceof Control control) {
            boolean silent = control.getAccessibleText() == null
                    && !control.accessibleTextProperty().isBound();
            boolean wordless = !(control instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank());
            if (silent && wordless) {
                control.accessibleTextProperty().bind(name);
            }
        } else if (part instanceof Pane row) {
            row.getChildren().forEach(child -> give(child, name));
        }
    }
}
