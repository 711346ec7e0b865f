package riskmap.render;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;

/**
 * Turns packed rows into paths of target units: moved, generalised to what the target can show, clipped to its
 * rectangle.
 *
 * <p>Polygons are clipped by Sutherland and Hodgman against each side of the rectangle, lines segment by segment (Liang
 * and Barsky), so that dashes of a long line cost only what is seen.
 */
final class PathBuilder {
    private final PackedLayer layer;
    private final double scale;
    private final double shiftX;
    private final double shiftY;
    private final boolean turned;
    private final double cos;
    private final double sin;
    private final double tolerance;
    private final float west;
    private final float north;
    private final float east;
    private final float south;
    private final Rectangle2D near;
    private final Rectangle2D canvas;
    private final HiddenPixels hidden;
    private final DrawnParts drawn = new DrawnParts();
    /** On paper, how far a point may lie from a line that is drawn without it; 0 where each point is kept. */
    private final double straightness;

    private float[] points = new float[512];
    private float[] other = new float[512];
    private int count;

    PathBuilder(PackedLayer layer, PaintTarget target) {
        this(layer, target, 0, 0);
    }

    /**
     * For rows that are shown beside their place.
     *
     * @param dx to the right, target units
     * @param dy upwards
     */
    PathBuilder(PackedLayer layer, PaintTarget target, double dx, double dy) {
        this.layer = layer;
        Viewport viewport = target.viewport();
        scale = viewport.scale();
        turned = viewport.isTurned();
        cos = viewport.cos();
        sin = viewport.sin();
        if (turned) {
            Coordinate origin = viewport.toTarget(layer.originX(), layer.originY());
            shiftX = origin.x + dx;
            shiftY = origin.y - dy;
        } else {
            shiftX = (layer.originX() - viewport.extent().getMinX()) * scale + dx;
            shiftY = (viewport.extent().getMaxY() - layer.originY()) * scale - dy;
        }
        tolerance = target.tolerance();
        straightness = target.raster() ? 0 : tolerance / 2;
        Rectangle2D clip = target.clip();
        west = (float) clip.getMinX();
        north = (float) clip.getMinY();
        east = (float) clip.getMaxX();
        south = (float) clip.getMaxY();
        near = near(target);
        canvas = target.canvas();
        hidden = target.hidden();
    }

    private static Rectangle2D near(PaintTarget target) {
        if (target.focus() == null) {
            return null;
        }
        double margin = target.margin();
        Rectangle2D focus = target.focus();
        return new Rectangle2D.Double(
                focus.getX() - margin,
                focus.getY() - margin,
                focus.getWidth() + 2 * margin,
                focus.getHeight() + 2 * margin);
    }

    /** Whether a row lies too far from what the target is focused on to be seen there. */
    boolean far(int row) {
        return near != null && apart(row, near, 0);
    }

    /** Whether nothing of a row can be seen on the canvas, where it shows no further from its shape than a reach. */
    boolean misses(int row, double reach) {
        // a pixel more, for what rounding does to the box
        return apart(row, canvas, reach + 1) || hidden != null && isHidden(row, reach + 0.5);
    }

    private boolean isHidden(int row, double reach) {
        Rectangle2D.Double box = box(row);
        return hidden.hides(box.x - reach, box.y - reach, box.x + box.width + reach, box.y + box.height + reach);
    }

    private boolean apart(int row, Rectangle2D from, double reach) {
        if (turned) {
            Rectangle2D.Double box = box(row);
            return box.getMinX() > from.getMaxX() + reach
                    || box.getMaxX() < from.getMinX() - reach
                    || box.getMinY() > from.getMaxY() + reach
                    || box.getMaxY() < from.getMinY() - reach;
        }
        return shiftX + layer.minX(row) * scale > from.getMaxX() + reach
                || shiftX + layer.maxX(row) * scale < from.getMinX() - reach
                || shiftY - layer.maxY(row) * scale > from.getMaxY() + reach
                || shiftY - layer.minY(row) * scale < from.getMinY() - reach;
    }

    double x(int point) {
        return x(layer.xy()[2 * point], layer.xy()[2 * point + 1]);
    }

    double y(int point) {
        return y(layer.xy()[2 * point], layer.xy()[2 * point + 1]);
    }

    private double x(double x, double y) {
        return turned ? shiftX + (cos * x + sin * y) * scale : shiftX + x * scale;
    }

    private double y(double x, double y) {
        return turned ? shiftY + (sin * x - cos * y) * scale : shiftY - y * scale;
    }

    /** A box in target units that holds the row; the smallest one where the map is not turned. */
    Rectangle2D.Double box(int row) {
        double w = width(row);
        double h = height(row);
        if (turned) {
            double middleX = (layer.minX(row) + (double) layer.maxX(row)) / 2;
            double middleY = (layer.minY(row) + (double) layer.maxY(row)) / 2;
            return new Rectangle2D.Double(x(middleX, middleY) - w / 2, y(middleX, middleY) - h / 2, w, h);
        }
        return new Rectangle2D.Double(shiftX + layer.minX(row) * scale, shiftY - layer.maxY(row) * scale, w, h);
    }

    double width(int row) {
        double w = (layer.maxX(row) - layer.minX(row)) * scale;
        return turned ? Math.abs(cos) * w + Math.abs(sin) * (layer.maxY(row) - layer.minY(row)) * scale : w;
    }

    double height(int row) {
        double h = (layer.maxY(row) - layer.minY(row)) * scale;
        return turned ? Math.abs(cos) * h + Math.abs(sin) * (layer.maxX(row) - layer.minX(row)) * scale : h;
    }

    private boolean inside(int row) {
        if (turned) {
            Rectangle2D.Double box = box(row);
            return box.getMinX() >= west && box.getMaxX() <= east && box.getMinY() >= north && box.getMaxY() <= south;
        }
        return shiftX + layer.minX(row) * scale >= west
                && shiftX + layer.maxX(row) * scale <= east
                && shiftY - layer.maxY(row) * scale >= north
                && shiftY - layer.minY(row) * scale <= south;
    }

    /** Appends the rings of a polygon row; whether anything was left of it. */
    boolean polygon(Path2D.Float path, int row) {
        drawn.clear();
        boolean any = polygon(drawn, row);
        drawn.appendTo(path);
        return any;
    }

    /**
     * Appends the parts of a line row, or the rings of a polygon row as lines.
     *
     * @param rhythm of what is repeated along them; null for nothing
     */
    boolean line(Path2D.Float path, int row, Rhythm rhythm) {
        drawn.clear();
        boolean any = line(drawn, row, rhythm);
        drawn.appendTo(path);
        return any;
    }

    /** Adds the rings of a polygon row; whether anything was left of it. */
    boolean polygon(DrawnParts into, int row) {
        boolean clip = !inside(row);
        boolean any = false;
        for (int part = layer.firstPart(row); part < layer.endPart(row); part++) {
            load(part, true);
            if (clip && count >= 3) {
                clipRing();
            }
            if (count >= 3) {
                into.add(points, count, true);
                any = true;
            }
        }
        return any;
    }

    /** Adds the parts of a line row, or the rings of a polygon row as lines. */
    boolean line(DrawnParts into, int row) {
        return line(into, row, null);
    }

    private boolean line(DrawnParts into, int row, Rhythm rhythm) {
        boolean clip = !inside(row);
        boolean any = false;
        for (int part = layer.firstPart(row); part < layer.endPart(row); part++) {
            load(part, false);
            if (count < 2) {
                continue;
            }
            boolean closed = count > 3 && points[0] == points[2 * count - 2] && points[1] == points[2 * count - 1];
            int outside = clip ? firstOutside() : -1;
            if (!clip || closed && outside < 0) {
                into.add(points, count, closed);
                any = true;
            } else if (rhythm == null) {
                // so that a closed line keeps all its corners
                any |= clippedLine(into, closed ? outside : 0, null);
            } else {
                any |= clippedLine(into, 0, rhythm);
            }
        }
        return any;
    }

    /** The points of one part of a line, generalised, not clipped: x0, y0, x1, y1, … */
    double[] points(int part) {
        load(part, false);
        double[] result = new double[2 * count];
        for (int i = 0; i < result.length; i++) {
            result[i] = points[i];
        }
        return result;
    }

    /** Loads a part; of points closer together than the tolerance the first stays, and the last of a line. */
    private void load(int part, boolean ring) {
        int first = layer.firstPoint(part);
        int end = layer.endPoint(part);
        if (ring && end - first > 1 && same(first, end - 1)) {
            end--;
        }
        if (points.length < 2 * (end - first) + 8) {
            points = new float[2 * (end - first) + 64];
        }
        float[] xy = layer.xy();
        count = 0;
        double lastX = Double.NEGATIVE_INFINITY;
        double lastY = Double.NEGATIVE_INFINITY;
        for (int i = first; i < end; i++) {
            double x = x(xy[2 * i], xy[2 * i + 1]);
            double y = y(xy[2 * i], xy[2 * i + 1]);
            if (Math.abs(x - lastX) >= tolerance || Math.abs(y - lastY) >= tolerance || (!ring && i == end - 1)) {
                points[2 * count] = (float) x;
                points[2 * count + 1] = (float) y;
                count++;
                lastX = x;
                lastY = y;
            }
        }
        if (straightness > 0 && count > 3) {
            straighten(ring);
        }
    }

    /** Leaves out points between which the line is as good as straight; a ring that would lose its inside stays. */
    private void straighten(boolean ring) {
        if (other.length < 2 * count) {
            other = new float[points.length];
        }
        int kept = Straight.points(points, count, straightness, other);
        if (kept >= (ring ? 3 : 2)) {
            float[] swap = points;
            points = other;
            other = swap;
            count = kept;
        }
    }

    private boolean same(int a, int b) {
        float[] xy = layer.xy();
        return xy[2 * a] == xy[2 * b] && xy[2 * a + 1] == xy[2 * b + 1];
    }

    private void clipRing() {
        clipSide(0, west, 1);
        clipSide(0, east, -1);
        clipSide(1, north, 1);
        clipSide(1, south, -1);
    }

    /** Keeps what lies on the inner side of x (axis 0) or y (axis 1) = limit. */
    private void clipSide(int axis, float limit, int sign) {
        if (other.length < 4 * count + 8) {
            other = new float[4 * count + 64];
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int j = i == 0 ? count - 1 : i - 1;
            float a = sign * (points[2 * j + axis] - limit);
            float b = sign * (points[2 * i + axis] - limit);
            if ((a >= 0) != (b >= 0)) {
                float t = a / (a - b);
                int across = 1 - axis;
                other[2 * kept + axis] = limit;
                other[2 * kept + across] =
                        points[2 * j + across] + t * (points[2 * i + across] - points[2 * j + across]);
                kept++;
            }
            if (b >= 0) {
                other[2 * kept] = points[2 * i];
                other[2 * kept + 1] = points[2 * i + 1];
                kept++;
            }
        }
        float[] swap = points;
        points = other;
        other = swap;
        count = kept;
    }

    /** The first point that lies outside the clip; negative for none. */
    private int firstOutside() {
        for (int i = 0; i < count; i++) {
            float x = points[2 * i];
            float y = points[2 * i + 1];
            if (x < west || x > east || y < north || y > south) {
                return i;
            }
        }
        return -1;
    }

    /** Adds what the clip leaves of a line, which begins with a point and goes on round to it if it is closed. */
    private boolean clippedLine(DrawnParts into, int begin, Rhythm rhythm) {
        boolean any = false;
        double travelled = 0;
        boolean open = false;
        double[] range = new double[2];
        // of a closed line the last point is the first one again
        int sides = count - 1;
        for (int i = 0; i < sides; i++) {
            int side = (begin + i) % sides;
            float x0 = points[2 * side];
            float y0 = points[2 * side + 1];
            float x1 = points[2 * side + 2];
            float y1 = points[2 * side + 3];
            double length = rhythm == null ? 0 : Math.hypot(x1 - x0, y1 - y0);
            double until = travelled;
            travelled += length;
            if (!clipSegment(x0, y0, x1, y1, range)) {
                open = false;
                continue;
            }
            if (!open || range[0] > 0) {
                // back in the direction of the segment, which leads out of the clip
                double from = length == 0 ? range[0] : range[0] - rhythm.back(until + range[0] * length) / length;
                into.begin((float) (x0 + from * (x1 - x0)), (float) (y0 + from * (y1 - y0)));
            }
            into.to((float) (x0 + range[1] * (x1 - x0)), (float) (y0 + range[1] * (y1 - y0)));
            open = range[1] >= 1;
            any = true;
        }
        return any;
    }

    private boolean clipSegment(double x0, double y0, double x1, double y1, double[] range) {
        Arrays.fill(range, 0);
        range[1] = 1;
        double dx = x1 - x0;
        double dy = y1 - y0;
        return side(-dx, x0 - west, range)
                && side(dx, east - x0, range)
                && side(-dy, y0 - north, range)
                && side(dy, south - y0, range);
    }

    private static boolean side(double p, double q, double[] range) {
        if (p == 0) {
            return q >= 0;
        }
        double t = q / p;
        if (p < 0) {
            range[0] = Math.max(range[0], t);
        } else {
            range[1] = Math.min(range[1], t);
        }
        return range[0] <= range[1];
    }
}
