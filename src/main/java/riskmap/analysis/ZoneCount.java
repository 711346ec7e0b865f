package riskmap.analysis;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import riskmap.base.Progress;
import riskmap.geo.AreaIndex;
import riskmap.geo.Overlay;
import riskmap.geo.Parallel;
import riskmap.geo.SpatialOrder;

/**
 * Which zones each feature counts for, and with what share of it, under a {@link CountingRule}. Zones may overlap: a
 * feature then counts for each, or for the first only.
 */
public final class ZoneCount {
    private static final int FEATURES_PER_BAND = 512;
    private static final int[] NONE = {};

    private final int[][] zones;
    private final double[][] shares;

    private ZoneCount(int count) {
        zones = new int[count][];
        shares = new double[count][];
    }

    /**
     * Assigns features to zones.
     *
     * @param features geometries, null where a feature has none
     * @param areas the zones
     * @param firstOnly whether a feature counts for the first of several zones only (not with shares)
     */
    public static ZoneCount of(
            Geometry[] features, Geometry[] areas, CountingRule rule, boolean firstOnly, Progress progress) {
        ZoneCount result = new ZoneCount(features.length);
        AreaIndex index = new AreaIndex(areas);
        AtomicReferenceArray<PreparedGeometry> prepared = new AtomicReferenceArray<>(areas.length);
        // neighbours one after the other: what one has just looked at is still at hand for the next
        int[] order = SpatialOrder.order(features);
        Parallel.items(features.length, FEATURES_PER_BAND, progress, (from, to) -> {
            for (int n = from; n < to; n++) {
                int i = order[n];
                Geometry feature = features[i];
                if (feature == null) {
                    continue;
                }
                boolean asPoint = rule == CountingRule.CENTROID_WITHIN
                        || feature instanceof Point
                        || rule.isShare() && measure(feature) == 0;
                if (asPoint) {
                    Point point = feature instanceof Point itself ? itself : feature.getCentroid();
                    result.zones[i] = at(index, point.getX(), point.getY(), rule);
                } else {
                    result.meet(i, feature, areas, index, prepared, rule);
                }
                if (firstOnly && result.zones[i].length > 1 && result.shares[i] == null) {
                    result.zones[i] = Arrays.copyOf(result.zones[i], 1);
                }
            }
        });
        return result;
    }

    /** The zones a feature counts for, ascending; null when it has no geometry. */
    public int[] zones(int feature) {
        return zones[feature];
    }

    /** The share of the feature that counts for the n-th of its zones: 0 to 1. */
    public double share(int feature, int n) {
        return shares[feature] == null ? 1 : shares[feature][n];
    }

    /** The zones of a point: one on a boundary counts for all, for none or for the first where it lies inside no other. */
    private static int[] at(AreaIndex index, double x, double y, CountingRule rule) {
        int[][] inside = {NONE};
        int[][] boundary = {NONE};
        index.covering(x, y, (area, location) -> {
            int[][] where = location == Location.BOUNDARY && rule != CountingRule.INTERSECTS ? boundary : inside;
            where[0] = Arrays.copyOf(where[0], where[0].length + 1);
            where[0][where[0].length - 1] = area;
        });
        Arrays.sort(inside[0]);
        if (inside[0].length > 0 || boundary[0].length == 0 || rule == CountingRule.WITHIN) {
            return inside[0];
        }
        Arrays.sort(boundary[0]);
        return new int[] {boundary[0][0]};
    }

    private void meet(
            int row,
            Geometry feature,
            Geometry[] areas,
            AreaIndex index,
            AtomicReferenceArray<PreparedGeometry> prepared,
            CountingRule rule) {
        int[] near = near(index, feature);
        int[] met = new int[near.length];
        double[] parts = new double[near.length];
        int count = 0;
        for (int area : near) {
            PreparedGeometry zone = prepared(prepared, areas, area);
            boolean counts = rule == CountingRule.WITHIN ? zone.contains(feature) : zone.intersects(feature);
            if (!counts) {
                continue;
            }
            double part = !rule.isShare() || zone.covers(feature)
                    ? 1
                    : measure(Overlay.intersection(feature, areas[area])) / measure(feature);
            if (part > 0) {
                met[count] = area;
                parts[count++] = part;
            }
        }
        zones[row] = Arrays.copyOf(met, count);
        shares[row] = rule.isShare() ? Arrays.copyOf(parts, count) : null;
    }

    private static int[] near(AreaIndex index, Geometry feature) {
        int[][] found = {NONE};
        index.near(feature.getEnvelopeInternal(), item -> {
            found[0] = Arrays.copyOf(found[0], found[0].length + 1);
            found[0][found[0].length - 1] = (Integer) item;
        });
        Arrays.sort(found[0]);
        return found[0];
    }

    private static double measure(Geometry geometry) {
        return geometry.getDimension() == 2 ? geometry.getArea() : geometry.getLength();
    }

    private static PreparedGeometry prepared(
            AtomicReferenceArray<PreparedGeometry> prepared, Geometry[] areas, int area) {
        PreparedGeometry known = prepared.get(area);
        if (known == null) {
            known = PreparedGeometryFactory.prepare(areas[area]);
            prepared.set(area, known);
        }
        return known;
    }
}
