package riskmap.geo.overlay;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/**
 * Where a point lies with respect to one polygonal geometry: inside, outside or on the boundary, exactly (the same answer
 * as JTS's ray crossing, whose orientation test is exact). The edges stand in bands of y, so that one answer costs the
 * few edges of one band: about 0.1 µs for a parcel, under 1 µs for a coast of 100,000 vertices.
 *
 * <p>Immutable, safe for several threads.
 */
public final class PolygonLocator {
    private static final int EDGES_PER_BAND = 4;
    private static final int MOST_BANDS = 8192;

    private final Envelope envelope;
    private final double[] edges;
    private final int[] bandStart;
    private final double bandsPerUnit;

    private PolygonLocator(Envelope envelope, double[] edges, int[] bandStart, double bandsPerUnit) {
        this.envelope = envelope;
        this.edges = edges;
        this.bandStart = bandStart;
        this.bandsPerUnit = bandsPerUnit;
    }

    /** The locator of a polygon or multipolygon; of anything else, or of an empty one, everything is outside. */
    public static PolygonLocator of(Geometry area) {
        Envelope envelope = area.getDimension() < 2 ? new Envelope() : area.getEnvelopeInternal();
        if (envelope.isNull()) {
            return new PolygonLocator(envelope, new double[0], new int[] {0, 0}, 0);
        }
        double[] all = edges(area);
        int bands = Math.max(1, Math.min(MOST_BANDS, all.length / 4 / EDGES_PER_BAND));
        double bandsPerUnit = envelope.getHeight() > 0 ? bands / envelope.getHeight() : 0;
        int[] start = new int[bands + 1];
        for (int i = 0; i < all.length; i += 4) {
            int from = band(all[i + 1], envelope, bandsPerUnit, bands);
            int to = band(all[i + 3], envelope, bandsPerUnit, bands);
            int last = Math.max(from, to);
            for (int band = Math.min(from, to); band <= last; band++) {
                start[band + 1]++;
            }
        }
        for (int band = 0; band < bands; band++) {
            start[band + 1] += start[band];
        }
        double[] sorted = new double[start[bands] * 4];
        int[] next = start.clone();
        for (int i = 0; i < all.length; i += 4) {
            int from = band(all[i + 1], envelope, bandsPerUnit, bands);
            int to = band(all[i + 3], envelope, bandsPerUnit, bands);
            int last = Math.max(from, to);
            for (int band = Math.min(from, to); band <= last; band++) {
                System.arraycopy(all, i, sorted, 4 * next[band]++, 4);
            }
        }
        return new PolygonLocator(envelope, sorted, start, bandsPerUnit);
    }

    /** {@link Location#INTERIOR}, {@link Location#BOUNDARY} or {@link Location#EXTERIOR}. */
    public int locate(double x, double y) {
        if (!envelope.contains(x, y)) {
            return Location.EXTERIOR;
        }
        int band = band(y, envelope, bandsPerUnit, bandStart.length - 1);
        boolean inside = false;
        for (int i = 4 * bandStart[band], end = 4 * bandStart[band + 1]; i < end; i += 4) {
            double x0 = edges[i];
            double y0 = edges[i + 1];
            double x1 = edges[i + 2];
            double y1 = edges[i + 3];
            if (x0 < x && x1 < x) {
                continue;
            }
            if (x0 > x && x1 > x) {
                // a ray to the right crosses it, whichever way it leans, where it goes over the point's height
                inside ^= y0 > y != y1 > y;
                continue;
            }
            int crossed = crossed(x0, y0, x1, y1, x, y);
            if (crossed < 0) {
                return Location.BOUNDARY;
            }
            inside ^= crossed > 0;
        }
        return inside ? Location.INTERIOR : Location.EXTERIOR;
    }

    /**
     * Where a point lies, the same answer without a locator, which takes as long to make as twenty points to locate so.
     *
     * @param area a polygon or a collection of some
     */
    public static int locate(Geometry area, double x, double y) {
        int location = sides(area, x, y);
        return location < 0 ? Location.BOUNDARY : location > 0 ? Location.INTERIOR : Location.EXTERIOR;
    }

    /** 1 inside an odd number of rings, 0 inside an even one, −1 on a ring. */
    private static int sides(Geometry area, double x, double y) {
        int inside = 0;
        if (area instanceof Polygon polygon) {
            inside = sides(polygon.getExteriorRing().getCoordinateSequence(), x, y);
            for (int i = 0; inside >= 0 && i < polygon.getNumInteriorRing(); i++) {
                int hole = sides(polygon.getInteriorRingN(i).getCoordinateSequence(), x, y);
                inside = hole < 0 ? -1 : inside ^ hole;
            }
        } else if (area instanceof GeometryCollection) {
            for (int i = 0; inside >= 0 && i < area.getNumGeometries(); i++) {
                int part = sides(area.getGeometryN(i), x, y);
                inside = part < 0 ? -1 : inside ^ part;
            }
        }
        return inside;
    }

    private static int sides(CoordinateSequence ring, double x, double y) {
        if (ring.size() == 0) {
            return 0;
        }
        PackedCoordinateSequence.Double packed = packed(ring);
        double[] values = packed.getRawCoordinates();
        int dimension = packed.getDimension();
        int inside = 0;
        int height = height(values[1], y);
        for (int i = dimension; i < values.length; i += dimension) {
            int before = height;
            height = height(values[i + 1], y);
            // most edges lie above or below: of those nothing else is looked at
            if (height == 0 || height != before) {
                double x0 = values[i - dimension];
                double x1 = values[i];
                int crossed = x0 < x && x1 < x ? 0 : crossed(x0, values[i - dimension + 1], x1, values[i + 1], x, y);
                if (crossed < 0) {
                    return -1;
                }
                inside ^= crossed;
            }
        }
        return inside;
    }

    /** 1 where an end of an edge lies above the point, −1 below, 0 beside it. */
    private static int height(double end, double y) {
        return end > y ? 1 : end < y ? -1 : 0;
    }

    /** The positions of a ring one after the other. */
    static PackedCoordinateSequence.Double packed(CoordinateSequence ring) {
        if (ring instanceof PackedCoordinateSequence.Double known) {
            return known;
        }
        double[] values = new double[2 * ring.size()];
        for (int i = 0; i < ring.size(); i++) {
            values[2 * i] = ring.getX(i);
            values[2 * i + 1] = ring.getY(i);
        }
        return new PackedCoordinateSequence.Double(values, 2, 0);
    }

    /** 1 where a ray from the point to the right crosses the edge, 0 where it does not, −1 where the point is on the edge. */
    static int crossed(double x0, double y0, double x1, double y1, double x, double y) {
        if (x == x1 && y == y1) {
            return -1;
        }
        if (y0 == y && y1 == y) {
            return x >= Math.min(x0, x1) && x <= Math.max(x0, x1) ? -1 : 0;
        }
        if ((y0 > y && y1 <= y) || (y1 > y && y0 <= y)) {
            if (x0 > x && x1 > x) {
                return 1;
            }
            int side = CGAlgorithmsDD.orientationIndex(x0, y0, x1, y1, x, y);
            return side == 0 ? -1 : (y1 < y0 ? -side : side) > 0 ? 1 : 0;
        }
        return 0;
    }

    /** Whether the point lies inside or on the boundary. */
    public boolean covers(double x, double y) {
        return locate(x, y) != Location.EXTERIOR;
    }

    private static int band(double y, Envelope envelope, double bandsPerUnit, int bands) {
        return Math.min(bands - 1, (int) ((y - envelope.getMinY()) * bandsPerUnit));
    }

    private static double[] edges(Geometry area) {
        var lines = LinearComponentExtracter.getLines(Overlay.ofDimension(area, 2));
        int count = 0;
        for (Object line : lines) {
            count += Math.max(0, ((LinearRing) line).getNumPoints() - 1);
        }
        double[] result = new double[4 * count];
        int at = 0;
        for (Object line : lines) {
            var sequence = ((LinearRing) line).getCoordinateSequence();
            double x = sequence.size() == 0 ? Double.NaN : sequence.getX(0);
            double y = sequence.size() == 0 ? Double.NaN : sequence.getY(0);
            for (int i = 1; i < sequence.size(); i++) {
                result[at++] = x;
                result[at++] = y;
                x = sequence.getX(i);
                y = sequence.getY(i);
                result[at++] = x;
                result[at++] = y;
            }
        }
        return result;
    }
}
