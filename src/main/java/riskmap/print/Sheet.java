package riskmap.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextAttribute;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Map;
import riskmap.base.RiskMapException;
import riskmap.map.Box;
import riskmap.map.LineStyle;
import riskmap.map.TextStyle;
import riskmap.render.Fonts;

/** A page to draw on in millimetres from its top left corner; letters are measured in points. */
public final class Sheet {
    /** Millimetres per point. */
    public static final double POINT = 25.4 / 72;
    /** Height of a capital letter or digit as a share of the font size, for the faces in use. */
    public static final double CAPITAL = 0.73;
    /** From the top of a line of text to its baseline as a share of the font size. */
    public static final double ASCENT = 0.88;
    /** Size at which text is measured: large, so that rounding of advances does not show. */
    private static final float MEASURED_SIZE = 100;

    private final Graphics2D graphics;
    /** Id of the item being drawn, by which errors name it. */
    private String item = "";

    /** A sheet over graphics whose user space is millimetres. */
    public Sheet(Graphics2D millimetres) {
        this.graphics = millimetres;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    }

    public Graphics2D graphics() {
        return graphics;
    }

    /** A sheet that draws only inside a box; dispose of its graphics after use. */
    Sheet clipped(Box box) {
        Sheet part = new Sheet((Graphics2D) graphics.create());
        part.graphics.clip(rectangle(box));
        part.item = item;
        return part;
    }

    /** Tells which item is drawn from now on. */
    void item(String id) {
        item = id;
    }

    void fill(Shape shape, String colour) {
        if (!colour.isEmpty()) {
            graphics.setPaint(Ink.of(colour));
            graphics.fill(shape);
        }
    }

    public void fill(Box box, String colour) {
        fill(rectangle(box), colour);
    }

    void draw(Shape shape, LineStyle line) {
        if (line.width() > 0) {
            graphics.setPaint(Ink.of(line.colour()));
            graphics.setStroke(stroke(line));
            graphics.draw(shape);
        }
    }

    public void line(double x1, double y1, double x2, double y2, LineStyle line) {
        draw(new Line2D.Double(x1, y1, x2, y2), line);
    }

    /** Draws one line of text; x is its left, middle or right as the style aligns. Returns its width. */
    public double text(String text, double x, double baseline, TextStyle style) {
        double width = width(text, style);
        double left =
                switch (style.align()) {
                    case LEFT -> x;
                    case CENTRE -> x - width / 2;
                    case RIGHT -> x - width;
                };
        Font font = font(style, (float) (style.size() * POINT));
        int missing = font.canDisplayUpTo(text);
        if (missing >= 0) {
            int point = text.codePointAt(missing);
            throw RiskMapException.of(
                    "print.glyph-missing", item, Character.toString(point), String.format("U+%04X", point));
        }
        graphics.setPaint(Ink.of(style.colour()));
        graphics.setFont(font);
        graphics.drawString(text, (float) left, (float) baseline);
        return width;
    }

    /** Draws one line of text over a soft edge of another colour, to be read over a map. */
    void haloText(String text, double x, double baseline, TextStyle style, Color halo, double haloWidth) {
        double left = style.align() == TextStyle.Align.LEFT
                ? x
                : x - width(text, style) / (style.align() == TextStyle.Align.CENTRE ? 2 : 1);
        Font font = font(style, (float) (style.size() * POINT));
        Shape outline = font.createGlyphVector(VectorGraphics.MEASURE, text).getOutline((float) left, (float) baseline);
        graphics.setPaint(halo);
        graphics.setStroke(new BasicStroke((float) (2 * haloWidth), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(outline);
        text(text, x, baseline, style);
    }

    /** Width of a line of text in millimetres. */
    public static double width(String text, TextStyle style) {
        if (text.isEmpty()) {
            return 0;
        }
        double width = font(style, MEASURED_SIZE)
                .getStringBounds(text, VectorGraphics.MEASURE)
                .getWidth();
        return width / MEASURED_SIZE * style.size() * POINT;
    }

    static Shape rectangle(Box box) {
        return new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height());
    }

    static Shape rounded(Box box, double radius) {
        return radius <= 0
                ? rectangle(box)
                : new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), 2 * radius, 2 * radius);
    }

    private static BasicStroke stroke(LineStyle line) {
        float[] dash = null;
        if (!line.dash().isEmpty()) {
            dash = new float[line.dash().size()];
            for (int i = 0; i < dash.length; i++) {
                dash[i] = line.dash().get(i).floatValue();
            }
        }
        return new BasicStroke((float) line.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dash, 0);
    }

    /** The face that pages are set in, for drawings that set their own text. */
    public static Font font(boolean bold, double size) {
        return Fonts.font(bold, (float) size);
    }

    /** The characters of a text that the face has no glyph for. */
    public static String missing(String text) {
        Font font = Fonts.font(false, MEASURED_SIZE);
        StringBuilder missing = new StringBuilder();
        text.codePoints()
                .filter(point -> !Character.isWhitespace(point) && !font.canDisplay(point))
                .distinct()
                .forEach(missing::appendCodePoint);
        return missing.toString();
    }

    /** The text with what the face has no glyph for written in letters that it has; see {@link PlainGlyphs}. */
    public static String displayable(String text) {
        return PlainGlyphs.of(text, Fonts.font(false, MEASURED_SIZE)::canDisplay);
    }

    private static Font font(TextStyle style, float size) {
        Font font = Fonts.font(style.bold(), size);
        return style.spacing() == 0
                ? font
                : font.deriveFont(Map.of(TextAttribute.TRACKING, (float) (style.spacing() / 100)));
    }
}
