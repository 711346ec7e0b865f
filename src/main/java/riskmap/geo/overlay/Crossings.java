package riskmap.geo.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Intersection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/**
 * Where a simple ring crosses one ring of an area, both with the inside on their left, and the polygons that both have in
 * common. The walk goes along the outline while it is inside the area and along the area's ring while that is inside the
 * outline, changing at each crossing.
 */
public final class Crossings {
    /** More crossings than this, and the overlay is no slower. */
    private static final int MOST = 128;

    private final CutOutline stretches;
    private final double[] outline;
    private final double[] area;
    private int count;
    private int[] edgeOfOutline = new int[8];
    private int[] edgeOfArea = new int[8];
    private double[] x = new double[8];
    private double[] y = new double[8];
    /** Whether the outline comes into the area there, going on. */
    private boolean[] enters = new boolean[8];

    /** @param area rings closed, x and y in turn, the inside on their left */
    Crossings(CutOutline outline, double[] area) {
        stretches = outline;
        this.outline = outline.xy();
        this.area = area;
    }

    int count() {
        return count;
    }

    /** Adds what an edge of the area crosses; false when it touches, or when there are too many. */
    boolean add(int edge) {
        double x0 = area[2 * edge];
        double y0 = area[2 * edge + 1];
        double x1 = area[2 * edge + 2];
        double y1 = area[2 * edge + 3];
        double west = Math.min(x0, x1);
        double east = Math.max(x0, x1);
        double south = Math.min(y0, y1);
        double north = Math.max(y0, y1);
        int edges = outline.length / 2 - 1;
        for (int stretch = 0, from = 0; from < edges; stretch++, from += CutOutline.EDGES_PER_STRETCH) {
            if (stretches.isBeside(stretch, west, east, south, north)) {
                continue;
            }
            int to = Math.min(edges, from + CutOutline.EDGES_PER_STRETCH);
            double bx = outline[2 * from];
            double by = outline[2 * from + 1];
            for (int own = from; own < to; own++) {
                double ax = bx;
                double ay = by;
                bx = outline[2 * own + 2];
                by = outline[2 * own + 3];
                if (ax < west && bx < west
                        || ax > east && bx > east
                        || ay < south && by < south
                        || ay > north && by > north) {
                    continue;
                }
                int start = AreaCutter.side(area, edge, ax, ay);
                int stop = AreaCutter.side(area, edge, bx, by);
                if (start == stop && start != 0) {
                    continue;
                }
                int first = AreaCutter.side(outline, own, x0, y0);
                int second = AreaCutter.side(outline, own, x1, y1);
                if (first == second && first != 0) {
                    continue;
                }
                if (start * stop * first * second == 0 || count == MOST || !cross(own, edge, stop > 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean cross(int own, int edge, boolean in) {
        Coordinate point = Intersection.intersection(
                vertex(outline, own), vertex(outline, own + 1), vertex(area, edge), vertex(area, edge + 1));
        if (point == null) {
            return false;
        }
        if (count == x.length) {
            edgeOfOutline = Arrays.copyOf(edgeOfOutline, 2 * count);
            edgeOfArea = Arrays.copyOf(edgeOfArea, 2 * count);
            x = Arrays.copyOf(x, 2 * count);
            y = Arrays.copyOf(y, 2 * count);
            enters = Arrays.copyOf(enters, 2 * count);
        }
        edgeOfOutline[count] = own;
        edgeOfArea[count] = edge;
        x[count] = point.x;
        y[count] = point.y;
        enters[count++] = in;
        return true;
    }

    private static Coordinate vertex(double[] line, int at) {
        return new Coordinate(line[2 * at], line[2 * at + 1]);
    }

    /**
     * The polygons, shells clockwise as overlays give them.
     *
     * @param from first vertex of the ring of the area that is crossed, {@code to} after its last
     * @return nothing when rounding has moved an edge onto another
     */
    Optional<Geometry> pieces(int from, int to, GeometryFactory factory) {
        int[] alongOutline = sorted(outline, edgeOfOutline);
        int[] alongArea = sorted(area, edgeOfArea);
        if (alongOutline == null || alongArea == null) {
            return Optional.empty();
        }
        int[] placeInOutline = places(alongOutline);
        int[] placeInArea = places(alongArea);
        boolean[] done = new boolean[count];
        CutRings rings = new CutRings();
        for (int first = 0; first < count; first++) {
            if (done[first] || !enters[first]) {
                continue;
            }
            int at = first;
            do {
                if (done[at] || !enters[at]) {
                    return Optional.empty();
                }
                done[at] = true;
                rings.add(x[at], y[at], true);
                int out = alongOutline[(placeInOutline[at] + 1) % count];
                walk(
                        rings,
                        outline,
                        0,
                        outline.length / 2,
                        edgeOfOutline[at],
                        edgeOfOutline[out],
                        placeInOutline[at],
                        placeInOutline[out]);
                if (enters[out] || done[out]) {
                    return Optional.empty();
                }
                done[out] = true;
                rings.add(x[out], y[out], true);
                at = alongArea[(placeInArea[out] + 1) % count];
                walk(rings, area, from, to, edgeOfArea[out], edgeOfArea[at], placeInArea[out], placeInArea[at]);
            } while (at != first);
            rings.close();
        }
        for (boolean used : done) {
            if (!used) {
                return Optional.empty();
            }
        }
        return rings.isSimple() ? Optional.of(rings.polygons(factory)) : Optional.empty();
    }

    /** Adds the vertices from one crossing to the next along a ring. */
    private static void walk(
            CutRings rings, double[] line, int from, int to, int edge, int last, int place, int nextPlace) {
        if (edge == last && nextPlace > place) {
            return;
        }
        int at = edge;
        do {
            at = at + 2 == to ? from : at + 1;
            rings.add(line[2 * at], line[2 * at + 1], false);
        } while (at != last);
    }

    /** The crossings in their order along a ring; null when two on an edge cannot be told apart. */
    private int[] sorted(double[] line, int[] edgeOf) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int at = i;
            for (; at > 0; at--) {
                int before = order[at - 1];
                int byEdge = Integer.compare(edgeOf[before], edgeOf[i]);
                double byPlace = byEdge != 0 ? byEdge : along(line, edgeOf[i], before) - along(line, edgeOf[i], i);
                if (byPlace == 0) {
                    return null;
                }
                if (byPlace < 0) {
                    break;
                }
                order[at] = before;
            }
            order[at] = i;
        }
        return order;
    }

    /** Grows along an edge: the ordinate in which it goes farthest. */
    private double along(double[] line, int edge, int crossing) {
        double dx = line[2 * edge + 2] - line[2 * edge];
        double dy = line[2 * edge + 3] - line[2 * edge + 1];
        boolean byX = Math.abs(dx) >= Math.abs(dy);
        double place = byX ? x[crossing] : y[crossing];
        return (byX ? dx : dy) > 0 ? place : -place;
    }

    private static int[] places(int[] order) {
        int[] places = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            places[order[i]] = i;
        }
        return places;
    }

    /** Rings being made, and the proof that rounded crossings have not moved their edges onto others. */
    private static final class CutRings {
        private static final int MOST_PAIRS = 1 << 17;

        private double[] xy = new double[128];
        private boolean[] moved = new boolean[64];
        private int size;
        private int start;
        private int crossings;
        private final List<int[]> rings = new ArrayList<>();

        void add(double x, double y, boolean crossing) {
            if (size + 1 >= moved.length) {
                xy = Arrays.copyOf(xy, 2 * xy.length);
                moved = Arrays.copyOf(moved, 2 * moved.length);
            }
            xy[2 * size] = x;
            xy[2 * size + 1] = y;
            moved[size++] = crossing;
            crossings += crossing ? 1 : 0;
        }

        void close() {
            double x = xy[2 * start];
            double y = xy[2 * start + 1];
            add(x, y, moved[start]);
            rings.add(new int[] {start, size});
            start = size;
        }

        /** Only edges that end in a crossing are not what they were: they must meet none but their neighbours. */
        boolean isSimple() {
            if ((long) crossings * size > MOST_PAIRS) {
                return false;
            }
            for (int[] ring : rings) {
                if (ring[1] - ring[0] < 4) {
                    return false;
                }
                for (int edge = ring[0]; edge + 1 < ring[1]; edge++) {
                    if ((moved[edge] || moved[edge + 1]) && meets(ring, edge)) {
                        return false;
                    }
                }
            }
            return true;
        }

        private boolean meets(int[] ring, int edge) {
            int before = edge == ring[0] ? ring[1] - 2 : edge - 1;
            int after = edge + 2 == ring[1] ? ring[0] : edge + 1;
            double x0 = xy[2 * edge];
            double y0 = xy[2 * edge + 1];
            double x1 = xy[2 * edge + 2];
            double y1 = xy[2 * edge + 3];
            double west = Math.min(x0, x1);
            double east = Math.max(x0, x1);
            double south = Math.min(y0, y1);
            double north = Math.max(y0, y1);
            for (int[] other : rings) {
                double bx = xy[2 * other[0]];
                double by = xy[2 * other[0] + 1];
                for (int i = other[0]; i + 1 < other[1]; i++) {
                    double ax = bx;
                    double ay = by;
                    bx = xy[2 * i + 2];
                    by = xy[2 * i + 3];
                    if (ax < west && bx < west
                            || ax > east && bx > east
                            || ay < south && by < south
                            || ay > north && by > north
                            || i == edge) {
                        continue;
                    }
                    if (i == after
                            ? folds(edge, edge + 1, i + 1)
                            : i == before ? folds(i, i + 1, edge + 1) : touches(edge, i)) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Whether a line goes back on itself, or stands still, at its middle vertex. */
        private boolean folds(int a, int middle, int b) {
            double fromX = xy[2 * middle] - xy[2 * a];
            double fromY = xy[2 * middle + 1] - xy[2 * a + 1];
            double toX = xy[2 * b] - xy[2 * middle];
            double toY = xy[2 * b + 1] - xy[2 * middle + 1];
            if (fromX == 0 && fromY == 0 || toX == 0 && toY == 0) {
                return true;
            }
            return fromX * toX + fromY * toY <= 0 && AreaCutter.side(xy, a, xy[2 * b], xy[2 * b + 1]) == 0;
        }

        private boolean touches(int edge, int other) {
            int start = AreaCutter.side(xy, edge, xy[2 * other], xy[2 * other + 1]);
            int end = AreaCutter.side(xy, edge, xy[2 * other + 2], xy[2 * other + 3]);
            if (start * end > 0) {
                return false;
            }
            return AreaCutter.side(xy, other, xy[2 * edge], xy[2 * edge + 1])
                            * AreaCutter.side(xy, other, xy[2 * edge + 2], xy[2 * edge + 3])
                    <= 0;
        }

        Geometry polygons(GeometryFactory factory) {
            Polygon[] polygons = new Polygon[rings.size()];
            for (int i = 0; i < polygons.length; i++) {
                int from = rings.get(i)[0];
                int points = rings.get(i)[1] - from;
                double[] turned = new double[2 * points];
                for (int k = 0; k < points; k++) {
                    turned[2 * k] = xy[2 * (from + points - 1 - k)];
                    turned[2 * k + 1] = xy[2 * (from + points - 1 - k) + 1];
                }
                LinearRing line = factory.createLinearRing(new PackedCoordinateSequence.Double(turned, 2, 0));
                polygons[i] = factory.createPolygon(line);
            }
            return polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons);
        }
    }
}
