package riskmap.geo.overlay;

import java.util.Optional;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * What simple outlines (polygons without holes) have in common with one area, many after the other. Most outlines lie
 * inside, apart, or cross one ring of the area plainly: every crossing in the inside of two edges. Those are answered here
 * by walking from crossing to crossing, at the cost of the outline's edges and of the area's edges near it. All others
 * (touching corners, edges along each other, holes, heights) are left to {@link Overlay}.
 *
 * <p>Which edges cross is decided exactly; a crossing lies where the two whole edges cross, rounded, so that neighbouring
 * outlines which share an edge get the same point. A result is given only when its own edges, rounded, do not meet.
 *
 * <p>Valid input. Immutable, safe for several threads.
 */
public final class AreaCutter {
    private static final int EDGES_PER_BAND = 4;

    /** No ring is crossed. */
    private static final int NONE = -1;

    /** What an outline meets is left to the overlay. */
    private static final int SEVERAL = -2;

    /** Vertices of all rings, closed, the area on their left; x and y in turn. */
    private final double[] xy;
    /** First vertex of each ring, and the end of the last. */
    private final int[] ringStart;

    private final Envelope[] ringExtent;
    private final Envelope extent;
    /** Edges (by the number of their first vertex) of each band of y, one band after the other, and their rings. */
    private final int[] edges;

    private final int[] ringOf;
    private final int[] bandStart;
    private final double bandsPerUnit;

    private AreaCutter(Geometry area) {
        extent = area.getEnvelopeInternal();
        int rings = 0;
        for (int i = 0; i < area.getNumGeometries(); i++) {
            rings += 1 + ((Polygon) area.getGeometryN(i)).getNumInteriorRing();
        }
        ringStart = new int[rings + 1];
        ringExtent = new Envelope[rings];
        xy = new double[2 * area.getNumPoints()];
        int[] ring = {0};
        Coverage.forEachRing(area, (line, shell) -> {
            int at = ringStart[ring[0]];
            CoordinateSequence points = line.getCoordinateSequence();
            copy(points, shell, xy, at);
            ringExtent[ring[0]++] = line.getEnvelopeInternal();
            ringStart[ring[0]] = at + points.size();
        });
        int bands = Math.max(1, xy.length / 2 / EDGES_PER_BAND);
        bandsPerUnit = extent.getHeight() > 0 ? bands / extent.getHeight() : 0;
        bandStart = new int[bands + 1];
        forEachEdge((edge, of) -> {
            for (int band = band(low(edge)), last = band(high(edge)); band <= last; band++) {
                bandStart[band + 1]++;
            }
        });
        for (int band = 0; band < bands; band++) {
            bandStart[band + 1] += bandStart[band];
        }
        edges = new int[bandStart[bands]];
        ringOf = new int[edges.length];
        int[] next = bandStart.clone();
        forEachEdge((edge, of) -> {
            for (int band = band(low(edge)), last = band(high(edge)); band <= last; band++) {
                ringOf[next[band]] = of;
                edges[next[band]++] = edge;
            }
        });
    }

    /** A cutter for a polygon or multipolygon; null for anything else. */
    public static AreaCutter of(Geometry area) {
        boolean takes = (area instanceof Polygon || area instanceof MultiPolygon) && !area.isEmpty() && isFlat(area);
        if (takes) {
            for (int i = 0; i < area.getNumGeometries(); i++) {
                takes &= !area.getGeometryN(i).isEmpty();
            }
        }
        return takes ? new AreaCutter(area) : null;
    }

    /**
     * What an outline and the area have in common: the outline itself where it lies inside, an empty polygon where nothing
     * is, else one or several new polygons.
     *
     * @return nothing when this must be computed by an overlay
     */
    public Optional<Geometry> common(CutOutline outline) {
        double[] own = outline.xy();
        if (own == null) {
            return Optional.empty();
        }
        Geometry feature = outline.feature();
        if (!outline.extent().intersects(extent)) {
            return Optional.of(feature.getFactory().createPolygon());
        }
        Crossings crossings = new Crossings(outline, xy);
        int met = meet(crossings, outline.extent());
        if (met == SEVERAL) {
            return Optional.empty();
        }
        if (met >= 0) {
            return crossings.pieces(ringStart[met], ringStart[met + 1], feature.getFactory());
        }
        return switch (locate(own[0], own[1])) {
            case Location.INTERIOR -> Optional.of(feature);
            case Location.EXTERIOR -> Optional.of(feature.getFactory().createPolygon());
            default -> Optional.empty();
        };
    }

    /** What a feature and the area have in common; see {@link #common(CutOutline)}. */
    public Optional<Geometry> common(Geometry feature) {
        return common(CutOutline.of(feature));
    }

    /** Where a point lies, as {@link PolygonLocator} says it. */
    private int locate(double x, double y) {
        int inside = 0;
        if (extent.contains(x, y)) {
            int band = band(y);
            for (int i = bandStart[band]; i < bandStart[band + 1]; i++) {
                int at = 2 * edges[i];
                int crossed = PolygonLocator.crossed(xy[at], xy[at + 1], xy[at + 2], xy[at + 3], x, y);
                if (crossed < 0) {
                    return Location.BOUNDARY;
                }
                inside ^= crossed;
            }
        }
        return inside == 0 ? Location.EXTERIOR : Location.INTERIOR;
    }

    /** The one ring of the area that the outline crosses; NONE, or SEVERAL for what is not that simple. */
    private int meet(Crossings crossings, Envelope box) {
        double west = box.getMinX();
        double east = box.getMaxX();
        double south = box.getMinY();
        double north = box.getMaxY();
        int first = band(Math.max(south, extent.getMinY()));
        int last = band(Math.min(north, extent.getMaxY()));
        int crossed = NONE;
        for (int band = first; band <= last; band++) {
            for (int i = bandStart[band]; i < bandStart[band + 1]; i++) {
                int edge = edges[i];
                double x0 = xy[2 * edge];
                double y0 = xy[2 * edge + 1];
                double x1 = xy[2 * edge + 2];
                double y1 = xy[2 * edge + 3];
                if (x0 < west && x1 < west
                        || x0 > east && x1 > east
                        || y0 > north && y1 > north
                        || y0 < south && y1 < south
                        // an edge that stands in several bands is taken in the first
                        || band != Math.max(first, band(low(edge)))) {
                    continue;
                }
                int before = crossings.count();
                if (!crossings.add(edge)) {
                    return SEVERAL;
                }
                int ring = ringOf[i];
                if (crossings.count() > before) {
                    if (crossed >= 0 && crossed != ring) {
                        return SEVERAL;
                    }
                    crossed = ring;
                }
            }
        }
        return isRingWithin(box, crossed) ? SEVERAL : crossed;
    }

    /** Whether another ring may lie in the outline without crossing it. */
    private boolean isRingWithin(Envelope box, int crossed) {
        for (int ring = 0; ring < ringExtent.length; ring++) {
            if (ring != crossed && box.contains(ringExtent[ring])) {
                return true;
            }
        }
        return false;
    }

    private interface EdgeVisitor {
        void visit(int edge, int ring);
    }

    private void forEachEdge(EdgeVisitor visitor) {
        for (int ring = 0; ring + 1 < ringStart.length; ring++) {
            for (int edge = ringStart[ring]; edge + 1 < ringStart[ring + 1]; edge++) {
                visitor.visit(edge, ring);
            }
        }
    }

    private double low(int edge) {
        return Math.min(xy[2 * edge + 1], xy[2 * edge + 3]);
    }

    private double high(int edge) {
        return Math.max(xy[2 * edge + 1], xy[2 * edge + 3]);
    }

    private int band(double y) {
        return Math.min(bandStart.length - 2, (int) ((y - extent.getMinY()) * bandsPerUnit));
    }

    /** Whether vertices are of x and y alone: heights are carried over by the overlay only. */
    static boolean isFlat(Geometry area) {
        boolean[] flat = {true};
        Coverage.forEachRing(area, (line, shell) -> {
            CoordinateSequence points = line.getCoordinateSequence();
            flat[0] &= !points.hasM() && (!points.hasZ() || points.size() > 0 && Double.isNaN(points.getZ(0)));
        });
        return flat[0];
    }

    /** Copies a closed ring, turned so that what a shell holds, and what a hole leaves, lies on its left. */
    static void copy(CoordinateSequence points, boolean shell, double[] to, int at) {
        int size = points.size();
        boolean forward = Orientation.isCCW(points) == shell;
        for (int i = 0; i < size; i++) {
            int from = forward ? i : size - 1 - i;
            to[2 * (at + i)] = points.getX(from);
            to[2 * (at + i) + 1] = points.getY(from);
        }
    }

    static int side(double[] line, int edge, double x, double y) {
        return CGAlgorithmsDD.orientationIndex(
                line[2 * edge], line[2 * edge + 1], line[2 * edge + 2], line[2 * edge + 3], x, y);
    }
}
