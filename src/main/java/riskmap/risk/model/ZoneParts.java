package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import riskmap.analysis.CountingRule;
import riskmap.base.Progress;
import riskmap.geo.AreaIndex;
import riskmap.geo.Overlay;
import riskmap.geo.Parallel;

/**
 * In which town and in which class of zones the features of a layer lie, under a {@link CountingRule}: whole, in several
 * (a feature that intersects zones of several classes counts in each), or by shares that add up to 1.
 *
 * <p>Zones may overlap: by centroid and by shares the class that comes first counts, {@code 1} being the first. Class 0 is
 * no zone, town {@code towns} (one behind the last) is outside of all.
 */
final class ZoneParts {
    /** A part of a feature. */
    record Part(int town, int zone, double share) {}

    /** Which town and class a place lies in. */
    interface Where {
        /** Index of the town, −1 outside all. */
        int town(double x, double y);

        /** Class of the zone, 0 for none. */
        int zone(double x, double y);
    }

    private static final Part[] NOWHERE = {};

    private final Part[][] parts;
    private final int[] single;
    private final int classes;

    private ZoneParts(int size, int classes) {
        this.parts = new Part[size][];
        this.single = new int[size];
        this.classes = classes + 1;
    }

    /**
     * By the place of the centroids.
     *
     * @param towns how many there are
     * @param classes how many classes of zones there are
     */
    static ZoneParts byCentroid(Geometry[] features, Where where, int towns, int classes, Progress progress) {
        ZoneParts result = new ZoneParts(features.length, classes);
        Parallel.items(features.length, 2048, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                if (features[row] == null) {
                    result.single[row] = -1;
                } else {
                    Point point = features[row] instanceof Point itself ? itself : features[row].getCentroid();
                    int town = where.town(point.getX(), point.getY());
                    int zone = where.zone(point.getX(), point.getY());
                    result.single[row] = (town < 0 ? towns : town) * result.classes + zone;
                }
            }
        });
        return result;
    }

    /** Which town a place lies in, −1 outside all. */
    interface Towns {
        int at(double x, double y);
    }

    /** By classes that are known, one of each feature. */
    static ZoneParts ofClasses(Geometry[] features, int[] zoneOf, Towns within, int towns, int classes) {
        ZoneParts result = new ZoneParts(features.length, classes);
        for (int row = 0; row < features.length; row++) {
            if (features[row] == null) {
                result.single[row] = -1;
            } else {
                Point point = features[row].getCentroid();
                int town = within.at(point.getX(), point.getY());
                result.single[row] = (town < 0 ? towns : town) * result.classes + zoneOf[row];
            }
        }
        return result;
    }

    /**
     * By shares of area or length, or by what the features intersect.
     *
     * @param zones areas, each with a class from 1
     */
    static ZoneParts byShape(
            Geometry[] features,
            CountingRule rule,
            Geometry[] towns,
            Geometry[] zones,
            int[] classOf,
            int classes,
            Progress progress) {
        ZoneParts result = new ZoneParts(features.length, classes);
        Cutter cutter = new Cutter(rule, towns, zones, classOf, classes);
        Parallel.items(features.length, 256, progress, (from, to) -> {
            for (int row = from; row < to; row++) {
                if (features[row] == null) {
                    result.single[row] = -1;
                } else {
                    result.parts[row] = cutter.parts(features[row]);
                }
            }
        });
        return result;
    }

    int size() {
        return single.length;
    }

    boolean isWithoutGeometry(int row) {
        return parts[row] == null && single[row] < 0;
    }

    /** The parts of a feature that has a geometry. */
    Part[] parts(int row) {
        if (parts[row] != null) {
            return parts[row];
        }
        return single[row] < 0 ? NOWHERE : new Part[] {new Part(single[row] / classes, single[row] % classes, 1)};
    }

    /** Cuts features at towns and zones. */
    private static final class Cutter {
        private final CountingRule rule;
        private final Geometry[] towns;
        private final Geometry[] zones;
        private final int[] classOf;
        private final int classes;
        private final AreaIndex townIndex;
        private final AreaIndex zoneIndex;
        private final PreparedGeometry[] prepared;

        Cutter(CountingRule rule, Geometry[] towns, Geometry[] zones, int[] classOf, int classes) {
            this.rule = rule;
            this.towns = towns;
            this.zones = zones;
            this.classOf = classOf;
            this.classes = classes;
            this.townIndex = new AreaIndex(towns);
            this.zoneIndex = new AreaIndex(zones);
            this.prepared = new PreparedGeometry[zones.length];
        }

        Part[] parts(Geometry feature) {
            double whole = measure(feature);
            if (rule == CountingRule.INTERSECTS || whole == 0) {
                return met(feature);
            }
            List<Part> parts = new ArrayList<>();
            Geometry rest = feature;
            for (int town : near(townIndex, feature)) {
                Geometry inTown = Overlay.intersection(rest, towns[town]);
                if (measure(inTown) > 0) {
                    cut(inTown, town, whole, parts);
                    rest = Overlay.difference(rest, towns[town]);
                }
            }
            if (measure(rest) > 1e-12 * whole) {
                cut(rest, towns.length, whole, parts);
            }
            return parts.toArray(Part[]::new);
        }

        private void cut(Geometry piece, int town, double whole, List<Part> parts) {
            Geometry rest = piece;
            double[] inClass = new double[classes + 1];
            for (int zone : byClass(near(zoneIndex, piece))) {
                Geometry common = Overlay.intersection(rest, zones[zone]);
                double size = measure(common);
                if (size > 0) {
                    inClass[classOf[zone]] += size;
                    rest = Overlay.difference(rest, zones[zone]);
                }
            }
            inClass[0] = measure(rest);
            for (int each = 1; each <= classes; each++) {
                if (inClass[each] > 0) {
                    parts.add(new Part(town, each, inClass[each] / whole));
                }
            }
            if (inClass[0] > 1e-12 * whole) {
                parts.add(new Part(town, 0, inClass[0] / whole));
            }
        }

        /** Every class it has a point in common with; its town by the centroid. */
        private Part[] met(Geometry feature) {
            Point centre = feature.getCentroid();
            int found = townIndex.first(centre.getX(), centre.getY());
            int town = found < 0 ? towns.length : found;
            boolean[] met = new boolean[classes + 1];
            for (int zone : near(zoneIndex, feature)) {
                if (!met[classOf[zone]] && prepared(zone).intersects(feature)) {
                    met[classOf[zone]] = true;
                }
            }
            List<Part> parts = new ArrayList<>();
            for (int each = 1; each <= classes; each++) {
                if (met[each]) {
                    parts.add(new Part(town, each, 1));
                }
            }
            return parts.isEmpty() ? new Part[] {new Part(town, 0, 1)} : parts.toArray(Part[]::new);
        }

        private synchronized PreparedGeometry prepared(int zone) {
            if (prepared[zone] == null) {
                prepared[zone] = PreparedGeometryFactory.prepare(zones[zone]);
            }
            return prepared[zone];
        }

        private List<Integer> byClass(List<Integer> found) {
            found.sort((a, b) -> classOf[a] == classOf[b] ? a - b : classOf[a] - classOf[b]);
            return found;
        }

        private static List<Integer> near(AreaIndex index, Geometry feature) {
            List<Integer> found = new ArrayList<>();
            index.near(feature.getEnvelopeInternal(), item -> found.add((Integer) item));
            found.sort(null);
            return found;
        }

        private double measure(Geometry geometry) {
            return rule == CountingRule.LENGTH_SHARE ? geometry.getLength() : geometry.getArea();
        }
    }
}
