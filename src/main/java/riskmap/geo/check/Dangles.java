package riskmap.geo.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.shape.Nearness;
import riskmap.geo.shape.Paths;
import riskmap.geo.shape.VertexPlace;

/** Ends of lines that nearly meet another line. */
public final class Dangles {
    private Dangles() {}

    /** How an end misses the other line. */
    public enum Miss {
        /** It stops short. */
        SHORT,
        /** It crosses and runs on a little. */
        BEYOND
    }

    /**
     * A loose end.
     *
     * @param line index of the line
     * @param end where the end stands in it
     * @param place where the end is
     * @param miss how it misses
     * @param target where it should end: on the other line, at a vertex of it where one is within the tolerance
     * @param other index of the other line
     */
    public record Dangle(int line, VertexPlace end, Coordinate place, Miss miss, Coordinate target, int other) {}

    private record Edge(Coordinate a, Coordinate b, int line, int part, int number) {}

    /**
     * The ends that no other end or edge meets, but that are within the tolerance of one, or run beyond a crossing by less
     * than it. Ends far from everything are ends; of two
     * ends that miss each other the first is named. Ordered by line and end.
     */
    public static List<Dangle> find(Geometry[] lines, double tolerance, Progress progress) {
        HPRtree edges = new HPRtree();
        Map<Coordinate, Integer> uses = new HashMap<>();
        for (int i = 0; i < lines.length; i++) {
            int line = i;
            if (lines[i] != null && lines[i].getDimension() == 1) {
                Paths.forEach(lines[i], (path, part, ring) -> {
                    for (int k = 0; k < path.length; k++) {
                        uses.merge(path[k], 1, Integer::sum);
                        if (k > 0) {
                            Edge edge = new Edge(path[k - 1], path[k], line, part, k - 1);
                            edges.insert(new Envelope(edge.a(), edge.b()), edge);
                        }
                    }
                });
            }
        }
        edges.build();
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<Dangle>[] found = new List[lines.length];
        Parallel.items(lines.length, 256, progress, (from, to) -> {
            for (int i = from; i < to; i++) {
                found[i] = new ArrayList<>();
                if (lines[i] != null && lines[i].getDimension() == 1) {
                    ends(i, lines[i], edges, uses, tolerance, found[i]);
                }
            }
        });
        List<Dangle> all = new ArrayList<>();
        Arrays.stream(found).forEach(all::addAll);
        return withoutMutual(all);
    }

    /** Two ends that miss each other are one fault: the first stays. */
    private static List<Dangle> withoutMutual(List<Dangle> all) {
        Map<Coordinate, Coordinate> targets = new HashMap<>();
        List<Dangle> kept = new ArrayList<>();
        for (Dangle dangle : all) {
            if (!dangle.place().equals(targets.get(dangle.target()))) {
                targets.put(dangle.place(), dangle.target());
                kept.add(dangle);
            }
        }
        return kept;
    }

    private static void ends(
            int line,
            Geometry geometry,
            HPRtree edges,
            Map<Coordinate, Integer> uses,
            double tolerance,
            List<Dangle> found) {
        Paths.forEach(geometry, (path, part, ring) -> {
            for (int index : new int[] {0, path.length - 1}) {
                if (uses.get(path[index]) == 1) {
                    Coordinate inner = path[index == 0 ? 1 : index - 1];
                    Dangle dangle = dangle(line, new VertexPlace(part, 0, index), path[index], inner, edges, tolerance);
                    if (dangle != null) {
                        found.add(dangle);
                    }
                }
            }
        });
    }

    private static Dangle dangle(
            int line, VertexPlace end, Coordinate place, Coordinate inner, HPRtree edges, double tolerance) {
        Envelope reach = new Envelope(place);
        reach.expandBy(tolerance);
        List<Edge> near = new ArrayList<>();
        edges.query(reach, item -> near.add((Edge) item));
        near.removeIf(edge -> edge.line() == line
                && edge.part() == end.part()
                && (place.equals2D(edge.a()) || place.equals2D(edge.b())));
        near.sort(java.util.Comparator.comparingInt(Edge::line)
                .thenComparingInt(Edge::part)
                .thenComparingInt(Edge::number));
        Dangle best = null;
        RobustLineIntersector crossing = new RobustLineIntersector();
        for (Edge edge : near) {
            double distance = Distance.pointToSegment(place, edge.a(), edge.b());
            if (distance <= Nearness.at(place)) {
                return null;
            }
            crossing.computeIntersection(inner, place, edge.a(), edge.b());
            Coordinate crossed = crossing.hasIntersection() ? new Coordinate(crossing.getIntersection(0)) : null;
            boolean atInner = crossed != null && crossed.distance(inner) <= Nearness.at(inner);
            if (crossed != null && !atInner && crossed.distance(place) <= tolerance) {
                best = better(best, new Dangle(line, end, place, Miss.BEYOND, crossed, edge.line()));
            } else if (distance <= tolerance) {
                Coordinate target = target(edge, place, tolerance);
                best = better(best, new Dangle(line, end, place, Miss.SHORT, target, edge.line()));
            }
        }
        return best;
    }

    private static Coordinate target(Edge edge, Coordinate place, double tolerance) {
        Coordinate nearer = edge.a().distance(place) <= edge.b().distance(place) ? edge.a() : edge.b();
        return nearer.distance(place) <= tolerance ? nearer : new LineSegment(edge.a(), edge.b()).closestPoint(place);
    }

    /** One that runs beyond before one that stops short, then the nearer one. */
    private static Dangle better(Dangle one, Dangle other) {
        if (one == null) {
            return other;
        }
        if (one.miss() != other.miss()) {
            return one.miss() == Miss.BEYOND ? one : other;
        }
        return other.target().distance(other.place()) < one.target().distance(one.place()) ? other : one;
    }
}
