package riskmap.ui.style;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import riskmap.style.ColourStop;
import riskmap.ui.look.ColourText;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;

/** The colour map of a raster: a colour, the value it stands for and its name in the legend, one line each. */
final class StopsView extends VBox {
    private final RuleEdits edits;
    private final List<ColourStop> stops;

    StopsView(RuleEdits edits, List<ColourStop> stops) {
        super(4);
        this.edits = edits;
        this.stops = stops;
        setId("style-stops");
        Label title = new Label();
        title.textProperty().bind(Texts.of("ui.style-stops"));
        getChildren().add(title);
        for (int i = 0; i < stops.size(); i++) {
            getChildren().add(row(i));
        }
        Button add = new Button();
        add.setId("style-stop-add");
        add.textProperty().bind(Texts.of("ui.style-stop-add"));
        add.setOnAction(event -> {
            List<ColourStop> more = new ArrayList<>(stops);
            more.add(new ColourStop("#ffffff", next(), "", ""));
            edits.changeStops(more);
        });
        getChildren().add(add);
    }

    private String next() {
        try {
            return stops.isEmpty()
                    ? "0"
                    : String.valueOf(
                            Double.parseDouble(stops.get(stops.size() - 1).quantity()) + 1);
        } catch (NumberFormatException e) {
            return "0";
        }
    }

    private HBox row(int index) {
        ColourStop stop = stops.get(index);
        ColorPicker colour = new ColorPicker(ColourText.colour(stop.colour()));
        colour.setStyle("-fx-color-label-visible: false;");
        colour.setMaxHeight(Double.MAX_VALUE);
        colour.accessibleTextProperty().bind(Texts.of("ui.style-stop-colour"));
        TextField quantity = text(stop.quantity(), "ui.style-stop-quantity", 6);
        TextField label = text(stop.label(), "ui.style-stop-label", 8);
        HBox.setHgrow(label, Priority.ALWAYS);
        Runnable changed = () -> change(
                index,
                new ColourStop(
                        ColourText.opaque(colour.getValue()),
                        quantity.getText().strip(),
                        stop.opacity(),
                        label.getText().strip()));
        colour.setOnAction(event -> changed.run());
        for (TextField field : List.of(quantity, label)) {
            field.setOnAction(event -> changed.run());
            field.focusedProperty().addListener((property, before, now) -> {
                if (!now) {
                    changed.run();
                }
            });
        }
        Button remove = new Button(null, Icons.of(MaterialDesignM.MINUS, 14));
        remove.accessibleTextProperty().bind(Texts.of("ui.style-stop-remove"));
        remove.setOnAction(event -> {
            List<ColourStop> fewer = new ArrayList<>(stops);
            fewer.remove(index);
            edits.changeStops(fewer);
        });
        return new HBox(4, colour, quantity, label, remove);
    }

    private static TextField text(String value, String key, int columns) {
        TextField field = new TextField(value);
        field.setPrefColumnCount(columns);
        field.setMinWidth(50);
        field.promptTextProperty().bind(Texts.of(key));
        field.accessibleTextProperty().bind(Texts.of(key));
        return field;
    }

    private void change(int index, ColourStop now) {
        if (!now.equals(stops.get(index))
                && !(now.colour().equalsIgnoreCase(stops.get(index).colour())
                        && now.quantity().equals(stops.get(index).quantity())
                        && now.label().equals(stops.get(index).label()))) {
            List<ColourStop> changed = new ArrayList<>(stops);
            changed.set(index, now);
            edits.changeStops(changed);
        }
    }
}
