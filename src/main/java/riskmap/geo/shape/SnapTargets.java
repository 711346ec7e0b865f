package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.hprtree.HPRtree;

/** The vertices and edges of a reference layer, to be asked for the nearest of each. Safe for several threads. */
public final class SnapTargets {
    private final List<Coordinate> vertices = new ArrayList<>();
    private final List<LineSegment> edges = new ArrayList<>();
    private final HPRtree ofVertices = new HPRtree();
    private final HPRtree ofEdges = new HPRtree();

    /** The vertices and edges of these geometries; null ones are skipped. */
    public SnapTargets(Geometry[] reference) {
        this(reference, false);
    }

    /**
     * The same, or of lines and rings only where they begin and end.
     *
     * @param ends whether only those
     */
    public SnapTargets(Geometry[] reference, boolean ends) {
        for (Geometry geometry : reference) {
            if (geometry == null) {
                continue;
            }
            if (geometry.getDimension() == 0) {
                for (Coordinate point : geometry.getCoordinates()) {
                    add(point);
                }
                continue;
            }
            Paths.forEach(geometry, (path, part, ring) -> {
                for (int i = 0; i < path.length; i++) {
                    boolean closing = i + 1 == path.length && isClosed(path);
                    if (!closing && (!ends || i == 0 || i >= path.length - (isClosed(path) ? 2 : 1))) {
                        add(path[i]);
                    }
                    if (i + 1 < path.length && !ends) {
                        ofEdges.insert(new Envelope(path[i], path[i + 1]), edges.size());
                        edges.add(new LineSegment(path[i], path[i + 1]));
                    }
                }
            });
        }
        ofVertices.build();
        ofEdges.build();
    }

    private static boolean isClosed(Coordinate[] path) {
        return path[0].equals2D(path[path.length - 1]);
    }

    private void add(Coordinate vertex) {
        ofVertices.insert(new Envelope(vertex), vertices.size());
        vertices.add(vertex);
    }

    /** The nearest vertex nearer than the tolerance, the first of equal ones; null where there is none. */
    Coordinate vertex(Coordinate place, double tolerance) {
        Coordinate best = null;
        double least = tolerance;
        for (int i : found(ofVertices, around(new Envelope(place), tolerance))) {
            double distance = vertices.get(i).distance(place);
            if (distance < least) {
                least = distance;
                best = vertices.get(i);
            }
        }
        return best;
    }

    /** The foot of the perpendicular on the nearest edge that has one nearer than the tolerance; null without any. */
    Coordinate onEdge(Coordinate place, double tolerance) {
        Coordinate best = null;
        double least = tolerance;
        for (int i : found(ofEdges, around(new Envelope(place), tolerance))) {
            Coordinate foot = foot(edges.get(i), place);
            if (foot != null && foot.distance(place) < least) {
                least = foot.distance(place);
                best = foot;
            }
        }
        return best;
    }

    /** Vertices within a box, in the order of their layer. */
    List<Coordinate> within(Envelope box) {
        List<Coordinate> result = new ArrayList<>();
        for (int i : found(ofVertices, box)) {
            if (box.contains(vertices.get(i))) {
                result.add(vertices.get(i));
            }
        }
        return result;
    }

    /** How near an edge crosses the way from a place over a middle and as far beyond, measured from the middle. */
    double crossing(Coordinate place, Coordinate middle) {
        LineSegment way = new LineSegment(place, new Coordinate(2 * middle.x - place.x, 2 * middle.y - place.y));
        double least = place.distance(middle);
        for (int i : found(ofEdges, new Envelope(way.p0, way.p1))) {
            Coordinate met = way.intersection(edges.get(i));
            if (met != null) {
                least = Math.min(least, met.distance(middle));
            }
        }
        return least;
    }

    /** The foot of the perpendicular, where it falls on the edge; null where it falls beside it. */
    static Coordinate foot(LineSegment edge, Coordinate place) {
        double along = edge.projectionFactor(place);
        return along >= 0 && along <= 1 ? edge.pointAlong(along) : null;
    }

    static Envelope around(Envelope box, double tolerance) {
        Envelope wide = new Envelope(box);
        wide.expandBy(tolerance);
        return wide;
    }

    private static int[] found(HPRtree tree, Envelope box) {
        List<Integer> items = new ArrayList<>();
        tree.query(box, item -> items.add((Integer) item));
        return items.stream().mapToInt(Integer::intValue).sorted().toArray();
    }
}
