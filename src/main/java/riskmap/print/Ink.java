package riskmap.print;

import java.awt.Color;

/** Colours of layouts as Java2D colours. */
final class Ink {
    private Ink() {}

    /** The colour written {@code #rrggbb} or {@code #rrggbbaa}. */
    static Color of(String text) {
        int rgb = Integer.parseInt(text.substring(1, 7), 16);
        int alpha = text.length() == 9 ? Integer.parseInt(text.substring(7, 9), 16) : 255;
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, alpha);
    }
}
