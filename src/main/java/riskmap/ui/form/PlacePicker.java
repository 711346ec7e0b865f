package riskmap.ui.form;

import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Message;

/** Lets the user point at a place of the map for a form. */
@FunctionalInterface
public interface PlacePicker {
    /** Told of the place, in the project's coordinates. */
    @FunctionalInterface
    interface Listener {
        /** The user has pointed here. */
        void picked(Coordinate place);
    }

    /**
     * Asks for a place; the user may also give up, and then nobody is told.
     *
     * @param what the place of what
     */
    void pick(Message what, Listener listener);
}
