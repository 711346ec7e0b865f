package riskmap.print;

import riskmap.map.Box;
import riskmap.map.TextStyle;

/** Headings of the panels of a page: bold, with a bar before and a fine line below. */
final class Headings {
    private static final TextStyle STYLE = TextStyle.of(10).withBold(true).withColour("#12304a");
    private static final String BAR = "#c4291c";
    private static final String LINE = "#12304a";

    private Headings() {}

    /** Draws a heading at the top of a box; returns the height it took. */
    static double paint(Sheet sheet, String text, Box box) {
        TextStyle style = STYLE;
        double letters = style.size() * Sheet.POINT;
        sheet.fill(new Box(box.x(), box.y() + 0.3, 1.1, letters * 0.95), BAR);
        sheet.text(text, box.x() + 2.4, box.y() + 0.3 + letters * 0.84, style);
        double below = box.y() + letters + 1.3;
        sheet.line(box.x(), below, box.right(), below, new riskmap.map.LineStyle(LINE, 0.2, null));
        return letters + 2.4;
    }
}
