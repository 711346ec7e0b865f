package riskmap.render;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * Polygons of about a pixel and less, 300,000 of which a district has: each adds its area to the coverage of the pixels
 * under its box, which is what antialiasing would give, at a tenth of the cost.
 */
final class TinyPolygons {
    /** A box this many pixels wide and high is still drawn as coverage. */
    static final double LARGEST = 2;

    private final PaintTarget target;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private float[] coverage;

    TinyPolygons(PaintTarget target) {
        this.target = target;
        left = target.canvas().x;
        top = target.canvas().y;
        width = target.canvas().width;
        height = target.canvas().height;
    }

    boolean isEmpty() {
        return coverage == null;
    }

    /**
     * Adds a polygon.
     *
     * @param x west edge of its box, target units
     * @param y north edge
     * @param w width of the box
     * @param h height of the box
     * @param fill part of the box that the polygon fills, 0 to 1
     */
    void add(double x, double y, double w, double h, double fill) {
        if (coverage == null) {
            coverage = new float[width * height];
        }
        int firstColumn = Math.max(left, (int) Math.floor(x));
        int firstRow = Math.max(top, (int) Math.floor(y));
        int lastColumn = Math.min(left + width - 1, (int) Math.floor(x + w));
        int lastRow = Math.min(top + height - 1, (int) Math.floor(y + h));
        for (int row = firstRow; row <= lastRow; row++) {
            double overlapY = Math.min(y + h, row + 1) - Math.max(y, row);
            for (int column = firstColumn; column <= lastColumn; column++) {
                double overlapX = Math.min(x + w, column + 1) - Math.max(x, column);
                coverage[(row - top) * width + column - left] += (float) (overlapX * overlapY * fill);
            }
        }
    }

    /** Paints the coverage collected with a colour. */
    void paint(Color color) {
        if (coverage == null) {
            return;
        }
        BufferedImage image = target.pixels() == null ? target.canvasImage() : null;
        int[] pixels = image == null ? target.pixels() : PaintTarget.pixels(image);
        int[] shades = shades(color);
        for (int i = 0; i < pixels.length; i++) {
            float part = coverage[i];
            if (part > 0) {
                int shade = shades[Math.round(Math.min(1, part) * color.getAlpha())];
                pixels[i] = PaintTarget.over(shade, pixels[i]);
            }
        }
        if (image != null) {
            target.lay(image, left, top);
        }
        coverage = null;
    }

    /** A colour, premultiplied, by how opaque it is, 0 to 255. */
    static int[] shades(Color color) {
        int[] shades = new int[256];
        for (int alpha = 0; alpha < shades.length; alpha++) {
            shades[alpha] = alpha << 24
                    | (color.getRed() * alpha + 127) / 255 << 16
                    | (color.getGreen() * alpha + 127) / 255 << 8
                    | (color.getBlue() * alpha + 127) / 255;
        }
        return shades;
    }
}
