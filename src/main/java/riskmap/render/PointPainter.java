package riskmap.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.BitSet;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.algorithm.InteriorPointLine;
import org.locationtech.jts.geom.Coordinate;

/**
 * Draws point symbols of one look. On paper as shapes; on a raster from one small picture that is copied, and for many
 * points blended straight into the pixels, where points on the same pixel are drawn once.
 */
final class PointPainter {
    /** From this many points on pixels are blended by hand. */
    private static final int MANY = 3000;
    /** Symbols larger than this (pixels) are drawn as shapes: a picture of them saves nothing. */
    private static final double LARGEST_SPRITE = 96;

    private final PaintTarget target;
    private final PackedLayer layer;
    private final PathBuilder paths;

    PointPainter(PaintTarget target, PackedLayer layer) {
        this.target = target;
        this.layer = layer;
        this.paths = new PathBuilder(layer, target);
    }

    void paint(IntList rows, GraphicLook look) {
        boolean sprites = target.raster() && look.reach() < LARGEST_SPRITE && unscaled(target.graphics());
        if (sprites && rows.size() >= MANY) {
            dense(rows, look);
        } else if (sprites) {
            Sprite sprite = sprite(look);
            each(rows, (x, y) -> target.graphics()
                    .drawImage(
                            sprite.image(),
                            (int) Math.floor(x) + sprite.left(),
                            (int) Math.floor(y) + sprite.top(),
                            null));
        } else {
            each(rows, (x, y) -> GraphicPainter.draw(target.graphics(), look, x, y));
        }
    }

    private static boolean unscaled(Graphics2D graphics) {
        int type = graphics.getTransform().getType();
        return type == AffineTransform.TYPE_IDENTITY || type == AffineTransform.TYPE_TRANSLATION;
    }

    /** Takes a position in target units. */
    private interface Place {
        void at(double x, double y);
    }

    private void each(IntList rows, Place place) {
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            if (layer.dimension(row) == 1) {
                for (int part = layer.firstPart(row); part < layer.endPart(row); part++) {
                    int point = layer.firstPoint(part);
                    place.at(paths.x(point), paths.y(point));
                }
            } else {
                Coordinate inside = inside(row);
                if (inside != null) {
                    Viewport viewport = target.viewport();
                    place.at(viewport.toTargetX(inside.x), viewport.toTargetY(inside.y));
                }
            }
            if ((i & 0xFF) == 0) {
                target.progress().check();
            }
        }
    }

    /** The point that stands for an area or a line. */
    private Coordinate inside(int row) {
        return layer.dimension(row) == 3
                ? InteriorPointArea.getInteriorPoint(PackedGeometry.of(layer, row))
                : InteriorPointLine.getInteriorPoint(PackedGeometry.of(layer, row));
    }

    /**
     * A symbol drawn once.
     *
     * @param image cut to what is not transparent
     * @param left pixels from the symbol's point to the image's west edge
     * @param top pixels from the symbol's point to its north edge
     */
    private record Sprite(BufferedImage image, int left, int top) {}

    private static Sprite sprite(GraphicLook look) {
        int centre = (int) Math.ceil(look.reach()) + 1;
        int size = 2 * centre + 1;
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        hints(graphics);
        GraphicPainter.draw(graphics, look, centre + 0.5, centre + 0.5);
        graphics.dispose();
        int west = size;
        int north = size;
        int east = 0;
        int south = 0;
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != 0) {
                west = Math.min(west, i % size);
                east = Math.max(east, i % size + 1);
                north = Math.min(north, i / size);
                south = Math.max(south, i / size + 1);
            }
        }
        if (east <= west) {
            return new Sprite(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB_PRE), 0, 0);
        }
        BufferedImage cut = new BufferedImage(east - west, south - north, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D copy = cut.createGraphics();
        copy.drawImage(image, -west, -north, null);
        copy.dispose();
        return new Sprite(cut, west - centre, north - centre);
    }

    static void hints(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    private void dense(IntList rows, GraphicLook look) {
        int width = (int) Math.ceil(target.viewport().width());
        int height = (int) Math.ceil(target.viewport().height());
        Sprite sprite = sprite(look);
        int[] symbol = ((DataBufferInt) sprite.image().getRaster().getDataBuffer()).getData();
        int w = sprite.image().getWidth();
        int h = sprite.image().getHeight();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        BitSet drawn = new BitSet((width + w) * (height + h));
        each(rows, (x, y) -> {
            int left = (int) Math.floor(x) + sprite.left();
            int top = (int) Math.floor(y) + sprite.top();
            if (left <= -w || top <= -h || left >= width || top >= height) {
                return;
            }
            int place = (top + h) * (width + w) + left + w;
            if (!drawn.get(place)) {
                drawn.set(place);
                blend(pixels, width, height, symbol, w, h, left, top);
            }
        });
        target.graphics().drawImage(image, 0, 0, null);
    }

    /** Source over destination, both premultiplied. */
    private static void blend(int[] pixels, int width, int height, int[] symbol, int w, int h, int left, int top) {
        int fromRow = Math.max(0, -top);
        int toRow = Math.min(h, height - top);
        int fromColumn = Math.max(0, -left);
        int toColumn = Math.min(w, width - left);
        for (int row = fromRow; row < toRow; row++) {
            int at = (top + row) * width + left;
            for (int column = fromColumn; column < toColumn; column++) {
                int source = symbol[row * w + column];
                int alpha = source >>> 24;
                if (alpha == 255) {
                    pixels[at + column] = source;
                } else if (alpha != 0) {
                    int below = pixels[at + column];
                    int rest = 255 - alpha;
                    int evens = ((below & 0x00FF00FF) * rest + 0x00800080) >>> 8 & 0x00FF00FF;
                    int odds = ((below >>> 8 & 0x00FF00FF) * rest + 0x00800080) & 0xFF00FF00;
                    pixels[at + column] = source + evens + odds;
                }
            }
        }
    }
}
