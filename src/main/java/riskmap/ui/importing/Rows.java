package riskmap.ui.importing;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import riskmap.ui.look.FormRow;

/** Rows of choices: a title, a control, and under it why the program believes what it shows. */
final class Rows {
    private Rows() {}

    /** A row; {@code reason} may be null. */
    static VBox row(String title, Control field, Label reason) {
        VBox row = FormRow.of(title, field);
        if (reason != null) {
            row.getChildren().add(reason);
        }
        row.setMinWidth(0);
        return row;
    }

    /** A line of explanation that takes no room while it is empty. */
    static Label reason(String id) {
        Label reason = new Label();
        reason.setId(id);
        reason.setWrapText(true);
        reason.setMinHeight(Region.USE_PREF_SIZE);
        reason.getStyleClass().add("import-reason");
        shownIfFilled(reason);
        return reason;
    }

    static void shownIfFilled(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    /** A choice among texts, shown by their titles. */
    static ComboBox<String> choice(
            String id, StringProperty value, List<String> values, Function<String, String> title) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setVisibleRowCount(14);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String item) {
                return item == null ? "" : title.apply(item);
            }

            @Override
            public String fromString(String text) {
                return text.strip();
            }
        });
        box.getItems().setAll(values);
        if (!values.contains(value.get())) {
            box.getItems().add(value.get());
        }
        box.setValue(value.get());
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                value.set(now);
            }
        });
        value.addListener((property, before, now) -> box.setValue(now));
        return box;
    }

    /** Shows or hides a row with its room. */
    static void show(Node row, boolean visible) {
        row.setVisible(visible);
        row.setManaged(visible);
    }
}
