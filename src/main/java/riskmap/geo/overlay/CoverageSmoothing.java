package riskmap.geo.overlay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/**
 * Cuts the corners of the polygons of a coverage, so that the stairs of zones made from cells become slanting lines, and
 * leaves it a valid coverage: every corner is cut the same on both sides.
 *
 * <p>Kept as they are: the outline of the coverage, borders between two groups (such as towns), and places where more than
 * two borders meet. A corner is cut at most {@code distance} (half a cell) from it, so that no other border of cells is
 * reached. Where a border that is kept comes nearer than that, the polygons around it keep their corners.
 */
public final class CoverageSmoothing {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Corners that meet a kept border show within the first rounds; after these everything is kept. */
    private static final int ROUNDS = 8;

    private final List<Polygon> polygons;
    private final double distance;
    private final Set<Coordinate> kept = new HashSet<>();

    private CoverageSmoothing(List<Polygon> polygons, double distance) {
        this.polygons = polygons;
        this.distance = distance;
    }

    /**
     * The polygons with their corners cut.
     *
     * @param polygons a valid coverage
     * @param groups of each polygon; borders between two groups are kept
     * @param distance at most so far from a corner it is cut
     */
    public static List<Polygon> corners(List<Polygon> polygons, int[] groups, double distance, Progress progress) {
        CoverageSmoothing smoothing = new CoverageSmoothing(polygons, distance);
        smoothing.keepBorders(groups);
        for (int round = 0; round < ROUNDS; round++) {
            progress.check();
            List<Polygon> cut = smoothing.cut();
            Geometry[] wrong = CoverageValidator.validate(cut.toArray(Geometry[]::new));
            boolean good = true;
            for (int i = 0; i < wrong.length; i++) {
                if (wrong[i] != null || !cut.get(i).isValid()) {
                    good = false;
                    for (Coordinate corner : polygons.get(i).getCoordinates()) {
                        smoothing.kept.add(corner);
                    }
                }
            }
            if (good) {
                return cut;
            }
        }
        return List.copyOf(polygons);
    }

    /** An edge, the same from both sides. */
    private record Edge(Coordinate from, Coordinate to) {
        static Edge of(Coordinate a, Coordinate b) {
            return a.compareTo(b) <= 0 ? new Edge(a, b) : new Edge(b, a);
        }
    }

    private void keepBorders(int[] groups) {
        Map<Edge, int[]> sides = new HashMap<>();
        Map<Coordinate, Integer> degree = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            int group = groups[i];
            forEachEdge(polygons.get(i), (a, b) -> {
                Edge edge = Edge.of(a, b);
                int[] known = sides.get(edge);
                if (known == null) {
                    sides.put(edge, new int[] {group, 1});
                    degree.merge(a, 1, Integer::sum);
                    degree.merge(b, 1, Integer::sum);
                } else if (known[0] == group) {
                    known[1]++;
                }
            });
        }
        sides.forEach((edge, side) -> {
            if (side[1] != 2) {
                kept.add(edge.from());
                kept.add(edge.to());
            }
        });
        degree.forEach((corner, borders) -> {
            if (borders != 2) {
                kept.add(corner);
            }
        });
    }

    private interface EdgeVisitor {
        void visit(Coordinate from, Coordinate to);
    }

    private static void forEachEdge(Polygon polygon, EdgeVisitor visitor) {
        Coverage.forEachRing(polygon, (ring, shell) -> {
            Coordinate[] line = ring.getCoordinates();
            for (int i = 1; i < line.length; i++) {
                visitor.visit(line[i - 1], line[i]);
            }
        });
    }

    private List<Polygon> cut() {
        Polygon[] result = new Polygon[polygons.size()];
        Parallel.items(result.length, 256, Progress.silent(), (from, to) -> {
            for (int i = from; i < to; i++) {
                Polygon polygon = polygons.get(i);
                LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
                for (int hole = 0; hole < holes.length; hole++) {
                    holes[hole] = cut(polygon.getInteriorRingN(hole));
                }
                result[i] = FACTORY.createPolygon(cut(polygon.getExteriorRing()), holes);
            }
        });
        return List.of(result);
    }

    private LinearRing cut(LinearRing ring) {
        Coordinate[] line = ring.getCoordinates();
        int corners = line.length - 1;
        List<Coordinate> cut = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            Coordinate corner = line[i];
            Coordinate before = line[(i + corners - 1) % corners];
            Coordinate after = line[i + 1];
            if (kept.contains(corner)) {
                add(cut, corner);
            } else {
                add(cut, towards(corner, before));
                add(cut, towards(corner, after));
            }
        }
        if (cut.size() > 1 && cut.get(0).equals2D(cut.get(cut.size() - 1))) {
            cut.remove(cut.size() - 1);
        }
        if (cut.size() < 3) {
            return ring;
        }
        cut.add(cut.get(0).copy());
        return FACTORY.createLinearRing(cut.toArray(Coordinate[]::new));
    }

    private static void add(List<Coordinate> line, Coordinate next) {
        if (line.isEmpty() || !line.get(line.size() - 1).equals2D(next)) {
            line.add(new Coordinate(next.x, next.y));
        }
    }

    /** The cut on a side: its middle where that is nearer, computed the same from both ends. */
    private Coordinate towards(Coordinate corner, Coordinate other) {
        double length = corner.distance(other);
        if (length <= 2 * distance * (1 + 1e-9)) {
            return new Coordinate((corner.x + other.x) / 2, (corner.y + other.y) / 2);
        }
        double share = distance / length;
        return new Coordinate(corner.x + share * (other.x - corner.x), corner.y + share * (other.y - corner.y));
    }
}
