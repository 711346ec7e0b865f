package riskmap.ui.look;

import javafx.scene.control.Label;
import riskmap.base.Message;

/** A note below a form, in as many lines as it takes and in the language of the person. */
public final class NoteLine {
    private NoteLine() {}

    /** What is worth knowing. */
    public static Label of(Message message) {
        Label label = new Label();
        label.setWrapText(true);
        label.textProperty().bind(Texts.of(message));
        return label;
    }

    /** What is wrong, if it is. */
    public static Label of(Message message, boolean wrong) {
        Label label = of(message);
        if (wrong) {
            label.getStyleClass().add("form-problem");
        }
        return label;
    }
}
