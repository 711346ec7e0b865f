package riskmap.ui;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import riskmap.base.Message;
import riskmap.geo.crs.Crs;
import riskmap.render.MapPainter;
import riskmap.ui.canvas.CoordinateText;
import riskmap.ui.canvas.MapView;
import riskmap.ui.frame.CoordinateReadout;
import riskmap.ui.frame.FrameViewModel;
import riskmap.ui.frame.NorthArrow;
import riskmap.ui.frame.OverviewMap;
import riskmap.ui.frame.SelectionCount;
import riskmap.ui.frame.SwipeView;
import riskmap.ui.frame.TimeBar;
import riskmap.ui.look.Texts;

/** The map of the window with what stands around it, and what of that the user's preferences remember. */
final class MapFrame implements AutoCloseable {
    private static final PseudoClass UNFILTERED = PseudoClass.getPseudoClass("unfiltered");

    private static final String OVERVIEW = "overview";
    private static final String CORNER = "overview-corner";
    private static final String READOUT = "readout-crs";
    private static final String DEGREES = "degrees";

    private final WindowViewModel model;
    private final MapCommands commands;
    private final SwipeView swipe;
    private final OverviewMap overview;

    MapFrame(Stage stage, WindowViewModel model, MapView map, MapPainter painter, Consumer<Throwable> failed) {
        this.model = model;
        commands = new MapCommands(stage, model);
        swipe = new SwipeView(model.frame(), map, painter, failed);
        overview = new OverviewMap(model.frame(), model.map(), painter, failed);
        model.editing().onApplied(changes -> redraw());
        remember();
    }

    private void remember() {
        Preferences kept = model.preferences();
        FrameViewModel frame = model.frame();
        frame.overview().set("true".equals(kept.choice(OVERVIEW)));
        frame.overview().addListener((property, before, now) -> kept.choose(OVERVIEW, now.toString()));
        for (Pos corner : Pos.values()) {
            if (corner.name().equals(kept.choice(CORNER))) {
                overview.corner().set(corner);
            }
        }
        overview.corner().addListener((property, before, now) -> kept.choose(CORNER, now.name()));
        frame.degrees().set(CoordinateText.Degrees.of(kept.choice(DEGREES)));
        frame.degrees().addListener((property, before, now) -> kept.choose(DEGREES, now.code()));
        frame.readout().addListener((property, before, now) -> {
            String code = now == null ? "" : Crs.code(now);
            kept.choose(READOUT, code == null ? "" : code);
        });
        String code = kept.choice(READOUT);
        if (!code.isEmpty()) {
            model.tasks()
                    .start(
                            Message.of("ui.crs-looking-up"),
                            progress -> Crs.of(code),
                            frame.readout()::set,
                            gone -> kept.choose(READOUT, ""));
        }
    }

    MapCommands commands() {
        return commands;
    }

    OverviewMap overview() {
        return overview;
    }

    /** The map in its frame. */
    Region around(MapView map, Node hud) {
        StackPane over = new StackPane(
                map,
                swipe,
                overview,
                new NorthArrow(model.map()),
                new MapFurniture(map, model.preview(), notice(), model.frame().swiping()),
                hud,
                keyboardMark(map));
        over.setMinSize(120, 80);
        VBox.setVgrow(over, Priority.ALWAYS);
        VBox frame = new VBox(over, new TimeBar(model.frame().time(), map.drawing()));
        frame.setMinSize(120, 80);
        return frame;
    }

    /** A line around the map while the keyboard is in it, for those who brought it there by the keyboard. */
    private static Node keyboardMark(MapView map) {
        Region mark = new Region();
        mark.setId("map-focus");
        mark.getStyleClass().add("map-focus");
        mark.setMouseTransparent(true);
        mark.visibleProperty().bind(map.focusVisibleProperty());
        return mark;
    }

    /** Says on the map that it does not show everything, or calmly that it does. */
    private Label notice() {
        Label notice = new Label();
        notice.setId("time-notice");
        notice.getStyleClass().add("map-notice");
        notice.setMouseTransparent(true);
        notice.setWrapText(true);
        FrameViewModel frame = model.frame();
        notice.textProperty().bind(Texts.of(frame.timeNotice()));
        notice.visibleProperty().bind(frame.time().on());
        frame.timeWhole().addListener((property, before, now) -> notice.pseudoClassStateChanged(UNFILTERED, now));
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    /** Where the pointer is. */
    Node readout(ObservableValue<Point2D> pointer) {
        return new CoordinateReadout(model.map(), model.frame(), pointer, commands::chooseCrs);
    }

    /** How many features are selected. */
    Node selectionCount() {
        return new SelectionCount(model.selection().all(), model.project().workspace(), model.tasks());
    }

    /** Draws the maps anew that lie over the map. */
    void redraw() {
        swipe.map().redraw();
        overview.map().redraw();
    }

    @Override
    public void close() {
        swipe.close();
        overview.close();
    }
}
