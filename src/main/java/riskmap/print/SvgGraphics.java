package riskmap.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import riskmap.render.Blend;
import riskmap.render.LayeredTarget;

/** A {@link Graphics2D} that writes SVG. User space begins as points from the top left corner. */
final class SvgGraphics extends VectorGraphics implements LayeredTarget {
    /** Resolution at which paints other than colours become images. */
    private static final double PAINT_DPI = 300;

    private final SvgWriter svg;
    private final Map<String, String> layerTitles;
    private final InkPalette palette;

    SvgGraphics(SvgWriter svg, Map<String, String> layerTitles, InkPalette palette) {
        this.palette = palette;
        this.svg = svg;
        this.layerTitles = layerTitles;
    }

    private SvgGraphics(SvgGraphics other) {
        super(other);
        this.svg = other.svg;
        this.layerTitles = other.layerTitles;
        this.palette = other.palette;
    }

    @Override
    public Graphics create() {
        return new SvgGraphics(this);
    }

    @Override
    public void beginLayer(String id, double opacity) {
        String title = SvgWriter.escape(layerTitles.getOrDefault(id, id));
        String name = SvgWriter.escape(id);
        svg.raw("<g id=\"layer-" + name + "\"" + (opacity < 1 ? " opacity=\"" + SvgWriter.number(opacity) + "\"" : "")
                + "><title>" + title + "</title>\n");
    }

    @Override
    public void endLayer() {
        svg.raw("</g>\n");
    }

    @Override
    public void beginBlend(Blend blend) {
        svg.raw("<g style=\"mix-blend-mode:" + blend.mode().css() + "\" opacity=\"" + SvgWriter.number(blend.opacity())
                + "\">\n");
    }

    @Override
    public void endBlend() {
        svg.raw("</g>\n");
    }

    @Override
    void fillPage(Shape shape) {
        if (outside(shape.getBounds2D(), 0)) {
            return;
        }
        if (!(paint instanceof Color colour)) {
            painted(shape);
            return;
        }
        String path = SvgWriter.path(shape);
        if (!path.isEmpty()) {
            boolean evenOdd = shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD;
            String clipping = svg.clip(clip);
            svg.raw("<path d=\"" + path + "\" fill=\"" + hex(colour) + "\"" + opacity("fill-opacity", colour)
                    + (evenOdd ? " fill-rule=\"evenodd\"" : "") + clipping + "/>\n");
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
        String clipping = svg.clip(clip);
        StringBuilder text = new StringBuilder("<path fill=\"none\" d=\"")
                .append(SvgWriter.path(shape))
                .append("\" stroke=\"")
                .append(hex(colour))
                .append("\" stroke-width=\"")
                .append(Math.round(line.getLineWidth() * 1000) / 1000.0)
                .append('"')
                .append(opacity("stroke-opacity", colour));
        text.append(new String[] {"", " stroke-linecap=\"round\"", " stroke-linecap=\"square\""}[line.getEndCap()]);
        text.append(new String[] {"", " stroke-linejoin=\"round\"", " stroke-linejoin=\"bevel\""}[line.getLineJoin()]);
        if (line.getDashArray() != null) {
            StringBuilder dash = new StringBuilder();
            for (float length : line.getDashArray()) {
                dash.append(dash.isEmpty() ? "" : " ").append(SvgWriter.number(length));
            }
            text.append(" stroke-dasharray=\"").append(dash).append('"');
        }
        svg.raw(text.append(clipping).append("/>\n").toString());
    }

    @Override
    void textPage(String text, double x, double y) {
        if (!(paint instanceof Color colour)) {
            fill(font.createGlyphVector(MEASURE, text).getOutline((float) x, (float) y));
            return;
        }
        double scale = pageScale();
        double size = font.getSize2D() * scale;
        double width = advance(text) * scale;
        AffineTransform matrix = new AffineTransform(transform);
        matrix.translate(x, y);
        matrix.scale(1 / scale, 1 / scale);
        double[] m = new double[6];
        matrix.getMatrix(m);
        StringBuilder placed = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            double value = i < 4 ? Math.round(m[i] * 1e5) / 1e5 : Math.round(m[i] * 100) / 100.0;
            placed.append(i == 0 ? "" : " ").append(value);
        }
        String clipping = svg.clip(clip);
        // The clip is in page coordinates: it goes on a group outside the text's own transform.
        String open = clipping.isEmpty() ? "" : "<g" + clipping + ">";
        String close = clipping.isEmpty() ? "" : "</g>";
        svg.raw(open + "<text transform=\"matrix(" + placed + ")\" font-family=\""
                + SvgWriter.escape(font.getFamily(java.util.Locale.ROOT)) + ", sans-serif\" font-size=\""
                + SvgWriter.number(size) + "\"" + (font.isBold() ? " font-weight=\"bold\"" : "")
                + " textLength=\"" + SvgWriter.number(width) + "\" xml:space=\"preserve\" fill=\"" + hex(colour) + "\""
                + opacity("fill-opacity", colour) + ">" + SvgWriter.escape(text) + "</text>" + close + "\n");
    }

    @Override
    void imagePage(BufferedImage image, AffineTransform toPage) {
        Rectangle2D pixels = new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight());
        if (outside(toPage.createTransformedShape(pixels).getBounds2D(), 0)) {
            return;
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(palette.see(image), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double[] m = new double[6];
        toPage.getMatrix(m);
        String clipping = svg.clip(clip);
        svg.raw("<g" + clipping + "><image width=\"" + image.getWidth() + "\" height=\"" + image.getHeight()
                + "\" opacity=\"" + SvgWriter.number(alpha()) + "\" transform=\"matrix(" + m[0] + " " + m[1] + " "
                + m[2] + " " + m[3] + " " + m[4] + " " + m[5] + ")\" href=\"data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png.toByteArray()) + "\"/></g>\n");
    }

    private void painted(Shape shape) {
        Rectangle2D bounds = shape.getBounds2D();
        Rectangle2D seen = clip == null ? bounds : bounds.createIntersection(clip.getBounds2D());
        PaintImage.of(paint, transform, seen, PAINT_DPI).ifPresent(image -> {
            SvgGraphics clipped = new SvgGraphics(this);
            clipped.transform = new AffineTransform();
            clipped.clip(shape);
            clipped.imagePage(image, PaintImage.placement(seen, PAINT_DPI));
        });
    }

    private String opacity(String attribute, Color colour) {
        double opacity = alpha() * colour.getAlpha() / 255.0;
        return opacity < 1 ? " " + attribute + "=\"" + Math.round(opacity * 1000) / 1000.0 + "\"" : "";
    }

    private String hex(Color colour) {
        return String.format(java.util.Locale.ROOT, "#%06x", palette.seen(colour.getRGB()) & 0xffffff);
    }
}
