package riskmap.print;

import java.text.NumberFormat;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;

/**
 * Draws a scale bar: four segments of a round ground length, true at the centre of the map like the numeric scale, from
 * the same value.
 */
final class ScaleBarPainter {
    private static final int SEGMENTS = 4;
    private static final double BAR_HEIGHT = 1.5;
    private static final double[] MANTISSAS = {5, 2.5, 2, 1};

    private ScaleBarPainter() {}

    static void paint(Sheet sheet, LayoutItem.ScaleBar item, FrameView view, Language language) {
        Box box = item.box();
        TextStyle style = item.style().withAlign(TextStyle.Align.CENTRE);
        double letters = style.size() * Sheet.POINT;
        double segmentMetres = segmentMetres(view, box.width() - 4 * letters);
        double segment = view.millimetres(segmentMetres);
        String unit = Message.of(segmentMetres >= 1000 ? "print.kilometres" : "print.metres")
                .text(language);
        double per = segmentMetres >= 1000 ? 1000 : 1;
        double last = SEGMENTS * segment;
        double left = box.centreX() - last / 2 - Sheet.width(" " + unit, style) / 2;
        double height = letters + 0.8 + BAR_HEIGHT;
        if (height > box.height() + 0.01 || last > box.width()) {
            throw RiskMapException.of("print.item-too-small", item.id());
        }
        double top = box.centreY() - height / 2 + letters + 0.8;
        NumberFormat numbers = NumberFormat.getInstance(language.locale());
        for (int i = 0; i <= SEGMENTS; i++) {
            double x = left + i * segment;
            String label = numbers.format(i * segmentMetres / per);
            sheet.text(label, x, top - 0.8, style);
            if (i == SEGMENTS) {
                double end = x + Sheet.width(label, style) / 2;
                sheet.text(" " + unit, end, top - 0.8, style.withAlign(TextStyle.Align.LEFT));
            } else {
                Box part = new Box(x, top, segment, BAR_HEIGHT);
                sheet.fill(part, i % 2 == 0 ? item.style().colour() : "#ffffff");
            }
        }
        sheet.draw(
                Sheet.rectangle(new Box(left, top, last, BAR_HEIGHT)),
                new LineStyle(item.style().colour(), 0.18, null));
    }

    /** The greatest round ground length of which four segments fit into a width. */
    static double segmentMetres(FrameView view, double width) {
        double metres = width / SEGMENTS / 1000 * view.denominator();
        double power = Math.pow(10, Math.floor(Math.log10(metres)));
        for (double mantissa : MANTISSAS) {
            if (mantissa * power <= metres) {
                return mantissa * power;
            }
        }
        return power;
    }
}
