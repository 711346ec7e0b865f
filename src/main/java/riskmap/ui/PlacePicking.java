package riskmap.ui;

import java.util.function.Function;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Message;
import riskmap.ui.canvas.CoordinateText;
import riskmap.ui.canvas.MapGestures;
import riskmap.ui.canvas.MapTool;
import riskmap.ui.canvas.MapView;
import riskmap.ui.canvas.PlaceTool;
import riskmap.ui.form.PlacePicker;

/** Lets the user click a place of the map for a form: until then the tool in hand rests; Escape gives up. */
final class PlacePicking implements PlacePicker {
    private final WindowViewModel model;
    private final MapView map;
    private final MapGestures gestures;
    private final Function<Tool, MapTool> tools;

    PlacePicking(WindowViewModel model, MapView map, MapGestures gestures, Function<Tool, MapTool> tools) {
        this.model = model;
        this.map = map;
        this.gestures = gestures;
        this.tools = tools;
    }

    @Override
    public void pick(Message what, Listener listener) {
        Pick pick = new Pick(what, listener, map.getScene());
        gestures.tool().set(pick.tool);
        pick.scene.addEventFilter(KeyEvent.KEY_PRESSED, pick);
        model.tasks().say(Message.of("ui.place-pick", what));
        map.requestFocus();
    }

    /** One wait for a click. */
    private final class Pick implements PlaceTool.Listener, EventHandler<KeyEvent> {
        private final Message what;
        private final Listener listener;
        private final Scene scene;
        private final PlaceTool tool = new PlaceTool(map, this);

        Pick(Message what, Listener listener, Scene scene) {
            this.what = what;
            this.listener = listener;
            this.scene = scene;
        }

        @Override
        public void handle(KeyEvent event) {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                tool.reset();
            }
        }

        @Override
        public void picked(Coordinate place) {
            ended();
            listener.picked(place);
            String text = CoordinateText.inMapUnits(
                    place.getX(), place.getY(), map.viewport().crs());
            model.tasks().say(Message.of("ui.place-picked", what, text));
        }

        @Override
        public void gaveUp() {
            ended();
            model.tasks().say(Message.of("ui.place-given-up", what));
        }

        private void ended() {
            scene.removeEventFilter(KeyEvent.KEY_PRESSED, this);
            // when another tool was taken up, that one stays
            if (gestures.tool().get() == tool) {
                gestures.tool().set(tools.apply(model.tool().get()));
            }
        }
    }
}
