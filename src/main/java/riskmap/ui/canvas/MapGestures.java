package riskmap.ui.canvas;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;
import org.locationtech.jts.geom.Coordinate;

/**
 * Mouse and keyboard on the map: drag to pan, shift and drag for box zoom, wheel to zoom about the pointer, arrows to
 * pan, plus and minus to zoom, drag with the right button and Ctrl to turn. A click without a drag goes to the tool in hand.
 */
public final class MapGestures {
    /** Movement up to this many pixels is a click, not a drag. */
    private static final double CLICK_SLOP = 4;
    /** Factor of one notch of the wheel. */
    private static final double NOTCH = Math.sqrt(2);

    private static final double KEY_STEP = 80;

    private final MapView view;
    private final Rectangle box = new Rectangle();
    private final ObjectProperty<MapTool> tool = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Point2D> pointer = new ReadOnlyObjectWrapper<>();
    private Point2D pressed;
    private Point2D last;
    private boolean dragged;
    private boolean boxing;
    /** Whether this drag turns the map: right button with Ctrl. */
    private boolean turning;
    /** Whether the tool in hand has taken this drag. */
    private boolean grabbed;

    /** Listens on a map view. */
    public MapGestures(MapView view) {
        this.view = view;
        box.getStyleClass().add("zoom-box");
        box.setVisible(false);
        box.setManaged(false);
        view.overlay().getChildren().add(box);
        view.setOnMousePressed(this::press);
        view.setOnMouseDragged(this::drag);
        view.setOnMouseReleased(this::release);
        view.setOnMouseMoved(this::move);
        view.setOnMouseExited(event -> pointer.set(null));
        view.setOnScroll(this::scroll);
        view.setOnKeyPressed(this::key);
        view.setOnKeyTyped(event -> {
            if (tool.get() != null && tool.get().key(event)) {
                event.consume();
            }
        });
        tool.addListener((property, before, now) -> {
            if (before != null) {
                before.reset();
            }
            grabbed = false;
            view.setCursor(now == null ? Cursor.DEFAULT : now.cursor());
            if (now != null) {
                now.taken();
            }
        });
    }

    /** The tool in hand. */
    public ObjectProperty<MapTool> tool() {
        return tool;
    }

    /** Where the pointer is, in view pixels; null off the map. */
    public ReadOnlyObjectProperty<Point2D> pointer() {
        return pointer.getReadOnlyProperty();
    }

    private MapViewModel model() {
        return view.model();
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        pressed = new Point2D(event.getX(), event.getY());
        last = pressed;
        dragged = false;
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        grabbed = primary && tool.get() != null && tool.get().grabs(MapPointer.of(event));
        boxing = primary && !grabbed && event.isShiftDown();
        turning = event.getButton() == MouseButton.SECONDARY && event.isShortcutDown();
    }

    private void drag(MouseEvent event) {
        Point2D now = new Point2D(event.getX(), event.getY());
        pointer.set(now);
        if (pressed == null || !dragged && now.distance(pressed) <= CLICK_SLOP) {
            return;
        }
        if (grabbed) {
            dragged = true;
            tool.get().dragged(MapPointer.of(event));
            last = now;
            return;
        }
        if (!dragged && !boxing) {
            view.setCursor(Cursor.CLOSED_HAND);
            model().beginDrag();
        }
        dragged = true;
        if (boxing) {
            box.setX(Math.min(pressed.getX(), now.getX()));
            box.setY(Math.min(pressed.getY(), now.getY()));
            box.setWidth(Math.abs(now.getX() - pressed.getX()));
            box.setHeight(Math.abs(now.getY() - pressed.getY()));
            box.setVisible(true);
        } else if (turning) {
            turn(now);
        } else if (event.getButton() != MouseButton.SECONDARY) {
            model().panBy(now.getX() - last.getX(), now.getY() - last.getY());
        }
        last = now;
    }

    /** The map follows the pointer around its middle. */
    private void turn(Point2D now) {
        View view = model().view().get();
        Point2D middle = new Point2D(view.width() / 2, view.height() / 2);
        double from = Math.atan2(last.getY() - middle.getY(), last.getX() - middle.getX());
        double to = Math.atan2(now.getY() - middle.getY(), now.getX() - middle.getX());
        model().rotateTo(view.rotation() + Math.toDegrees(to - from));
    }

    private void release(MouseEvent event) {
        if (pressed == null) {
            return;
        }
        view.setCursor(tool.get() == null ? Cursor.DEFAULT : tool.get().cursor());
        if (dragged && !boxing && !grabbed) {
            model().endDrag();
        }
        if (boxing && dragged) {
            zoomToBox();
        } else if (tool.get() != null) {
            toTool(event);
        }
        pressed = null;
        boxing = false;
        turning = false;
        grabbed = false;
    }

    private void toTool(MouseEvent event) {
        MapPointer at = MapPointer.of(event);
        if (grabbed && dragged) {
            tool.get().dropped(at);
        } else if (!dragged && event.getButton() == MouseButton.PRIMARY) {
            tool.get().clicked(at);
        } else if (!dragged && event.getButton() == MouseButton.SECONDARY) {
            tool.get().finished(at);
        }
    }

    private void zoomToBox() {
        box.setVisible(false);
        if (box.getWidth() < CLICK_SLOP || box.getHeight() < CLICK_SLOP) {
            return;
        }
        View now = model().view().get();
        // a box on a turned map is turned as well: about its middle, as large as the view allows
        double factor = Math.min(now.width() / box.getWidth(), now.height() / box.getHeight());
        Coordinate middle = now.world(box.getX() + box.getWidth() / 2, box.getY() + box.getHeight() / 2);
        model().zoomAbout(middle, factor);
    }

    private void move(MouseEvent event) {
        pointer.set(new Point2D(event.getX(), event.getY()));
        if (tool.get() != null) {
            tool.get().moved(MapPointer.of(event));
        }
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            double notches = Math.max(-4, Math.min(4, event.getDeltaY() / 40));
            model().zoomBy(Math.pow(NOTCH, notches), event.getX(), event.getY());
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() || event.isShortcutDown()) {
            // an accelerator of a command, such as Alt+Left for the previous extent
            return;
        }
        if (tool.get() != null && tool.get().key(event)) {
            event.consume();
            return;
        }
        switch (event.getCode()) {
            case LEFT -> model().panBy(KEY_STEP, 0);
            case RIGHT -> model().panBy(-KEY_STEP, 0);
            case UP -> model().panBy(0, KEY_STEP);
            case DOWN -> model().panBy(0, -KEY_STEP);
            case PLUS, EQUALS, ADD -> model().zoomBy(NOTCH);
            case MINUS, SUBTRACT -> model().zoomBy(1 / NOTCH);
            case ESCAPE -> {
                boxing = false;
                box.setVisible(false);
                if (tool.get() != null) {
                    tool.get().reset();
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
