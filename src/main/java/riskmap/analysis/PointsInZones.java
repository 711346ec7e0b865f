package riskmap.analysis;

import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.PointGrid;
import riskmap.geo.PolygonLocator;

/**
 * Which zones each of many points lies in. Zone by zone the points near it are asked for and tested: what is made to test
 * a zone's points is needed no longer when the next zone's turn comes.
 */
final class PointsInZones {
    private static final int ZONES_PER_BAND = 64;

    /** Where the zones of each point begin in {@code zones}. */
    private final int[] start;

    private int[] zones = {};

    private PointsInZones(int points) {
        start = new int[points + 1];
    }

    /** How many zones a point lies in. */
    int count(int point) {
        return start[point + 1] - start[point];
    }

    /** The n-th of a point's zones, which ascend. */
    int zone(int point, int n) {
        return zones[start[point] + n];
    }

    /**
     * Finds them. What a point on a boundary counts for is up to the rule: for every zone (intersects), for none
     * (within), or for the first one where it lies inside no other.
     *
     * @param xy x0, y0, x1, y1, …; a point with NaN lies nowhere
     */
    static PointsInZones of(double[] xy, Geometry[] areas, CountingRule rule, Progress progress) {
        PointGrid grid = new PointGrid(xy);
        Hits[] bands = new Hits[(areas.length + ZONES_PER_BAND - 1) / ZONES_PER_BAND];
        Parallel.items(areas.length, ZONES_PER_BAND, progress, (from, to) -> {
            Hits hits = new Hits();
            for (int zone = from; zone < to; zone++) {
                if (areas[zone] != null && !areas[zone].isEmpty() && areas[zone].getDimension() == 2) {
                    hits.find(grid, areas[zone], zone, rule);
                }
            }
            bands[from / ZONES_PER_BAND] = hits;
        });
        PointsInZones result = new PointsInZones(xy.length / 2);
        result.gather(bands);
        return result;
    }

    private void gather(Hits... bands) {
        int[] counts = new int[start.length - 1];
        for (Hits band : bands) {
            for (int i = 0; i < band.inside.size; i += 2) {
                counts[band.inside.values[i]]++;
            }
        }
        Numbers boundary = new Numbers();
        for (Hits band : bands) {
            for (int i = 0; i < band.boundary.size; i += 2) {
                int point = band.boundary.values[i];
                if (counts[point] == 0) {
                    counts[point] = 1;
                    boundary.add(point, band.boundary.values[i + 1]);
                }
            }
        }
        for (int point = 0; point < counts.length; point++) {
            start[point + 1] = start[point] + counts[point];
        }
        zones = new int[start[counts.length]];
        int[] next = Arrays.copyOf(start, counts.length);
        for (Hits band : bands) {
            band.inside.put(zones, next);
        }
        boundary.put(zones, next);
    }

    /** The points found in some zones, one zone after the other. */
    private static final class Hits {
        private final Numbers inside = new Numbers();
        private final Numbers boundary = new Numbers();

        void find(PointGrid grid, Geometry area, int zone, CountingRule rule) {
            PolygonLocator[] locator = {null};
            grid.within(area.getEnvelopeInternal(), (point, x, y) -> {
                if (locator[0] == null) {
                    locator[0] = PolygonLocator.of(area);
                }
                int location = locator[0].locate(x, y);
                if (location == Location.INTERIOR || location == Location.BOUNDARY && rule == CountingRule.INTERSECTS) {
                    inside.add(point, zone);
                } else if (location == Location.BOUNDARY && rule != CountingRule.WITHIN) {
                    boundary.add(point, zone);
                }
            });
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

        void put(int[] zones, int[] next) {
            for (int i = 0; i < size; i += 2) {
                zones[next[values[i]]++] = values[i + 1];
            }
        }
    }
}
