package riskmap.render;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.geotools.api.style.Symbolizer;
import org.geotools.api.style.TextSymbolizer;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Progress;
import riskmap.style.LegendEntry;

/**
 * Draws the swatch of a legend entry: what the layer tree and the printed legend show. Areas fill the box, lines run
 * through its middle with a slight bend, symbols stand in its centre and are made to fit.
 */
public final class SymbolPainter {
    private SymbolPainter() {}

    /**
     * Draws a swatch.
     *
     * @param entry whose rule to draw
     * @param box where, in target units
     * @param graphics the target
     * @param unitsPerInch target units per inch, as in {@link Viewport}
     */
    public static void paint(LegendEntry entry, Rectangle2D box, Graphics2D graphics, double unitsPerInch) {
        Graphics2D own = (Graphics2D) graphics.create();
        try {
            PointPainter.hints(own);
            Viewport viewport =
                    new Viewport(new Envelope(0, 1, 0, 1), box.getWidth(), box.getHeight(), unitsPerInch, null);
            PaintTarget target = PaintTarget.of(own, viewport, Progress.silent());
            LookReader looks = new LookReader(target, 1);
            for (Symbolizer symbolizer : entry.rule().symbolizers()) {
                Object look = symbolizer instanceof TextSymbolizer ? null : looks.look(symbolizer, null);
                if (look instanceof PolygonLook polygon) {
                    polygon(own, polygon, box);
                } else if (look instanceof StrokeLook line) {
                    line(own, line, box, target);
                } else if (look instanceof GraphicLook graphic) {
                    GraphicPainter.draw(own, fitted(graphic, box), box.getCenterX(), box.getCenterY());
                }
            }
        } finally {
            own.dispose();
        }
    }

    private static void polygon(Graphics2D graphics, PolygonLook look, Rectangle2D box) {
        double inset = look.stroke() == null ? 0 : look.stroke().width() / 2;
        Rectangle2D inner = new Rectangle2D.Double(
                box.getX() + inset,
                box.getY() + inset,
                Math.max(0, box.getWidth() - 2 * inset),
                Math.max(0, box.getHeight() - 2 * inset));
        Path2D.Float shape = new Path2D.Float(inner);
        FillLook fill = look.fill();
        if (fill != null && fill.color() != null) {
            graphics.setColor(fill.color());
            graphics.fill(shape);
        }
        if (fill != null && fill.pattern() != null) {
            // pattern lines must fall inside a small box too: they are counted from its corner
            java.awt.Shape clip = graphics.getClip();
            graphics.clip(inner);
            graphics.translate(inner.getX(), inner.getY());
            Path2D.Float local = new Path2D.Float(new Rectangle2D.Double(0, 0, inner.getWidth(), inner.getHeight()));
            PatternPainter.paint(
                    graphics,
                    local,
                    fill.pattern(),
                    Math.max(1e-3, fill.spacing()),
                    Math.max(1e-3, fill.rows()),
                    false);
            graphics.translate(-inner.getX(), -inner.getY());
            graphics.setClip(clip);
        }
        if (look.stroke() != null && look.stroke().graphic() == null) {
            graphics.setColor(look.stroke().color());
            graphics.setStroke(look.stroke().stroke());
            graphics.draw(shape);
        }
    }

    private static void line(Graphics2D graphics, StrokeLook look, Rectangle2D box, PaintTarget target) {
        double y = box.getCenterY();
        double bend = box.getHeight() / 6;
        Path2D.Float shape = new Path2D.Float();
        shape.moveTo(box.getMinX(), y + bend);
        shape.lineTo(box.getMinX() + box.getWidth() / 3, y - bend);
        shape.lineTo(box.getMinX() + box.getWidth() * 2 / 3, y + bend);
        shape.lineTo(box.getMaxX(), y - bend);
        LinePainter.draw(graphics, shape, look, target);
    }

    private static GraphicLook fitted(GraphicLook look, Rectangle2D box) {
        double room = Math.min(box.getWidth(), box.getHeight());
        double stroke = look.stroke() == null ? 0 : look.stroke().width();
        double size = Math.min(look.size(), room - stroke);
        return new GraphicLook(
                look.mark(),
                look.symbol(),
                look.fill(),
                look.stroke(),
                size,
                look.rotation(),
                look.opacity(),
                0.5,
                0.5,
                0,
                0);
    }
}
