package riskmap.ui.edit;

import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.ui.canvas.MapPointer;
import riskmap.ui.canvas.MapTool;
import riskmap.ui.canvas.View;

/**
 * Selects features by a click or by dragging a box; with Shift besides what is selected, with Ctrl the other way round.
 * Double click on a feature opens its form elsewhere; Escape selects nothing.
 */
final class SelectTool implements MapTool, Glass.Painting {
    private final EditDesk desk;
    private final FeatureSearch search;
    private MapPointer from;
    private MapPointer to;

    SelectTool(EditDesk desk, FeatureSearch search) {
        this.desk = desk;
        this.search = search;
    }

    @Override
    public Cursor cursor() {
        return Cursor.DEFAULT;
    }

    @Override
    public void taken() {
        desk.glass().add(this);
    }

    @Override
    public void reset() {
        from = null;
        desk.glass().remove(this);
    }

    @Override
    public boolean grabs(MapPointer at) {
        from = at;
        to = at;
        return true;
    }

    @Override
    public void dragged(MapPointer at) {
        to = at;
        desk.glass().repaint();
    }

    @Override
    public void dropped(MapPointer at) {
        Geometry box = box(from, at);
        from = null;
        desk.glass().repaint();
        search.in(box, found -> search.select(found, at));
    }

    /** A box of the screen, which on a turned map is a turned one of the world. */
    private Geometry box(MapPointer a, MapPointer b) {
        View view = desk.view();
        Coordinate corner = view.world(a.x(), a.y());
        return new GeometryFactory().createPolygon(new Coordinate[] {
            corner, view.world(b.x(), a.y()), view.world(b.x(), b.y()), view.world(a.x(), b.y()), corner.copy()
        });
    }

    @Override
    public void clicked(MapPointer at) {
        from = null;
        if (at.clicks() == 1) {
            search.at(at, found -> search.select(found, at));
        }
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ESCAPE) {
            desk.selection().clear();
            return true;
        }
        return false;
    }

    @Override
    public void paint(GraphicsContext g, View view) {
        if (from == null) {
            return;
        }
        Ink.box(g, from, to);
    }
}
