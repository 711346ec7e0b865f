package riskmap.render;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Draws placed labels: all symbols behind them and all halos first, so that no halo eats the letters of a neighbour, then the letters as text. */
final class LabelPainter {
    private LabelPainter() {}

    /** What a label may cover, with what letters reach beyond their square. */
    static Rectangle reach(PlacedLabel label) {
        Rectangle2D all = (Rectangle2D) label.boxes().get(0).clone();
        label.boxes().forEach(all::add);
        int over = (int) Math.ceil(
                        label.look().font().getSize2D() / 2 + label.look().haloRadius())
                + 1;
        Rectangle result = all.getBounds();
        result.grow(over, over);
        return result;
    }

    static void paint(Graphics2D graphics, List<PlacedLabel> labels) {
        for (PlacedLabel placed : labels) {
            if (placed.behind() != null) {
                AffineTransform before = graphics.getTransform();
                graphics.transform(placed.behind().turn());
                GraphicPainter.fill(
                        graphics,
                        placed.look().shield().graphic(),
                        placed.behind().box());
                graphics.setTransform(before);
            }
        }
        for (PlacedLabel placed : labels) {
            TextLook look = placed.look();
            if (look.haloRadius() > 0 && look.haloColor().getAlpha() > 0) {
                graphics.setColor(look.haloColor());
                graphics.setStroke(new BasicStroke(
                        (float) (2 * look.haloRadius()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                for (PlacedLabel.Run run : placed.runs()) {
                    AffineTransform place = AffineTransform.getTranslateInstance(run.x(), run.y());
                    place.rotate(run.angle());
                    graphics.draw(place.createTransformedShape(look.font()
                            .createGlyphVector(PointLabels.METRICS, run.text())
                            .getOutline()));
                }
            }
        }
        for (PlacedLabel placed : labels) {
            graphics.setColor(placed.look().color());
            graphics.setFont(placed.look().font());
            for (PlacedLabel.Run run : placed.runs()) {
                if (run.angle() == 0) {
                    graphics.drawString(run.text(), (float) run.x(), (float) run.y());
                    continue;
                }
                AffineTransform before = graphics.getTransform();
                graphics.translate(run.x(), run.y());
                graphics.rotate(run.angle());
                graphics.drawString(run.text(), 0f, 0f);
                graphics.setTransform(before);
            }
        }
    }
}
