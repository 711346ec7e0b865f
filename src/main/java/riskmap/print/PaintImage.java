package riskmap.print;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;

/** A paint that a vector format does not know (texture, gradient) as an image of the part seen. */
final class PaintImage {
    private PaintImage() {}

    /** The paint over a rectangle of the page, or empty when nothing of it is seen. */
    static Optional<BufferedImage> of(Paint paint, AffineTransform transform, Rectangle2D seen, double dpi) {
        double zoom = dpi / 72;
        int width = (int) Math.ceil(seen.getWidth() * zoom);
        int height = (int) Math.ceil(seen.getHeight() * zoom);
        if (width < 1 || height < 1) {
            return Optional.empty();
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(zoom, zoom);
            graphics.translate(-seen.getX(), -seen.getY());
            graphics.transform(transform);
            graphics.setPaint(paint);
            graphics.fill(transform.createInverse().createTransformedShape(seen));
            return Optional.of(image);
        } catch (NoninvertibleTransformException flat) {
            return Optional.empty();
        } finally {
            graphics.dispose();
        }
    }

    /** Where such an image lies on the page. */
    static AffineTransform placement(Rectangle2D seen, double dpi) {
        AffineTransform placed = AffineTransform.getTranslateInstance(seen.getX(), seen.getY());
        placed.scale(72 / dpi, 72 / dpi);
        return placed;
    }
}
