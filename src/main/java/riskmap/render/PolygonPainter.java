package riskmap.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Draws the polygons of one look: first all insides, then all outlines, so that outlines of neighbours are whole.
 *
 * <p>Opaque insides share paths, which is faster and writes smaller pages; translucent ones are filled one by one, so
 * that overlaps show. On a raster, polygons of a pixel become coverage and outlines of polygons under three pixels are
 * left out: they would be all outline.
 */
final class PolygonPainter {
    /** Polygons per shared path: Marlin's cost rises with the edges of a path. */
    private static final int BATCH = 400;
    /** Under this many pixels an outline hides the inside. */
    private static final double OUTLINED = 3;
    /** Under this many pixels an outline thinner than half a pixel is only a tint. */
    private static final double HAIRLINED = 8;

    private final PaintTarget target;
    private final PackedLayer layer;
    private final PathBuilder paths;

    PolygonPainter(PaintTarget target, PackedLayer layer) {
        this.target = target;
        this.layer = layer;
        this.paths = new PathBuilder(layer, target);
    }

    /** Whether a row is so small that it may be painted otherwise than larger ones. */
    static boolean isSmall(PathBuilder paths, int row) {
        return paths.width(row) < HAIRLINED && paths.height(row) < HAIRLINED;
    }

    void paint(IntList rows, PolygonLook look) {
        Graphics2D graphics = target.graphics();
        FillLook fill = look.fill();
        if (fill != null && fill.color() != null && fill.color().getAlpha() > 0) {
            fill(graphics, rows, fill.color());
        }
        if (fill != null && fill.pattern() != null) {
            new PatternPainter(target, layer, paths).paint(rows, fill);
        }
        if (look.stroke() != null) {
            outline(rows, look.stroke());
        }
    }

    private void fill(Graphics2D graphics, IntList rows, Color color) {
        TinyPolygons tiny = new TinyPolygons(target);
        boolean share = color.getAlpha() == 255;
        Path2D.Float path = new Path2D.Float(Path2D.WIND_NON_ZERO, 1024);
        int shared = 0;
        boolean any = false;
        graphics.setColor(color);
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            if (layer.dimension(row) != 3) {
                continue;
            }
            double w = paths.width(row);
            double h = paths.height(row);
            if (target.raster() && w < TinyPolygons.LARGEST && h < TinyPolygons.LARGEST) {
                if (!paths.far(row)) {
                    tiny(tiny, row, w, h);
                }
                continue;
            }
            // far or not, a row counts: which rows share a path must not depend on what is looked at
            shared++;
            any |= !paths.far(row) && paths.polygon(path, row);
            if (any && (!share || shared >= BATCH)) {
                graphics.fill(path);
                path.reset();
                any = false;
            }
            shared = shared >= BATCH ? 0 : shared;
            if ((i & 0x3FF) == 0) {
                target.progress().check();
            }
        }
        if (any) {
            graphics.fill(path);
        }
        tiny.paint(color);
    }

    private void tiny(TinyPolygons tiny, int row, double w, double h) {
        float[] xy = layer.xy();
        double area = 0;
        for (int part = layer.firstPart(row); part < layer.endPart(row); part++) {
            int first = layer.firstPoint(part);
            for (int i = first; i + 1 < layer.endPoint(part); i++) {
                area += (xy[2 * i] - xy[2 * first]) * (double) (xy[2 * i + 3] - xy[2 * first + 1])
                        - (xy[2 * i + 2] - xy[2 * first]) * (double) (xy[2 * i + 1] - xy[2 * first + 1]);
            }
        }
        double box = (layer.maxX(row) - layer.minX(row)) * (double) (layer.maxY(row) - layer.minY(row));
        if (target.viewport().isTurned()) {
            double scale = target.viewport().scale();
            double share = area == 0 ? 0 : Math.abs(area) / 2 * scale * scale / (w * h);
            Rectangle2D turned = paths.box(row);
            tiny.add(turned.getX(), turned.getY(), w, h, Math.min(1, share));
            return;
        }
        int point = layer.firstPoint(layer.firstPart(row));
        double x = paths.x(point)
                + (layer.minX(row) - xy[2 * point]) * target.viewport().scale();
        double y = paths.y(point)
                - (layer.maxY(row) - xy[2 * point + 1]) * target.viewport().scale();
        tiny.add(x, y, w, h, box > 0 ? Math.min(1, Math.abs(area) / 2 / box) : 0);
    }

    private void outline(IntList rows, StrokeLook stroke) {
        IntList shown = new IntList(rows.size());
        double least = stroke.width() < 0.5 ? HAIRLINED : OUTLINED;
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            boolean small = target.raster() && paths.width(row) < least && paths.height(row) < least;
            if (layer.dimension(row) >= 2 && !small) {
                shown.add(row);
            }
        }
        new LinePainter(target, layer, paths).paint(shown, stroke);
    }
}
