package riskmap.app.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * The area where a field is above 0, as polygons: marching squares with straight pieces between points interpolated on
 * the lattice's edges. Outside the lattice the field counts as below 0, so every ring closes.
 */
final class Contours {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    /** Values within this of 0 are moved to it, so that no ring touches itself at a lattice point. */
    private static final float NUDGE = 1e-3f;

    private final Surface field;
    private final int width;
    private final int height;
    /** For each lattice edge (2 × cell + 0 east, + 1 south) the edge its contour goes on to, or −1. */
    private final int[] next;

    private Contours(Surface field) {
        this.field = field;
        // a frame of cells below 0 around the lattice
        this.width = field.geometry.width() + 2;
        this.height = field.geometry.height() + 2;
        this.next = new int[2 * width * height];
        Arrays.fill(next, -1);
    }

    /** The polygons of at least this area. */
    static List<Polygon> positive(Surface field, double minimumArea) {
        Contours contours = new Contours(field);
        contours.link();
        return contours.polygons(minimumArea);
    }

    private float value(int column, int row) {
        if (column == 0 || row == 0 || column == width - 1 || row == height - 1) {
            return -NUDGE;
        }
        float value = field.values[(row - 1) * (width - 2) + column - 1];
        if (!(Math.abs(value) >= NUDGE)) {
            return value > 0 ? NUDGE : -NUDGE;
        }
        return value;
    }

    /** Contours run with the positive side on their left: rings around it are counter-clockwise, negative in JTS. */
    private void link() {
        for (int row = 0; row + 1 < height; row++) {
            for (int column = 0; column + 1 < width; column++) {
                square(column, row);
            }
        }
    }

    private void square(int column, int row) {
        float nw = value(column, row);
        float ne = value(column + 1, row);
        float se = value(column + 1, row + 1);
        float sw = value(column, row + 1);
        int code = (nw > 0 ? 8 : 0) | (ne > 0 ? 4 : 0) | (se > 0 ? 2 : 0) | (sw > 0 ? 1 : 0);
        int north = 2 * (row * width + column);
        int south = 2 * ((row + 1) * width + column);
        int west = 2 * (row * width + column) + 1;
        int east = 2 * (row * width + column + 1) + 1;
        boolean joined = nw + ne + se + sw > 0;
        switch (code) {
            case 1 -> next[south] = west;
            case 2 -> next[east] = south;
            case 3 -> next[east] = west;
            case 4 -> next[north] = east;
            case 5 -> link(joined ? new int[] {north, west, south, east} : new int[] {north, east, south, west});
            case 6 -> next[north] = south;
            case 7 -> next[north] = west;
            case 8 -> next[west] = north;
            case 9 -> next[south] = north;
            case 10 -> link(joined ? new int[] {west, south, east, north} : new int[] {west, north, east, south});
            case 11 -> next[east] = north;
            case 12 -> next[west] = east;
            case 13 -> next[south] = east;
            case 14 -> next[west] = south;
            default -> {
                // all on one side
            }
        }
    }

    private void link(int[] pairs) {
        next[pairs[0]] = pairs[1];
        next[pairs[2]] = pairs[3];
    }

    private List<Polygon> polygons(double minimumArea) {
        List<Coordinate[]> shells = new ArrayList<>();
        List<Coordinate[]> holes = new ArrayList<>();
        for (int edge = 0; edge < next.length; edge++) {
            if (next[edge] >= 0) {
                Coordinate[] ring = ring(edge);
                double area = ring.length < 4 ? 0 : Area.ofRingSigned(ring);
                if (Math.abs(area) >= minimumArea) {
                    (area < 0 ? shells : holes).add(ring);
                }
            }
        }
        return nested(shells, holes);
    }

    private Coordinate[] ring(int start) {
        List<Coordinate> points = new ArrayList<>();
        int edge = start;
        do {
            points.add(point(edge));
            int following = next[edge];
            next[edge] = -1;
            edge = following;
        } while (edge != start);
        points.add(points.get(0).copy());
        return points.toArray(Coordinate[]::new);
    }

    private Coordinate point(int edge) {
        int column = (edge >> 1) % width;
        int row = (edge >> 1) / width;
        boolean eastward = (edge & 1) == 0;
        float from = value(column, row);
        float to = eastward ? value(column + 1, row) : value(column, row + 1);
        double t = (double) from / ((double) from - to);
        // not onto the lattice points themselves, where rings could meet
        t = Math.min(Math.max(t, 0.02), 0.98);
        double x = field.geometry.x(column - 1) + (eastward ? t * field.geometry.cellWidth() : 0);
        double y = field.geometry.y(row - 1) - (eastward ? 0 : t * field.geometry.cellHeight());
        return new Coordinate(x, y);
    }

    private static List<Polygon> nested(List<Coordinate[]> shells, List<Coordinate[]> holes) {
        List<Envelope> envelopes = new ArrayList<>();
        List<List<LinearRing>> inside = new ArrayList<>();
        for (Coordinate[] shell : shells) {
            Envelope envelope = new Envelope();
            for (Coordinate point : shell) {
                envelope.expandToInclude(point);
            }
            envelopes.add(envelope);
            inside.add(new ArrayList<>());
        }
        for (Coordinate[] hole : holes) {
            int best = -1;
            for (int i = 0; i < shells.size(); i++) {
                if (envelopes.get(i).contains(hole[0])
                        && (best < 0 || envelopes.get(best).contains(envelopes.get(i)))
                        && SimplePointInAreaLocator.locate(hole[0], FACTORY.createPolygon(shells.get(i)))
                                == Location.INTERIOR) {
                    best = i;
                }
            }
            if (best >= 0) {
                inside.get(best).add(FACTORY.createLinearRing(hole));
            }
        }
        List<Polygon> result = new ArrayList<>();
        for (int i = 0; i < shells.size(); i++) {
            result.add(FACTORY.createPolygon(
                    FACTORY.createLinearRing(shells.get(i)), inside.get(i).toArray(LinearRing[]::new)));
        }
        return result;
    }
}
