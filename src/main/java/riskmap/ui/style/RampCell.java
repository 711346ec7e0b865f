package riskmap.ui.style;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import riskmap.style.ColourRamp;

/** A colour ramp in a list: its colours and its name. */
final class RampCell extends ListCell<ColourRamp> {
    private static final int COLOURS = 6;

    private final ComboBox<ColourRamp> box;

    private RampCell(ComboBox<ColourRamp> box) {
        this.box = box;
    }

    /** Shows the ramps of a box by their colours. */
    static void in(ComboBox<ColourRamp> box) {
        box.setCellFactory(list -> new RampCell(box));
        box.setButtonCell(new RampCell(box));
        box.converterProperty().addListener((property, before, now) -> box.setButtonCell(new RampCell(box)));
    }

    @Override
    protected void updateItem(ColourRamp ramp, boolean empty) {
        super.updateItem(ramp, empty);
        if (empty || ramp == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        HBox colours = new HBox();
        List<String> shown = ramp.colours(COLOURS, false);
        for (String colour : shown) {
            colours.getChildren().add(new Rectangle(6, 12, Color.web(colour)));
        }
        colours.setMaxHeight(12);
        setGraphic(colours);
        setText(box.getConverter().toString(ramp));
    }
}
