package riskmap.ui.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import riskmap.map.MapTheme;
import riskmap.render.MapPainter;
import riskmap.ui.canvas.MapContent;
import riskmap.ui.canvas.MapView;
import riskmap.ui.look.ChoiceCell;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;
import riskmap.ui.look.Waiting;

/**
 * A second map over the first, seen at the right of a divider that is dragged or moved by the arrow keys; a bar above
 * says and chooses which theme each side shows.
 */
public final class SwipeView extends StackPane implements AutoCloseable {
    private static final double KEY_STEP = 0.02;
    private static final double HANDLE = 12;

    private final FrameViewModel frame;
    private final MapView second;
    private final Region divider = new Region();

    /**
     * Lays the second map over a first one.
     *
     * @param failed told what went wrong with a picture
     */
    public SwipeView(FrameViewModel frame, MapView first, MapPainter painter, Consumer<Throwable> failed) {
        this.frame = frame;
        second = new MapView(first.model(), painter, failed);
        second.setFocusTraversable(false);
        // the first map stays in sight until the second one is drawn
        second.getStyleClass().add("see-through");
        second.pause(true);
        second.content().bind(frame.right());
        Pane holder = new Pane(second);
        holder.setMouseTransparent(true);
        second.prefWidthProperty().bind(first.widthProperty());
        second.prefHeightProperty().bind(first.heightProperty());
        Rectangle clip = new Rectangle();
        clip.xProperty().bind(first.widthProperty().multiply(frame.divider()));
        clip.widthProperty().bind(first.widthProperty());
        clip.heightProperty().bind(first.heightProperty());
        holder.setClip(clip);
        // a picture of no layers yet would be white paper over the first map
        BooleanBinding ready = Bindings.createBooleanBinding(
                () -> frame.swiping().get() && frame.right().get() != MapContent.EMPTY, frame.swiping(), frame.right());
        holder.visibleProperty().bind(ready);
        first.second().getChildren().add(holder);
        holder.visibleProperty().addListener((property, before, now) -> second.pause(!now));
        divider(first);
        HBox bar = bar(ready.not().or(second.drawing()));
        setAlignment(bar, Pos.TOP_CENTER);
        setAlignment(divider, Pos.TOP_LEFT);
        setPickOnBounds(false);
        visibleProperty().bind(frame.swiping());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(divider, bar);
    }

    /** The second map, to be drawn anew with the first. */
    public MapView map() {
        return second;
    }

    private void divider(MapView first) {
        divider.setId("swipe-divider");
        divider.getStyleClass().add("swipe-divider");
        divider.setCursor(Cursor.H_RESIZE);
        divider.setMinWidth(HANDLE);
        divider.setMaxWidth(HANDLE);
        divider.prefHeightProperty().bind(first.heightProperty());
        divider.translateXProperty()
                .bind(first.widthProperty().multiply(frame.divider()).subtract(HANDLE / 2));
        divider.setFocusTraversable(true);
        divider.setAccessibleRole(javafx.scene.AccessibleRole.SLIDER);
        divider.accessibleTextProperty().bind(Texts.of("ui.swipe-divider"));
        Tooltip.install(divider, Tips.of("ui.swipe-divider"));
        divider.setOnMousePressed(event -> divider.requestFocus());
        divider.setOnMouseDragged(event -> {
            double x = first.sceneToLocal(event.getSceneX(), event.getSceneY()).getX();
            move(x / first.getWidth());
            event.consume();
        });
        divider.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case LEFT -> move(frame.divider().get() - KEY_STEP);
                case RIGHT -> move(frame.divider().get() + KEY_STEP);
                case HOME -> move(0);
                case END -> move(1);
                case ESCAPE -> frame.swiping().set(false);
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    private void move(double part) {
        frame.divider().set(Math.max(0, Math.min(1, part)));
    }

    /** @param waiting whether what lies at the right is still the map of the left side, or not sharp yet */
    private HBox bar(BooleanBinding waiting) {
        Button close = new Button();
        close.setId("swipe-close");
        close.setGraphic(Icons.of(MaterialDesignC.CLOSE, 16));
        close.getStyleClass().addAll("flat", "button-icon");
        Tips.name(close, "ui.swipe-close");
        close.setOnAction(event -> frame.swiping().set(false));
        Label between = new Label("◂ ▸");
        Node wheel = Waiting.wheel(16);
        wheel.setId("swipe-waiting");
        wheel.visibleProperty().bind(waiting);
        HBox bar = new HBox(
                6,
                choice("swipe-left", "ui.swipe-left", frame.leftTheme()),
                between,
                choice("swipe-right", "ui.swipe-right", frame.rightTheme()),
                wheel,
                close);
        bar.getStyleClass().add("map-bar");
        bar.setAlignment(Pos.CENTER);
        bar.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return bar;
    }

    private ComboBox<String> choice(String id, String name, StringProperty theme) {
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setPrefWidth(150);
        Tips.name(box, name);
        Runnable fill = () -> {
            List<String> names = new ArrayList<>();
            names.add("");
            frame.views().views().get().themes().stream().map(MapTheme::name).forEach(names::add);
            String chosen = theme.get();
            box.getItems().setAll(names);
            box.setValue(chosen);
        };
        ChoiceCell.use(
                box,
                value -> value == null || value.isEmpty()
                        ? Texts.of("ui.theme-none").get()
                        : value);
        frame.views().views().addListener(property -> fill.run());
        theme.addListener((property, before, now) -> box.setValue(now));
        box.valueProperty().addListener((property, before, now) -> {
            if (now != null) {
                theme.set(now);
            }
        });
        fill.run();
        return box;
    }

    @Override
    public void close() {
        second.close();
    }
}
