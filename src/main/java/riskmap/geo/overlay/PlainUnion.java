package riskmap.geo.overlay;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.algorithm.Intersection;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygonal;

/**
 * The union of areas whose outlines, wherever they meet, cross in the inside of two edges. Along each ring it is known how
 * many other areas cover it: counted where the ring begins, one more where it goes into an area and one less where it
 * comes out. What no other area covers is the outline of the union. All edges are laid against each other once, not again
 * at every level of a cascade.
 *
 * <p>Which edges cross is decided exactly; a crossing lies where the two whole edges cross, rounded. Valid areas; where they
 * touch, share edges, carry heights, or rounding moves an edge onto another, there is no answer and an overlay must give
 * it.
 */
final class PlainUnion {
    private final Geometry[] areas;
    /** Edges ring after ring, the area on their left. */
    private final double[] ends;

    private final int[] areaOf;
    private int edges;
    private int[] ringEnd = new int[64];
    private int rings;

    private int[] first = new int[1024];
    private int[] second = new int[1024];
    /** Whether the first edge goes into the area of the second there. */
    private boolean[] enters = new boolean[1024];

    private int crossings;

    /** What is left: edges, and whether one of their ends is a crossing. */
    private double[] outline = new double[4 * 1024];

    private boolean[] moved = new boolean[1024];
    private int kept;

    private PlainUnion(Geometry[] areas) {
        this.areas = areas;
        // as long as they will be: arrays of megabytes that grow are copied, and moved about in the memory, again and
        // again
        int points = Math.toIntExact(
                Arrays.stream(areas).mapToLong(Geometry::getNumPoints).sum());
        ends = new double[Math.multiplyExact(4, points)];
        areaOf = new int[points];
    }

    /** The union, or nothing when it is not that plain. */
    static Optional<Geometry> of(List<? extends Geometry> parts) {
        for (Geometry part : parts) {
            if (!(part instanceof Polygonal) || !AreaCutter.isFlat(part)) {
                return Optional.empty();
            }
        }
        PlainUnion union = new PlainUnion(parts.toArray(new Geometry[0]));
        return union.cross() && union.outline() ? union.polygons() : Optional.empty();
    }

    private boolean cross() {
        for (int area = 0; area < areas.length; area++) {
            int of = area;
            Coverage.forEachRing(areas[area], (ring, shell) -> add(ring.getCoordinateSequence(), shell, of));
        }
        return new EdgeSweep(ends, edges).pairs(this::meet);
    }

    private void add(CoordinateSequence line, boolean shell, int area) {
        boolean forward = Orientation.isCCW(line) == shell;
        for (int i = 1; i < line.size(); i++) {
            int from = forward ? i - 1 : line.size() - i;
            int to = forward ? i : line.size() - 1 - i;
            if (line.getX(from) == line.getX(to) && line.getY(from) == line.getY(to)) {
                continue;
            }
            ends[4 * edges] = line.getX(from);
            ends[4 * edges + 1] = line.getY(from);
            ends[4 * edges + 2] = line.getX(to);
            ends[4 * edges + 3] = line.getY(to);
            areaOf[edges++] = area;
        }
        if (rings == ringEnd.length) {
            ringEnd = Arrays.copyOf(ringEnd, 2 * rings);
        }
        ringEnd[rings++] = edges;
    }

    /** Notes a crossing; false for what is not plain. */
    private boolean meet(int one, int other) {
        boolean same = areaOf[one] == areaOf[other];
        if (same && other == one + 1) {
            return true;
        }
        int start = side(ends, one, other, 0);
        int end = side(ends, one, other, 2);
        if (start == end && start != 0) {
            return true;
        }
        int startOfOne = side(ends, other, one, 0);
        int endOfOne = side(ends, other, one, 2);
        if (startOfOne == endOfOne && startOfOne != 0) {
            return true;
        }
        boolean touch = start * end * startOfOne * endOfOne == 0;
        if (same || touch) {
            // an area may touch itself in a point, and does where its edges follow each other
            return same && touch;
        }
        if (crossings == first.length) {
            first = Arrays.copyOf(first, 2 * crossings);
            second = Arrays.copyOf(second, 2 * crossings);
            enters = Arrays.copyOf(enters, 2 * crossings);
        }
        first[crossings] = one;
        second[crossings] = other;
        enters[crossings++] = endOfOne > 0;
        return true;
    }

    private static int side(double[] ends, int edge, int other, int end) {
        return CGAlgorithmsDD.orientationIndex(
                ends[4 * edge],
                ends[4 * edge + 1],
                ends[4 * edge + 2],
                ends[4 * edge + 3],
                ends[4 * other + end],
                ends[4 * other + end + 1]);
    }

    /** Walks along all rings and keeps what no other area covers. */
    private boolean outline() {
        int[] start = new int[edges + 1];
        for (int i = 0; i < crossings; i++) {
            start[first[i] + 1]++;
            start[second[i] + 1]++;
        }
        for (int edge = 0; edge < edges; edge++) {
            start[edge + 1] += start[edge];
        }
        int[] met = new int[2 * crossings];
        double[] place = new double[2 * crossings];
        int[] next = Arrays.copyOf(start, edges);
        for (int i = 0; i < crossings; i++) {
            insert(met, place, start[first[i]], next[first[i]]++, i, place(first[i], second[i]));
            insert(met, place, start[second[i]], next[second[i]]++, i, place(second[i], first[i]));
        }
        AreaIndex index = new AreaIndex(areas);
        int from = 0;
        for (int ring = 0; ring < rings; ring++) {
            if (ringEnd[ring] > from && !walk(from, ringEnd[ring], index, start, met)) {
                return false;
            }
            from = ringEnd[ring];
        }
        return true;
    }

    private static void insert(int[] met, double[] place, int from, int to, int crossing, double where) {
        int at = to;
        for (; at > from && place[at - 1] > where; at--) {
            place[at] = place[at - 1];
            met[at] = met[at - 1];
        }
        place[at] = where;
        met[at] = crossing;
    }

    /** How far along an edge another crosses it: 0 to 1. */
    private double place(int edge, int other) {
        double x = ends[4 * other];
        double y = ends[4 * other + 1];
        double dx = ends[4 * other + 2] - x;
        double dy = ends[4 * other + 3] - y;
        double start = dx * (ends[4 * edge + 1] - y) - dy * (ends[4 * edge] - x);
        double end = dx * (ends[4 * edge + 3] - y) - dy * (ends[4 * edge + 2] - x);
        return start / (start - end);
    }

    private boolean walk(int from, int to, AreaIndex index, int[] start, int[] met) {
        int depth = depth(from, index);
        if (depth < 0) {
            return false;
        }
        int atStart = depth;
        for (int edge = from; edge < to; edge++) {
            double x = ends[4 * edge];
            double y = ends[4 * edge + 1];
            boolean fromCrossing = false;
            for (int i = start[edge]; i < start[edge + 1]; i++) {
                int crossing = met[i];
                boolean in = enters[crossing] == (first[crossing] == edge);
                int after = depth + (in ? 1 : -1);
                if (after < 0) {
                    return false;
                }
                if (depth == 0 || after == 0) {
                    Coordinate point = point(crossing);
                    if (point == null) {
                        return false;
                    }
                    if (depth == 0) {
                        keep(x, y, point.x, point.y, true);
                    }
                    x = point.x;
                    y = point.y;
                    fromCrossing = true;
                }
                depth = after;
            }
            if (depth == 0) {
                keep(x, y, ends[4 * edge + 2], ends[4 * edge + 3], fromCrossing);
            }
        }
        return depth == atStart;
    }

    /** How many other areas cover the start of an edge; −1 when it lies on an outline. */
    private int depth(int edge, AreaIndex index) {
        int[] covering = {0};
        index.covering(ends[4 * edge], ends[4 * edge + 1], (area, location) -> {
            if (area != areaOf[edge]) {
                covering[0] += location == Location.BOUNDARY ? Integer.MIN_VALUE / 2 : 1;
            }
        });
        return covering[0] < 0 ? -1 : covering[0];
    }

    private Coordinate point(int crossing) {
        int one = 4 * first[crossing];
        int other = 4 * second[crossing];
        return Intersection.intersection(
                new Coordinate(ends[one], ends[one + 1]),
                new Coordinate(ends[one + 2], ends[one + 3]),
                new Coordinate(ends[other], ends[other + 1]),
                new Coordinate(ends[other + 2], ends[other + 3]));
    }

    private void keep(double x0, double y0, double x1, double y1, boolean crossing) {
        if (kept == moved.length) {
            outline = Arrays.copyOf(outline, 2 * outline.length);
            moved = Arrays.copyOf(moved, 2 * kept);
        }
        outline[4 * kept] = x0;
        outline[4 * kept + 1] = y0;
        outline[4 * kept + 2] = x1;
        outline[4 * kept + 3] = y1;
        moved[kept++] = crossing;
    }

    private Optional<Geometry> polygons() {
        if (!new EdgeSweep(outline, kept).pairs(this::staysApart)) {
            return Optional.empty();
        }
        RingAssembler assembler = new RingAssembler();
        for (int edge = 0; edge < kept; edge++) {
            assembler.add(outline[4 * edge], outline[4 * edge + 1], outline[4 * edge + 2], outline[4 * edge + 3]);
        }
        try {
            return Optional.of(Coverage.collect(assembler.polygons()));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Edges that end in a rounded crossing are not what they were: they must meet others in common ends only. */
    private boolean staysApart(int one, int other) {
        if (!moved[one] && !moved[other]) {
            return true;
        }
        int shared = 0;
        for (int end = 0; end <= 2; end += 2) {
            for (int otherEnd = 0; otherEnd <= 2; otherEnd += 2) {
                if (outline[4 * one + end] == outline[4 * other + otherEnd]
                        && outline[4 * one + end + 1] == outline[4 * other + otherEnd + 1]) {
                    shared++;
                    if (!opens(one, 2 - end, other, 2 - otherEnd)) {
                        return false;
                    }
                }
            }
        }
        if (shared > 0) {
            return shared == 1;
        }
        return side(outline, one, other, 0) * side(outline, one, other, 2) > 0
                || side(outline, other, one, 0) * side(outline, other, one, 2) > 0;
    }

    /** Whether two edges with a common end, told by their other ends, do not lie upon each other. */
    private boolean opens(int one, int farEnd, int other, int otherFarEnd) {
        int here = 4 * one + 2 - farEnd;
        double dx = outline[4 * one + farEnd] - outline[here];
        double dy = outline[4 * one + farEnd + 1] - outline[here + 1];
        double otherDx = outline[4 * other + otherFarEnd] - outline[here];
        double otherDy = outline[4 * other + otherFarEnd + 1] - outline[here + 1];
        return dx * otherDx + dy * otherDy < 0 || side(outline, one, other, otherFarEnd) != 0;
    }
}
