package riskmap.ui.look;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/** Tips that follow the language, and wrap before they are wider than a form. */
public final class Tips {
    private static final double WIDEST = 360;

    private Tips() {}

    /** A tip with the text of a key. */
    public static Tooltip of(String key) {
        return of(Texts.of(key));
    }

    /** A tip with a changing text. */
    public static Tooltip of(ObservableValue<String> text) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(text);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST);
        return tip;
    }

    /** Says what a control does that shows no words: to the mouse that rests on it and to a screen reader. */
    public static void name(Control control, String key) {
        name(control, Texts.of(key));
    }

    /** Says what a control does that shows no words, by a changing text. */
    public static void name(Control control, ObservableValue<String> text) {
        control.setTooltip(of(text));
        control.accessibleTextProperty().bind(text);
    }
}
