package riskmap.map;

import riskmap.base.RiskMapException;

/**
 * How a text on the page looks.
 *
 * @param size font size in points
 * @param bold whether bold
 * @param colour {@code #rrggbb} or {@code #rrggbbaa}
 * @param align where each line stands in its box; null for the left
 * @param vertical where the text stands in its box; null for the top
 * @param spacing extra space between letters, in hundredths of the font size
 * @param leading line height as a multiple of the font size; 0 for 1.35
 */
public record TextStyle(
        double size, boolean bold, String colour, Align align, Vertical vertical, double spacing, double leading) {

    /** Where a line stands between left and right. */
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** Where a text stands between top and bottom. */
    public enum Vertical {
        TOP,
        MIDDLE,
        BOTTOM
    }

    public TextStyle {
        if (!(size > 0) || size > 1000) {
            throw RiskMapException.of("map.font-size-invalid", "" + size);
        }
        colour = Colours.check(colour == null ? "#1b2733" : colour);
        align = align == null ? Align.LEFT : align;
        vertical = vertical == null ? Vertical.TOP : vertical;
        leading = leading == 0 ? 1.35 : leading;
    }

    /** Plain dark text of a size. */
    public static TextStyle of(double size) {
        return new TextStyle(size, false, null, null, null, 0, 0);
    }

    public TextStyle withSize(double points) {
        return new TextStyle(points, bold, colour, align, vertical, spacing, leading);
    }

    public TextStyle withBold(boolean shown) {
        return new TextStyle(size, shown, colour, align, vertical, spacing, leading);
    }

    public TextStyle withColour(String other) {
        return new TextStyle(size, bold, other, align, vertical, spacing, leading);
    }

    public TextStyle withAlign(Align other) {
        return new TextStyle(size, bold, colour, other, vertical, spacing, leading);
    }

    public TextStyle withVertical(Vertical other) {
        return new TextStyle(size, bold, colour, align, other, spacing, leading);
    }
}
