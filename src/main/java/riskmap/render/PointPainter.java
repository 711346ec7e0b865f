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
                            (int) Math.floor(x) - sprite.centre(),
                            (int) Math.floor(y) - sprite.centre(),
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

    /** A symbol drawn once. */
    private record Sprite(BufferedImage image, int centre) {}

    private static Sprite sprite(GraphicLook look) {
        int centre = (int) Math.ceil(look.reach()) + 1;
        BufferedImage image = new BufferedImage(2 * centre + 1, 2 * centre + 1, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        hints(graphics);
        GraphicPainter.draw(graphics, look, centre + 0.5, centre + 0.5);
        graphics.dispose();
        return new Sprite(image, centre);
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
        int size = sprite.image().getWidth();
        int centre = sprite.centre();
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        int around = 2 * centre + 1;
        BitSet drawn = new BitSet((width + around) * (height + around));
        each(rows, (x, y) -> {
            int left = (int) Math.floor(x) - centre;
            int top = (int) Math.floor(y) - centre;
            if (left <= -size || top <= -size || left >= width || top >= height) {
                return;
            }
            int place = (top + size) * (width + around) + left + size;
            if (!drawn.get(place)) {
                drawn.set(place);
                blend(pixels, width, height, symbol, size, left, top);
            }
        });
        target.graphics().drawImage(image, 0, 0, null);
    }

    /** Source over destination, both premultiplied. */
    private static void blend(int[] pixels, int width, int height, int[] symbol, int size, int left, int top) {
        int fromRow = Math.max(0, -top);
        int toRow = Math.min(size, height - top);
        int fromColumn = Math.max(0, -left);
        int toColumn = Math.min(size, width - left);
        for (int row = fromRow; row < toRow; row++) {
            int at = (top + row) * width + left;
            for (int column = fromColumn; column < toColumn; column++) {
                int source = symbol[row * size + column];
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
