package riskmap.geo.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.strtree.STRtree;
import riskmap.base.Progress;
import riskmap.geo.shape.Paths;

/**
 * Where roads nearly meet: nodes nearer to another node, or to a stretch they are no end of, than they should be, and the
 * nodes at which a network ends. Nodes of one line are never too near to each other: they are joined along it.
 *
 * <p>Meanings are those of QGIS's “Validate network”: of several nodes or stretches too near the nearest counts, a pair of
 * nodes once, and a stretch only where the nearest place is inside it (at its ends it is a matter of two nodes).
 */
public final class NetworkGaps {
    private final RoadGraph graph;
    /** By node: the lines it is a vertex of. */
    private final List<Set<Integer>> lines = new ArrayList<>();
    /** By node: the nodes that edges lead to or come from. */
    private final List<Set<Integer>> neighbours = new ArrayList<>();

    private final List<int[]> stretches = new ArrayList<>();
    private final int[] entering;

    private NetworkGaps(RoadGraph graph) {
        this.graph = graph;
        this.entering = new int[graph.size()];
        for (int node = 0; node < graph.size(); node++) {
            lines.add(new TreeSet<>());
            neighbours.add(new TreeSet<>());
        }
    }

    /**
     * A node that is too near to something.
     *
     * @param at where the node is
     * @param to the place it is too near to
     * @param node whether that is a node, not a place on a stretch
     */
    public record Gap(Coordinate at, Coordinate to, boolean node) {
        public double distance() {
            return at.distance(to);
        }
    }

    /**
     * Those of a network.
     *
     * @param graph the graph made of the roads
     * @param roads shapes of the roads, in the order in which the graph was made
     */
    public static NetworkGaps of(RoadGraph graph, List<Geometry> roads) {
        NetworkGaps gaps = new NetworkGaps(graph);
        int[] line = {0};
        for (Geometry road : roads) {
            Paths.forEach(road, (path, part, ring) -> {
                int last = -1;
                // a point among the lines is no node
                for (Coordinate vertex : path.length > 1 ? path : new Coordinate[0]) {
                    int node = graph.node(vertex);
                    gaps.lines.get(node).add(line[0]);
                    if (last >= 0 && last != node) {
                        gaps.stretches.add(new int[] {last, node});
                        gaps.neighbours.get(last).add(node);
                        gaps.neighbours.get(node).add(last);
                    }
                    last = node;
                }
                line[0]++;
            });
        }
        for (int node = 0; node < graph.size(); node++) {
            for (int edge = 0; edge < graph.edges(node); edge++) {
                gaps.entering[graph.target(node, edge)]++;
            }
        }
        return gaps;
    }

    /** Places of the nodes joined to one other only. */
    public List<Coordinate> ends() {
        return places(this::isEnd);
    }

    /** Places of the nodes that can be entered but not left, or left but not entered; with both directions none. */
    public List<Coordinate> endsOfDirections() {
        return places(node -> (graph.edges(node) == 0) != (entering[node] == 0));
    }

    private List<Coordinate> places(IntPredicate which) {
        List<Coordinate> places = new ArrayList<>();
        for (int node = 0; node < graph.size(); node++) {
            if (which.test(node)) {
                places.add(graph.at(node));
            }
        }
        return places;
    }

    private boolean isEnd(int node) {
        return neighbours.get(node).size() == 1;
    }

    /**
     * The nodes too near to others or to stretches, in the order of the nodes.
     *
     * @param fromNodes least distance between two nodes; 0 for any
     * @param fromStretches least distance between a node and a stretch; 0 for any
     * @param endsOnly whether only the ends of the network are looked at
     */
    public List<Gap> find(double fromNodes, double fromStretches, boolean endsOnly, Progress progress) {
        STRtree nodes = new STRtree();
        STRtree ways = new STRtree();
        for (int node = 0; fromNodes > 0 && node < graph.size(); node++) {
            nodes.insert(new Envelope(graph.at(node)), node);
        }
        for (int[] stretch : fromStretches > 0 ? stretches : List.<int[]>of()) {
            ways.insert(new Envelope(graph.at(stretch[0]), graph.at(stretch[1])), stretch);
        }
        List<Gap> gaps = new ArrayList<>();
        Set<Long> told = new HashSet<>();
        for (int node = 0; node < graph.size(); node++) {
            progress.report((double) node / graph.size());
            if (endsOnly && !isEnd(node)) {
                continue;
            }
            int near = fromNodes > 0 ? nearest(node, fromNodes, nodes) : -1;
            boolean known = false;
            if (near >= 0) {
                long pair = Math.min(node, near) * (long) graph.size() + Math.max(node, near);
                known = !told.add(pair);
                if (!known) {
                    gaps.add(new Gap(graph.at(node), graph.at(near), true));
                }
            }
            // the second of a pair has been told of with the first
            Coordinate place = !known && fromStretches > 0 ? onStretch(node, fromStretches, ways) : null;
            if (place != null) {
                gaps.add(new Gap(graph.at(node), place, false));
            }
        }
        return gaps;
    }

    private static Envelope around(Coordinate place, double distance) {
        Envelope box = new Envelope(place);
        box.expandBy(distance);
        return box;
    }

    private int nearest(int node, double within, STRtree nodes) {
        Coordinate at = graph.at(node);
        int best = -1;
        double least = within;
        for (Object item : nodes.query(around(at, within))) {
            int other = (Integer) item;
            double distance = graph.at(other).distance(at);
            boolean nearer = distance < least || distance == least && best >= 0 && other < best;
            if (other != node && nearer && !isJoined(node, other)) {
                best = other;
                least = distance;
            }
        }
        return best;
    }

    private boolean isJoined(int node, int other) {
        return neighbours.get(node).contains(other) || lines.get(node).stream().anyMatch(lines.get(other)::contains);
    }

    /** The nearest place inside a stretch that does not begin or end at the node; null where none is near enough. */
    private Coordinate onStretch(int node, double within, STRtree ways) {
        Coordinate at = graph.at(node);
        Coordinate best = null;
        double least = within;
        for (Object item : ways.query(around(at, within))) {
            int[] stretch = (int[]) item;
            if (stretch[0] == node || stretch[1] == node) {
                continue;
            }
            LineSegment segment = new LineSegment(graph.at(stretch[0]), graph.at(stretch[1]));
            Coordinate place = segment.closestPoint(at);
            double distance = place.distance(at);
            boolean inside = !place.equals2D(segment.p0) && !place.equals2D(segment.p1);
            boolean nearer = distance < least || best != null && distance == least && place.compareTo(best) < 0;
            if (inside && nearer) {
                best = place;
                least = distance;
            }
        }
        return best;
    }
}
