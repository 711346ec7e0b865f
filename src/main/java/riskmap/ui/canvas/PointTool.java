package riskmap.ui.canvas;

import javafx.scene.Cursor;

/** Asks what lies at the place that is clicked. */
public final class PointTool implements MapTool {
    /** Told where the user clicked, in view pixels. */
    public interface Listener {
        /** The user clicked here. */
        void at(double viewX, double viewY);
    }

    private final Listener listener;

    public PointTool(Listener listener) {
        this.listener = listener;
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    @Override
    public void clicked(double viewX, double viewY, int clicks) {
        if (clicks == 1) {
            listener.at(viewX, viewY);
        }
    }
}
