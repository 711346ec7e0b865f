package riskmap.ui.look;

import java.util.Locale;
import javafx.scene.paint.Color;

/** Colours as texts: {@code #rrggbb}, or {@code #rrggbbaa} where one sees through. */
public final class ColourText {
    private ColourText() {}

    /** The colour of a text; white for what is no colour. */
    public static Color colour(String text) {
        try {
            return Color.web(text);
        } catch (IllegalArgumentException e) {
            return Color.WHITE;
        }
    }

    /** A colour whatever one sees through it. */
    public static String opaque(Color colour) {
        return String.format(
                Locale.ROOT, "#%02x%02x%02x", part(colour.getRed()), part(colour.getGreen()), part(colour.getBlue()));
    }

    /** A colour with how far one sees through it. */
    public static String of(Color colour) {
        return opaque(colour)
                + (colour.isOpaque() ? "" : String.format(Locale.ROOT, "%02x", part(colour.getOpacity())));
    }

    private static long part(double value) {
        return Math.round(value * 255);
    }
}
