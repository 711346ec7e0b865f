package riskmap.print;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.text.AttributedCharacterIterator;
import java.util.Map;

/**
 * The state of a {@link Graphics2D} that writes vectors: transform, clip, paint, stroke, font, composite. Targets write
 * what arrives in page coordinates (points from the top left corner): {@link #fillPage}, {@link #strokePage},
 * {@link #textPage} and {@link #imagePage}. Text is measured without a device, so that every output breaks lines alike.
 */
abstract class VectorGraphics extends ShapeGraphics {
    private static final BufferedImage PROBE = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB);
    /** Device-free measuring: no transform, antialiased, fractional advances. */
    static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

    private static final float MEASURED_SIZE = 100;

    /** From user space to the page. */
    AffineTransform transform = new AffineTransform();
    /** Clip on the page, or null for none. Never changed in place. */
    Shape clip;

    Paint paint = Color.BLACK;
    Stroke stroke = new BasicStroke();
    Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    Composite composite = AlphaComposite.SrcOver;
    private Color background = Color.WHITE;
    private RenderingHints hints = new RenderingHints(null);

    VectorGraphics() {}

    VectorGraphics(VectorGraphics other) {
        transform = new AffineTransform(other.transform);
        clip = other.clip;
        paint = other.paint;
        stroke = other.stroke;
        font = other.font;
        composite = other.composite;
        background = other.background;
        hints = (RenderingHints) other.hints.clone();
    }

    /** Fills a shape of the page with the current paint. */
    abstract void fillPage(Shape shape);

    /** Strokes a shape of the page with a solid line whose measures are page units. */
    abstract void strokePage(Shape shape, BasicStroke line);

    /** Writes text whose baseline starts at (x, y) of user space. */
    abstract void textPage(String text, double x, double y);

    /** Paints an image whose pixels go through {@code toPage}. */
    abstract void imagePage(BufferedImage image, AffineTransform toPage);

    /** Opacity of the current composite, 0 to 1. */
    double alpha() {
        return composite instanceof AlphaComposite rule ? rule.getAlpha() : 1;
    }

    @Override
    public void draw(Shape shape) {
        if (stroke instanceof BasicStroke line && isSimilarity()) {
            double scale = pageScale();
            float[] dash = line.getDashArray();
            if (dash != null) {
                for (int i = 0; i < dash.length; i++) {
                    dash[i] *= (float) scale;
                }
            }
            strokePage(
                    transform.createTransformedShape(shape),
                    new BasicStroke(
                            (float) (line.getLineWidth() * scale),
                            line.getEndCap(),
                            line.getLineJoin(),
                            line.getMiterLimit(),
                            dash,
                            (float) (line.getDashPhase() * scale)));
        } else {
            fill(stroke.createStrokedShape(shape));
        }
    }

    @Override
    public void fill(Shape shape) {
        fillPage(transform.createTransformedShape(shape));
    }

    @Override
    public void drawString(String text, float x, float y) {
        if (!text.isEmpty()) {
            textPage(text, x, y);
        }
    }

    @Override
    public void drawString(AttributedCharacterIterator iterator, float x, float y) {
        new TextLayout(iterator, MEASURE).draw(this, x, y);
    }

    @Override
    public void drawGlyphVector(GlyphVector glyphs, float x, float y) {
        fill(glyphs.getOutline(x, y));
    }

    @Override
    public boolean drawImage(Image image, AffineTransform placed, ImageObserver observer) {
        AffineTransform toPage = new AffineTransform(transform);
        if (placed != null) {
            toPage.concatenate(placed);
        }
        imagePage(buffered(image), toPage);
        return true;
    }

    @Override
    public boolean hit(Rectangle rectangle, Shape shape, boolean onStroke) {
        Shape tested = onStroke ? stroke.createStrokedShape(shape) : shape;
        return transform.createTransformedShape(tested).intersects(rectangle);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return PageDevice.configuration();
    }

    @Override
    public FontMetrics getFontMetrics(Font measured) {
        Graphics2D probe = PROBE.createGraphics();
        try {
            probe.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            return probe.getFontMetrics(measured);
        } finally {
            probe.dispose();
        }
    }

    @Override
    public FontRenderContext getFontRenderContext() {
        return MEASURE;
    }

    @Override
    public void clip(Shape shape) {
        if (shape == null) {
            clip = null;
            return;
        }
        Shape added = transform.createTransformedShape(shape);
        if (rectangle(shape) != null && isAxisParallel()) {
            added = added.getBounds2D();
        }
        if (clip == null) {
            clip = added;
        } else if (clip instanceof Rectangle2D one && added instanceof Rectangle2D two) {
            Rectangle2D both = one.createIntersection(two);
            clip = both.getWidth() < 0 || both.getHeight() < 0 ? new Rectangle2D.Double() : both;
        } else if (added instanceof Rectangle2D two && two.contains(clip.getBounds2D())) {
            return;
        } else {
            Area area = new Area(clip);
            area.intersect(new Area(added));
            clip = area;
        }
    }

    @Override
    public void setClip(Shape shape) {
        clip = null;
        clip(shape);
    }

    @Override
    public Shape getClip() {
        try {
            return clip == null ? null : transform.createInverse().createTransformedShape(clip);
        } catch (java.awt.geom.NoninvertibleTransformException flat) {
            return new Rectangle2D.Double();
        }
    }

    @Override
    public void translate(double x, double y) {
        transform.translate(x, y);
    }

    @Override
    public void rotate(double theta) {
        transform.rotate(theta);
    }

    @Override
    public void rotate(double theta, double x, double y) {
        transform.rotate(theta, x, y);
    }

    @Override
    public void scale(double sx, double sy) {
        transform.scale(sx, sy);
    }

    @Override
    public void shear(double sx, double sy) {
        transform.shear(sx, sy);
    }

    @Override
    public void transform(AffineTransform added) {
        transform.concatenate(added);
    }

    @Override
    public void setTransform(AffineTransform other) {
        transform = new AffineTransform(other);
    }

    @Override
    public AffineTransform getTransform() {
        return new AffineTransform(transform);
    }

    @Override
    public void setPaint(Paint other) {
        paint = other == null ? paint : other;
    }

    @Override
    public Paint getPaint() {
        return paint;
    }

    @Override
    public void setBackground(Color colour) {
        background = colour;
    }

    @Override
    public Color getBackground() {
        return background;
    }

    @Override
    public void setComposite(Composite other) {
        composite = other;
    }

    @Override
    public Composite getComposite() {
        return composite;
    }

    @Override
    public void setStroke(Stroke other) {
        stroke = other;
    }

    @Override
    public Stroke getStroke() {
        return stroke;
    }

    @Override
    public void setFont(Font other) {
        font = other == null ? font : other;
    }

    @Override
    public Font getFont() {
        return font;
    }

    @Override
    public void setRenderingHint(RenderingHints.Key key, Object value) {
        if (value == null) {
            hints.remove(key);
        } else {
            hints.put(key, value);
        }
    }

    @Override
    public Object getRenderingHint(RenderingHints.Key key) {
        return hints.get(key);
    }

    @Override
    public void setRenderingHints(Map<?, ?> others) {
        hints = new RenderingHints(null);
        hints.putAll(others);
    }

    @Override
    public void addRenderingHints(Map<?, ?> others) {
        hints.putAll(others);
    }

    @Override
    public RenderingHints getRenderingHints() {
        return (RenderingHints) hints.clone();
    }

    /** Page units per user unit; of a transform that keeps shapes alike. */
    double pageScale() {
        return Math.sqrt(Math.abs(transform.getDeterminant()));
    }

    /** Whether the transform keeps shapes alike: moves, turns, mirrors, scales both axes the same. */
    boolean isSimilarity() {
        double a = transform.getScaleX();
        double b = transform.getShearY();
        double c = transform.getShearX();
        double d = transform.getScaleY();
        double size = Math.abs(transform.getDeterminant());
        return Math.abs(a * a + b * b - c * c - d * d) <= 1e-6 * size && Math.abs(a * c + b * d) <= 1e-6 * size;
    }

    private boolean isAxisParallel() {
        return transform.getShearX() == 0 && transform.getShearY() == 0
                || transform.getScaleX() == 0 && transform.getScaleY() == 0;
    }

    /** The rectangle that a shape is, or null when it is another. */
    static Rectangle2D rectangle(Shape shape) {
        if (shape instanceof Rectangle2D rectangle) {
            return rectangle;
        }
        return shape instanceof Path2D && new Area(shape).isRectangular() ? shape.getBounds2D() : null;
    }

    /** Width of a text in user space, measured at a size at which rounding does not show. */
    double advance(String text) {
        double size = font.getSize2D();
        return font.deriveFont(MEASURED_SIZE).getStringBounds(text, MEASURE).getWidth() / MEASURED_SIZE * size;
    }

    /** Whether nothing of these bounds on the page, wider by a margin, is inside the clip. */
    boolean outside(Rectangle2D bounds, double margin) {
        if (clip == null) {
            return false;
        }
        Rectangle2D seen = clip.getBounds2D();
        return bounds.getMaxX() + margin < seen.getMinX()
                || bounds.getMinX() - margin > seen.getMaxX()
                || bounds.getMaxY() + margin < seen.getMinY()
                || bounds.getMinY() - margin > seen.getMaxY();
    }
}
