package riskmap.ui.look;

import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.Region;

/**
 * A value that is read and copied, not changed: whole in one line from which any part is copied, or, where it may not fit
 * into a line of the side panel, whole in several and copied from its menu.
 */
public final class ShownValue {
    /** Half-width letters that surely fit into one line beside a title. */
    private static final int SHORT = 16;

    private ShownValue() {}

    /** The node that shows a value. */
    public static Node of(String value) {
        return width(value) <= SHORT ? field(value) : lines(value);
    }

    /** A Chinese letter is as wide as two others. */
    private static int width(String value) {
        return value.codePoints()
                .map(letter -> Character.isIdeographic(letter) || letter >= 0xff00 && letter <= 0xff60 ? 2 : 1)
                .sum();
    }

    private static Node field(String value) {
        TextField text = new TextField(value);
        text.setEditable(false);
        text.getStyleClass().add("field-value");
        return text;
    }

    private static Node lines(String value) {
        Label text = lines();
        text.setText(value);
        return text;
    }

    /** A value that changes, whole in several lines where it needs them. */
    public static Node following(ObservableValue<String> value) {
        Label text = lines();
        text.textProperty().bind(value);
        return text;
    }

    private static Label lines() {
        Label text = new Label();
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("field-lines");
        MenuItem copy = new MenuItem();
        copy.textProperty().bind(Texts.of("ui.runs-copy"));
        copy.setOnAction(
                event -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.getText())));
        text.setContextMenu(new ContextMenu(copy));
        return text;
    }
}
