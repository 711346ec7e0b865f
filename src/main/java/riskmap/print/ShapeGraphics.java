package riskmap.print;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;

/** The many calls of {@link Graphics2D} that are only other words for draw, fill, clip and one way to place an image. */
abstract class ShapeGraphics extends Graphics2D {
    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        return drawImage(image, AffineTransform.getTranslateInstance(x, y), observer);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, ImageObserver observer) {
        AffineTransform placed = AffineTransform.getTranslateInstance(x, y);
        placed.scale((double) width / image.getWidth(null), (double) height / image.getHeight(null));
        return drawImage(image, placed, observer);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, Color behind, ImageObserver observer) {
        return drawImage(image, x, y, image.getWidth(null), image.getHeight(null), behind, observer);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int width, int height, Color behind, ImageObserver observer) {
        Paint kept = getPaint();
        setPaint(behind);
        fillRect(x, y, width, height);
        setPaint(kept);
        return drawImage(image, x, y, width, height, observer);
    }

    @Override
    public boolean drawImage(
            Image image, int x1, int y1, int x2, int y2, int s1, int t1, int s2, int t2, ImageObserver observer) {
        BufferedImage part =
                buffered(image).getSubimage(Math.min(s1, s2), Math.min(t1, t2), Math.abs(s2 - s1), Math.abs(t2 - t1));
        AffineTransform placed = AffineTransform.getTranslateInstance(x1, y1);
        placed.scale((double) (x2 - x1) / part.getWidth(), (double) (y2 - y1) / part.getHeight());
        return drawImage(part, placed, observer);
    }

    @Override
    public boolean drawImage(
            Image image,
            int x1,
            int y1,
            int x2,
            int y2,
            int s1,
            int t1,
            int s2,
            int t2,
            Color behind,
            ImageObserver observer) {
        return drawImage(image, x1, y1, x2, y2, s1, t1, s2, t2, observer);
    }

    @Override
    public void drawLine(int x1, int y1, int x2, int y2) {
        draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void fillRect(int x, int y, int width, int height) {
        fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void clearRect(int x, int y, int width, int height) {
        Paint kept = getPaint();
        setPaint(getBackground());
        fillRect(x, y, width, height);
        setPaint(kept);
    }

    @Override
    public void drawRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        draw(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void fillRoundRect(int x, int y, int width, int height, int arcWidth, int arcHeight) {
        fill(new RoundRectangle2D.Double(x, y, width, height, arcWidth, arcHeight));
    }

    @Override
    public void drawOval(int x, int y, int width, int height) {
        draw(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillOval(int x, int y, int width, int height) {
        fill(new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void drawArc(int x, int y, int width, int height, int start, int angle) {
        draw(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.OPEN));
    }

    @Override
    public void fillArc(int x, int y, int width, int height, int start, int angle) {
        fill(new Arc2D.Double(x, y, width, height, start, angle, Arc2D.PIE));
    }

    @Override
    public void drawPolyline(int[] xs, int[] ys, int count) {
        draw(path(xs, ys, count, false));
    }

    @Override
    public void drawPolygon(int[] xs, int[] ys, int count) {
        draw(path(xs, ys, count, true));
    }

    @Override
    public void fillPolygon(int[] xs, int[] ys, int count) {
        fill(path(xs, ys, count, true));
    }

    @Override
    public void drawString(String text, int x, int y) {
        drawString(text, (float) x, (float) y);
    }

    @Override
    public void drawString(AttributedCharacterIterator iterator, int x, int y) {
        drawString(iterator, (float) x, (float) y);
    }

    @Override
    public void drawImage(BufferedImage image, BufferedImageOp operation, int x, int y) {
        BufferedImage shown = operation == null ? image : operation.filter(image, null);
        drawImage(shown, AffineTransform.getTranslateInstance(x, y), null);
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform placed) {
        BufferedImage copy = image instanceof BufferedImage ready
                ? ready
                : new BufferedImage(
                        image.getColorModel(),
                        image.copyData(null),
                        image.getColorModel().isAlphaPremultiplied(),
                        null);
        drawImage(copy, placed, null);
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform placed) {
        drawRenderedImage(image.createDefaultRendering(), placed);
    }

    @Override
    public void clipRect(int x, int y, int width, int height) {
        clip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void setClip(int x, int y, int width, int height) {
        setClip(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public Rectangle getClipBounds() {
        Shape user = getClip();
        return user == null ? null : user.getBounds();
    }

    @Override
    public void setColor(Color colour) {
        setPaint(colour);
    }

    @Override
    public Color getColor() {
        return getPaint() instanceof Color colour ? colour : Color.BLACK;
    }

    @Override
    public void setPaintMode() {
        setComposite(AlphaComposite.SrcOver);
    }

    @Override
    public void setXORMode(Color colour) {
        setPaintMode();
    }

    @Override
    public void translate(int x, int y) {
        translate((double) x, (double) y);
    }

    @Override
    public void copyArea(int x, int y, int width, int height, int dx, int dy) {
        throw new UnsupportedOperationException("a page of vectors cannot be copied from");
    }

    @Override
    public void dispose() {
        // nothing is held
    }
    /** The image itself, or a copy whose pixels can be read. */
    static BufferedImage buffered(Image image) {
        if (image instanceof BufferedImage ready) {
            return ready;
        }
        BufferedImage copy =
                new BufferedImage(image.getWidth(null), image.getHeight(null), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return copy;
    }

    private static Path2D path(int[] xs, int[] ys, int count, boolean closed) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < count; i++) {
            if (i == 0) {
                path.moveTo(xs[i], ys[i]);
            } else {
                path.lineTo(xs[i], ys[i]);
            }
        }
        if (closed && count > 0) {
            path.closePath();
        }
        return path;
    }
}
