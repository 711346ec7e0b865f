package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * Snaps the vertices of a layer to each other: each in its order that is within the tolerance of no anchor becomes one
 * itself, any other moves to its nearest; then edges get a vertex at the anchors they pass so near.
 *
 * <p>The steps are those of {@code Vect_snap_lines} of GRASS and “snap to anchor nodes” of QGIS.
 */
public final class AnchorSnapping {
    private static final int NEW = -1;
    private static final int ANCHOR = -2;

    private final double tolerance;
    private final List<Coordinate> places = new ArrayList<>();
    private final Map<Coordinate, Integer> numbers = new HashMap<>();
    private final HPRtree tree = new HPRtree();
    /** The anchor of each place; {@link #ANCHOR} where it is one. */
    private final int[] anchors;

    /** Finds the anchors of a layer; null shapes are skipped. */
    public AnchorSnapping(Geometry[] shapes, double tolerance) {
        this.tolerance = tolerance;
        for (Geometry shape : shapes) {
            if (shape != null) {
                for (Coordinate vertex : shape.getCoordinates()) {
                    Coordinate place = new Coordinate(vertex.x, vertex.y);
                    if (numbers.putIfAbsent(place, places.size()) == null) {
                        tree.insert(new Envelope(place), places.size());
                        places.add(place);
                    }
                }
            }
        }
        tree.build();
        anchors = new int[places.size()];
        java.util.Arrays.fill(anchors, NEW);
        for (int place = 0; place < anchors.length; place++) {
            if (anchors[place] == NEW) {
                anchors[place] = ANCHOR;
                take(place);
            }
        }
    }

    private void take(int anchor) {
        for (int other : near(new Envelope(places.get(anchor)))) {
            double distance = places.get(anchor).distance(places.get(other));
            boolean nearer = anchors[other] == NEW
                    || anchors[other] >= 0
                            && distance < places.get(anchors[other]).distance(places.get(other));
            if (other != anchor && distance <= tolerance && nearer) {
                anchors[other] = anchor;
            }
        }
    }

    private int[] near(Envelope box) {
        Envelope wide = new Envelope(box);
        wide.expandBy(tolerance);
        List<Integer> items = new ArrayList<>();
        tree.query(wide, item -> items.add((Integer) item));
        return items.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    /** A shape of the layer, snapped; it may be invalid. */
    public Geometry of(Geometry shape) {
        return Paths.map(shape, (path, part, ring) -> snapped(path, shape.getDimension() > 0));
    }

    private Coordinate[] snapped(Coordinate[] path, boolean edges) {
        int[] at = new int[path.length];
        Coordinate[] moved = new Coordinate[path.length];
        for (int i = 0; i < path.length; i++) {
            int place = numbers.get(new Coordinate(path[i].x, path[i].y));
            at[i] = anchors[place] >= 0 ? anchors[place] : place;
            moved[i] = placed(path[i], places.get(at[i]));
        }
        if (!edges) {
            return moved;
        }
        List<Coordinate> all = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            all.add(moved[i]);
            if (i + 1 < path.length) {
                between(moved[i], moved[i + 1], at[i], at[i + 1], all);
            }
        }
        return all.toArray(Coordinate[]::new);
    }

    /** The anchors that an edge passes, in its direction. */
    private void between(Coordinate from, Coordinate to, int first, int last, List<Coordinate> all) {
        LineSegment edge = new LineSegment(from, to);
        List<Integer> passed = new ArrayList<>();
        for (int place : near(new Envelope(from, to))) {
            double along = edge.getLength() == 0 ? 0 : edge.projectionFactor(places.get(place));
            if (place != first
                    && place != last
                    && anchors[place] == ANCHOR
                    && along > 0
                    && along < 1
                    && edge.distancePerpendicular(places.get(place)) <= tolerance) {
                passed.add(place);
            }
        }
        passed.sort(Comparator.comparingDouble(place -> edge.projectionFactor(places.get(place))));
        passed.forEach(place -> all.add(placed(from, places.get(place))));
    }

    private static Coordinate placed(Coordinate vertex, Coordinate place) {
        Coordinate result = vertex.copy();
        result.x = place.x;
        result.y = place.y;
        return result;
    }
}
