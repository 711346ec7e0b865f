package riskmap.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.AreaIndex;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.overlay.PointGrid;
import riskmap.geo.overlay.Relation;
import riskmap.geo.overlay.SpatialOrder;

/**
 * Which zones each feature counts for, and with what share of it, under a {@link CountingRule}. Zones may overlap: a
 * feature then counts for each, or for the first only.
 */
public final class ZoneCount {
    private static final int FEATURES_PER_BAND = 512;
    private static final int[] NONE = {};

    private final PointsInZones points;
    /** Features that are no points: their zones; all where some are none. Null where all are points. */
    private final int[][] zones;

    private final double[][] shares;
    private final BitSet missing = new BitSet();
    private final boolean firstOnly;

    private ZoneCount(PointsInZones points, int others, boolean firstOnly) {
        this.points = points;
        this.zones = others == 0 ? null : new int[others][];
        this.shares = others == 0 ? null : new double[others][];
        this.firstOnly = firstOnly;
    }

    /**
     * Assigns points to zones.
     *
     * @param xy x0, y0, x1, y1, …; NaN where a row has no point
     * @param cells the same sorted
     * @param areas the zones
     * @param firstOnly whether a point counts for the first of several zones only
     */
    static ZoneCount ofPoints(
            double[] xy, PointGrid cells, Geometry[] areas, CountingRule rule, boolean firstOnly, Progress progress) {
        ZoneCount result = new ZoneCount(PointsInZones.of(xy.length / 2, cells, areas, rule, progress), 0, firstOnly);
        for (int i = 0; i < xy.length; i += 2) {
            if (Double.isNaN(xy[i])) {
                result.missing.set(i / 2);
            }
        }
        return result;
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
        double[] xy = new double[2 * features.length];
        Arrays.fill(xy, Double.NaN);
        BitSet extended = places(features, rule, xy, progress.part(0, 0.1));
        ZoneCount result = new ZoneCount(
                PointsInZones.of(
                        features.length,
                        new PointGrid(xy),
                        areas,
                        rule,
                        progress.part(0.1, extended.isEmpty() ? 1 : 0.2)),
                extended.isEmpty() ? 0 : features.length,
                firstOnly);
        for (int i = 0; i < features.length; i++) {
            result.missing.set(i, features[i] == null);
        }
        if (!extended.isEmpty()) {
            result.meetAll(features, extended, areas, rule, progress.part(0.2, 1));
        }
        return result;
    }

    /** Notes where features stand that count as points; names the others. */
    private static BitSet places(Geometry[] features, CountingRule rule, double[] xy, Progress progress) {
        boolean[] others = new boolean[features.length];
        Parallel.items(features.length, FEATURES_PER_BAND, progress, (from, to) -> {
            for (int i = from; i < to; i++) {
                Geometry feature = features[i];
                if (feature == null) {
                    continue;
                }
                boolean asPoint = rule == CountingRule.CENTROID_WITHIN
                        || feature instanceof Point
                        || rule.isShare() && measure(feature) == 0;
                if (asPoint) {
                    Point point = feature instanceof Point itself ? itself : feature.getCentroid();
                    xy[2 * i] = point.getX();
                    xy[2 * i + 1] = point.getY();
                } else {
                    others[i] = true;
                }
            }
        });
        BitSet extended = new BitSet();
        for (int i = 0; i < others.length; i++) {
            extended.set(i, others[i]);
        }
        return extended;
    }

    private void meetAll(Geometry[] features, BitSet extended, Geometry[] areas, CountingRule rule, Progress progress) {
        AreaIndex index = new AreaIndex(areas);
        AtomicReferenceArray<PreparedGeometry> prepared = new AtomicReferenceArray<>(areas.length);
        // neighbours one after the other: what one has just looked at is still at hand for the next
        int[] order = SpatialOrder.order(features);
        Parallel.items(features.length, FEATURES_PER_BAND, progress, (from, to) -> {
            for (int n = from; n < to; n++) {
                if (extended.get(order[n])) {
                    meet(order[n], features[order[n]], areas, index, prepared, rule);
                }
            }
        });
    }

    /** The zones a feature counts for, ascending; null when it has no geometry. */
    public int[] zones(int feature) {
        int count = zoneCount(feature);
        if (count <= 0) {
            return count < 0 ? null : NONE;
        }
        int[] all = new int[count];
        for (int n = 0; n < count; n++) {
            all[n] = zone(feature, n);
        }
        return all;
    }

    /**
     * Names every zone of every feature where all are points: sooner than asking feature by feature, in another order.
     *
     * @return false where not all are points
     */
    boolean forEachPoint(PointsInZones.Visitor visitor) {
        if (zones != null || firstOnly) {
            return false;
        }
        points.forEach(visitor);
        return true;
    }

    /** How many zones a feature counts for; −1 when it has no geometry. */
    int zoneCount(int feature) {
        if (!missing.isEmpty() && missing.get(feature)) {
            return -1;
        }
        int all = isPoint(feature) ? points.count(feature) : zones[feature].length;
        boolean one = firstOnly && (shares == null || shares[feature] == null);
        return one ? Math.min(1, all) : all;
    }

    /** The n-th of the zones a feature counts for, which ascend. */
    int zone(int feature, int n) {
        return isPoint(feature) ? points.zone(feature, n) : zones[feature][n];
    }

    private boolean isPoint(int feature) {
        return zones == null || zones[feature] == null;
    }

    /** The share of the feature that counts for the n-th of its zones: 0 to 1. */
    public double share(int feature, int n) {
        return shares == null || shares[feature] == null ? 1 : shares[feature][n];
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
            boolean counts = rule == CountingRule.WITHIN
                    ? Relation.holds(() -> zone.contains(feature), areas[area], feature, RelatePredicate::contains)
                    : Relation.holds(() -> zone.intersects(feature), areas[area], feature, RelatePredicate::intersects);
            if (!counts) {
                continue;
            }
            double part = !rule.isShare()
                            || Relation.holds(() -> zone.covers(feature), areas[area], feature, RelatePredicate::covers)
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
