package riskmap.render;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Draws the polygons of one look: first all insides, then all outlines, so that outlines of neighbours are whole.
 *
 * <p>Opaque insides share paths, which is faster and writes smaller pages; translucent ones are filled one by one, so
 * that overlaps show. On a raster insides are sums of areas, polygons of a pixel become coverage and outlines of polygons
 * under three pixels are left out: they would be all outline.
 */
final class PolygonPainter {
    /** Polygons per shared path. */
    private static final int BATCH = 400;
    /** Under this many pixels an outline hides the inside. */
    private static final double OUTLINED = 3;
    /** Under this many pixels an outline thinner than half a pixel is only a tint. */
    private static final double HAIRLINED = 8;

    private final PaintTarget target;
    private final PackedLayer layer;
    private final PathBuilder paths;

    /** Polygons that are shown beside their place by what their look says. */
    PolygonPainter(PaintTarget target, PackedLayer layer, PolygonLook look) {
        this.target = target;
        this.layer = layer;
        this.paths = new PathBuilder(layer, target, look.dx(), look.dy());
    }

    /** Whether a row is so small that it may be painted otherwise than larger ones. */
    static boolean isSmall(PathBuilder paths, int row) {
        return paths.width(row) < HAIRLINED && paths.height(row) < HAIRLINED;
    }

    void paint(IntList rows, PolygonLook look) {
        FillLook fill = look.fill();
        Color color = fill != null && fill.color() != null && fill.color().getAlpha() > 0 ? fill.color() : null;
        ThinLines lines = color != null && servesAtOnce(look.stroke()) ? new ThinLines(target) : null;
        if (color != null && target.raster()) {
            raster(rows, color, look.stroke(), lines);
        } else if (color != null) {
            shapes(rows, color);
        }
        if (fill != null && fill.pattern() != null) {
            new PatternPainter(target, layer, paths).paint(rows, fill);
        }
        if (lines != null) {
            lines.finish(look.stroke().color());
        } else if (look.stroke() != null) {
            outline(rows, look.stroke());
        }
    }

    /** Whether outlines can be gathered while insides are filled, although they come to lie over all of them. */
    private boolean servesAtOnce(StrokeLook stroke) {
        return stroke != null && stroke.opaque() && stroke.offset() == 0 && ThinLines.serve(target, stroke);
    }

    /** Fills insides on a raster, and gathers their outlines if any are wanted. */
    private void raster(IntList rows, Color color, StrokeLook stroke, ThinLines lines) {
        AreaFill areas = new AreaFill(target, color);
        TinyPolygons tiny = new TinyPolygons(target);
        DrawnParts rings = new DrawnParts();
        double reach = lines == null ? 0 : ThinLines.reach(stroke);
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            if ((i & 0xFF) == 0) {
                target.progress().check();
            }
            int dimension = layer.dimension(row);
            if (dimension < 2 || paths.misses(row, reach)) {
                continue;
            }
            double w = paths.width(row);
            double h = paths.height(row);
            rings.clear();
            if (dimension == 3 && w < TinyPolygons.LARGEST && h < TinyPolygons.LARGEST) {
                tiny(tiny, row, w, h);
            } else if (dimension == 3 && paths.polygon(rings, row)) {
                areas.add(rings);
            } else if (dimension == 2 && lines != null) {
                paths.line(rings, row);
            }
            if (lines != null && isOutlined(stroke, w, h)) {
                lines.add(rings, stroke);
            }
        }
        areas.paint();
        tiny.paint(color);
    }

    /** Fills insides on a page. */
    private void shapes(IntList rows, Color color) {
        Graphics2D graphics = target.graphics();
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
            shared++;
            any |= paths.polygon(path, row);
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

    private static boolean isOutlined(StrokeLook stroke, double w, double h) {
        double least = stroke.width() < 0.5 ? HAIRLINED : OUTLINED;
        return w >= least || h >= least;
    }

    private void outline(IntList rows, StrokeLook stroke) {
        IntList shown = new IntList(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            if (layer.dimension(row) >= 2
                    && (!target.raster() || isOutlined(stroke, paths.width(row), paths.height(row)))) {
                shown.add(row);
            }
        }
        new LinePainter(target, layer, paths).paint(shown, stroke);
    }
}
