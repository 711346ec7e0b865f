package riskmap.ui.edit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import riskmap.base.Message;
import riskmap.ui.canvas.MapPointer;
import riskmap.ui.canvas.MapTool;
import riskmap.ui.canvas.Measuring;
import riskmap.ui.canvas.ScreenScale;
import riskmap.ui.canvas.View;

/**
 * Selects what meets a shape drawn in one drag: a line around, by hand, or a circle about where the drag began. A click
 * with the circle asks for its radius. With Shift besides what is selected, with Ctrl the other way round, with both
 * within it; Escape selects nothing.
 */
final class SelectShapeTool implements MapTool, Glass.Painting {
    /** How the shape is drawn. */
    enum Shape {
        FREEHAND,
        RADIUS
    }

    /** Asks for the radius in metres of a circle. */
    interface RadiusQuestion {
        /** Asks; the answer gets metres, or nothing is done. */
        void ask(java.util.function.DoubleConsumer answer);
    }

    /** Sides of the polygon that stands for a circle: its area is 0.04 % short. */
    private static final int SIDES = 128;
    /** Points of a line by hand that are closer together than this, in pixels, are one. */
    private static final double APART = 3;

    private final EditDesk desk;
    private final FeatureSearch search;
    private final Shape shape;
    private final RadiusQuestion question;
    private final List<MapPointer> path = new ArrayList<>();

    SelectShapeTool(EditDesk desk, FeatureSearch search, Shape shape, RadiusQuestion question) {
        this.desk = desk;
        this.search = search;
        this.shape = shape;
        this.question = question;
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    @Override
    public void taken() {
        desk.glass().add(this);
        desk.tasks().say(Message.of(shape == Shape.RADIUS ? "ui.hint-select-radius" : "ui.hint-select-freehand"));
    }

    @Override
    public void reset() {
        path.clear();
        desk.glass().remove(this);
    }

    @Override
    public boolean grabs(MapPointer at) {
        path.clear();
        path.add(at);
        return true;
    }

    @Override
    public void dragged(MapPointer at) {
        if (path.isEmpty()) {
            // the tool was reset in the middle of the drag
            return;
        }
        if (shape == Shape.RADIUS) {
            path.subList(1, path.size()).clear();
            path.add(at);
            Coordinate middle = desk.world(path.get(0));
            desk.tasks().say(Message.of("ui.select-radius-now", Measuring.lengthText(metres(middle, desk.world(at)))));
        } else {
            MapPointer last = path.get(path.size() - 1);
            if (Math.hypot(at.x() - last.x(), at.y() - last.y()) >= APART) {
                path.add(at);
            }
        }
        desk.glass().repaint();
    }

    @Override
    public void dropped(MapPointer at) {
        dragged(at);
        Geometry area = path.size() < 2 ? null : area(path);
        path.clear();
        desk.glass().repaint();
        if (area != null && !area.isEmpty()) {
            search.in(area, found -> search.select(found, at));
        }
    }

    @Override
    public void clicked(MapPointer at) {
        path.clear();
        if (shape == Shape.RADIUS && at.clicks() == 1) {
            Coordinate middle = desk.world(at);
            question.ask(metres -> search.in(circle(middle, metres, desk.mapCrs()), found -> search.select(found, at)));
        }
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
            path.clear();
            desk.glass().repaint();
            desk.selection().clear();
            return true;
        }
        return false;
    }

    private double metres(Coordinate a, Coordinate b) {
        CoordinateReferenceSystem crs = desk.mapCrs();
        return Math.hypot(
                (b.x - a.x) * ScreenScale.metresPerUnit(crs, a.y), (b.y - a.y) * ScreenScale.metresPerUnitNorth(crs));
    }

    private Geometry area(List<MapPointer> drawn) {
        Coordinate first = desk.world(drawn.get(0));
        if (shape == Shape.RADIUS) {
            return circle(first, metres(first, desk.world(drawn.get(1))), desk.mapCrs());
        }
        List<Coordinate> ring = new ArrayList<>();
        drawn.forEach(at -> ring.add(desk.world(at)));
        ring.add(first.copy());
        if (ring.size() < 4) {
            return null;
        }
        // a line that crosses itself encloses what lies in any of its loops
        Polygon polygon = new GeometryFactory().createPolygon(ring.toArray(new Coordinate[0]));
        return polygon.isValid() ? polygon : GeometryFixer.fix(polygon);
    }

    /**
     * A circle on the ground.
     *
     * @param metres its radius
     * @param crs of the map: in degrees, a circle is an ellipse that is wider than high
     */
    static Geometry circle(Coordinate middle, double metres, CoordinateReferenceSystem crs) {
        double across = metres / ScreenScale.metresPerUnit(crs, middle.y);
        double up = metres / ScreenScale.metresPerUnitNorth(crs);
        Coordinate[] ring = new Coordinate[SIDES + 1];
        for (int i = 0; i < SIDES; i++) {
            double angle = 2 * Math.PI * i / SIDES;
            ring[i] = new Coordinate(middle.x + across * Math.cos(angle), middle.y + up * Math.sin(angle));
        }
        ring[SIDES] = ring[0].copy();
        return new GeometryFactory().createPolygon(ring);
    }

    @Override
    public void paint(GraphicsContext g, View view) {
        if (path.size() < 2) {
            return;
        }
        Geometry area = area(path);
        if (area != null) {
            Ink.geometry(g, view, area, Ink.HANDLE, 5, 4);
        }
    }
}
