package riskmap.render;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Draws lines, and outlines of polygons, of one look: solid, dashed, beside the line, or as symbols along it. */
final class LinePainter {
    /** Lines per shared path. */
    static final int BATCH = 300;

    private final PaintTarget target;
    private final PackedLayer layer;
    private final PathBuilder paths;

    LinePainter(PaintTarget target, PackedLayer layer) {
        this(target, layer, new PathBuilder(layer, target));
    }

    LinePainter(PaintTarget target, PackedLayer layer, PathBuilder paths) {
        this.target = target;
        this.layer = layer;
        this.paths = paths;
    }

    void paint(IntList rows, StrokeLook look) {
        if (look == null || look.color().getAlpha() == 0) {
            return;
        }
        if (ThinLines.serve(target, look)) {
            thin(rows, look);
            return;
        }
        Graphics2D graphics = target.graphics();
        boolean share = look.opaque();
        Rhythm rhythm = Rhythm.of(look, target.tolerance());
        Path2D.Float path = new Path2D.Float(Path2D.WIND_NON_ZERO, 1024);
        boolean any = false;
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            any |= !paths.far(row)
                    && (layer.dimension(row) == 3 && rhythm == null
                            ? paths.polygon(path, row)
                            : layer.dimension(row) >= 2 && paths.line(path, row, rhythm));
            // by the row's place in the list, so that which rows share a path does not depend on what is looked at
            boolean full = i % BATCH == BATCH - 1;
            if (any && (full || !share)) {
                draw(graphics, path, look, target);
                path.reset();
                any = false;
            }
            if ((i & 0xFF) == 0) {
                target.progress().check();
            }
        }
        if (any) {
            draw(graphics, path, look, target);
        }
    }

    private void thin(IntList rows, StrokeLook look) {
        ThinLines thin = new ThinLines(target);
        DrawnParts parts = new DrawnParts();
        double reach = ThinLines.reach(look);
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            if ((i & 0xFF) == 0) {
                target.progress().check();
            }
            parts.clear();
            boolean any = !paths.far(row)
                    && !paths.misses(row, reach)
                    && (layer.dimension(row) == 3
                            ? paths.polygon(parts, row)
                            : layer.dimension(row) == 2 && paths.line(parts, row));
            if (any) {
                thin.add(look.offset() == 0 ? parts : moved(parts, look.offset()), look);
                if (!look.opaque()) {
                    thin.paint(look.color());
                }
            }
        }
        thin.finish(look.color());
    }

    private static DrawnParts moved(DrawnParts parts, double offset) {
        Path2D.Float path = new Path2D.Float();
        parts.appendTo(path);
        return DrawnParts.of(ParallelLine.of(path, offset));
    }

    /** Draws a path as the look says. */
    static void draw(Graphics2D graphics, Path2D.Float path, StrokeLook look, PaintTarget target) {
        Path2D.Float shown = look.offset() == 0 ? path : ParallelLine.of(path, look.offset());
        if (look.graphic() == null) {
            graphics.setColor(look.color());
            graphics.setStroke(target.raster() ? look.thinStroke() : look.stroke());
            graphics.draw(shown);
        } else {
            symbols(graphics, shown, look, target.tolerance());
        }
    }

    /** Repeats a symbol along the lines, turned with them. */
    private static void symbols(Graphics2D graphics, Path2D.Float path, StrokeLook look, double tolerance) {
        GraphicLook symbol = look.graphic();
        SymbolBeat beat = SymbolBeat.of(look, tolerance);
        float[] point = new float[6];
        double startX = 0;
        double startY = 0;
        double lastX = 0;
        double lastY = 0;
        double travelled = 0;
        int count = 0;
        for (PathIterator parts = path.getPathIterator(null); !parts.isDone(); parts.next()) {
            int type = parts.currentSegment(point);
            if (type == PathIterator.SEG_MOVETO) {
                startX = lastX = point[0];
                startY = lastY = point[1];
                travelled = 0;
                count = 0;
                continue;
            }
            double x = type == PathIterator.SEG_CLOSE ? startX : point[0];
            double y = type == PathIterator.SEG_CLOSE ? startY : point[1];
            double length = Math.hypot(x - lastX, y - lastY);
            double angle = Math.toDegrees(Math.atan2(y - lastY, x - lastX));
            for (; beat.at(count) - travelled <= length; count++) {
                double t = length == 0 ? 0 : (beat.at(count) - travelled) / length;
                GraphicLook turned = turned(symbol, symbol.rotation() + angle);
                GraphicPainter.draw(graphics, turned, lastX + t * (x - lastX), lastY + t * (y - lastY));
            }
            travelled += length;
            lastX = x;
            lastY = y;
        }
    }

    private static GraphicLook turned(GraphicLook look, double degrees) {
        // along a line the shift is across it, so it turns with the symbol
        return new GraphicLook(
                look.mark(),
                look.symbol(),
                look.fill(),
                look.stroke(),
                look.size(),
                degrees,
                look.opacity(),
                look.anchorX(),
                look.anchorY(),
                Math.sin(Math.toRadians(degrees)) * look.dy(),
                Math.cos(Math.toRadians(degrees)) * look.dy());
    }
}
