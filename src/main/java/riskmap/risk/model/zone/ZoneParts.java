package riskmap.risk.model.zone;

import java.util.Arrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.CountingRule;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.SpatialOrder;

/**
 * In which town and in which class of zones the features of a layer lie, under a {@link CountingRule}: whole, in several
 * (a feature that intersects zones of several classes counts in each), or by shares that add up to 1.
 *
 * <p>Zones may overlap: by centroid and by shares the class that comes first counts, {@code 1} being the first. Class 0 is
 * no zone, town {@code towns} (one behind the last) is outside of all.
 */
public final class ZoneParts {
    /** A part of a feature. */
    public record Part(int town, int zone, double share) {}

    /** Which town and class a place lies in. */
    public interface Where {
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

    /** Neighbours that are cut before what was made for them is given back: keeps memory to that of one neighbourhood. */
    private static final int BLOCK = 8192;

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
    public static ZoneParts byCentroid(LayerRows features, Where where, int towns, int classes, Progress progress) {
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
    public interface Towns {
        int at(double x, double y);
    }

    /** By classes that are known, one of each feature. */
    public static ZoneParts ofClasses(Geometry[] features, int[] zoneOf, Towns within, int towns, int classes) {
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
    public static ZoneParts byShape(
            Geometry[] features,
            CountingRule rule,
            Geometry[] towns,
            Geometry[] zones,
            int[] classOf,
            int classes,
            Progress progress) {
        ZoneParts result = new ZoneParts(features.length, classes);
        ZoneCutter cutter = new ZoneCutter(rule, towns, zones, classOf, classes);
        int[] order = SpatialOrder.order(features);
        for (int block = 0; block < order.length; block += BLOCK) {
            int first = block;
            int size = Math.min(BLOCK, order.length - first);
            Progress ofBlock = progress.part((double) first / order.length, (first + (double) size) / order.length);
            Parallel.items(size, 256, ofBlock, (from, to) -> {
                for (int n = from; n < to; n++) {
                    result.set(order[first + n], features[order[first + n]], cutter);
                }
            });
            cutter.forget();
        }
        return result;
    }

    private void set(int row, Geometry feature, ZoneCutter cutter) {
        Part[] found = feature == null ? NOWHERE : cutter.parts(feature);
        if (feature == null) {
            single[row] = -1;
        } else if (found.length == 1 && found[0].share() == 1) {
            single[row] = found[0].town() * classes + found[0].zone();
        } else {
            parts[row] = found;
        }
    }

    int size() {
        return single.length;
    }

    /** Leaves of each feature only its part in the first class: classes are numbered from the highest. */
    public void keepFirst() {
        for (int row = 0; row < parts.length; row++) {
            if (parts[row] != null && parts[row].length > 1) {
                parts[row] = new Part[] {parts[row][0]};
            }
        }
    }

    /**
     * The same where some classes are no zone.
     *
     * @param none by class, the class 0 first
     */
    public ZoneParts without(boolean[] none) {
        ZoneParts rest = new ZoneParts(single.length, classes - 1);
        for (int row = 0; row < single.length; row++) {
            boolean outside = single[row] >= 0 && none[single[row] % classes];
            rest.single[row] = outside ? single[row] - single[row] % classes : single[row];
            if (parts[row] != null) {
                rest.parts[row] = Arrays.stream(parts[row])
                        .map(each -> none[each.zone] ? new Part(each.town, 0, each.share) : each)
                        .toArray(Part[]::new);
            }
        }
        return rest;
    }

    public boolean isWithoutGeometry(int row) {
        return parts[row] == null && single[row] < 0;
    }

    /** The number of the town and class in which a feature lies whole, −1 where it lies in several or has no geometry. */
    public int group(int row) {
        return parts[row] == null ? single[row] : -1;
    }

    /** How many numbers of groups there are, with one town for what lies outside of all. */
    public int groups(int towns) {
        return (towns + 1) * classes;
    }

    /** The town of a {@link #group}. */
    public int townOf(int group) {
        return group / classes;
    }

    /** The class of a {@link #group}. */
    public int zoneOf(int group) {
        return group % classes;
    }

    /** The parts of a feature that has a geometry. */
    public Part[] parts(int row) {
        if (parts[row] != null) {
            return parts[row];
        }
        return single[row] < 0 ? NOWHERE : new Part[] {new Part(townOf(single[row]), zoneOf(single[row]), 1)};
    }
}
