package riskmap.risk.model;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import riskmap.analysis.CountingRule;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.geo.AreaIndex;
import riskmap.geo.Coverage;
import riskmap.geo.Overlay;
import riskmap.geo.Parallel;
import riskmap.geo.SpatialOrder;

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

        /** Whether the answer is at hand in whatever order places are asked for. */
        default boolean isAtHand() {
            return false;
        }
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
    static ZoneParts byCentroid(LayerRows features, Where where, int towns, int classes, Progress progress) {
        ZoneParts result = new ZoneParts(features.size(), classes);
        double[] points = features.points();
        if (points != null && where.isAtHand()) {
            Parallel.items(features.size(), 2048, progress, (from, to) -> {
                for (int row = from; row < to; row++) {
                    result.single[row] = Double.isNaN(points[2 * row])
                            ? -1
                            : result.part(where, points[2 * row], points[2 * row + 1], towns);
                }
            });
            return result;
        }
        Geometry[] shapes = features.geometries();
        int[] order = where.isAtHand() ? null : SpatialOrder.order(shapes);
        Parallel.items(shapes.length, 2048, progress, (from, to) -> {
            for (int n = from; n < to; n++) {
                int row = order == null ? n : order[n];
                if (shapes[row] == null) {
                    result.single[row] = -1;
                } else {
                    Point point = shapes[row] instanceof Point itself ? itself : shapes[row].getCentroid();
                    result.single[row] = result.part(where, point.getX(), point.getY(), towns);
                }
            }
        });
        return result;
    }

    private int part(Where where, double x, double y, int towns) {
        int town = where.town(x, y);
        return (town < 0 ? towns : town) * classes + where.zone(x, y);
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

    /** Leaves of each feature only its part in the first class: classes are numbered from the highest. */
    void keepFirst() {
        for (int row = 0; row < parts.length; row++) {
            if (parts[row] != null && parts[row].length > 1) {
                parts[row] = new Part[] {parts[row][0]};
            }
        }
    }

    boolean isWithoutGeometry(int row) {
        return parts[row] == null && single[row] < 0;
    }

    /** Whether a feature lies whole in one town and class: in {@link #town} and {@link #zone}. */
    boolean isWhole(int row) {
        return parts[row] == null && single[row] >= 0;
    }

    /** The town of a feature that lies whole in one. */
    int town(int row) {
        return single[row] / classes;
    }

    /** The class of a feature that lies whole in one. */
    int zone(int row) {
        return single[row] % classes;
    }

    /** The parts of a feature that has a geometry. */
    Part[] parts(int row) {
        if (parts[row] != null) {
            return parts[row];
        }
        return single[row] < 0 ? NOWHERE : new Part[] {new Part(town(row), zone(row), 1)};
    }

    /** Share that is only rounding. */
    private static final double NOTHING = 1e-9;

    /** So many zones near a piece make it worth to be prepared. */
    private static final int MANY = 8;

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
        private final List<PreparedGeometry> townsPrepared = new ArrayList<>();
        /** Areas that do not overlap need not be taken from one another: their shares are what they have in common. */
        private final boolean townsDisjoint;

        private final boolean zonesDisjoint;

        Cutter(CountingRule rule, Geometry[] towns, Geometry[] zones, int[] classOf, int classes) {
            this.rule = rule;
            this.towns = towns;
            this.zones = zones;
            this.classOf = classOf;
            this.classes = classes;
            this.townIndex = new AreaIndex(towns);
            this.zoneIndex = new AreaIndex(zones);
            this.prepared = new PreparedGeometry[zones.length];
            for (Geometry town : towns) {
                townsPrepared.add(town == null ? null : PreparedGeometryFactory.prepare(town));
            }
            boolean shares = rule != CountingRule.INTERSECTS;
            this.townsDisjoint = shares && isCoverage(towns);
            this.zonesDisjoint = shares && isCoverage(zones);
        }

        Part[] parts(Geometry feature) {
            double whole = measure(feature);
            if (rule == CountingRule.INTERSECTS || whole == 0) {
                return met(feature);
            }
            List<Part> parts = new ArrayList<>();
            Geometry rest = feature;
            double left = whole;
            for (int town : near(townIndex, feature)) {
                if (townsPrepared.get(town).covers(feature)) {
                    cut(feature, town, whole, parts);
                    return parts.toArray(Part[]::new);
                }
                Geometry inTown = Overlay.intersection(townsDisjoint ? feature : rest, towns[town]);
                if (measure(inTown) > 0) {
                    cut(inTown, town, whole, parts);
                    left -= measure(inTown);
                    rest = townsDisjoint ? rest : Overlay.difference(rest, towns[town]);
                }
            }
            if (left > NOTHING * whole) {
                for (int town : townsDisjoint ? near(townIndex, feature) : List.<Integer>of()) {
                    rest = Overlay.difference(rest, towns[town]);
                }
                if (measure(rest) > 0) {
                    cut(rest, towns.length, whole, parts);
                }
            }
            return parts.toArray(Part[]::new);
        }

        private void cut(Geometry piece, int town, double whole, List<Part> parts) {
            double size = measure(piece);
            double[] inClass = new double[classes + 1];
            List<Integer> found = byClass(near(zoneIndex, piece));
            PreparedGeometry around = found.size() > MANY ? PreparedGeometryFactory.prepare(piece) : null;
            Geometry rest = piece;
            for (int zone : found) {
                double common;
                if (zonesDisjoint) {
                    common = common(piece, around, zone, size);
                } else {
                    common = measure(Overlay.intersection(rest, zones[zone]));
                    rest = common > 0 ? Overlay.difference(rest, zones[zone]) : rest;
                }
                inClass[classOf[zone]] += common;
                if (common >= size) {
                    break;
                }
            }
            double inside = 0;
            for (int each = 1; each <= classes; each++) {
                inside += inClass[each];
                if (inClass[each] > 0) {
                    parts.add(new Part(town, each, inClass[each] / whole));
                }
            }
            double none = zonesDisjoint ? size - inside : measure(rest);
            if (none > NOTHING * whole) {
                parts.add(new Part(town, 0, none / whole));
            }
        }

        private double common(Geometry piece, PreparedGeometry around, int zone, double size) {
            if (around != null && rule == CountingRule.AREA_SHARE && around.covers(zones[zone])) {
                return zones[zone].getArea();
            }
            if (prepared(zone).covers(piece)) {
                return size;
            }
            return measure(Overlay.intersection(piece, zones[zone]));
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

        private static boolean isCoverage(Geometry[] areas) {
            List<Geometry> there = new ArrayList<>();
            for (Geometry area : areas) {
                if (area != null) {
                    there.add(area);
                }
            }
            return Coverage.isValid(there);
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
