package riskmap.ui.edit;

import java.util.Locale;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Pane;
import riskmap.ui.look.Texts;

/** The choice of a {@link SelectionMode} in a dialog. */
public final class SelectionModes {
    private SelectionModes() {}

    /** Offers the modes, a new selection chosen. */
    public static void fill(Pane box, ToggleGroup group) {
        for (SelectionMode mode : SelectionMode.all()) {
            RadioButton choice = new RadioButton();
            choice.setId("select-mode-" + mode.name().toLowerCase(Locale.ROOT));
            choice.textProperty().bind(Texts.of("ui.select-mode-" + mode.name().toLowerCase(Locale.ROOT)));
            choice.setUserData(mode);
            choice.setToggleGroup(group);
            choice.setSelected(mode == SelectionMode.NEW);
            box.getChildren().add(choice);
        }
    }

    /** The one that is chosen. */
    public static SelectionMode chosen(ToggleGroup group) {
        return (SelectionMode) group.getSelectedToggle().getUserData();
    }
}
