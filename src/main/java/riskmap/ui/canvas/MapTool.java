package riskmap.ui.canvas;

import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;

/**
 * What the mouse does on the map. Panning by drag, box zoom with shift and the wheel work with every tool that does not
 * grab the drag for itself; the middle button always pans.
 */
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
    default void clicked(double viewX, double viewY, int clicks) {}

    /** A click without a drag, with the keys held. */
    default void clicked(MapPointer at) {
        clicked(at.x(), at.y(), at.clicks());
    }

    /** The pointer moved without a button. */
    default void moved(double viewX, double viewY) {}

    /** The pointer moved without a button, with the keys held. */
    default void moved(MapPointer at) {
        moved(at.x(), at.y());
    }

    /** The left button went down here; true when the tool takes the drag that may follow, so that the map stays. */
    default boolean grabs(MapPointer at) {
        return false;
    }

    /** The drag the tool has grabbed went on. */
    default void dragged(MapPointer at) {}

    /** The drag the tool has grabbed ended here. */
    default void dropped(MapPointer at) {}

    /** A click of the right button. */
    default void finished(MapPointer at) {}

    /** A key pressed or typed on the map; true when the tool has used it. */
    default boolean key(KeyEvent event) {
        return false;
    }

    /** The tool is taken up. */
    default void taken() {}

    /** The user pressed Escape, or another tool is taken up. */
    default void reset() {}
}
