package riskmap.ui.print;

import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import riskmap.base.Message;
import riskmap.style.ColourScheme;
import riskmap.ui.look.ChoiceCell;

/** The choice of a colour scheme for pages alone: that of the project, or one whatever the project has. */
public final class SchemeChoice {
    private SchemeChoice() {}

    /** A box of the schemes, the first being the project's (null). */
    public static ComboBox<ColourScheme> of(String id, Property<ColourScheme> chosen) {
        ComboBox<ColourScheme> box = new ComboBox<>();
        box.setId(id);
        box.getItems().add(null);
        box.getItems().addAll(ColourScheme.values());
        ChoiceCell.use(box, scheme -> Message.of("ui.colours-" + (scheme == null ? "project" : scheme.id()))
                .text());
        box.valueProperty().bindBidirectional(chosen);
        return box;
    }
}
