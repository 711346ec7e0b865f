package riskmap.ui.canvas;

import javafx.scene.input.MouseEvent;

/**
 * Where the mouse is on the map and what is held with it.
 *
 * @param x in view pixels
 * @param y in view pixels
 * @param clicks 1 for a single click, 2 for the second of a double click, 0 for a move
 * @param shift whether Shift is held
 * @param control whether Ctrl (the shortcut key) is held
 * @param alt whether Alt is held
 */
public record MapPointer(double x, double y, int clicks, boolean shift, boolean control, boolean alt) {
    static MapPointer of(MouseEvent event) {
        return new MapPointer(
                event.getX(),
                event.getY(),
                event.getClickCount(),
                event.isShiftDown(),
                event.isShortcutDown(),
                event.isAltDown());
    }
}
