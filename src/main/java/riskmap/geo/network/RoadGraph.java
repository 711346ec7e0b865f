package riskmap.geo.network;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;
import riskmap.base.Progress;
import riskmap.geo.shape.Paths;

/**
 * Roads as a graph: a node for each vertex, an edge for each stretch between two, in the directions it may be gone. Places
 * that are to be reached stand on the nearest stretch, of equally near ones the first, which they divide.
 *
 * <p>Which place is nearest is planar; the cost of a stretch is its length, however that is measured, times what its road
 * costs for a unit of length.
 */
public final class RoadGraph {
    /** Which way a road may be gone, seen from its first vertex. */
    public enum Direction {
        FORWARD,
        BACKWARD,
        BOTH
    }

    /**
     * A road.
     *
     * @param shape its lines
     * @param costPerUnit what a unit of length costs, not negative
     */
    public record Road(Geometry shape, double costPerUnit, Direction direction) {}

    private record Stretch(int number, Coordinate from, Coordinate to, Road road) {
        double distance(Coordinate place) {
            return new LineSegment(from, to).distance(place);
        }
    }

    private final NodeIndex nodes;
    private final List<int[]> targets = new ArrayList<>();
    private final List<double[]> costs = new ArrayList<>();
    private final int[] degree;
    private final int[] places;
    private final double farthest;

    private RoadGraph(NodeIndex nodes, int[] places, double farthest, List<Arc> arcs) {
        this.farthest = farthest;
        this.nodes = nodes;
        this.places = places;
        this.degree = new int[nodes.size()];
        arcs.forEach(arc -> degree[arc.from]++);
        for (int node = 0; node < degree.length; node++) {
            targets.add(new int[degree[node]]);
            costs.add(new double[degree[node]]);
        }
        int[] filled = new int[degree.length];
        for (Arc arc : arcs) {
            targets.get(arc.from)[filled[arc.from]] = arc.to;
            costs.get(arc.from)[filled[arc.from]++] = arc.cost;
        }
    }

    private record Arc(int from, int to, double cost) {}

    /**
     * The graph of roads with places on it.
     *
     * @param length the length of a stretch from one place to another
     * @param tolerance vertices within it of one another, along each axis, are one; 0 for those at the same place only
     */
    public static RoadGraph of(
            List<Road> roads,
            List<Coordinate> places,
            ToDoubleBiFunction<Coordinate, Coordinate> length,
            double tolerance,
            Progress progress) {
        List<Stretch> stretches = stretches(roads);
        STRtree tree = new STRtree();
        stretches.forEach(stretch -> tree.insert(new Envelope(stretch.from, stretch.to), stretch));
        NodeIndex nodes = new NodeIndex(tolerance);
        List<List<Coordinate>> on = new ArrayList<>();
        stretches.forEach(none -> on.add(null));
        Coordinate[] stands = new Coordinate[places.size()];
        double farthest = 0;
        for (int i = 0; i < stands.length && !stretches.isEmpty(); i++) {
            progress.check();
            Stretch nearest = nearest(tree, places.get(i));
            stands[i] = new LineSegment(nearest.from, nearest.to).closestPoint(places.get(i));
            farthest = Math.max(farthest, stands[i].distance(places.get(i)));
            if (on.get(nearest.number) == null) {
                on.set(nearest.number, new ArrayList<>());
            }
            on.get(nearest.number).add(stands[i]);
        }
        // the vertices of the roads first, then the places, in their order
        for (Stretch stretch : stretches) {
            nodes.at(stretch.from);
            nodes.at(stretch.to);
        }
        for (Coordinate stand : stands) {
            if (stand != null) {
                nodes.at(stand);
            }
        }
        List<Arc> arcs = new ArrayList<>();
        for (Stretch stretch : stretches) {
            List<Coordinate> way = new ArrayList<>();
            way.add(stretch.from);
            if (on.get(stretch.number) != null) {
                on.get(stretch.number).stream()
                        .sorted(Comparator.comparingDouble(stretch.from::distance))
                        .forEach(way::add);
            }
            way.add(stretch.to);
            for (int i = 1; i < way.size(); i++) {
                Coordinate last = way.get(i - 1);
                Coordinate next = way.get(i);
                join(nodes.at(last), nodes.at(next), length.applyAsDouble(last, next), stretch, arcs);
            }
        }
        int[] numbers = new int[stands.length];
        for (int i = 0; i < stands.length; i++) {
            numbers[i] = stands[i] == null ? -1 : nodes.at(stands[i]);
        }
        return new RoadGraph(nodes, numbers, farthest, arcs);
    }

    private static void join(int from, int to, double length, Stretch stretch, List<Arc> arcs) {
        double cost = length * stretch.road.costPerUnit();
        if (from == to) {
            return;
        }
        if (stretch.road.direction() != Direction.BACKWARD) {
            arcs.add(new Arc(from, to, cost));
        }
        if (stretch.road.direction() != Direction.FORWARD) {
            arcs.add(new Arc(to, from, cost));
        }
    }

    private static List<Stretch> stretches(List<Road> roads) {
        List<Stretch> stretches = new ArrayList<>();
        for (Road road : roads) {
            Paths.forEach(road.shape(), (path, part, ring) -> {
                for (int i = 1; i < path.length; i++) {
                    stretches.add(new Stretch(stretches.size(), path[i - 1], path[i], road));
                }
            });
        }
        return stretches;
    }

    /** The nearest stretch; looked for in growing boxes, so that of equals the first is found. */
    private static Stretch nearest(STRtree tree, Coordinate place) {
        Envelope all = (Envelope) tree.getRoot().getBounds();
        double most = all.getDiameter() + all.distance(new Envelope(place)) + 1;
        double reach = Math.max(most / 1024, all.distance(new Envelope(place)));
        while (true) {
            Envelope box = new Envelope(place);
            box.expandBy(reach);
            Stretch best = null;
            for (Object item : tree.query(box)) {
                Stretch one = (Stretch) item;
                double less = best == null ? -1 : one.distance(place) - best.distance(place);
                if (less < 0 || less == 0 && one.number < best.number) {
                    best = one;
                }
            }
            if (best != null && (best.distance(place) <= reach || reach > 2 * most)) {
                return best;
            }
            reach *= 2;
        }
    }

    /** The node a place stands on; −1 where there are no roads. */
    public int place(int number) {
        return places[number];
    }

    /** How far the place that lies farthest off is from where it stands, planar; 0 where all lie on roads. */
    public double farthest() {
        return farthest;
    }

    /** How many nodes there are. */
    public int size() {
        return nodes.size();
    }

    /** Where a node lies. */
    public Coordinate at(int node) {
        return nodes.place(node);
    }

    /** The node of a vertex of the roads. */
    int node(Coordinate vertex) {
        return nodes.at(vertex);
    }

    /** How many edges leave a node. */
    public int edges(int node) {
        return degree[node];
    }

    /** Where an edge that leaves a node leads. */
    public int target(int node, int edge) {
        return targets.get(node)[edge];
    }

    /** What an edge that leaves a node costs. */
    public double cost(int node, int edge) {
        return costs.get(node)[edge];
    }
}
