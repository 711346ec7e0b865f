package riskmap.print;

import riskmap.map.Box;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;

/** Headings of the panels of a page: bold, with a bar before and a fine line below. */
final class Headings {
    private static final String BAR = "#c4291c";
    private static final String INK = "#12304a";
    /** Size of a heading's letters, as a multiple of those below it. */
    private static final double LARGER = 1.3;

    private Headings() {}

    /** Draws a heading over letters of a size (points) at the top of a box; returns the height it took. */
    static double paint(Sheet sheet, String text, double size, Box box) {
        TextStyle style = TextStyle.of(LARGER * size).withBold(true).withColour(INK);
        double letters = style.size() * Sheet.POINT;
        sheet.fill(new Box(box.x(), box.y() + 0.08 * letters, 0.3 * letters, 0.95 * letters), BAR);
        sheet.text(text, box.x() + 0.7 * letters, box.y() + 0.93 * letters, style);
        double below = box.y() + 1.37 * letters;
        sheet.line(box.x(), below, box.right(), below, new LineStyle(INK, 0.06 * letters, null));
        return 1.7 * letters;
    }
}
