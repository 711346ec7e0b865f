package riskmap.ui;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.geo.Crs;
import riskmap.geo.CrsTransform;
import riskmap.ui.canvas.CoordinateText;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.canvas.View;
import riskmap.ui.look.Texts;
import riskmap.ui.task.TaskBar;
import riskmap.ui.task.TasksViewModel;

/** The lowest line of the window: running work, coordinates under the pointer, scale, CRS. */
final class StatusBar extends HBox {
    private static final int[] SCALES = {1_000, 2_000, 5_000, 10_000, 25_000, 50_000, 100_000, 200_000, 500_000};

    private final MapViewModel map;
    private final Label position = new Label();
    private final Label degrees = new Label();
    private final ComboBox<String> scale = new ComboBox<>();
    private CrsTransform toDegrees;
    /** What the box was given to show, null before. */
    private String shownScale;

    /**
     * Makes the bar.
     *
     * @param pointer where the pointer is on the map, in view pixels; null off it
     * @param drawing whether a picture of the map is being drawn
     * @param saved says whether all edits are on the disk
     */
    StatusBar(
            TasksViewModel tasks,
            MapViewModel map,
            ObservableValue<Point2D> pointer,
            ObservableValue<Boolean> drawing,
            Node saved) {
        this.map = map;
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        TaskBar taskBar = new TaskBar(tasks);
        taskBar.setMinWidth(0);
        HBox.setHgrow(taskBar, Priority.ALWAYS);
        ProgressIndicator busy = new ProgressIndicator();
        busy.getStyleClass().add("map-busy");
        busy.setPrefSize(14, 14);
        busy.visibleProperty().bind(drawing);
        position.setId("status-position");
        degrees.setId("status-degrees");
        Label crs = new Label();
        crs.setId("status-crs");
        crs.textProperty()
                .bind(Bindings.createStringBinding(() -> crsText(map.crs().get()), map.crs()));
        Tooltip name = new Tooltip();
        name.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> map.crs().get() == null ? "" : Crs.title(map.crs().get()), map.crs()));
        crs.setTooltip(name);
        scaleBox();
        for (Label label : new Label[] {position, degrees, crs}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(taskBar, busy, saved, line(), position, line(), degrees, line(), scale, line(), crs);
        pointer.addListener((property, before, now) -> show(now));
        map.crs().addListener((property, before, now) -> {
            toDegrees = now == null ? null : Crs.transform(now, Crs.of("EPSG:4490"));
            show(null);
        });
        show(null);
    }

    private static Separator line() {
        return new Separator(Orientation.VERTICAL);
    }

    private static String crsText(CoordinateReferenceSystem crs) {
        if (crs == null) {
            return "–";
        }
        String code = Crs.code(crs);
        return code == null ? Crs.title(crs) : code;
    }

    private void show(Point2D at) {
        if (at == null || toDegrees == null) {
            // the width stays, so that nothing jumps when the pointer leaves the map
            position.setText("–");
            degrees.setText("–");
            return;
        }
        View view = map.view().get();
        double[] place = {view.worldX(at.getX()), view.worldY(at.getY())};
        position.setText(CoordinateText.inMapUnits(place[0], place[1], map.crs().get()));
        try {
            toDegrees.apply(place, 1);
            boolean onEarth = Math.abs(place[0]) <= 360 && Math.abs(place[1]) <= 90;
            degrees.setText(onEarth ? CoordinateText.degrees(place[0], place[1]) : "–");
        } catch (RuntimeException e) {
            // far outside the projection there are no degrees
            degrees.setText("–");
        }
    }

    private void scaleBox() {
        scale.setId("status-scale");
        scale.setEditable(true);
        scale.setPrefWidth(128);
        scale.disableProperty().bind(map.isEmpty());
        for (int denominator : SCALES) {
            scale.getItems().add(scaleText(denominator));
        }
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(Texts.of("ui.scale-tip"));
        scale.setTooltip(tip);
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
        shownScale = null;
        showScale();
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
