package riskmap.print;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.geo.crs.TurnedCrs;
import riskmap.map.Box;
import riskmap.map.LayoutItem;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;

/** Draws an arrow to true or grid north. */
final class NorthArrowPainter {
    private NorthArrowPainter() {}

    static void paint(Sheet sheet, LayoutItem.NorthArrow item, FrameView view, Language language) {
        Box box = item.box();
        double angle = item.north() == LayoutItem.NorthArrow.North.TRUE
                ? GroundScale.trueNorth(view.crs(), view.centreX(), view.centreY())
                : Math.toRadians(TurnedCrs.degrees(view.crs()));
        TextStyle style = item.style().withAlign(TextStyle.Align.CENTRE).withBold(true);
        double letters = style.size() * Sheet.POINT;
        double length = box.height() - letters - 1.2;
        double half = Math.min(box.width() / 2, length * 0.3);
        Graphics2D graphics = sheet.graphics();
        AffineTransform kept = graphics.getTransform();
        graphics.translate(box.centreX(), box.bottom() - length / 2);
        graphics.rotate(angle);
        Path2D left = new Path2D.Double();
        left.moveTo(0, -length / 2);
        left.lineTo(-half, length / 2);
        left.lineTo(0, length * 0.3);
        left.closePath();
        Path2D right = new Path2D.Double();
        right.moveTo(0, -length / 2);
        right.lineTo(half, length / 2);
        right.lineTo(0, length * 0.3);
        right.closePath();
        sheet.fill(left, style.colour());
        sheet.fill(right, "#ffffff");
        LineStyle line = new LineStyle(style.colour(), 0.2, null);
        sheet.draw(left, line);
        sheet.draw(right, line);
        sheet.haloText(
                Message.of("print.north").text(language),
                0,
                -length / 2 - 0.7,
                style,
                new Color(255, 255, 255, 220),
                0.35);
        graphics.setTransform(kept);
    }
}
