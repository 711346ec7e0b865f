package riskmap.ui.look;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;

/** Buttons whose words follow the language; how they look beyond that is the caller's. */
public final class Buttons {
    private static final int SIZE = 16;

    private Buttons() {}

    /** A button of words, which are never cut short. */
    public static Button words(String key, Runnable action) {
        return words(Texts.of(key), action);
    }

    /** A button of changing words. */
    public static Button words(ObservableValue<String> text, Runnable action) {
        Button button = new Button();
        button.textProperty().bind(text);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A button of words with an icon before them. */
    public static Button words(Ikon icon, String key, Runnable action) {
        Button button = words(key, action);
        button.setGraphic(Icons.of(icon, SIZE));
        return button;
    }

    /** A button of an icon alone, which its tip and a screen reader say in words. */
    public static Button icon(Ikon icon, String key, Runnable action) {
        return icon(icon, SIZE, key, action);
    }

    /** A button of an icon alone, of a size in pixels. */
    public static Button icon(Ikon icon, int size, String key, Runnable action) {
        Button button = new Button(null, Icons.of(icon, size));
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tips.name(button, key);
        button.setOnAction(event -> action.run());
        return button;
    }
}
