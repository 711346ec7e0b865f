package riskmap.render;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * The insides of polygons of one colour on a raster. Each covers of a pixel what part of it lies inside, exactly, from the
 * sum of the areas beside its edges; so a parcel of 30 edges costs its edges and its few pixels, and not a run of a
 * renderer made for large shapes.
 *
 * <p>Of an opaque colour the parts of neighbours add up, so that no seam shows between them; through translucent ones
 * what lies below shines as often as they overlap.
 */
final class AreaFill {
    /** So many pixels are looked at one by one: most of them differ. */
    private static final int NARROW = 64;

    private static final int ONE = Float.floatToRawIntBits(1);

    private final PaintTarget target;
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final float opacity;
    private final Color color;
    /** Per row of pixels how much of each is painted, 0 to 1 and, of opaque colours, above; null where nothing is. */
    private float[][] painted;

    private int firstRow = Integer.MAX_VALUE;
    private int lastRow = -1;
    private int firstColumn = Integer.MAX_VALUE;
    private int lastColumn = -1;
    /** For the polygon being added: by how much more of each pixel is inside than of that to the west of it. */
    private float[] steps;

    private int west;
    private int north;
    private int south;
    private int stride;

    AreaFill(PaintTarget target, Color color) {
        this.target = target;
        this.color = color;
        opacity = color.getAlpha() / 255f;
        left = target.canvas().x;
        top = target.canvas().y;
        width = target.canvas().width;
        height = target.canvas().height;
        painted = target.spare().parts(height);
    }

    /** Adds a polygon: shells that turn one way, holes that turn the other. */
    void add(DrawnParts rings) {
        float minX = Float.POSITIVE_INFINITY;
        float minY = Float.POSITIVE_INFINITY;
        float maxX = Float.NEGATIVE_INFINITY;
        float maxY = Float.NEGATIVE_INFINITY;
        float[] xy = rings.xy();
        int points = rings.count() == 0 ? 0 : rings.end(rings.count() - 1);
        for (int i = 0; i < points; i++) {
            float x = xy[2 * i];
            float y = xy[2 * i + 1];
            minX = x < minX ? x : minX;
            maxX = x > maxX ? x : maxX;
            minY = y < minY ? y : minY;
            maxY = y > maxY ? y : maxY;
        }
        // sums begin at the polygon, not at the canvas, so that they are the same whatever the canvas
        west = (int) Math.floor(minX);
        north = Math.max(top, (int) Math.floor(minY));
        south = Math.min(top + height, (int) Math.ceil(maxY));
        if (points == 0 || north >= south || maxX <= left || west >= left + width) {
            return;
        }
        stride = (int) Math.floor(maxX) - west + 3;
        if (!isSeen()) {
            return;
        }
        steps = target.spare().steps(stride * (south - north));
        for (int part = 0; part < rings.count(); part++) {
            int end = rings.end(part);
            int last = end - 1;
            for (int i = rings.first(part); i < end; i++) {
                edge(xy[2 * last], xy[2 * last + 1], xy[2 * i], xy[2 * i + 1]);
                last = i;
            }
        }
        take(from(), to());
    }

    /** The first column of the canvas that the polygon being added may reach. */
    private int from() {
        return Math.max(left, west);
    }

    /** The column after the last one. */
    private int to() {
        return Math.min(left + width, west + stride - 1);
    }

    /** Leaves out the rows above and below of which nothing will be seen; whether any is left. */
    private boolean isSeen() {
        HiddenPixels hidden = target.hidden();
        while (hidden != null && north < south && hidden.hides(from(), north, to(), north + 1.0)) {
            north++;
        }
        while (hidden != null && north < south && hidden.hides(from(), south - 1.0, to(), south)) {
            south--;
        }
        return north < south;
    }

    private void edge(double x0, double y0, double x1, double y1) {
        if (y0 == y1) {
            return;
        }
        boolean down = y0 < y1;
        double high = down ? y0 : y1;
        double low = down ? y1 : y0;
        double start = down ? x0 : x1;
        double slope = (x1 - x0) / (y1 - y0);
        // compared, as Math.min would look for what is no number
        double least = x0 < x1 ? x0 : x1;
        double most = x0 < x1 ? x1 : x0;
        int from = Math.max(north, (int) Math.floor(high));
        int to = Math.min(south, (int) Math.ceil(low));
        for (int row = from; row < to; row++) {
            double upper = high > row ? high : row;
            double lower = low < row + 1 ? low : row + 1;
            double a = start + (upper - high) * slope;
            double b = start + (lower - high) * slope;
            double near = slope < 0 ? b : a;
            double far = slope < 0 ? a : b;
            // rounding must not lead out of the polygon's box
            near = (near > least ? near : least) - west;
            far = (far < most ? far : most) - west;
            step((row - north) * stride, near, far > near ? far : near, down ? lower - upper : upper - lower);
        }
    }

    /**
     * What a piece of an edge inside one row of pixels adds.
     *
     * @param start the row's place in the steps
     * @param near its western end
     * @param far its eastern end
     * @param rise its height, negative for what goes up
     */
    private void step(int start, double near, double far, double rise) {
        int first = (int) near;
        int last = (int) far;
        if (first == last) {
            float beyond = (float) (rise * ((near + far) / 2 - first));
            steps[start + first] += (float) rise - beyond;
            steps[start + first + 1] += beyond;
            return;
        }
        double perPixel = rise / (far - near);
        double before = 0;
        for (int column = first; column < last; column++) {
            double reach = column + 1 - near;
            double inside = perPixel * (column == first ? reach * reach / 2 : reach - 0.5);
            steps[start + column] += (float) (inside - before);
            before = inside;
        }
        double rest = far - last;
        double inside = rise - perPixel * rest * rest / 2;
        steps[start + last] += (float) (inside - before);
        steps[start + last + 1] += (float) (rise - inside);
    }

    /** Paints what the steps add up to, in some columns of the canvas, and clears them. */
    private void take(int from, int to) {
        for (int row = north; row < south; row++) {
            float[] line = painted[row - top];
            if (line == null) {
                line = new float[width];
                painted[row - top] = line;
            }
            int start = (row - north) * stride;
            float sum = 0;
            for (int column = west; column < from; column++) {
                sum += steps[start + column - west];
            }
            if (to - from <= NARROW) {
                add(line, from - left, start + from - west, to - from, sum);
            } else {
                addRuns(line, from, to, start, sum);
            }
            Arrays.fill(steps, start, start + stride, 0);
        }
        firstRow = Math.min(firstRow, north - top);
        lastRow = Math.max(lastRow, south - top - 1);
        firstColumn = Math.min(firstColumn, from - left);
        lastColumn = Math.max(lastColumn, to - left - 1);
    }

    /** Adds to some pixels of a row what the steps add up to. */
    private void add(float[] line, int first, int step, int count, float before) {
        float[] each = steps;
        float sum = before;
        if (opacity == 1) {
            for (int i = 0; i < count; i++) {
                sum += each[step + i];
                line[first + i] += inside(sum);
            }
        } else {
            for (int i = 0; i < count; i++) {
                sum += each[step + i];
                line[first + i] += inside(sum) * opacity * (1 - line[first + i]);
            }
        }
    }

    /** How much of a pixel is inside, by a sum that may be a hair more than 1: as bits, in whose order is no branch. */
    private static float inside(float sum) {
        return Float.intBitsToFloat(Math.min(ONE, Float.floatToRawIntBits(sum) & Integer.MAX_VALUE));
    }

    /** The same for a wide polygon, whose pixels are mostly alike. */
    private void addRuns(float[] line, int from, int to, int start, float before) {
        float sum = before;
        int column = from;
        while (column < to) {
            sum += steps[start + column - west];
            int next = column + 1;
            while (next < to && steps[start + next - west] == 0) {
                next++;
            }
            add(line, column - left, next - left, Math.min(1, Math.abs(sum)) * opacity);
            column = next;
        }
    }

    /** Adds to some pixels of a row what is painted of each. */
    private void add(float[] line, int from, int to, float part) {
        if (part == 0) {
            return;
        }
        if (opacity == 1) {
            for (int i = from; i < to; i++) {
                line[i] += part;
            }
        } else {
            for (int i = from; i < to; i++) {
                line[i] += part * (1 - line[i]);
            }
        }
    }

    /** Paints what was added; nothing can be added any more. */
    void paint() {
        if (lastRow >= 0) {
            BufferedImage image = target.pixels() == null ? target.canvasImage() : null;
            int[] pixels = image == null ? target.pixels() : PaintTarget.pixels(image);
            int[] shades = TinyPolygons.shades(color);
            for (int row = firstRow; row <= lastRow; row++) {
                if (painted[row] != null) {
                    paint(painted[row], pixels, row * width, shades);
                }
            }
            if (image != null) {
                target.lay(image, left, top);
            }
        }
        target.spare().back(painted);
        painted = null;
    }

    /** Paints a row of pixels and clears it. */
    private void paint(float[] line, int[] pixels, int start, int[] shades) {
        int column = firstColumn;
        while (column <= lastColumn) {
            float part = line[column];
            int next = column + 1;
            // neighbours are mostly alike
            while (next <= lastColumn && line[next] == part) {
                next++;
            }
            int shade = shades[Math.round(Math.min(1, part) * 255)];
            if (shade != 0) {
                PaintTarget.over(shade, pixels, start + column, start + next);
            }
            column = next;
        }
        Arrays.fill(line, firstColumn, lastColumn + 1, 0);
    }
}
