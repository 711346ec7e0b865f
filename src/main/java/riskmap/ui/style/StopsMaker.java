package riskmap.ui.style;

import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import riskmap.base.Message;
import riskmap.style.ColourRamp;
import riskmap.ui.look.Buttons;
import riskmap.ui.look.SpokenName;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Titles;

/** Makes the colour map of a raster from its cells: a ramp over as many entries as wished. */
final class StopsMaker extends VBox {
    private static final int MOST = 12;

    StopsMaker(RuleEdits edits) {
        super(6);
        Label title = new Label();
        title.textProperty().bind(Texts.of("ui.style-cells"));
        ComboBox<ColourRamp> ramp = new ComboBox<>();
        ramp.setId("style-cells-ramp");
        ramp.getItems().setAll(ColourRamp.values());
        ramp.setMaxWidth(Double.MAX_VALUE);
        Titles.show(ramp, value -> Message.of(StyleView.title(value)).text());
        RampCell.in(ramp);
        ramp.setValue(ColourRamp.VIRIDIS);
        SpokenName.give(ramp, Texts.of("ui.style-row-ramp"));
        ComboBox<Integer> count = new ComboBox<>();
        count.setId("style-cells-count");
        for (int i = 2; i <= MOST; i++) {
            count.getItems().add(i);
        }
        Titles.show(count, value -> Message.of("ui.style-cells-count", value).text());
        count.setValue(5);
        SpokenName.give(count, Texts.of("ui.style-row-classes"));
        CheckBox reversed = new CheckBox();
        reversed.setId("style-cells-reversed");
        reversed.textProperty().bind(Texts.of("ui.style-row-reversed"));
        reversed.setMinWidth(Region.USE_PREF_SIZE);
        Button make = Buttons.words(
                MaterialDesignP.PALETTE_OUTLINE,
                "ui.style-cells-make",
                () -> edits.stopsOfCells(count.getValue(), ramp.getValue(), reversed.isSelected()));
        make.setId("style-cells-make");
        FlowPane choices = new FlowPane(8, 6, count, reversed, make);
        choices.setRowValignment(VPos.CENTER);
        getChildren().setAll(title, ramp, choices);
    }
}
