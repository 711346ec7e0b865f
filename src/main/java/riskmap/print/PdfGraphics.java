package riskmap.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import riskmap.render.Blend;
import riskmap.render.LayeredTarget;

/**
 * A {@link Graphics2D} that streams straight into a PDF page: shapes as paths, text as searchable text of an embedded
 * subset, images without loss, map layers as PDF layers. User space begins as points from the top left corner.
 */
final class PdfGraphics extends VectorGraphics implements LayeredTarget {
    /** Resolution at which paints that PDF does not know (textures, gradients) become images. */
    private static final double PAINT_DPI = 300;
    /** Stroke width that makes a regular face look bold, as a share of the font size. */
    private static final double BOLD_STROKE = 0.028;

    private final PdfCanvas canvas;

    PdfGraphics(PdfCanvas canvas) {
        this.canvas = canvas;
    }

    private PdfGraphics(PdfGraphics other) {
        super(other);
        this.canvas = other.canvas;
    }

    @Override
    public Graphics create() {
        return new PdfGraphics(this);
    }

    @Override
    public void beginLayer(String id, double opacity) {
        canvas.beginLayer(id, opacity);
    }

    @Override
    public void endLayer() {
        canvas.endLayer();
    }

    @Override
    public void beginBlend(Blend blend) {
        canvas.beginBlend(blend);
    }

    @Override
    public void endBlend() {
        canvas.endBlend();
    }

    @Override
    void fillPage(Shape shape) {
        Rectangle2D bounds = shape.getBounds2D();
        if (outside(bounds, 0)) {
            return;
        }
        if (!(paint instanceof Color colour)) {
            Rectangle2D seen = clip == null ? bounds : bounds.createIntersection(clip.getBounds2D());
            painted(shape, seen);
            return;
        }
        canvas.state(clip, alpha() * colour.getAlpha() / 255.0);
        canvas.fillColour(colour);
        int rule = canvas.content().path(shape);
        if (rule >= 0) {
            canvas.content().operator(rule == PathIterator.WIND_EVEN_ODD ? "f*" : "f");
        }
    }

    @Override
    void strokePage(Shape shape, BasicStroke line) {
        if (outside(shape.getBounds2D(), line.getLineWidth() * Math.max(1, line.getMiterLimit()))) {
            return;
        }
        if (!(paint instanceof Color colour)) {
            fillPage(line.createStrokedShape(shape));
            return;
        }
        canvas.state(clip, alpha() * colour.getAlpha() / 255.0);
        canvas.lineColour(colour);
        canvas.line(operators(line));
        if (canvas.content().path(shape) >= 0) {
            canvas.content().operator("S");
        }
    }

    @Override
    void textPage(String text, double x, double y) {
        double scale = pageScale();
        double width = advance(text);
        double height = font.getSize2D();
        Rectangle2D box = new Rectangle2D.Double(x, y - height, width, 1.3 * height);
        if (scale == 0 || outside(transform.createTransformedShape(box).getBounds2D(), scale)) {
            return;
        }
        Optional<PdfFonts.Run> run =
                paint instanceof Color && isSimilarity() ? canvas.fonts.run(text, font) : Optional.empty();
        if (run.isEmpty()) {
            fill(font.createGlyphVector(MEASURE, text).getOutline((float) x, (float) y));
            return;
        }
        Color colour = (Color) paint;
        double size = font.getSize2D() * scale;
        canvas.state(clip, alpha() * colour.getAlpha() / 255.0);
        canvas.fillColour(colour);
        PdfContent content = canvas.content();
        if (run.get().emboldened()) {
            canvas.lineColour(colour);
            canvas.line(operators(new BasicStroke((float) (size * BOLD_STROKE), 1, 1)));
        }
        AffineTransform matrix = new AffineTransform(transform);
        matrix.translate(x, y);
        matrix.scale(1 / scale, -1 / scale);
        // Letters stand where Java2D measured them, whatever rounding the font's own widths have.
        int letters = text.codePointCount(0, text.length());
        double spacing = (width * scale - run.get().width() / 1000 * size) / letters;
        content.operator("BT").raw("/").raw(run.get().fontName().getName()).raw(" ");
        content.number(size).operator("Tf");
        content.raw(run.get().emboldened() ? "2 Tr " : "0 Tr ").exact(spacing).operator("Tc");
        content.matrix(matrix, "Tm");
        content.hexadecimal(run.get().codes()).operator(" Tj").operator("ET");
    }

    @Override
    void imagePage(BufferedImage image, AffineTransform toPage) {
        Rectangle2D pixels = new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
        if (outside(toPage.createTransformedShape(pixels).getBounds2D(), 0)) {
            return;
        }
        canvas.state(clip, alpha());
        COSName name = canvas.image(image);
        AffineTransform matrix = new AffineTransform(toPage);
        matrix.translate(0, image.getHeight());
        matrix.scale(image.getWidth(), -image.getHeight());
        PdfContent content = canvas.content();
        content.operator("q");
        content.matrix(matrix, "cm");
        content.raw("/").raw(name.getName()).operator(" Do").operator("Q");
    }

    /** Fills a shape with a paint that PDF does not know: an image of it, clipped to the shape. */
    private void painted(Shape shape, Rectangle2D seen) {
        PaintImage.of(paint, transform, seen, PAINT_DPI).ifPresent(image -> {
            PdfGraphics clipped = new PdfGraphics(this);
            clipped.transform = new AffineTransform();
            clipped.clip(shape);
            clipped.imagePage(image, PaintImage.placement(seen, PAINT_DPI));
        });
    }

    private static String operators(BasicStroke line) {
        StringBuilder text = new StringBuilder();
        text.append(decimal(line.getLineWidth())).append(" w ");
        text.append(line.getEndCap()).append(" J ").append(line.getLineJoin()).append(" j ");
        text.append(decimal(Math.max(1, line.getMiterLimit()))).append(" M [");
        float[] dash = line.getDashArray();
        if (dash != null) {
            for (float length : dash) {
                text.append(decimal(length)).append(' ');
            }
        }
        return text.append("] ")
                .append(decimal(line.getDashPhase()))
                .append(" d")
                .toString();
    }

    private static String decimal(double value) {
        return java.math.BigDecimal.valueOf(Math.round(value * 1000), 3)
                .stripTrailingZeros()
                .toPlainString();
    }
}
