package riskmap.ui;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;

/** What a screen reader says of a control. */
final class AccessibleNames {
    private AccessibleNames() {}

    /** Its own words, those of the label that is for it, or what it asks for while it is empty; empty where there are none. */
    static String of(Node control) {
        String own = control.getAccessibleText();
        if (own != null && !own.isBlank()) {
            return own;
        }
        if (control instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank()) {
            return labeled.getText();
        }
        if (control instanceof TabPane tabs) {
            // what has the keyboard there is a tab
            return tabs.getSelectionModel().getSelectedItem().getText();
        }
        Label label = labelOf(control.getScene().getRoot(), control);
        if (label != null) {
            return label.getText();
        }
        String prompt = control instanceof TextInputControl input
                ? input.getPromptText()
                : control instanceof ComboBoxBase<?> box ? box.getPromptText() : null;
        return prompt == null ? "" : prompt;
    }

    private static Label labelOf(Node node, Node control) {
        if (node instanceof Label label && label.getLabelFor() == control) {
            return label;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Label found = labelOf(child, control);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
