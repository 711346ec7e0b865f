package riskmap.risk.model.zone;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import riskmap.analysis.CountingRule;
import riskmap.geo.overlay.AreaIndex;
import riskmap.geo.overlay.AreaWindows;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Overlay;
import riskmap.risk.model.zone.ZoneParts.Part;

/**
 * Cuts features at towns and zones. Areas are cut at windows to the zones ({@link AreaWindows}): there are many, and each
 * meets little of a large zone. Lengths are measured over whole zones, so that a line along the border of one stays
 * exactly on it. Safe for several threads.
 */
final class ZoneCutter {
    /** Share that is only rounding. */
    private static final double NOTHING = 1e-9;

    /** So many zones near a piece make it worth to be prepared. */
    private static final int MANY = 8;

    private final CountingRule rule;
    private final Areas towns;
    private final Areas zones;
    private final int[] classOf;
    private final int classes;

    /**
     * A cutter.
     *
     * @param classOf class of each zone, from 1
     */
    ZoneCutter(CountingRule rule, Geometry[] towns, Geometry[] zones, int[] classOf, int classes) {
        this.rule = rule;
        this.towns = new Areas(towns, rule);
        this.zones = new Areas(zones, rule);
        this.classOf = classOf;
        this.classes = classes;
    }

    /** Areas that features are cut at. */
    private static final class Areas {
        private final Geometry[] shapes;
        private final AreaIndex index;
        private final AtomicReferenceArray<AreaWindows> windows;
        private final boolean isThroughWindows;
        /**
         * Areas that do not overlap need not be taken from one another: their shares of an area are what they have in
         * common. A line may run along the border of two.
         */
        private final boolean areDisjoint;

        Areas(Geometry[] shapes, CountingRule rule) {
            this.shapes = shapes;
            index = new AreaIndex(shapes);
            windows = new AtomicReferenceArray<>(shapes.length);
            isThroughWindows = rule == CountingRule.AREA_SHARE;
            areDisjoint = rule == CountingRule.AREA_SHARE && isCoverage(shapes);
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

        /** Those whose extent meets the feature's, in their order. */
        List<Integer> near(Geometry feature) {
            List<Integer> found = new ArrayList<>();
            index.near(feature.getEnvelopeInternal(), item -> found.add((Integer) item));
            found.sort(null);
            return found;
        }

        void forget() {
            for (int area = 0; area < windows.length(); area++) {
                AreaWindows made = windows.get(area);
                if (made != null) {
                    made.forget();
                }
            }
        }

        /** What the feature can meet of an area. */
        AreaWindows.Window around(int area, Geometry feature) {
            AreaWindows made = windows.get(area);
            if (made == null) {
                windows.compareAndSet(area, null, new AreaWindows(shapes[area]));
                made = windows.get(area);
            }
            return isThroughWindows ? made.around(feature.getEnvelopeInternal()) : made.whole();
        }
    }

    /** Gives memory back before features elsewhere come; not while another thread cuts. */
    void forget() {
        towns.forget();
        zones.forget();
    }

    /** In which town and class the parts of a feature lie. */
    Part[] parts(Geometry feature) {
        double whole = measure(feature);
        if (rule == CountingRule.INTERSECTS || whole == 0) {
            return met(feature);
        }
        Part[] parts = shares(feature, whole);
        boolean isCut = parts.length != 1 || parts[0].share() != 1;
        return isCut && rule == CountingRule.LENGTH_SHARE && LineSteps.overlap(feature)
                ? ofSteps(feature, whole)
                : parts;
    }

    /** A line that runs twice over one stretch is there with twice its length: its steps are cut one by one. */
    private Part[] ofSteps(Geometry line, double whole) {
        double[][] shares = new double[towns.shapes.length + 1][classes + 1];
        LineSteps.forEach(line, step -> {
            for (Part part : shares(step, step.getLength())) {
                shares[part.town()][part.zone()] += part.share() * step.getLength() / whole;
            }
        });
        List<Part> parts = new ArrayList<>();
        for (int town = 0; town < shares.length; town++) {
            for (int n = 1; n <= classes + 1; n++) {
                int zone = n % (classes + 1);
                if (shares[town][zone] > 0) {
                    parts.add(new Part(town, zone, shares[town][zone]));
                }
            }
        }
        return parts.toArray(Part[]::new);
    }

    private Part[] shares(Geometry feature, double whole) {
        List<Part> parts = new ArrayList<>();
        Geometry rest = feature;
        double left = whole;
        for (int town : towns.near(feature)) {
            AreaWindows.Window area = towns.around(town, feature);
            if (parts.isEmpty() && area.covers(feature)) {
                cut(feature, town, whole, parts);
                return parts.toArray(Part[]::new);
            }
            Geometry inTown = Overlay.intersection(towns.areDisjoint ? feature : rest, area.shape());
            if (measure(inTown) > 0) {
                cut(inTown, town, whole, parts);
                left -= measure(inTown);
                rest = towns.areDisjoint ? rest : Overlay.difference(rest, area.shape());
            }
        }
        if (left > NOTHING * whole) {
            for (int town : towns.areDisjoint ? towns.near(feature) : List.<Integer>of()) {
                rest = Overlay.difference(rest, towns.around(town, feature).shape());
            }
            if (measure(rest) > 0) {
                cut(rest, towns.shapes.length, whole, parts);
            }
        }
        return parts.toArray(Part[]::new);
    }

    private void cut(Geometry piece, int town, double whole, List<Part> parts) {
        double size = measure(piece);
        double[] inClass = new double[classes + 1];
        List<Integer> found = byClass(zones.near(piece));
        PreparedGeometry around = found.size() > MANY ? PreparedGeometryFactory.prepare(piece) : null;
        Geometry rest = piece;
        for (int zone : found) {
            double common;
            if (zones.areDisjoint) {
                common = common(piece, around, zone, size);
            } else {
                Geometry area = zones.around(zone, piece).shape();
                common = measure(Overlay.intersection(rest, area));
                rest = common > 0 ? Overlay.difference(rest, area) : rest;
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
        double none = zones.areDisjoint ? size - inside : measure(rest);
        if (none > NOTHING * whole) {
            parts.add(new Part(town, 0, none / whole));
        }
    }

    private double common(Geometry piece, PreparedGeometry around, int zone, double size) {
        Geometry shape = zones.shapes[zone];
        if (around != null && rule == CountingRule.AREA_SHARE && around.covers(shape)) {
            return shape.getArea();
        }
        AreaWindows.Window area = zones.around(zone, piece);
        if (rule == CountingRule.AREA_SHARE) {
            return area.commonArea(piece);
        }
        return area.covers(piece) ? size : measure(Overlay.intersection(piece, area.shape()));
    }

    /** Every class it has a point in common with; its town by the centroid. */
    private Part[] met(Geometry feature) {
        Point centre = feature.getCentroid();
        int found = towns.index.first(centre.getX(), centre.getY());
        int town = found < 0 ? towns.shapes.length : found;
        boolean[] met = new boolean[classes + 1];
        for (int zone : zones.near(feature)) {
            if (!met[classOf[zone]] && zones.around(zone, feature).intersects(feature)) {
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

    private List<Integer> byClass(List<Integer> found) {
        found.sort((a, b) -> classOf[a] == classOf[b] ? a - b : classOf[a] - classOf[b]);
        return found;
    }

    private double measure(Geometry geometry) {
        return rule == CountingRule.LENGTH_SHARE ? geometry.getLength() : geometry.getArea();
    }
}
