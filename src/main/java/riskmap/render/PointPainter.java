package riskmap.render;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.BitSet;
import java.util.Optional;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.algorithm.InteriorPointLine;
import org.locationtech.jts.geom.Coordinate;

/**
 * Draws point symbols of one look. On paper as shapes; on a raster from one small picture that is copied, and for many
 * points blended straight into the pixels, where of points that hide each other one is drawn.
 */
final class PointPainter {
    /** From this many points in sight on pixels are blended by hand. */
    private static final int MANY = 3000;

    private final PaintTarget target;
    private final PackedLayer layer;
    private final PathBuilder paths;
    private final boolean many;

    /**
     * For points of a layer.
     *
     * @param inSight how many rows of the layer the whole picture shows: all its bands draw them in one way
     */
    PointPainter(PaintTarget target, PackedLayer layer, int inSight) {
        this.target = target;
        this.layer = layer;
        this.many = inSight >= MANY;
        this.paths = new PathBuilder(layer, target);
    }

    void paint(IntList rows, GraphicLook look) {
        if (isDense(rows, look)) {
            dense(rows, look);
        } else if (target.raster() && Sprite.serves(target.graphics(), look)) {
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

    /** Points that would be blended by hand: where, and which are hidden; empty where they would not. */
    Optional<Crowd> crowd(IntList rows, GraphicLook look) {
        return isDense(rows, look) ? Optional.of(crowd(rows, look, Sprite.of(look))) : Optional.empty();
    }

    private boolean isDense(IntList rows, GraphicLook look) {
        return many && target.raster() && Sprite.serves(target.graphics(), look);
    }

    private void dense(IntList rows, GraphicLook look) {
        Sprite sprite = Sprite.of(look);
        Crowd crowd = target.crowds().stream()
                .filter(known -> known.isOf(layer, rows, look))
                .findFirst()
                .orElseGet(() -> crowd(rows, look, sprite));
        int[] symbol = PaintTarget.pixels(sprite.image());
        int w = sprite.image().getWidth();
        int h = sprite.image().getHeight();
        BufferedImage image = target.pixels() == null ? target.canvasImage() : null;
        int[] pixels = image == null ? target.pixels() : PaintTarget.pixels(image);
        IntList places = crowd.places();
        BitSet hidden = crowd.hidden();
        for (int i = hidden.nextClearBit(0); 2 * i < places.size(); i = hidden.nextClearBit(i + 1)) {
            blend(
                    pixels,
                    target.canvas().width,
                    target.canvas().height,
                    symbol,
                    w,
                    h,
                    places.get(2 * i),
                    places.get(2 * i + 1));
        }
        if (image != null) {
            target.lay(image, target.canvas().x, target.canvas().y);
        }
    }

    private Crowd crowd(IntList rows, GraphicLook look, Sprite sprite) {
        int[] symbol = PaintTarget.pixels(sprite.image());
        int w = sprite.image().getWidth();
        CoveredPixels covered = CoveredPixels.serves(symbol, w)
                ? new CoveredPixels(symbol, w, target.canvas().width, target.canvas().height)
                : null;
        IntList places = places(rows, sprite);
        return new Crowd(layer, rows, look, places, hidden(places, covered), covered);
    }

    /** Where copies of a symbol are drawn. */
    private IntList places(IntList rows, Sprite sprite) {
        int width = target.canvas().width;
        int height = target.canvas().height;
        int w = sprite.image().getWidth();
        int h = sprite.image().getHeight();
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
        return places;
    }

    /** Covers what copies of a symbol hide; which of them lie wholly under opaque parts of later ones. */
    private BitSet hidden(IntList places, CoveredPixels covered) {
        BitSet hidden = new BitSet(places.size() / 2);
        for (int i = places.size() / 2 - 1; i >= 0 && covered != null; i--) {
            if (!covered.add(places.get(2 * i), places.get(2 * i + 1))) {
                hidden.set(i);
            }
            if ((i & 0xFFF) == 0) {
                target.progress().check();
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
