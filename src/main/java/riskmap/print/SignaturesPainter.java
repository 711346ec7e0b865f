package riskmap.print;

import riskmap.base.Language;
import riskmap.base.RiskMapException;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;

/** Draws lines to sign on, each with what it is for in front. */
final class SignaturesPainter {
    private static final double GAP = 5;

    private SignaturesPainter() {}

    static void paint(Sheet sheet, LayoutItem.Signatures item, Fields fields, Language language) {
        Box box = item.box();
        TextStyle style = item.style();
        double letters = style.size() * Sheet.POINT;
        int columns = item.columns();
        int rows = (item.entries().size() + columns - 1) / columns;
        double width = (box.width() - GAP * (columns - 1)) / columns;
        double height = rows == 0 ? 0 : box.height() / rows;
        for (int i = 0; i < item.entries().size(); i++) {
            String text = fields.fill(item.entries().get(i).text(language), item.id());
            double x = box.x() + i % columns * (width + GAP);
            double line = box.y() + (i / columns + 1) * height - 0.3 * letters;
            double used = Sheet.width(text, style) + 0.6 * letters;
            if (height < 1.3 * letters || width < used + 3 * letters) {
                throw RiskMapException.of("print.item-too-small", item.id());
            }
            sheet.text(text, x, line, style.withAlign(TextStyle.Align.LEFT));
            sheet.line(
                    x + used,
                    line + 0.15 * letters,
                    x + width,
                    line + 0.15 * letters,
                    new LineStyle(style.colour(), 0.15, null));
        }
    }
}
