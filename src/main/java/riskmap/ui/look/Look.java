package riskmap.ui.look;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/**
 * The look of every window of the program: one theme for all, our own style sheet over it, and the Chinese typeface,
 * which JavaFX does not find by itself.
 */
public final class Look {
    private static final ReadOnlyObjectWrapper<Theme> THEME = new ReadOnlyObjectWrapper<>();
    private static final String SHEET = Objects.requireNonNull(Look.class.getResource("/riskmap/ui/riskmap.css"))
            .toExternalForm();

    private Look() {}

    /** The theme in use. */
    public static ReadOnlyObjectProperty<Theme> theme() {
        return THEME.getReadOnlyProperty();
    }

    /** Changes the theme of all windows. */
    public static void use(Theme theme) {
        if (THEME.get() != theme) {
            THEME.set(theme);
            Application.setUserAgentStylesheet(theme.stylesheet());
        }
    }

    /** Gives a new scene our style sheets, and lets titles of fields follow the keyboard. */
    public static void dress(Scene scene) {
        InSight.followRows(scene);
        scene.getStylesheets().setAll(Typeface.stylesheet(), SHEET);
    }

    /** Gives the content of a dialog our style sheets. */
    public static void dress(Parent root) {
        root.getStylesheets().setAll(Typeface.stylesheet(), SHEET);
    }

    /** How wide a text is in our letters, before it is laid out in a window. */
    public static double width(String text, FontWeight weight) {
        Text measured = new Text(text);
        measured.setFont(Typeface.letters(weight));
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }

    static String asAddress(String css) {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
}
