package riskmap.render;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Arrays;

/**
 * Lines or rings as they are drawn: in target units, generalised and clipped. One object serves row after row, which a
 * path of Java2D for each of 100,000 parcels does not do as fast.
 */
final class DrawnParts {
    private float[] xy = new float[1024];
    private int[] ends = new int[16];
    private boolean[] closed = new boolean[16];
    private int parts;
    private int points;

    static DrawnParts of(Path2D.Float path) {
        DrawnParts result = new DrawnParts();
        float[] point = new float[6];
        float startX = 0;
        float startY = 0;
        boolean begun = false;
        for (PathIterator pieces = path.getPathIterator(null); !pieces.isDone(); pieces.next()) {
            switch (pieces.currentSegment(point)) {
                case PathIterator.SEG_MOVETO -> {
                    startX = point[0];
                    startY = point[1];
                    result.begin(startX, startY);
                    begun = true;
                }
                case PathIterator.SEG_CLOSE -> {
                    result.close();
                    begun = false;
                }
                default -> {
                    if (!begun) {
                        // a path goes on from where it was closed
                        result.begin(startX, startY);
                        begun = true;
                    }
                    result.to(point[0], point[1]);
                }
            }
        }
        return result;
    }

    void clear() {
        parts = 0;
        points = 0;
    }

    /** Begins a part at a place. */
    void begin(float x, float y) {
        if (parts == ends.length) {
            ends = Arrays.copyOf(ends, 2 * parts);
            closed = Arrays.copyOf(closed, 2 * parts);
        }
        closed[parts++] = false;
        to(x, y);
    }

    /** Goes on to a place. */
    void to(float x, float y) {
        if (xy.length < 2 * points + 2) {
            xy = Arrays.copyOf(xy, 2 * xy.length);
        }
        xy[2 * points] = x;
        xy[2 * points + 1] = y;
        ends[parts - 1] = ++points;
    }

    /** Goes back to where the part began. */
    void close() {
        closed[parts - 1] = true;
    }

    /** Adds a part. */
    void add(float[] of, int count, boolean close) {
        begin(of[0], of[1]);
        int more = 2 * (count - 1);
        if (xy.length < 2 * points + more) {
            xy = Arrays.copyOf(xy, Math.max(2 * xy.length, 2 * points + more));
        }
        System.arraycopy(of, 2, xy, 2 * points, more);
        points += count - 1;
        ends[parts - 1] = points;
        closed[parts - 1] = close;
    }

    int count() {
        return parts;
    }

    /** The first point of a part. */
    int first(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    /** The point after the last one of a part. */
    int end(int part) {
        return ends[part];
    }

    boolean closed(int part) {
        return closed[part];
    }

    /** x at even, y at odd places; longer than what is in use. */
    float[] xy() {
        return xy;
    }

    void appendTo(Path2D.Float path) {
        for (int part = 0; part < parts; part++) {
            int first = first(part);
            path.moveTo(xy[2 * first], xy[2 * first + 1]);
            for (int i = first + 1; i < ends[part]; i++) {
                path.lineTo(xy[2 * i], xy[2 * i + 1]);
            }
            if (closed[part]) {
                path.closePath();
            }
        }
    }
}
