package riskmap.render;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/** A line in target units that can be asked for the point at a distance from its start. */
final class LinePath {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Corners are cut at so many times the smoothing, which is a third of the letters' size. */
    private static final double CUT = 3;
    /** A stretch whose ends are nearer than this part of its length goes round a corner. */
    private static final double STRAIGHT = 0.95;

    private final double[] xy;
    private final double[] distance;

    LinePath(double[] xy) {
        this.xy = xy;
        this.distance = new double[xy.length / 2];
        for (int i = 1; i < distance.length; i++) {
            distance[i] = distance[i - 1] + Math.hypot(xy[2 * i] - xy[2 * i - 2], xy[2 * i + 1] - xy[2 * i - 1]);
        }
    }

    /** The stretches of a line that lie on the page, smoothed so that letters do not jump at small bends. */
    static List<LinePath> shown(double[] points, PaintTarget target, double smoothing) {
        List<LinePath> result = new ArrayList<>();
        List<Coordinate> run = new ArrayList<>();
        double width = target.viewport().width();
        double height = target.viewport().height();
        for (int i = 0; i < points.length; i += 2) {
            double x = points[i];
            double y = points[i + 1];
            if (x >= 0 && y >= 0 && x <= width && y <= height) {
                run.add(new Coordinate(x, y));
            } else {
                finish(run, smoothing, result);
            }
        }
        finish(run, smoothing, result);
        return result;
    }

    private static void finish(List<Coordinate> run, double smoothing, List<LinePath> result) {
        if (run.size() > 1) {
            Coordinate[] simple = DouglasPeuckerSimplifier.simplify(
                            FACTORY.createLineString(run.toArray(new Coordinate[0])), smoothing)
                    .getCoordinates();
            if (simple.length < 2) {
                run.clear();
                return;
            }
            double[] xy = new double[2 * simple.length];
            for (int i = 0; i < simple.length; i++) {
                xy[2 * i] = simple[i].x;
                xy[2 * i + 1] = simple[i].y;
            }
            result.add(new LinePath(rounded(xy, CUT * smoothing)));
        }
        run.clear();
    }

    /**
     * Cuts each corner at a quarter of its sides (Chaikin), twice; of long sides at most at a length, so that what follows
     * the path stays beside the line.
     */
    private static double[] rounded(double[] xy, double most) {
        double[] result = xy;
        for (int pass = 0; pass < 2; pass++) {
            int count = result.length / 2;
            if (count < 3) {
                return result;
            }
            double[] next = new double[4 * (count - 2) + 4];
            int at = 0;
            next[at++] = result[0];
            next[at++] = result[1];
            for (int i = 1; i < count - 1; i++) {
                for (int side = -1; side <= 1; side += 2) {
                    double dx = result[2 * (i + side)] - result[2 * i];
                    double dy = result[2 * (i + side) + 1] - result[2 * i + 1];
                    double share = Math.min(0.25, most / Math.max(1e-9, Math.hypot(dx, dy)));
                    next[at++] = result[2 * i] + share * dx;
                    next[at++] = result[2 * i + 1] + share * dy;
                }
            }
            next[at++] = result[2 * count - 2];
            next[at] = result[2 * count - 1];
            result = next;
        }
        return result;
    }

    double length() {
        return distance[distance.length - 1];
    }

    /** x and y at a distance from the start. */
    double[] at(double wanted) {
        int upper = java.util.Arrays.binarySearch(distance, wanted);
        if (upper < 0) {
            upper = -upper - 1;
        }
        upper = Math.max(1, Math.min(distance.length - 1, upper));
        double span = distance[upper] - distance[upper - 1];
        double t = span == 0 ? 0 : Math.max(0, Math.min(1, (wanted - distance[upper - 1]) / span));
        int i = 2 * upper;
        return new double[] {xy[i - 2] + t * (xy[i] - xy[i - 2]), xy[i - 1] + t * (xy[i + 1] - xy[i - 1])};
    }

    /** Whether a stretch goes round a corner. */
    boolean bent(double from, double stretch) {
        double[] a = at(from);
        double[] b = at(from + stretch);
        return Math.hypot(b[0] - a[0], b[1] - a[1]) < STRAIGHT * stretch;
    }

    LinePath reversed() {
        double[] result = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            result[i] = xy[xy.length - 2 - i];
            result[i + 1] = xy[xy.length - 1 - i];
        }
        return new LinePath(result);
    }
}
