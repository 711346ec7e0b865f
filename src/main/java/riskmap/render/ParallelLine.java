package riskmap.render;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/** A path moved sideways by a distance: to the left of its direction when positive, with mitred corners. */
final class ParallelLine {
    /** A corner is never moved further than this many distances: beyond it the mitre is cut. */
    private static final double MITRE = 2;

    private ParallelLine() {}

    static Path2D.Float of(Path2D.Float path, double distance) {
        Path2D.Float result = new Path2D.Float();
        List<double[]> points = new ArrayList<>();
        float[] point = new float[6];
        for (PathIterator parts = path.getPathIterator(null); !parts.isDone(); parts.next()) {
            switch (parts.currentSegment(point)) {
                case PathIterator.SEG_MOVETO -> {
                    append(result, points, distance, false);
                    points.clear();
                    points.add(new double[] {point[0], point[1]});
                }
                case PathIterator.SEG_CLOSE -> {
                    append(result, points, distance, true);
                    points.clear();
                }
                default -> points.add(new double[] {point[0], point[1]});
            }
        }
        append(result, points, distance, false);
        return result;
    }

    private static void append(Path2D.Float result, List<double[]> points, double distance, boolean closed) {
        int size = points.size();
        if (size < 2) {
            return;
        }
        for (int i = 0; i < size; i++) {
            double[] before = i > 0 ? points.get(i - 1) : closed ? points.get(size - 1) : null;
            double[] after = i < size - 1 ? points.get(i + 1) : closed ? points.get(0) : null;
            double[] moved = move(before, points.get(i), after, distance);
            if (i == 0) {
                result.moveTo(moved[0], moved[1]);
            } else {
                result.lineTo(moved[0], moved[1]);
            }
        }
        if (closed) {
            result.closePath();
        }
    }

    private static double[] move(double[] before, double[] at, double[] after, double distance) {
        double[] a = before == null ? null : normal(before, at);
        double[] b = after == null ? null : normal(at, after);
        if (a == null || b == null) {
            double[] only = a == null ? b : a;
            return only == null ? at : new double[] {at[0] + only[0] * distance, at[1] + only[1] * distance};
        }
        double nx = a[0] + b[0];
        double ny = a[1] + b[1];
        double square = nx * nx + ny * ny;
        double factor = square < 1e-9 ? 0 : Math.min(MITRE, 2 / square * Math.sqrt(square)) / Math.sqrt(square);
        return new double[] {at[0] + nx * factor * distance, at[1] + ny * factor * distance};
    }

    /** Unit vector to the left of the direction, y downwards; null for a segment without length. */
    private static double[] normal(double[] from, double[] to) {
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = Math.hypot(dx, dy);
        return length == 0 ? null : new double[] {dy / length, -dx / length};
    }
}
