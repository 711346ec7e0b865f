package riskmap.ui;

import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import riskmap.ui.canvas.MapView;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Waiting;

/**
 * What lies over the map without being map: a line at the top while a slow picture is being drawn, and below it, one under
 * the other, a word on what the map leaves out and one on what is a preview.
 */
final class MapFurniture extends StackPane {
    /** A picture that takes longer than this shows that something is happening. */
    private static final Duration SLOW = Duration.millis(300);

    /** How far down the titles of two maps side by side reach, in pixels. */
    private static final double TITLES = 46;

    /**
     * Lays it over a map.
     *
     * @param notice says what the map leaves out
     * @param swiping whether two maps lie side by side, under their titles
     */
    MapFurniture(MapView map, ObservableValue<MapPreview> preview, Label notice, ObservableBooleanValue swiping) {
        setMouseTransparent(true);
        setPickOnBounds(false);
        Region line = Waiting.line();
        line.getStyleClass().add("map-progress");
        line.setMaxHeight(Region.USE_PREF_SIZE);
        line.setVisible(false);
        PauseTransition patience = new PauseTransition(SLOW);
        patience.setOnFinished(event -> line.setVisible(map.drawing().get()));
        map.drawing().addListener((property, before, now) -> {
            if (now) {
                patience.playFromStart();
            } else {
                patience.stop();
                line.setVisible(false);
            }
        });
        setAlignment(line, Pos.TOP_CENTER);
        VBox words = new VBox(notice, banner(preview));
        words.setAlignment(Pos.TOP_CENTER);
        words.translateYProperty().bind(Bindings.when(swiping).then(TITLES).otherwise(0));
        getChildren().addAll(line, words);
    }

    /** Says that what is painted over the map is not stored. */
    private static Label banner(ObservableValue<MapPreview> preview) {
        Label banner = new Label();
        banner.setId("map-preview");
        banner.getStyleClass().add("map-preview");
        banner.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> preview.getValue() == null
                                ? ""
                                : preview.getValue().title().text(),
                        preview,
                        Texts.language()));
        banner.visibleProperty().bind(banner.textProperty().isNotEmpty());
        banner.managedProperty().bind(banner.visibleProperty());
        VBox.setMargin(banner, new Insets(10, 0, 0, 0));
        return banner;
    }
}
