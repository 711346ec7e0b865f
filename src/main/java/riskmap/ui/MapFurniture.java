package riskmap.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import riskmap.ui.canvas.MapView;

/** What lies over the map without being map: a thin line at the top while a slow picture is being drawn. */
final class MapFurniture extends StackPane {
    /** A picture that takes longer than this shows that something is happening. */
    private static final Duration SLOW = Duration.millis(300);

    MapFurniture(MapView map) {
        setMouseTransparent(true);
        setPickOnBounds(false);
        ProgressBar line = new ProgressBar();
        line.getStyleClass().addAll("small", "map-progress");
        line.setMaxWidth(Double.MAX_VALUE);
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
        getChildren().add(line);
    }
}
