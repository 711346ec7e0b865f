package riskmap.analysis;

import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.PointGrid;
import riskmap.geo.overlay.PointSweep;
import riskmap.geo.overlay.PolygonLocator;

/**
 * Which zones each of many points lies in. Zone by zone the points near it are asked for and tested: what is made to test
 * a zone's points is needed no longer when the next zone's turn comes.
 */
final class PointsInZones {
    private static final int ZONES_PER_BAND = 64;

    /** Up to so many points they are tested together. */
    private static final int FEW_POINTS = 64;

    /** With up to so many positions it takes no longer to test points against a zone's edges as they lie. */
    private static final int FEW_POSITIONS = 64;

    /** What was found: as many zones for each point, zone by zone, and those on boundaries that count for one. */
    private final int[] counts;

    private final Hits[] bands;
    private final Numbers boundary = new Numbers();
    /** Point by point, made when first asked for. */
    private volatile ByPoint byPoint;

    private PointsInZones(int points, Hits... bands) {
        this.counts = new int[points];
        this.bands = bands;
    }

    /** The zones of all points, one after the other, and where those of each begin. */
    private record ByPoint(int[] start, int[] zones) {}

    /** Told about a point in a zone. */
    @FunctionalInterface
    interface Visitor {
        void visit(int point, int zone);
    }

    /** How many zones a point lies in. */
    int count(int point) {
        return counts[point];
    }

    /** The n-th of a point's zones, which ascend. */
    int zone(int point, int n) {
        ByPoint known = byPoint;
        if (known == null) {
            known = byPoint();
            byPoint = known;
        }
        return known.zones[known.start[point] + n];
    }

    /** Names every zone of every point, in no order that means anything but always the same. */
    void forEach(Visitor visitor) {
        for (Hits band : bands) {
            band.inside.forEach(visitor);
        }
        boundary.forEach(visitor);
    }

    /**
     * Finds them. What a point on a boundary counts for is up to the rule: for every zone (intersects), for none
     * (within), or for the first one where it lies inside no other.
     *
     * @param points how many points there are; one with NaN lies nowhere
     */
    static PointsInZones of(int points, PointGrid grid, Geometry[] areas, CountingRule rule, Progress progress) {
        Hits[] bands = new Hits[(areas.length + ZONES_PER_BAND - 1) / ZONES_PER_BAND];
        Parallel.items(areas.length, ZONES_PER_BAND, progress, (from, to) -> {
            Hits hits = new Hits();
            PointSweep sweep = new PointSweep();
            for (int zone = from; zone < to; zone++) {
                if (areas[zone] != null && !areas[zone].isEmpty() && areas[zone].getDimension() == 2) {
                    hits.find(grid, areas[zone], zone, rule, sweep);
                }
            }
            bands[from / ZONES_PER_BAND] = hits;
        });
        PointsInZones result = new PointsInZones(points, bands);
        result.count();
        return result;
    }

    private void count() {
        for (Hits band : bands) {
            for (int i = 0; i < band.inside.size; i += 2) {
                counts[band.inside.values[i]]++;
            }
        }
        for (Hits band : bands) {
            for (int i = 0; i < band.boundary.size; i += 2) {
                int point = band.boundary.values[i];
                if (counts[point] == 0) {
                    counts[point] = 1;
                    boundary.add(point, band.boundary.values[i + 1]);
                }
            }
        }
    }

    private ByPoint byPoint() {
        int[] start = new int[counts.length + 1];
        for (int point = 0; point < counts.length; point++) {
            start[point + 1] = start[point] + counts[point];
        }
        int[] zones = new int[start[counts.length]];
        int[] next = Arrays.copyOf(start, counts.length);
        forEach((point, zone) -> zones[next[point]++] = zone);
        return new ByPoint(start, zones);
    }

    /** The points found in some zones, one zone after the other. */
    private static final class Hits {
        private final Numbers inside = new Numbers();
        private final Numbers boundary = new Numbers();

        void find(PointGrid grid, Geometry area, int zone, CountingRule rule, PointSweep sweep) {
            int near = grid.atMost(area.getEnvelopeInternal());
            if (near == 0) {
                return;
            }
            if (near <= FEW_POINTS) {
                grid.within(area.getEnvelopeInternal(), sweep::add);
                sweep.locate(area, (point, location) -> add(point, location, zone, rule));
                return;
            }
            boolean few = area.getNumPoints() <= FEW_POSITIONS;
            PolygonLocator locator = few ? null : PolygonLocator.of(area);
            grid.within(
                    area.getEnvelopeInternal(),
                    (point, x, y) ->
                            add(point, few ? PolygonLocator.locate(area, x, y) : locator.locate(x, y), zone, rule));
        }

        private void add(int point, int location, int zone, CountingRule rule) {
            if (location == Location.INTERIOR || location == Location.BOUNDARY && rule == CountingRule.INTERSECTS) {
                inside.add(point, zone);
            } else if (location == Location.BOUNDARY && rule != CountingRule.WITHIN) {
                boundary.add(point, zone);
            }
        }
    }

    /** Pairs of a point and a zone, in the order they were added. */
    private static final class Numbers {
        private int[] values = new int[64];
        private int size;

        void add(int point, int zone) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = point;
            values[size++] = zone;
        }

        void forEach(Visitor visitor) {
            for (int i = 0; i < size; i += 2) {
                visitor.visit(values[i], values[i + 1]);
            }
        }
    }
}
