package riskmap.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;

/**
 * Solid lines of about a pixel's width, of which the parcels of a district have millions: a line covers the samples whose
 * centres lie under it, 8 × 8 to a pixel, and what lies under several lines counts once, which is what antialiasing a
 * stroked path gives. Java2D makes an outline of each line and sorts its edges; that took two thirds of a picture's time.
 * At the resolution of paper the same lines are some pixels wide: these have the corners and ends of their look.
 */
final class ThinLines {
    /** Up to this width in pixels nobody sees the difference between the kinds of ends and corners. */
    static final float WIDEST = 1.6f;
    /** On paper up to this width: wider lines are few. */
    private static final float WIDEST_ON_PAPER = 8;
    /** From this many target units per inch on a target is paper. */
    private static final double PAPER = 200;
    /** Thinner lines would fall between the samples: they are drawn this wide and paler. */
    private static final double NARROWEST = 0.25;

    private static final int SAMPLES = CoveredSamples.SIDE;
    /** Turns up to this angle (its cosine) leave no gap that would show. */
    private static final double STRAIGHT = 0.96;

    private final PaintTarget target;
    private final CoveredSamples covered;
    private final HiddenPixels hidden;
    /** Which sides of rings are covered already; null before the first ring of lines that are painted together. */
    private DrawnSides sides;

    private float widthOfSides;
    private double half;
    private int cap = BasicStroke.CAP_BUTT;
    private int join = BasicStroke.JOIN_ROUND;
    private double paleness = 1;

    ThinLines(PaintTarget target) {
        this.target = target;
        hidden = target.hidden();
        covered = new CoveredSamples(target);
    }

    /** Whether a look can be drawn so. */
    static boolean serve(PaintTarget target, StrokeLook look) {
        float widest = target.viewport().unitsPerInch() < PAPER ? WIDEST : WIDEST_ON_PAPER;
        return target.raster()
                && look.graphic() == null
                && look.dash().isEmpty()
                && look.width() < widest
                && look.width() > 0;
    }

    /** How far from a shape its line shows, target units. */
    static double reach(StrokeLook look) {
        // thin corners are round
        return look.offset() == 0 && look.width() < WIDEST
                ? Math.max(NARROWEST, look.width()) / 2
                : (Math.abs(look.offset()) + look.width()) * StrokeLook.MITRE_LIMIT;
    }

    /** Adds the lines of a path, in target units, as wide as a look has them. */
    void add(Path2D.Float path, StrokeLook look) {
        add(DrawnParts.of(path), look);
    }

    /** Adds lines as wide as a look has them. */
    void add(DrawnParts parts, StrokeLook look) {
        boolean thin = look.width() < WIDEST;
        cap = thin ? BasicStroke.CAP_BUTT : look.cap();
        join = thin ? BasicStroke.JOIN_ROUND : look.join();
        half = Math.max(NARROWEST, look.width()) * SAMPLES / 2;
        paleness = Math.min(1, look.width() / NARROWEST);
        for (int part = 0; part < parts.count(); part++) {
            boolean asks =
                    parts.closed(part) && look.opaque() && sides(look.width()).begin();
            add(parts.xy(), parts.first(part), parts.end(part), parts.closed(part), asks);
        }
    }

    /** The sides that were drawn as wide. */
    private DrawnSides sides(float wide) {
        if (sides == null) {
            sides = target.spare().sides();
        }
        if (widthOfSides != wide) {
            widthOfSides = wide;
            sides.forget();
        }
        return sides;
    }

    /** Adds a line or a ring; {@code asks} whether its sides may be drawn already. */
    private void add(float[] xy, int first, int end, boolean closed, boolean asks) {
        if (!touch(xy, first, end)) {
            return;
        }
        double startX = (double) xy[2 * first] * SAMPLES;
        double startY = (double) xy[2 * first + 1] * SAMPLES;
        double lastX = startX;
        double lastY = startY;
        double alongX = 0;
        double alongY = 0;
        double firstX = 0;
        double firstY = 0;
        long last = asks ? DrawnSides.place(xy[2 * first], xy[2 * first + 1]) : 0;
        int before = 0;
        // nothing reaches further than half the width from these
        boolean round = join == BasicStroke.JOIN_ROUND && cap == BasicStroke.CAP_BUTT;
        for (int i = first + 1; i < end || closed && i == end; i++) {
            int point = i == end ? first : i;
            double x = (double) xy[2 * point] * SAMPLES;
            double y = (double) xy[2 * point + 1] * SAMPLES;
            double length = Math.sqrt((x - lastX) * (x - lastX) + (y - lastY) * (y - lastY));
            boolean unseen = isHidden(lastX, lastY, x, y);
            long place = asks ? DrawnSides.place(xy[2 * point], xy[2 * point + 1]) : 0;
            if (unseen && round) {
                // nor is a corner at either of its ends
                before = 0;
                alongX = 0;
                alongY = 0;
            } else if (length > 0) {
                double towardsX = (x - lastX) / length;
                double towardsY = (y - lastY) / length;
                int number = asks ? sides.drawn(last, place) : 0;
                if (number == 0 && !unseen) {
                    segment(lastX, lastY, x, y, towardsX, towardsY);
                }
                // sides that were drawn one after the other have their corner
                if (number == 0 || before == 0 || Math.abs(number - before) != 1) {
                    corner(lastX, lastY, alongX, alongY, towardsX, towardsY);
                }
                before = number;
                if (firstX == 0 && firstY == 0) {
                    firstX = towardsX;
                    firstY = towardsY;
                }
                alongX = towardsX;
                alongY = towardsY;
            }
            last = place;
            lastX = x;
            lastY = y;
        }
        if (closed) {
            corner(startX, startY, alongX, alongY, firstX, firstY);
        } else {
            ends(startX, startY, firstX, firstY, lastX, lastY, alongX, alongY);
        }
    }

    /** Makes room for a part; whether it may be seen on the canvas. */
    private boolean touch(float[] xy, int first, int end) {
        float minX = xy[2 * first];
        float minY = xy[2 * first + 1];
        float maxX = minX;
        float maxY = minY;
        for (int i = first + 1; i < end; i++) {
            minX = Math.min(minX, xy[2 * i]);
            maxX = Math.max(maxX, xy[2 * i]);
            minY = Math.min(minY, xy[2 * i + 1]);
            maxY = Math.max(maxY, xy[2 * i + 1]);
        }
        double reach = half / SAMPLES * StrokeLook.MITRE_LIMIT + 1;
        return covered.open(minX - reach, minY - reach, maxX + reach, maxY + reach);
    }

    /** Covers what reaches over the two ends of a line that is not closed; without a direction there is no line. */
    private void ends(
            double startX,
            double startY,
            double firstX,
            double firstY,
            double lastX,
            double lastY,
            double alongX,
            double alongY) {
        if (cap == BasicStroke.CAP_BUTT || firstX == 0 && firstY == 0) {
            return;
        }
        if (cap == BasicStroke.CAP_ROUND) {
            disc(startX, startY);
            disc(lastX, lastY);
        } else {
            segment(startX - half * firstX, startY - half * firstY, startX, startY, firstX, firstY);
            segment(lastX, lastY, lastX + half * alongX, lastY + half * alongY, alongX, alongY);
        }
    }

    /** Covers a rectangle along a segment; all in samples. */
    private void segment(double x0, double y0, double x1, double y1, double dx, double dy) {
        double reach = half * Math.abs(dx);
        int from = covered.firstRow(Math.min(y0, y1) - reach);
        int to = covered.lastRow(Math.max(y0, y1) + reach);
        double low = Math.min(x0, x1) - half;
        double high = Math.max(x0, x1) + half;
        if (from > to || covered.isBeside(low, high)) {
            return;
        }
        double end = (x1 - x0) * dx + (y1 - y0) * dy;
        boolean level = Math.abs(dy) < 1e-9;
        boolean upright = Math.abs(dx) < 1e-9;
        // across the line: |x·dy − y·dx| ≤ half; along it: 0 ≤ x·dx + y·dy ≤ end
        double slope = level ? 0 : dx / dy;
        double spread = level ? high - low : half / Math.abs(dy);
        double middle = level ? (low + high) / 2 : x0;
        double ends = upright ? 0 : -dy / dx;
        double start = upright ? low : x0 + Math.min(0, end / dx);
        double stop = upright ? high : x0 + Math.max(0, end / dx);
        for (int row = from; row <= to; row++) {
            double y = row + 0.5 - y0;
            double axis = middle + y * slope;
            double across = y * ends;
            // whole numbers are compared without a branch, which the many short lines would take at random
            covered.cover(
                    row,
                    Math.max(CoveredSamples.first(axis - spread), CoveredSamples.first(start + across)),
                    Math.min(CoveredSamples.after(axis + spread), CoveredSamples.after(stop + across)));
        }
    }

    /** Fills the notch outside a corner. */
    private void corner(double x, double y, double fromX, double fromY, double toX, double toY) {
        double turn = fromX * toX + fromY * toY;
        if (fromX == 0 && fromY == 0 || toX == 0 && toY == 0) {
            return;
        }
        if (join == BasicStroke.JOIN_ROUND) {
            if (turn <= STRAIGHT) {
                disc(x, y);
            }
            return;
        }
        // what is missing is a quarter of this deep
        if (turn > 0 && half * (1 - turn) < 1) {
            return;
        }
        double side = fromX * toY - fromY * toX > 0 ? half : -half;
        double[] xs = {x, x + side * fromY, x + side * toY, x};
        double[] ys = {y, y - side * fromX, y - side * toX, y};
        // the tip is 1/cos of half the turn away from the corner, in half widths
        double cosine = Math.sqrt(Math.max(0, (1 + turn) / 2));
        if (join == BasicStroke.JOIN_MITER && cosine * StrokeLook.MITRE_LIMIT >= 1) {
            xs[3] = xs[2];
            ys[3] = ys[2];
            xs[2] = x + side * (fromY + toY) / (1 + turn);
            ys[2] = y - side * (fromX + toX) / (1 + turn);
        }
        convex(xs, ys);
    }

    private void disc(double x, double y) {
        int from = covered.firstRow(y - half);
        int to = covered.lastRow(y + half);
        if (from > to || covered.isBeside(x - half, x + half) || isHidden(x, y, x, y)) {
            return;
        }
        for (int row = from; row <= to; row++) {
            double across = row + 0.5 - y;
            double reach = Math.sqrt(Math.max(0, half * half - across * across));
            covered.cover(row, CoveredSamples.first(x - reach), CoveredSamples.after(x + reach));
        }
    }

    /** Whether nothing will be seen of a line from one place to another, in samples. */
    private boolean isHidden(double x0, double y0, double x1, double y1) {
        return hidden != null
                && hidden.hides(
                        (Math.min(x0, x1) - half) / SAMPLES,
                        (Math.min(y0, y1) - half) / SAMPLES,
                        (Math.max(x0, x1) + half) / SAMPLES,
                        (Math.max(y0, y1) + half) / SAMPLES);
    }

    /** Covers a convex shape of four corners. */
    private void convex(double[] xs, double[] ys) {
        double highest = Math.min(Math.min(ys[0], ys[1]), Math.min(ys[2], ys[3]));
        double lowest = Math.max(Math.max(ys[0], ys[1]), Math.max(ys[2], ys[3]));
        int from = covered.firstRow(highest);
        int to = covered.lastRow(lowest);
        if (from > to) {
            return;
        }
        for (int row = from; row <= to; row++) {
            double y = row + 0.5;
            double west = Double.POSITIVE_INFINITY;
            double east = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < 4; i++) {
                int j = i + 1 & 3;
                if (ys[i] <= y != ys[j] <= y) {
                    double crossing = xs[i] + (y - ys[i]) / (ys[j] - ys[i]) * (xs[j] - xs[i]);
                    west = Math.min(west, crossing);
                    east = Math.max(east, crossing);
                }
            }
            if (west <= east) {
                covered.cover(row, CoveredSamples.first(west), CoveredSamples.after(east));
            }
        }
    }

    /** Paints what was added with a colour, and begins anew. */
    void paint(Color color) {
        covered.paint(shades(color));
        widthOfSides = 0;
    }

    /** Paints what was added with a colour; nothing can be added any more. */
    void finish(Color color) {
        paint(color);
        covered.finish();
        if (sides != null) {
            target.spare().back(sides);
            sides = null;
        }
    }

    /** The colour, premultiplied, of a pixel by the number of its samples that are covered. */
    private int[] shades(Color color) {
        int all = SAMPLES * SAMPLES;
        int[] known = TinyPolygons.shades(color);
        int[] shades = new int[all + 1];
        for (int i = 1; i <= all; i++) {
            shades[i] = known[(int) Math.round(paleness * color.getAlpha() * i / all)];
        }
        return shades;
    }
}
