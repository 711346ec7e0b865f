package riskmap.ui.frame;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import riskmap.render.MapPainter;
import riskmap.render.PaintLayer;
import riskmap.style.Unlabelled;
import riskmap.ui.canvas.MapContent;
import riskmap.ui.canvas.MapView;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.canvas.View;
import riskmap.ui.look.Icons;
import riskmap.ui.look.Texts;
import riskmap.ui.look.Tips;

/**
 * A small map of the whole in a corner of the map, with a frame around what is in sight. The frame is dragged, a click
 * elsewhere brings it there, the arrow keys move it; a button takes the small map to the next corner.
 */
public final class OverviewMap extends StackPane implements AutoCloseable {
    private static final double WIDTH = 220;
    private static final double HEIGHT = 165;
    /** A frame smaller than this could not be seen or grasped. */
    private static final double LEAST = 7;

    private static final List<Pos> CORNERS = List.of(Pos.BOTTOM_RIGHT, Pos.BOTTOM_LEFT, Pos.TOP_LEFT, Pos.TOP_RIGHT);

    private final MapViewModel map;
    private final MapViewModel small = new MapViewModel();
    private final MapView view;
    private final Polygon frame = new Polygon();
    private final ObjectProperty<Pos> corner = new SimpleObjectProperty<>(CORNERS.get(0));
    /** Map place of the pointer less the middle of the map, while the frame is dragged; else null. */
    private Coordinate grip;

    /**
     * Makes it for a map.
     *
     * @param model whether it is shown, and what the map shows
     * @param failed told what went wrong with a picture
     */
    public OverviewMap(
            FrameViewModel model, MapViewModel map, MapPainter painter, java.util.function.Consumer<Throwable> failed) {
        this.map = map;
        view = new MapView(small, painter, failed);
        view.setId("overview-map");
        view.setFocusTraversable(true);
        view.accessibleTextProperty().bind(Texts.of("ui.overview-name"));
        view.pause(true);
        view.content()
                .bind(Bindings.createObjectBinding(
                        () -> withoutLabels(model.left().get()), model.left()));
        getStyleClass().add("overview");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        frame.getStyleClass().add("overview-frame");
        frame.setManaged(false);
        view.overlay().getChildren().add(frame);
        getChildren().addAll(view, cornerButton());
        visibleProperty().bind(model.overview().and(map.isEmpty().not()));
        managedProperty().bind(visibleProperty());
        visibleProperty().addListener((property, before, now) -> {
            whole();
            view.pause(!now);
        });
        corner.addListener((property, before, now) -> setAlignment(this, now));
        setAlignment(this, corner.get());
        map.crs().addListener(property -> whole());
        map.view().addListener(property -> follow());
        small.view().addListener(property -> follow());
        view.widthProperty().addListener(property -> whole());
        view.heightProperty().addListener(property -> whole());
        view.setCursor(Cursor.HAND);
        view.setOnMousePressed(this::press);
        view.setOnMouseDragged(this::drag);
        view.setOnMouseReleased(event -> {
            if (grip != null) {
                grip = null;
                map.endDrag();
            }
            event.consume();
        });
        view.setOnScroll(event -> {
            map.zoomBy(event.getDeltaY() > 0 ? Math.sqrt(2) : Math.sqrt(0.5));
            event.consume();
        });
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Names as large as those of the map would cover what it is to show. */
    private static MapContent withoutLabels(MapContent content) {
        return new MapContent(content.layers().stream()
                .map(layer -> layer.style() == null
                        ? layer
                        : new PaintLayer(
                                layer.id(),
                                layer.data(),
                                Unlabelled.of(layer.style()),
                                layer.filter(),
                                layer.opacity()))
                .toList());
    }

    /** The corners it can stand in, in the order its button takes. */
    public static List<Pos> corners() {
        return CORNERS;
    }

    /** The corner it stands in. */
    public ObjectProperty<Pos> corner() {
        return corner;
    }

    /** The small map, to be drawn anew with the large one. */
    public MapView map() {
        return view;
    }

    private Button cornerButton() {
        Button button = new Button();
        button.setId("overview-corner");
        button.setGraphic(Icons.of(MaterialDesignA.ARROW_ALL, 14));
        button.getStyleClass().addAll("flat", "button-icon", "overview-corner");
        Tips.name(button, "ui.overview-corner");
        button.setOnAction(event -> corner.set(CORNERS.get((CORNERS.indexOf(corner.get()) + 1) % CORNERS.size())));
        setAlignment(button, Pos.TOP_RIGHT);
        return button;
    }

    /** Shows the whole map, north up; again whenever that reaches further. */
    private void whole() {
        if (map.crs().get() == null) {
            small.show(null, new Envelope(), new Envelope());
        } else if (isVisible()) {
            Envelope whole = map.fullExtent();
            small.show(map.crs().get(), whole, whole);
        }
        follow();
    }

    private void follow() {
        if (!isVisible() || map.crs().get() == null) {
            return;
        }
        if (!small.fullExtent().equals(map.fullExtent())) {
            whole();
            return;
        }
        View large = map.view().get();
        View own = small.view().get();
        Coordinate middle = new Coordinate(large.centreX(), large.centreY());
        double halfX = Math.max(LEAST, large.width() * large.unitsPerPixel() / own.unitsPerPixel()) / 2;
        double halfY = Math.max(LEAST, large.height() * large.unitsPerPixel() / own.unitsPerPixel()) / 2;
        double x = own.viewX(middle.x, middle.y);
        double y = own.viewY(middle.x, middle.y);
        double cos = Math.cos(Math.toRadians(-large.rotation()));
        double sin = Math.sin(Math.toRadians(-large.rotation()));
        frame.getPoints().clear();
        for (int[] at : new int[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}) {
            double dx = at[0] * halfX;
            double dy = at[1] * halfY;
            frame.getPoints().addAll(x + cos * dx - sin * dy, y + sin * dx + cos * dy);
        }
    }

    private Coordinate world(MouseEvent event) {
        return small.view().get().world(event.getX(), event.getY());
    }

    private void press(MouseEvent event) {
        view.requestFocus();
        map.beginDrag();
        View large = map.view().get();
        Coordinate at = world(event);
        boolean held = frame.contains(new Point2D(event.getX(), event.getY()));
        grip = held ? new Coordinate(at.x - large.centreX(), at.y - large.centreY()) : new Coordinate(0, 0);
        if (!held) {
            map.centreOn(at.x, at.y);
        }
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (grip != null) {
            Coordinate at = world(event);
            map.centreOn(at.x - grip.x, at.y - grip.y);
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        View large = map.view().get();
        double step = 0.25;
        switch (event.getCode()) {
            case LEFT -> map.panBy(large.width() * step, 0);
            case RIGHT -> map.panBy(-large.width() * step, 0);
            case UP -> map.panBy(0, large.height() * step);
            case DOWN -> map.panBy(0, -large.height() * step);
            case PLUS, EQUALS, ADD -> map.zoomBy(Math.sqrt(2));
            case MINUS, SUBTRACT -> map.zoomBy(Math.sqrt(0.5));
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        Region region = this;
        Rectangle clip = new Rectangle(region.getWidth(), region.getHeight());
        setClip(clip);
    }

    @Override
    public void close() {
        view.close();
    }
}
