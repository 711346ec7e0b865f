package riskmap.ui.canvas;

import javafx.scene.Cursor;
import org.locationtech.jts.geom.Coordinate;

/** Waits for one click on the map and tells its place; Escape or another tool ends the wait. */
public final class PlaceTool implements MapTool {
    /** Told how the wait ended. */
    public interface Listener {
        /** The user has clicked here, in map coordinates. */
        void picked(Coordinate place);

        /** The user does not want to. */
        void gaveUp();
    }

    private final MapView map;
    private final Listener listener;
    private boolean waiting = true;

    public PlaceTool(MapView map, Listener listener) {
        this.map = map;
        this.listener = listener;
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    @Override
    public void clicked(double viewX, double viewY, int clicks) {
        if (waiting) {
            waiting = false;
            listener.picked(map.viewport().toWorld(viewX, viewY));
        }
    }

    @Override
    public void reset() {
        if (waiting) {
            waiting = false;
            listener.gaveUp();
        }
    }
}
