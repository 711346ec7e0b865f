package riskmap.ui.style;

import java.util.function.DoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A slider with what it stands at written beside it: without that nobody can give two layers the same. */
final class ValuedSlider extends HBox {
    /** Values are whole parts of this many. */
    private static final double STEPS = 20;

    /** Shows a slider with its value in words. */
    ValuedSlider(Slider slider, DoubleFunction<String> words) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        Label value = new Label();
        value.getStyleClass().add("slider-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        value.textProperty()
                .bind(Bindings.createStringBinding(() -> words.apply(rounded(slider)), slider.valueProperty()));
        value.visibleProperty().bind(slider.visibleProperty());
        HBox.setHgrow(slider, Priority.ALWAYS);
        slider.setMaxWidth(Double.MAX_VALUE);
        // the value grows by a digit at one end
        slider.setMinWidth(60);
        getChildren().setAll(slider, value);
    }

    /** A share as percent. */
    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** What a slider stands at, to the step that is kept. */
    static double rounded(Slider slider) {
        return Math.round(slider.getValue() * STEPS) / STEPS;
    }
}
