package riskmap.geo.snap;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.LineIntersector;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;

/** One question to the index: the best among the edges within the tolerance. */
final class SnapSearch {
    /** Crossings are looked for among so many of the nearest edges: more in a few pixels cannot be told apart. */
    private static final int CROSSED_EDGES = 64;

    private final EdgeStore edges;
    private final int[] near;
    private final Coordinate pointer;
    private final SnapSettings settings;
    private Snap best;

    SnapSearch(EdgeStore edges, int[] near, Coordinate pointer, SnapSettings settings) {
        this.edges = edges;
        this.near = near;
        this.pointer = pointer;
        this.settings = settings;
    }

    Optional<Snap> best(Coordinate last) {
        for (SnapKind kind : SnapKind.values()) {
            if (best == null && settings.has(kind)) {
                switch (kind) {
                    case VERTEX -> vertices();
                    case INTERSECTION -> crossings();
                    case MIDPOINT -> middles();
                    case PERPENDICULAR -> feet(last);
                    case EDGE -> nearestOnEdges();
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private void vertices() {
        for (int edge : near) {
            offer(SnapKind.VERTEX, edges.start(edge), edge);
            offer(SnapKind.VERTEX, edges.end(edge), edge);
        }
    }

    private void middles() {
        for (int edge : near) {
            LineSegment segment = edges.segment(edge);
            if (segment.getLength() > 0) {
                offer(SnapKind.MIDPOINT, segment.midPoint(), edge);
            }
        }
    }

    private void nearestOnEdges() {
        for (int edge : near) {
            offer(SnapKind.EDGE, edges.segment(edge).closestPoint(pointer), edge);
        }
    }

    private void feet(Coordinate last) {
        for (int edge : near) {
            LineSegment segment = edges.segment(edge);
            double factor = last == null ? -1 : segment.projectionFactor(last);
            if (factor >= 0 && factor <= 1) {
                offer(SnapKind.PERPENDICULAR, segment.project(last), edge);
            }
        }
    }

    private void crossings() {
        List<Integer> nearest = IntStream.of(near)
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer edge) -> edges.segment(edge).distance(pointer))
                        .thenComparing(order()))
                .limit(CROSSED_EDGES)
                .toList();
        LineIntersector crossing = new RobustLineIntersector();
        for (int i = 0; i < nearest.size(); i++) {
            LineSegment one = edges.segment(nearest.get(i));
            for (int k = i + 1; k < nearest.size(); k++) {
                LineSegment other = edges.segment(nearest.get(k));
                crossing.computeIntersection(one.p0, one.p1, other.p0, other.p1);
                if (crossing.isProper()) {
                    int first = order().compare(nearest.get(i), nearest.get(k)) <= 0 ? nearest.get(i) : nearest.get(k);
                    offer(SnapKind.INTERSECTION, new Coordinate(crossing.getIntersection(0)), first);
                }
            }
        }
    }

    private Comparator<Integer> order() {
        return Comparator.comparingInt((Integer edge) -> rank(edges.layer(edge)))
                .thenComparing(edges::layer)
                .thenComparingLong(edges::fid)
                .thenComparing(edges::segment);
    }

    private int rank(String layer) {
        return settings.layers() == null ? 0 : settings.layers().indexOf(layer);
    }

    private void offer(SnapKind kind, Coordinate place, int edge) {
        double distance = place.distance(pointer);
        if (distance > settings.tolerance()) {
            return;
        }
        Snap offered = new Snap(kind, place, edges.layer(edge), edges.fid(edge), edges.segment(edge));
        if (best == null || compare(offered, distance, best) < 0) {
            best = offered;
        }
    }

    private int compare(Snap one, double distance, Snap other) {
        int byDistance = Double.compare(distance, other.point().distance(pointer));
        if (byDistance != 0) {
            return byDistance;
        }
        return Comparator.comparingInt((Snap snap) -> rank(snap.layer()))
                .thenComparing(Snap::layer)
                .thenComparingLong(Snap::fid)
                .thenComparing(Snap::point)
                .thenComparing(Snap::edge)
                .compare(one, other);
    }
}
