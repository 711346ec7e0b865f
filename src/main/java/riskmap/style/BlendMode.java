package riskmap.style;

import java.util.Locale;

/**
 * How a colour mixes with the one below it, channel by channel.
 *
 * <p><b>Source:</b> W3C Compositing and Blending Level 1, section 10.1; the names are those of GeoServer's vendor option
 * {@code composite} and of CSS, and in camel case those of PDF.
 */
public enum BlendMode {
    NORMAL,
    MULTIPLY,
    SCREEN,
    OVERLAY,
    DARKEN,
    LIGHTEN,
    COLOR_DODGE,
    COLOR_BURN,
    HARD_LIGHT,
    SOFT_LIGHT,
    DIFFERENCE,
    EXCLUSION;

    /** The mode of a name such as {@code color-dodge}; {@code source-over} is the normal one; null when not known. */
    public static BlendMode of(String name) {
        String plain = name.trim().toLowerCase(Locale.ROOT);
        if (plain.equals("source-over")) {
            return NORMAL;
        }
        for (BlendMode mode : values()) {
            if (mode.css().equals(plain)) {
                return mode;
            }
        }
        return null;
    }

    /** The name in CSS and SVG. */
    public String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name in PDF. */
    public String pdf() {
        StringBuilder result = new StringBuilder();
        for (String word : name().split("_")) {
            result.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return result.toString();
    }

    /** The mixture of a channel below and one above, each 0 to 1. */
    public double mix(double below, double above) {
        return switch (this) {
            case NORMAL -> above;
            case MULTIPLY -> below * above;
            case SCREEN -> below + above - below * above;
            case OVERLAY -> HARD_LIGHT.mix(above, below);
            case DARKEN -> Math.min(below, above);
            case LIGHTEN -> Math.max(below, above);
            case COLOR_DODGE -> below <= 0 ? 0 : above >= 1 ? 1 : Math.min(1, below / (1 - above));
            case COLOR_BURN -> below >= 1 ? 1 : above <= 0 ? 0 : 1 - Math.min(1, (1 - below) / above);
            case HARD_LIGHT -> above <= 0.5 ? below * 2 * above : SCREEN.mix(below, 2 * above - 1);
            case SOFT_LIGHT -> soft(below, above);
            case DIFFERENCE -> Math.abs(below - above);
            case EXCLUSION -> below + above - 2 * below * above;
        };
    }

    private static double soft(double below, double above) {
        if (above <= 0.5) {
            return below - (1 - 2 * above) * below * (1 - below);
        }
        double light = below <= 0.25 ? ((16 * below - 12) * below + 4) * below : Math.sqrt(below);
        return below + (2 * above - 1) * (light - below);
    }
}
