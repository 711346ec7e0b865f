package riskmap.ui.frame;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Language;
import riskmap.geo.crs.Crs;
import riskmap.geo.crs.CrsTransform;
import riskmap.print.CrsTitle;
import riskmap.ui.canvas.CoordinateText;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.look.Texts;

/**
 * Where the pointer is: in the CRS the user has chosen and as degrees, minutes and seconds of CGCS2000; the button at the
 * end says which CRS that is and lets one choose another.
 */
public final class CoordinateReadout extends HBox {
    /** In a window narrower than this, as on an enlarged screen, one form of the coordinates has room, not both. */
    private static final double WIDE = 900;

    private final MapViewModel map;
    private final FrameViewModel frame;
    private final Label position = new Label();
    private final Label degrees = new Label();
    private CrsTransform toDegrees;
    private CrsTransform toReadout;

    /**
     * Makes it.
     *
     * @param pointer where the pointer is on the map, in view pixels; null off it
     * @param choose asks for another CRS
     */
    public CoordinateReadout(
            MapViewModel map, FrameViewModel frame, ObservableValue<Point2D> pointer, Runnable choose) {
        this.map = map;
        this.frame = frame;
        getStyleClass().add("coordinate-readout");
        setAlignment(Pos.CENTER_LEFT);
        position.setId("status-position");
        degrees.setId("status-degrees");
        Button crs = new Button();
        crs.setId("status-crs");
        crs.getStyleClass().addAll("flat", "status-button");
        crs.textProperty().bind(Bindings.createStringBinding(() -> crsText(crs()), map.crs(), frame.readout()));
        crs.disableProperty().bind(map.isEmpty());
        crs.setOnAction(event -> choose.run());
        crs.accessibleTextProperty().bind(Texts.of("ui.crs-button"));
        Tooltip name = new Tooltip();
        name.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> (crs() == null ? "" : CrsTitle.inLine(crs(), Language.current()) + "\n")
                                + Texts.of("ui.crs-button").get(),
                        map.crs(),
                        frame.readout(),
                        Texts.language()));
        crs.setTooltip(name);
        for (Region part : new Region[] {position, degrees, crs}) {
            part.setMinWidth(Region.USE_PREF_SIZE);
        }
        Separator between = new Separator(Orientation.VERTICAL);
        ObservableValue<Boolean> wide = sceneProperty()
                .flatMap(Scene::widthProperty)
                .map(width -> width.doubleValue() >= WIDE)
                .orElse(true);
        for (Node part : new Node[] {between, degrees}) {
            part.visibleProperty().bind(wide);
            part.managedProperty().bind(part.visibleProperty());
        }
        getChildren().addAll(position, between, degrees, new Separator(Orientation.VERTICAL), crs);
        pointer.addListener((property, before, now) -> show(now));
        map.crs().addListener(property -> changed());
        frame.readout().addListener(property -> changed());
        changed();
    }

    private CoordinateReferenceSystem crs() {
        return frame.readout().get() == null ? map.crs().get() : frame.readout().get();
    }

    private static String crsText(CoordinateReferenceSystem crs) {
        if (crs == null) {
            return "–";
        }
        String code = Crs.code(crs);
        return code == null ? Crs.title(crs) : code;
    }

    private void changed() {
        CoordinateReferenceSystem own = map.crs().get();
        toDegrees = own == null ? null : Crs.transform(own, Crs.of("EPSG:4490"));
        toReadout = own == null ? null : Crs.transform(own, crs());
        show(null);
    }

    private void show(Point2D at) {
        if (at == null || toDegrees == null) {
            // the width stays, so that nothing jumps when the pointer leaves the map
            position.setText("–");
            degrees.setText("–");
            return;
        }
        Coordinate world = map.view().get().world(at.getX(), at.getY());
        double[] own = moved(world, toReadout);
        position.setText(own == null ? "–" : CoordinateText.inMapUnits(own[0], own[1], crs()));
        double[] place = moved(world, toDegrees);
        boolean onEarth = place != null && Math.abs(place[0]) <= 360 && Math.abs(place[1]) <= 90;
        degrees.setText(
                onEarth
                        ? CoordinateText.degrees(
                                place[0], place[1], frame.degrees().get())
                        : "–");
    }

    /** Far outside a projection there are no coordinates: null. */
    private static double[] moved(Coordinate world, CrsTransform transform) {
        double[] place = {world.x, world.y};
        try {
            transform.apply(place, 1);
        } catch (RuntimeException outside) {
            return null;
        }
        return Double.isFinite(place[0] + place[1]) ? place : null;
    }
}
