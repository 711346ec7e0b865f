package riskmap.geo.overlay;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * A feature made ready to be compared with several areas by their {@link AreaCutter}s: its outline, the inside on the
 * left, and the extents of stretches of it, so that an edge is compared with the stretches near it alone.
 */
public final class CutOutline {
    static final int EDGES_PER_STRETCH = 8;

    private final Geometry feature;
    /** Closed, x and y in turn; null where the feature is not one polygon without holes and heights. */
    private final double[] xy;
    /** West, east, south and north of the edges of each stretch. */
    private final double[] stretches;

    private CutOutline(Geometry feature, double[] xy) {
        this.feature = feature;
        this.xy = xy;
        stretches = xy == null ? null : stretches(xy);
    }

    /** What there is to know of a feature. */
    public static CutOutline of(Geometry feature) {
        Geometry only =
                feature instanceof MultiPolygon && feature.getNumGeometries() == 1 ? feature.getGeometryN(0) : feature;
        boolean simple = only instanceof Polygon polygon
                && !polygon.isEmpty()
                && polygon.getNumInteriorRing() == 0
                && AreaCutter.isFlat(polygon);
        if (!simple) {
            return new CutOutline(feature, null);
        }
        CoordinateSequence points = ((Polygon) only).getExteriorRing().getCoordinateSequence();
        double[] xy = new double[2 * points.size()];
        AreaCutter.copy(points, true, xy, 0);
        return new CutOutline(feature, xy);
    }

    Geometry feature() {
        return feature;
    }

    Envelope extent() {
        return feature.getEnvelopeInternal();
    }

    double[] xy() {
        return xy;
    }

    /** Whether all edges of a stretch lie on one side of a box. */
    boolean isBeside(int stretch, double west, double east, double south, double north) {
        int at = 4 * stretch;
        return stretches[at + 1] < west
                || stretches[at] > east
                || stretches[at + 3] < south
                || stretches[at + 2] > north;
    }

    private static double[] stretches(double[] xy) {
        int edges = xy.length / 2 - 1;
        double[] stretches = new double[4 * ((edges + EDGES_PER_STRETCH - 1) / EDGES_PER_STRETCH)];
        for (int at = 0, first = 0; at < stretches.length; at += 4, first += EDGES_PER_STRETCH) {
            double west = xy[2 * first];
            double east = west;
            double south = xy[2 * first + 1];
            double north = south;
            for (int vertex = first + 1, last = Math.min(edges, first + EDGES_PER_STRETCH); vertex <= last; vertex++) {
                west = Math.min(west, xy[2 * vertex]);
                east = Math.max(east, xy[2 * vertex]);
                south = Math.min(south, xy[2 * vertex + 1]);
                north = Math.max(north, xy[2 * vertex + 1]);
            }
            stretches[at] = west;
            stretches[at + 1] = east;
            stretches[at + 2] = south;
            stretches[at + 3] = north;
        }
        return stretches;
    }
}
