package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Triangle;

/**
 * Fewer vertices of each line and ring by itself, by one of two rules: of vertices one after another in the same cell of a
 * grid the first stays; or corners whose triangle is smaller than the square of the tolerance go, the smallest first
 * (Visvalingam and Whyatt 1993). Both ends of lines stay, with the grid the vertices beside them too.
 *
 * <p>The steps are those of “Simplify” of QGIS: cells are 0.8 times the tolerance wide, from the lower left of the
 * line on; shapes of three vertices (areas of six) and such whose vertices lie on average twice the tolerance apart stay
 * as they are; a ring of which nothing is left becomes its box. Results may cross themselves.
 */
public final class VertexThinning {
    /** Which vertices go. */
    public enum Rule {
        /** Those in the cell of the one before. */
        GRID,
        /** Corners of small triangles. */
        AREA
    }

    private static final double CELL = 0.8;

    private final Rule rule;
    private final double tolerance;

    public VertexThinning(Rule rule, double tolerance) {
        this.rule = rule;
        this.tolerance = tolerance;
    }

    /** The shape with fewer vertices. */
    public Geometry of(Geometry shape) {
        Envelope box = shape.getEnvelopeInternal();
        int vertices = shape.getNumPoints();
        boolean alone = shape.getGeometryType().equals(Geometry.TYPENAME_POLYGON)
                || shape.getGeometryType().equals(Geometry.TYPENAME_MULTIPOLYGON);
        boolean small = vertices <= (alone ? 6 : 3);
        if (shape.getDimension() == 0
                || small
                || Math.max(box.getWidth(), box.getHeight()) / vertices > 2 * tolerance) {
            return shape;
        }
        boolean areas = shape.getDimension() == 2;
        return Paths.map(shape, (path, part, ring) -> thinned(path, areas));
    }

    private Coordinate[] thinned(Coordinate[] path, boolean ring) {
        if (path.length <= (ring ? 4 : 2)) {
            return path;
        }
        Coordinate[] made = rule == Rule.GRID ? byCells(path, ring) : byArea(path, ring ? 4 : 2);
        if (ring && made.length > 0 && !made[0].equals2D(made[made.length - 1])) {
            made = Arrays.copyOf(made, made.length + 1);
            made[made.length - 1] = made[0].copy();
        }
        return made.length < (ring ? 4 : 2) ? box(path) : made;
    }

    private Coordinate[] byCells(Coordinate[] path, boolean ring) {
        Envelope box = new Envelope();
        for (Coordinate vertex : path) {
            box.expandToInclude(vertex);
        }
        // single precision, as there: which cell a vertex on the line between two is in depends on it
        float cells = tolerance == 0 ? 0 : (float) (1 / (CELL * tolerance));
        List<Coordinate> kept = new ArrayList<>();
        Coordinate last = null;
        for (int i = 0; i < path.length; i++) {
            boolean end = !ring && (i == 1 || i >= path.length - 2);
            if (i == 0 || end || !sameCell(path[i], last, box, cells)) {
                kept.add(path[i]);
                last = path[i];
            }
        }
        return kept.toArray(Coordinate[]::new);
    }

    private static boolean sameCell(Coordinate one, Coordinate other, Envelope box, float cells) {
        return Math.round((one.x - box.getMinX()) * cells) == Math.round((other.x - box.getMinX()) * cells)
                && Math.round((one.y - box.getMinY()) * cells) == Math.round((other.y - box.getMinY()) * cells);
    }

    /** Takes away the corner of the smallest triangle again and again; a corner beside it counts at least as much. */
    private Coordinate[] byArea(Coordinate[] path, int least) {
        double limit = tolerance * tolerance;
        int size = path.length;
        double[] area = new double[size];
        int[] before = new int[size];
        int[] after = new int[size];
        boolean[] gone = new boolean[size];
        java.util.TreeSet<Integer> order = new java.util.TreeSet<>((a, b) -> {
            int byArea = Double.compare(area[a], area[b]);
            return byArea != 0 ? byArea : Integer.compare(a, b);
        });
        for (int i = 1; i < size - 1; i++) {
            before[i] = i - 1;
            after[i] = i + 1;
            area[i] = Triangle.area(path[i - 1], path[i], path[i + 1]);
            order.add(i);
        }
        for (int taken = 0; taken < size - least && !order.isEmpty(); taken++) {
            int corner = order.first();
            if (area[corner] > limit) {
                break;
            }
            order.remove(corner);
            gone[corner] = true;
            int from = before[corner];
            int to = after[corner];
            after[from] = to;
            before[to] = from;
            for (int beside : new int[] {from, to}) {
                if (beside > 0 && beside < size - 1) {
                    order.remove(beside);
                    double triangle = Triangle.area(path[before[beside]], path[beside], path[after[beside]]);
                    area[beside] = Math.max(triangle, area[corner]);
                    order.add(beside);
                }
            }
        }
        List<Coordinate> kept = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (!gone[i]) {
                kept.add(path[i]);
            }
        }
        return kept.toArray(Coordinate[]::new);
    }

    private static Coordinate[] box(Coordinate[] path) {
        Envelope box = new Envelope();
        for (Coordinate vertex : path) {
            box.expandToInclude(vertex);
        }
        return new Coordinate[] {
            new Coordinate(box.getMinX(), box.getMinY()),
            new Coordinate(box.getMaxX(), box.getMinY()),
            new Coordinate(box.getMaxX(), box.getMaxY()),
            new Coordinate(box.getMinX(), box.getMaxY()),
            new Coordinate(box.getMinX(), box.getMinY())
        };
    }
}
