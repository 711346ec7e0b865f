package riskmap.ui.layout;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Point2D;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import riskmap.map.Box;
import riskmap.map.Layout;
import riskmap.map.LayoutItem;
import riskmap.ui.look.Pixels;

/**
 * The page on the screen: its picture, outlines of the items over it, handles of the selected one, and guides while
 * something moves. A click selects, a drag moves, a drag of a handle resizes, a drag over nothing selects what it
 * surrounds; with a kind of item in hand a drag draws a new one.
 */
final class PageView extends Pane {
    /** Edges within this many pixels of a guide are caught. */
    private static final double REACH = 7;

    private static final double HANDLE = 8;
    /** A new item is at least so large, in millimetres: a click alone makes one too. */
    private static final double LEAST = 12;

    private final LayoutViewModel model;
    /** Pixels per millimetre. */
    private final DoubleProperty zoom = new SimpleDoubleProperty(2.2);
    /** The kind of item to be drawn, empty for none. */
    private final StringProperty kind = new SimpleStringProperty("");

    private final Rectangle paper = new Rectangle();
    private final ImageView picture = new ImageView();
    private final Group outlines = new Group();
    private final Group handles = new Group();
    private final Group guides = new Group();
    private final Rectangle band = new Rectangle();

    private Point2D start;
    private int corner = -1;
    private Box moved;
    private boolean banding;
    private PageSnapping snapping;

    PageView(LayoutViewModel model) {
        this.model = model;
        setId("layout-page");
        getStyleClass().add("layout-page");
        paper.getStyleClass().add("layout-paper");
        band.getStyleClass().add("layout-band");
        band.setVisible(false);
        picture.setPreserveRatio(false);
        picture.setSmooth(true);
        getChildren().setAll(paper, picture, outlines, band, guides, handles);
        model.preview().addListener((property, old, now) -> picture.setImage(now == null ? null : Pixels.image(now)));
        model.layout().addListener((property, old, now) -> lay());
        model.selected().addListener((property, old, now) -> lay());
        zoom.addListener(property -> lay());
        kind.addListener((property, old, now) -> setCursor(now.isEmpty() ? Cursor.DEFAULT : Cursor.CROSSHAIR));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setFocusTraversable(true);
        lay();
    }

    DoubleProperty zoom() {
        return zoom;
    }

    StringProperty kind() {
        return kind;
    }

    /** Puts outlines and handles where the items are. */
    private void lay() {
        Layout layout = model.layout().get();
        double k = zoom.get();
        double width = layout.page().width() * k;
        double height = layout.page().height() * k;
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        paper.setWidth(width);
        paper.setHeight(height);
        picture.setFitWidth(width);
        picture.setFitHeight(height);
        outlines.getChildren().clear();
        handles.getChildren().clear();
        Set<String> selected = model.selected().get();
        for (LayoutItem item : layout.items()) {
            Rectangle outline = rectangle(item.box());
            outline.getStyleClass().add(selected.contains(item.id()) ? "layout-selected" : "layout-item");
            outlines.getChildren().add(outline);
        }
        if (selected.size() == 1) {
            layout.item(selected.iterator().next()).ifPresent(item -> showHandles(item.box()));
        }
    }

    private Rectangle rectangle(Box box) {
        double k = zoom.get();
        Rectangle rectangle = new Rectangle(box.x() * k, box.y() * k, box.width() * k, box.height() * k);
        rectangle.setMouseTransparent(true);
        return rectangle;
    }

    private void showHandles(Box box) {
        for (int i = 0; i < 8; i++) {
            Point2D at = handle(box, i).multiply(zoom.get());
            Rectangle handle = new Rectangle(at.getX() - HANDLE / 2, at.getY() - HANDLE / 2, HANDLE, HANDLE);
            handle.setMouseTransparent(true);
            handle.getStyleClass().add("layout-handle");
            handles.getChildren().add(handle);
        }
    }

    /** Where a handle stands: 0 top left, then clockwise. */
    private static Point2D handle(Box box, int i) {
        double[] x = {box.x(), box.centreX(), box.right(), box.right(), box.right(), box.centreX(), box.x(), box.x()};
        double[] y = {box.y(), box.y(), box.y(), box.centreY(), box.bottom(), box.bottom(), box.bottom(), box.centreY()
        };
        return new Point2D(x[i], y[i]);
    }

    private Point2D millimetres(MouseEvent event) {
        return new Point2D(event.getX(), event.getY()).multiply(1 / zoom.get());
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        start = millimetres(event);
        moved = null;
        banding = false;
        corner = cornerAt(start);
        if (!kind.get().isEmpty()) {
            banding = true;
        } else if (corner < 0) {
            String hit = itemAt(start, event.isAltDown());
            Set<String> selected = new LinkedHashSet<>(model.selected().get());
            if (hit == null) {
                banding = true;
                selected = event.isShiftDown() ? selected : Set.of();
            } else if (event.isShiftDown() || event.isShortcutDown()) {
                if (!selected.remove(hit)) {
                    selected.add(hit);
                }
            } else if (!selected.contains(hit)) {
                selected = Set.of(hit);
            }
            model.select(selected);
        }
        snapping = snapping();
        if (!kind.get().isEmpty() && !event.isAltDown()) {
            PageSnapping.Catch caught = snapping.corner(start.getX(), start.getY());
            start = start.add(caught.dx(), caught.dy());
        }
        event.consume();
    }

    private PageSnapping snapping() {
        Layout layout = model.layout().get();
        List<Box> others = layout.items().stream()
                .filter(item -> !model.selected().get().contains(item.id()))
                .map(LayoutItem::box)
                .toList();
        return new PageSnapping(layout.page().box(), others, REACH / zoom.get());
    }

    private int cornerAt(Point2D at) {
        if (model.selected().get().size() != 1) {
            return -1;
        }
        Box box = model.layout()
                .get()
                .item(model.selected().get().iterator().next())
                .map(LayoutItem::box)
                .orElse(null);
        for (int i = 0; i < 8 && box != null; i++) {
            if (handle(box, i).distance(at) * zoom.get() <= HANDLE) {
                return i;
            }
        }
        return -1;
    }

    /** The topmost item at a place; with {@code below} the one under the selected. Large items give way to small ones. */
    private String itemAt(Point2D at, boolean below) {
        List<LayoutItem> items = model.layout().get().items();
        double reach = 2 / zoom.get();
        String found = null;
        for (int i = items.size() - 1; i >= 0; i--) {
            Box box = items.get(i).box();
            boolean inside = at.getX() >= box.x() - reach
                    && at.getX() <= box.right() + reach
                    && at.getY() >= box.y() - reach
                    && at.getY() <= box.bottom() + reach;
            if (inside) {
                if (!below || found != null) {
                    return items.get(i).id();
                }
                found = items.get(i).id();
            }
        }
        return found;
    }

    private void drag(MouseEvent event) {
        if (start == null) {
            return;
        }
        Point2D now = millimetres(event);
        guides.getChildren().clear();
        boolean free = event.isAltDown();
        if (banding) {
            band(now, free);
        } else if (corner >= 0) {
            LayoutItem item = model.layout()
                    .get()
                    .item(model.selected().get().iterator().next())
                    .orElseThrow();
            moved = resized(item.box(), now, free);
            preview(List.of(moved));
        } else if (!model.selected().get().isEmpty()) {
            List<LayoutItem> items =
                    Arrangement.chosen(model.layout().get(), model.selected().get());
            Box all = Arrangement.around(items);
            double dx = now.getX() - start.getX();
            double dy = now.getY() - start.getY();
            Box wanted = new Box(all.x() + dx, all.y() + dy, all.width(), all.height());
            PageSnapping.Catch caught = free ? null : snapping.move(wanted);
            guides(caught);
            double x = dx + (caught == null ? 0 : caught.dx());
            double y = dy + (caught == null ? 0 : caught.dy());
            moved = new Box(all.x() + x, all.y() + y, all.width(), all.height());
            preview(items.stream()
                    .map(item -> new Box(
                            item.box().x() + x,
                            item.box().y() + y,
                            item.box().width(),
                            item.box().height()))
                    .toList());
        }
        event.consume();
    }

    private void band(Point2D now, boolean free) {
        PageSnapping.Catch caught = free || kind.get().isEmpty() ? null : snapping.corner(now.getX(), now.getY());
        guides(caught);
        double x = now.getX() + (caught == null ? 0 : caught.dx());
        double y = now.getY() + (caught == null ? 0 : caught.dy());
        moved = new Box(
                Math.max(0, Math.min(start.getX(), x)),
                Math.max(0, Math.min(start.getY(), y)),
                Math.abs(x - start.getX()),
                Math.abs(y - start.getY()));
        Rectangle shown = rectangle(moved);
        band.setX(shown.getX());
        band.setY(shown.getY());
        band.setWidth(shown.getWidth());
        band.setHeight(shown.getHeight());
        band.setVisible(true);
    }

    private Box resized(Box box, Point2D now, boolean free) {
        boolean west = corner == 0 || corner >= 6;
        boolean east = corner >= 2 && corner <= 4;
        boolean north = corner <= 2;
        boolean south = corner >= 4 && corner <= 6;
        PageSnapping.Catch caught = free
                ? null
                : snapping.corner(west || east ? now.getX() : Double.NaN, north || south ? now.getY() : Double.NaN);
        guides(caught);
        double x = now.getX() + (caught == null ? 0 : caught.dx());
        double y = now.getY() + (caught == null ? 0 : caught.dy());
        double left = west ? Math.min(x, box.right() - 1) : box.x();
        double right = east ? Math.max(x, box.x() + 1) : box.right();
        double top = north ? Math.min(y, box.bottom() - 1) : box.y();
        double bottom = south ? Math.max(y, box.y() + 1) : box.bottom();
        return new Box(left, top, right - left, bottom - top);
    }

    private void preview(List<Box> boxes) {
        handles.getChildren().clear();
        for (Box box : boxes) {
            Rectangle outline = rectangle(box);
            outline.getStyleClass().add("layout-moving");
            handles.getChildren().add(outline);
        }
    }

    private void guides(PageSnapping.Catch caught) {
        if (caught == null) {
            return;
        }
        double k = zoom.get();
        if (!Double.isNaN(caught.upright())) {
            guide(new Line(caught.upright() * k, 0, caught.upright() * k, paper.getHeight()));
        }
        if (!Double.isNaN(caught.level())) {
            guide(new Line(0, caught.level() * k, paper.getWidth(), caught.level() * k));
        }
    }

    private void guide(Node line) {
        line.setMouseTransparent(true);
        line.getStyleClass().add("layout-guide");
        guides.getChildren().add(line);
    }

    private void release(MouseEvent event) {
        if (start == null) {
            return;
        }
        guides.getChildren().clear();
        band.setVisible(false);
        if (!kind.get().isEmpty()) {
            Box drawn = moved == null ? new Box(start.getX(), start.getY(), 0, 0) : moved;
            String wanted = kind.get();
            kind.set("");
            boolean line = wanted.equals("line");
            model.add(
                    wanted,
                    line && moved != null
                            ? drawn
                            : new Box(
                                    drawn.x(),
                                    drawn.y(),
                                    Math.max(LEAST, drawn.width()),
                                    Math.max(LEAST / 2, drawn.height())));
        } else if (moved != null && banding) {
            Box around = moved;
            Set<String> inside = new LinkedHashSet<>(model.selected().get());
            model.layout().get().items().stream()
                    .filter(item -> around.contains(item.box()))
                    .forEach(item -> inside.add(item.id()));
            model.select(inside);
        } else if (moved != null && corner >= 0) {
            model.resize(model.selected().get().iterator().next(), moved);
        } else if (moved != null) {
            Box all = Arrangement.around(
                    Arrangement.chosen(model.layout().get(), model.selected().get()));
            model.move(moved.x() - all.x(), moved.y() - all.y());
        }
        start = null;
        moved = null;
        lay();
        event.consume();
    }
}
