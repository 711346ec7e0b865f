package riskmap.ui.look;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A line of a form: its title, and below it the field as wide as the form. */
public final class FormRow {
    private FormRow() {}

    /** A field under the title of a key. */
    public static VBox of(String key, Node field) {
        return of(Texts.of(key), field);
    }

    /** A field under a changing title, which a screen reader says with it. */
    public static VBox of(ObservableValue<String> title, Node field) {
        Label label = new Label();
        label.textProperty().bind(title);
        label.getStyleClass().add("form-title");
        label.setLabelFor(field);
        SpokenName.give(field, label.textProperty());
        if (field instanceof Control control) {
            control.setMaxWidth(Double.MAX_VALUE);
        }
        VBox row = new VBox(label, field);
        row.getStyleClass().add("form-row");
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
