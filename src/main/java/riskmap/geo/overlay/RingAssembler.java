package riskmap.geo.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Polygons from directed boundary edges that have the area on their left.
 *
 * <p>The edges must be noded (they meet at common ends only) and as many must leave each node as arrive. Where an area
 * touches itself in a point its outline is cut there, so that every ring is simple: shells run counter-clockwise, holes
 * clockwise and lie in the smallest shell around them. Areas that meet in a point only are separate polygons. The
 * polygons come in the order of their edges: the same edges in the same order give the same bytes.
 */
public final class RingAssembler {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private double[] ends = new double[4 * 256];
    private int count;
    /** Edges that grew at their start: what was added first is their last part. */
    private final BitSet grownBackwards = new BitSet();

    /** Adds the edge from (x0, y0) to (x1, y1); its number. */
    public int add(double x0, double y0, double x1, double y1) {
        if (4 * count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
        }
        int at = 4 * count++;
        // adding zero makes -0.0 equal to 0.0
        ends[at] = x0 + 0.0;
        ends[at + 1] = y0 + 0.0;
        ends[at + 2] = x1 + 0.0;
        ends[at + 3] = y1 + 0.0;
        return count - 1;
    }

    /** Lets an edge go on straight to another end: as if the parts had been added one by one, the first as its own. */
    public void growEnd(int edge, double x, double y) {
        ends[4 * edge + 2] = x + 0.0;
        ends[4 * edge + 3] = y + 0.0;
    }

    /** Lets an edge come straight from another start. */
    public void growStart(int edge, double x, double y) {
        ends[4 * edge] = x + 0.0;
        ends[4 * edge + 1] = y + 0.0;
        grownBackwards.set(edge);
    }

    public int edgeCount() {
        return count;
    }

    /** Whether a vertex stays in a ring, given the ones before and after it. */
    @FunctionalInterface
    public interface VertexRule {
        boolean keeps(double beforeX, double beforeY, double x, double y, double afterX, double afterY);
    }

    /** The polygons that all edges bound, with every vertex. */
    public List<Polygon> polygons() {
        return polygons((beforeX, beforeY, x, y, afterX, afterY) -> true);
    }

    /**
     * The polygons that all edges bound, with the vertices the rule keeps.
     *
     * @throws IllegalStateException when the edges do not close to rings
     */
    public List<Polygon> polygons(VertexRule rule) {
        EdgeNodes nodes = new EdgeNodes(ends, count);
        List<Ring> shells = new ArrayList<>();
        List<Ring> holes = new ArrayList<>();
        boolean[] used = new boolean[count];
        int[] placeInPath = new int[nodes.count()];
        Arrays.fill(placeInPath, -1);
        int[] path = new int[64];
        for (int first = 0; first < count; first++) {
            if (used[first]) {
                continue;
            }
            // a path begins where its first part was added: of an edge grown backwards that is in its midst
            boolean inMidst = grownBackwards.get(first);
            int length = 0;
            int edge = first;
            do {
                used[edge] = true;
                int node = nodes.start(edge);
                if (placeInPath[node] >= 0) {
                    length = cut(nodes, path, length, node, placeInPath, rule, shells, holes);
                }
                if (length == path.length) {
                    path = Arrays.copyOf(path, 2 * length);
                }
                placeInPath[node] = edge == first && inMidst ? -1 : length;
                path[length++] = edge;
                edge = nodes.next(edge);
                if (edge != first && used[edge]) {
                    throw new IllegalStateException("the edges do not close to rings");
                }
            } while (edge != first);
            if (inMidst && placeInPath[nodes.start(first)] >= 0) {
                length = cut(nodes, path, length, nodes.start(first), placeInPath, rule, shells, holes);
            }
            ring(path, 0, length, inMidst ? 1 : 0, rule, shells, holes);
            finish(nodes, path, 0, length, placeInPath);
        }
        return assemble(shells, holes);
    }

    /** Back at a node of this path: the loop since then is a ring of its own. The length of the path without it. */
    private int cut(
            EdgeNodes nodes,
            int[] path,
            int length,
            int node,
            int[] placeInPath,
            VertexRule rule,
            List<Ring> shells,
            List<Ring> holes) {
        int from = placeInPath[node];
        finish(nodes, path, from, length, placeInPath);
        ring(path, from, length, 0, rule, shells, holes);
        return from;
    }

    private static void finish(EdgeNodes nodes, int[] path, int from, int to, int[] placeInPath) {
        for (int i = from; i < to; i++) {
            placeInPath[nodes.start(path[i])] = -1;
        }
    }

    /** @param begin which of the edges the ring begins with */
    private void ring(int[] path, int from, int to, int begin, VertexRule rule, List<Ring> shells, List<Ring> holes) {
        int length = to - from;
        double[] xy = new double[2 * (length + 1)];
        int kept = 0;
        double twiceArea = 0;
        double x0 = ends[4 * path[from]];
        double y0 = ends[4 * path[from] + 1];
        int before = 4 * path[from + (begin + length - 1) % length];
        for (int i = 0; i < length; i++) {
            int at = 4 * path[from + (begin + i) % length];
            twiceArea += (ends[at] - x0) * (ends[at + 3] - y0) - (ends[at + 2] - x0) * (ends[at + 1] - y0);
            if (rule.keeps(ends[before], ends[before + 1], ends[at], ends[at + 1], ends[at + 2], ends[at + 3])) {
                xy[kept++] = ends[at];
                xy[kept++] = ends[at + 1];
            }
            before = at;
        }
        if (kept >= 6) {
            xy[kept] = xy[0];
            xy[kept + 1] = xy[1];
            double[] closed = Arrays.copyOf(xy, kept + 2);
            LinearRing line = FACTORY.createLinearRing(new PackedCoordinateSequence.Double(closed, 2, 0));
            (twiceArea > 0 ? shells : holes).add(new Ring(line, Math.abs(twiceArea) / 2, new ArrayList<>()));
        }
    }

    private static List<Polygon> assemble(List<Ring> shells, List<Ring> holes) {
        if (!holes.isEmpty()) {
            HPRtree tree = new HPRtree();
            PolygonLocator[] locators = new PolygonLocator[shells.size()];
            for (int i = 0; i < shells.size(); i++) {
                tree.insert(shells.get(i).line().getEnvelopeInternal(), i);
            }
            for (Ring hole : holes) {
                shellAround(hole, shells, tree, locators).holes().add(hole.line());
            }
        }
        List<Polygon> polygons = new ArrayList<>(shells.size());
        for (Ring shell : shells) {
            polygons.add(FACTORY.createPolygon(shell.line(), shell.holes().toArray(new LinearRing[0])));
        }
        return polygons;
    }

    private static Ring shellAround(Ring hole, List<Ring> shells, HPRtree tree, PolygonLocator[] locators) {
        Envelope extent = hole.line().getEnvelopeInternal();
        int[] best = {-1};
        tree.query(extent, item -> {
            int index = (Integer) item;
            Ring shell = shells.get(index);
            boolean smaller = best[0] < 0 || shell.area() < shells.get(best[0]).area();
            if (smaller
                    && shell.area() > hole.area()
                    && shell.line().getEnvelopeInternal().contains(extent)) {
                if (locators[index] == null) {
                    locators[index] = PolygonLocator.of(FACTORY.createPolygon(shell.line()));
                }
                if (inside(hole.line(), locators[index])) {
                    best[0] = index;
                }
            }
        });
        if (best[0] < 0) {
            throw new IllegalStateException("a hole without a shell at " + extent);
        }
        return shells.get(best[0]);
    }

    /** A hole may touch its shell in points: its first vertex, or middle of an edge, off the shell decides. */
    private static boolean inside(LinearRing hole, PolygonLocator shell) {
        var line = hole.getCoordinateSequence();
        for (int i = 0; i + 1 < line.size(); i++) {
            int location = shell.locate(line.getX(i), line.getY(i));
            if (location == Location.BOUNDARY) {
                location = shell.locate((line.getX(i) + line.getX(i + 1)) / 2, (line.getY(i) + line.getY(i + 1)) / 2);
            }
            if (location != Location.BOUNDARY) {
                return location == Location.INTERIOR;
            }
        }
        return false;
    }

    private record Ring(LinearRing line, double area, List<LinearRing> holes) {}
}
