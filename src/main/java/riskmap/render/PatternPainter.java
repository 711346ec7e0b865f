package riskmap.render;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/**
 * Fills polygons with a hatch or with repeated symbols. Hatch lines are cut exactly at the polygon's edge by scan
 * lines, not by a clip or a tile, so that a page stays vector and edges stay smooth; the lines of neighbours continue
 * each other.
 */
final class PatternPainter {
    private final PaintTarget target;
    private final PackedLayer layer;
    private final PathBuilder paths;

    PatternPainter(PaintTarget target, PackedLayer layer, PathBuilder paths) {
        this.target = target;
        this.layer = layer;
        this.paths = paths;
    }

    void paint(IntList rows, FillLook fill) {
        double spacing = Math.max(fill.spacing(), 4 * target.tolerance());
        double between = Math.max(fill.rows(), 4 * target.tolerance());
        Path2D.Float path = new Path2D.Float();
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            path.reset();
            if (layer.dimension(row) == 3 && !paths.far(row) && paths.polygon(path, row)) {
                paint(target.graphics(), path, fill.pattern(), spacing, between, target.raster());
            }
            if ((i & 0x3F) == 0) {
                target.progress().check();
            }
        }
    }

    /** Fills a shape with a pattern; on a raster its symbols are copies of one picture. */
    static void paint(
            Graphics2D graphics, Path2D.Float shape, GraphicLook pattern, double spacing, double rows, boolean raster) {
        String mark = pattern.mark() == null ? "" : pattern.mark();
        if (Marks.hatch(mark) && pattern.stroke() != null) {
            Path2D.Float lines = new Path2D.Float();
            for (double angle : angles(mark)) {
                double step = Math.abs(angle) == Math.PI / 4 ? spacing / Math.sqrt(2) : spacing;
                scan(shape, angle + Math.toRadians(pattern.rotation()), step, (x0, y0, x1, y1) -> {
                    lines.moveTo(x0, y0);
                    lines.lineTo(x1, y1);
                });
            }
            graphics.setColor(pattern.stroke().color());
            graphics.setStroke(pattern.stroke().stroke());
            graphics.draw(lines);
            return;
        }
        // symbols in rows, every second one shifted by half a step
        Sprite sprite = raster && Sprite.serves(graphics, pattern) ? Sprite.of(pattern) : null;
        scan(shape, 0, rows, (x0, y0, x1, y1) -> {
            double shift = Math.floorMod(Math.round(y0 / rows), 2) == 0 ? 0 : spacing / 2;
            for (double x = Math.ceil((x0 - shift) / spacing) * spacing + shift; x <= x1; x += spacing) {
                if (sprite != null) {
                    sprite.draw(graphics, x, y0);
                } else {
                    GraphicPainter.draw(graphics, pattern, x, y0);
                }
            }
        });
    }

    /** The directions of a hatch, clockwise from the right. */
    private static double[] angles(String mark) {
        return switch (mark) {
            case "shape://vertline", "line" -> new double[] {Math.PI / 2};
            case "shape://slash" -> new double[] {-Math.PI / 4};
            case "shape://backslash" -> new double[] {Math.PI / 4};
            case "shape://plus" -> new double[] {0, Math.PI / 2};
            case "shape://times" -> new double[] {-Math.PI / 4, Math.PI / 4};
            default -> new double[] {0};
        };
    }

    /** Takes the pieces of scan lines that lie inside a shape. */
    private interface Pieces {
        void piece(double x0, double y0, double x1, double y1);
    }

    private static void scan(Path2D.Float shape, double angle, double step, Pieces pieces) {
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double[] edges = edges(shape, cos, sin);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < edges.length; i += 2) {
            low = Math.min(low, edges[i]);
            high = Math.max(high, edges[i]);
        }
        int first = firstAt(low, step);
        int count = edges.length == 0 ? 0 : (int) Math.floor(high / step) - first + 2;
        if (count <= 0) {
            return;
        }
        double[][] crossings = new double[count][4];
        int[] sizes = new int[count];
        for (int i = 0; i < edges.length; i += 4) {
            double from = Math.min(edges[i + 1], edges[i + 3]);
            double to = Math.max(edges[i + 1], edges[i + 3]);
            // half-open, so that a line through a corner counts it once
            for (int k = firstAt(from, step); k * step < to; k++) {
                double t = (k * step - edges[i + 1]) / (edges[i + 3] - edges[i + 1]);
                int at = k - first;
                if (sizes[at] == crossings[at].length) {
                    crossings[at] = Arrays.copyOf(crossings[at], sizes[at] * 2);
                }
                crossings[at][sizes[at]++] = edges[i] + t * (edges[i + 2] - edges[i]);
            }
        }
        for (int k = 0; k < count; k++) {
            Arrays.sort(crossings[k], 0, sizes[k]);
            double v = (first + k) * step;
            for (int i = 0; i + 1 < sizes[k]; i += 2) {
                double u0 = crossings[k][i];
                double u1 = crossings[k][i + 1];
                pieces.piece(u0 * cos - v * sin, u0 * sin + v * cos, u1 * cos - v * sin, u1 * sin + v * cos);
            }
        }
    }

    /** The first line at or beyond a place: as it is asked for where an edge ends, whatever a division rounds to. */
    private static int firstAt(double place, double step) {
        int line = (int) Math.ceil(place / step);
        if ((line - 1) * step >= place) {
            return line - 1;
        }
        return line * step < place ? line + 1 : line;
    }

    /** The edges of a shape, turned by −angle: u0, v0, u1, v1 each. */
    private static double[] edges(Path2D.Float shape, double cos, double sin) {
        double[] edges = new double[64];
        int size = 0;
        float[] point = new float[6];
        double startU = 0;
        double startV = 0;
        double lastU = 0;
        double lastV = 0;
        for (PathIterator parts = shape.getPathIterator(null); !parts.isDone(); parts.next()) {
            int type = parts.currentSegment(point);
            double u = type == PathIterator.SEG_CLOSE ? startU : point[0] * cos + point[1] * sin;
            double v = type == PathIterator.SEG_CLOSE ? startV : point[1] * cos - point[0] * sin;
            if (type == PathIterator.SEG_MOVETO) {
                startU = u;
                startV = v;
            } else {
                if (size + 4 > edges.length) {
                    edges = Arrays.copyOf(edges, edges.length * 2);
                }
                edges[size++] = lastU;
                edges[size++] = lastV;
                edges[size++] = u;
                edges[size++] = v;
            }
            lastU = u;
            lastV = v;
        }
        return Arrays.copyOf(edges, size);
    }
}
