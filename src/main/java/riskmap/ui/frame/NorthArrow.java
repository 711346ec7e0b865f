package riskmap.ui.frame;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/** The north arrow over a turned map; a press turns the map back to north. Not there while north is up. */
public final class NorthArrow extends Button {
    /** Makes the arrow of a map. */
    public NorthArrow(MapViewModel map) {
        setId("north-arrow");
        getStyleClass().addAll("flat", "north-arrow");
        Circle disc = new Circle(17);
        disc.getStyleClass().add("north-disc");
        Polygon north = new Polygon(0, -13, 5.5, 0, -5.5, 0);
        north.getStyleClass().add("north-half");
        Polygon south = new Polygon(0, 13, 5.5, 0, -5.5, 0);
        south.getStyleClass().add("south-half");
        Group needle = new Group(disc, north, south);
        map.view().addListener((property, before, now) -> needle.setRotate(now.rotation()));
        setGraphic(needle);
        setFocusTraversable(false);
        visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> map.view().get().rotation() != 0, map.view()));
        managedProperty().bind(visibleProperty());
        setOnAction(event -> map.rotateTo(0));
        accessibleTextProperty().bind(Texts.of("ui.command.rotate-reset"));
        setTooltip(Tips.of("ui.north-tip"));
        StackPane.setAlignment(this, Pos.TOP_RIGHT);
    }
}
