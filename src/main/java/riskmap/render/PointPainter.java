package riskmap.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.BitSet;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.algorithm.InteriorPointLine;
import org.locationtech.jts.geom.Coordinate;

/**
 * Draws point symbols of one look. On paper as shapes; on a raster from one small picture that is copied, and for many
 * points blended straight into the pixels, where of points that hide each other one is drawn.
 */
final class PointPainter {
    /** From this many points on pixels are blended by hand. */
    private static final int MANY = 3000;

    private final PaintTarget target;
    private final PackedLayer layer;
    private final PathBuilder paths;

    PointPainter(PaintTarget target, PackedLayer layer) {
        this.target = target;
        this.layer = layer;
        this.paths = new PathBuilder(layer, target);
    }

    void paint(IntList rows, GraphicLook look) {
        boolean sprites = target.raster() && Sprite.serves(target.graphics(), look);
        if (sprites && rows.size() >= MANY) {
            dense(rows, look);
        } else if (sprites) {
            Sprite sprite = Sprite.of(look);
            each(rows, (x, y) -> sprite.draw(target.graphics(), x, y));
        } else {
            each(rows, (x, y) -> GraphicPainter.draw(target.graphics(), look, x, y));
        }
    }

    /** Takes a position in target units. */
    private interface Place {
        void at(double x, double y);
    }

    private void each(IntList rows, Place place) {
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            if (paths.far(row)) {
                continue;
            }
            if (layer.dimension(row) == 1) {
                for (int part = layer.firstPart(row); part < layer.endPart(row); part++) {
                    int point = layer.firstPoint(part);
                    place.at(paths.x(point), paths.y(point));
                }
            } else {
                Coordinate inside = inside(row);
                if (inside != null) {
                    Coordinate shown = target.viewport().toTarget(inside.x, inside.y);
                    place.at(shown.x, shown.y);
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

    static void hints(Graphics2D graphics) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    }

    private void dense(IntList rows, GraphicLook look) {
        int width = target.canvas().width;
        int height = target.canvas().height;
        Sprite sprite = Sprite.of(look);
        int[] symbol = ((DataBufferInt) sprite.image().getRaster().getDataBuffer()).getData();
        int w = sprite.image().getWidth();
        int h = sprite.image().getHeight();
        BufferedImage image = target.pixels() == null ? target.canvasImage() : null;
        int[] pixels = image == null
                ? target.pixels()
                : ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        // points closer than a quarter of the symbol hide each other: one of them is drawn, in whatever band it is
        // asked
        // a power of two, so that a shift finds the cell
        int shift = 31 - Integer.numberOfLeadingZeros(Math.max(1, Math.min(w, h) / 4));
        int cell = 1 << shift;
        int originX = target.canvas().x;
        int originY = target.canvas().y;
        int firstColumn = originX - w - cell >> shift;
        int firstRow = originY - h - cell >> shift;
        int cells = (width + 2 * (w + cell) >> shift) + 2;
        BitSet drawn = new BitSet(cells * ((height + 2 * (h + cell) >> shift) + 2));
        IntList places = new IntList();
        each(rows, (x, y) -> {
            int left = (int) Math.floor(x) + sprite.left() - originX;
            int top = (int) Math.floor(y) + sprite.top() - originY;
            // a cell reaches into the neighbouring band, which must take the same point of it
            if (left <= -w - cell || top <= -h - cell || left >= width + cell || top >= height + cell) {
                return;
            }
            int place = ((top + originY >> shift) - firstRow) * cells + (left + originX >> shift) - firstColumn;
            if (!drawn.get(place)) {
                drawn.set(place);
                if (left > -w && top > -h && left < width && top < height) {
                    places.add(left);
                    places.add(top);
                }
            }
        });
        BitSet hidden = hidden(places, symbol, w);
        for (int i = hidden.nextClearBit(0); 2 * i < places.size(); i = hidden.nextClearBit(i + 1)) {
            blend(pixels, width, height, symbol, w, h, places.get(2 * i), places.get(2 * i + 1));
        }
        if (image != null) {
            target.lay(image, originX, originY);
        }
    }

    /** Which copies of a symbol lie wholly under opaque parts of later ones. */
    private BitSet hidden(IntList places, int[] symbol, int width) {
        BitSet hidden = new BitSet(places.size() / 2);
        if (CoveredPixels.serves(symbol, width)) {
            CoveredPixels covered = new CoveredPixels(symbol, width, target.canvas().width, target.canvas().height);
            for (int i = places.size() / 2 - 1; i >= 0; i--) {
                if (!covered.add(places.get(2 * i), places.get(2 * i + 1))) {
                    hidden.set(i);
                }
                if ((i & 0xFFF) == 0) {
                    target.progress().check();
                }
            }
        }
        return hidden;
    }

    /** Draws a symbol, cut to the canvas. */
    private static void blend(int[] pixels, int width, int height, int[] symbol, int w, int h, int left, int top) {
        int fromRow = Math.max(0, -top);
        int toRow = Math.min(h, height - top);
        int fromColumn = Math.max(0, -left);
        int toColumn = Math.min(w, width - left);
        for (int row = fromRow; row < toRow; row++) {
            int at = (top + row) * width + left;
            for (int column = fromColumn; column < toColumn; column++) {
                int source = symbol[row * w + column];
                if (source != 0) {
                    pixels[at + column] = PaintTarget.over(source, pixels[at + column]);
                }
            }
        }
    }
}
