package riskmap.ui.canvas;

import javafx.scene.Cursor;

/** What the mouse does on the map. Panning by drag, box zoom with shift and the wheel work with every tool. */
public interface MapTool {
    /** The pointer over the map. */
    Cursor cursor();

    /**
     * A click without a drag.
     *
     * @param viewX where, in view pixels
     * @param viewY where, in view pixels
     * @param clicks 1 for a single click, 2 for the second of a double click
     */
    void clicked(double viewX, double viewY, int clicks);

    /** The pointer moved without a button. */
    default void moved(double viewX, double viewY) {}

    /** The user pressed Escape, or another tool is taken up. */
    default void reset() {}
}
