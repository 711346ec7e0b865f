package riskmap.style;

import org.geotools.api.style.Style;

/** The shipped styles: the SLD files of {@code styles/}, by name without ending. */
public final class Styles {
    private Styles() {}

    /** Whether a style of this name is shipped (or lies in the user's folder). */
    public static boolean exists(String name) {
        throw new UnsupportedOperationException(name);
    }

    /** The style of this name; a shared value that nobody changes. */
    public static Style shipped(String name) {
        throw new UnsupportedOperationException(name);
    }
}
