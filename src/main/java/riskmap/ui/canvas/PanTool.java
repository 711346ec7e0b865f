package riskmap.ui.canvas;

import javafx.scene.Cursor;

/** Only moves the map; a double click zooms in about the place. */
public final class PanTool implements MapTool {
    private final MapViewModel model;

    public PanTool(MapViewModel model) {
        this.model = model;
    }

    @Override
    public Cursor cursor() {
        return Cursor.OPEN_HAND;
    }

    @Override
    public void clicked(double viewX, double viewY, int clicks) {
        if (clicks == 2) {
            model.zoomBy(2, viewX, viewY);
        }
    }
}
