package riskmap.ui;

import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.frame.RotationField;
import riskmap.ui.look.SpokenName;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;
import riskmap.ui.look.Waiting;
import riskmap.ui.task.TaskBar;
import riskmap.ui.task.TasksViewModel;

/** The lowest line of the window: running work, coordinates under the pointer, scale, CRS. */
final class StatusBar extends HBox {
    private static final int[] SCALES = {1_000, 2_000, 5_000, 10_000, 25_000, 50_000, 100_000, 200_000, 500_000};

    /** For 1:1,000,000 and the arrow. */
    private static final double LEAST_SCALE = 112;

    private final MapViewModel map;
    private final ComboBox<String> scale = new ComboBox<>();
    /** What the box was given to show, null before. */
    private String shownScale;

    /**
     * Makes the bar.
     *
     * @param readout the coordinates under the pointer
     * @param drawing whether a picture of the map is being drawn
     * @param count how many features are selected
     * @param saved says whether all edits are on the disk
     */
    StatusBar(
            TasksViewModel tasks,
            MapViewModel map,
            Node readout,
            ObservableValue<Boolean> drawing,
            Node count,
            Node saved) {
        this.map = map;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        TaskBar taskBar = new TaskBar(tasks);
        taskBar.setMinWidth(0);
        HBox.setHgrow(taskBar, Priority.ALWAYS);
        Node busy = Waiting.wheel(14);
        busy.visibleProperty().bind(drawing);
        scaleBox();
        getChildren().addAll(taskBar, busy, count, saved, line(), readout, line(), scale, new RotationField(map));
    }

    /** A bar that has no room for all of it does not make the window wider than its screen. */
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    private static Separator line() {
        return new Separator(Orientation.VERTICAL);
    }

    private void scaleBox() {
        scale.setId("status-scale");
        SpokenName.give(scale, Texts.of("ui.scale-tip"));
        scale.setEditable(true);
        scale.setPrefWidth(128);
        scale.setMinWidth(LEAST_SCALE);
        scale.disableProperty().bind(map.isEmpty());
        for (int denominator : SCALES) {
            scale.getItems().add(scaleText(denominator));
        }
        scale.setTooltip(Tips.of("ui.scale-tip"));
        scale.setOnAction(event -> takeScale(scale.getEditor().getText()));
        map.view().addListener(property -> showScale());
        map.crs().addListener(property -> showScale());
        scale.focusedProperty().addListener(property -> showScale());
    }

    /** A box that only loses the keyboard hands over its text too: it counts only where the user has changed it. */
    private void takeScale(String text) {
        double wanted = ScaleText.parse(text);
        if (wanted > 0 && !text.equals(shownScale) && map.crs().get() != null) {
            map.setScaleDenominator(wanted);
        }
        // the box writes what was typed once more when it is done with it
        Platform.runLater(() -> {
            shownScale = null;
            showScale();
        });
    }

    /** The box follows the map, unless the user is typing into it. */
    private void showScale() {
        boolean typing = scale.getEditor().isFocused()
                && shownScale != null
                && !shownScale.equals(scale.getEditor().getText());
        if (map.crs().get() != null && !typing) {
            shownScale = scaleText(map.scaleDenominator());
            scale.getEditor().setText(shownScale);
        }
    }

    private static String scaleText(double denominator) {
        return String.format(Locale.ROOT, "1:%,d", Math.round(denominator));
    }
}
