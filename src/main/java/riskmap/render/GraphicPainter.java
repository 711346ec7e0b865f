package riskmap.render;

import java.awt.AlphaComposite;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** Draws one point symbol as shapes. */
final class GraphicPainter {
    private GraphicPainter() {}

    /** Draws a symbol whose point lies at (x, y). */
    static void draw(Graphics2D graphics, GraphicLook look, double x, double y) {
        AffineTransform place = AffineTransform.getTranslateInstance(x + look.dx(), y - look.dy());
        if (look.rotation() != 0) {
            place.rotate(Math.toRadians(look.rotation()));
        }
        double size = look.size();
        if (look.symbol() != null) {
            double width = size * SvgSymbols.aspect(look.symbol());
            drawing(
                    graphics,
                    look,
                    place,
                    new Rectangle2D.Double(-look.anchorX() * width, -(1 - look.anchorY()) * size, width, size));
            return;
        }
        place.translate((0.5 - look.anchorX()) * size, (look.anchorY() - 0.5) * size);
        place.scale(size, size);
        mark(graphics, look, place);
    }

    /** Draws a symbol so that it fills a rectangle, whatever size it says. */
    static void fill(Graphics2D graphics, GraphicLook look, Rectangle2D box) {
        AffineTransform place = AffineTransform.getTranslateInstance(box.getCenterX(), box.getCenterY());
        place.rotate(Math.toRadians(look.rotation()));
        if (look.symbol() == null) {
            place.scale(box.getWidth(), box.getHeight());
            mark(graphics, look, place);
        } else {
            double width = box.getWidth();
            double height = box.getHeight();
            drawing(graphics, look, place, new Rectangle2D.Double(-width / 2, -height / 2, width, height));
        }
    }

    private static void mark(Graphics2D graphics, GraphicLook look, AffineTransform place) {
        Shape shape = place.createTransformedShape(Marks.shape(look.mark()));
        if (look.fill() != null && look.fill().color() != null && !Marks.open(look.mark())) {
            graphics.setColor(faded(look.fill().color(), look.opacity()));
            graphics.fill(shape);
        }
        if (look.stroke() != null) {
            graphics.setColor(faded(look.stroke().color(), look.opacity()));
            graphics.setStroke(look.stroke().stroke());
            graphics.draw(shape);
        }
    }

    private static java.awt.Color faded(java.awt.Color color, float opacity) {
        return opacity >= 1
                ? color
                : new java.awt.Color(
                        color.getRed(), color.getGreen(), color.getBlue(), Math.round(color.getAlpha() * opacity));
    }

    private static void drawing(Graphics2D graphics, GraphicLook look, AffineTransform place, Rectangle2D box) {
        AffineTransform before = graphics.getTransform();
        Composite composite = graphics.getComposite();
        graphics.transform(place);
        if (look.opacity() < 1) {
            graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, look.opacity()));
        }
        SvgSymbols.draw(graphics, look.symbol(), box.getX(), box.getY(), box.getWidth(), box.getHeight());
        graphics.setComposite(composite);
        graphics.setTransform(before);
    }
}
