package riskmap.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.geotools.api.data.SimpleFeatureSource;
import riskmap.base.Beside;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.overlay.PointGrid;

/** The two layers of a count, in one CRS, and what all counts have in common. */
record CountedLayers(LayerRows features, LayerRows zones, CountingRule rule, Function<double[], PointGrid> pointCells) {
    private static final String CONSERVATION = "analysis.note-conservation";

    /** By so much the shares of a feature in zones that only touch may add up to more than 1. */
    private static final double ROUNDING = 1e-9;

    /** Told about each feature in each of its zones, in no order that means anything. */
    interface PartVisitor {
        void visit(int feature, int zone, double share);
    }

    /** Reads both; of the features these fields. */
    static CountedLayers read(Inputs inputs, ParameterValues values, List<String> fields, Progress progress) {
        CountingRule rule = CountingRule.of(values.text("rule"));
        SimpleFeatureSource source = inputs.features("zones");
        LayerRows zones;
        LayerRows features;
        // each has a connection of its own: two layers are read in the time of the longer one
        try (Beside<LayerRows> areas =
                Beside.begin("riskmap-zones", progress, quiet -> LayerRows.read(source, quiet))) {
            features = inputs.rows("features", fields, progress.part(0.1, 0.4));
            zones = areas.result();
        }
        requireDimension(zones, 2, "analysis.zones-not-areas");
        if (rule == CountingRule.AREA_SHARE) {
            requireDimension(features, 2, "analysis.rule-needs-areas");
        } else if (rule == CountingRule.LENGTH_SHARE) {
            requireDimension(features, 1, "analysis.rule-needs-lines");
        }
        LayerRows moved = features.in(zones.crs(), progress);
        return new CountedLayers(
                rule == CountingRule.AREA_SHARE ? moved.validAreas(progress.part(0.4, 0.4)) : moved,
                zones,
                rule,
                xy -> inputs.pointCells("features", xy));
    }

    ZoneCount count(boolean firstOnly, Progress progress) {
        Progress part = progress.part(0.4, 0.9);
        double[] points = features.points();
        return points == null
                ? ZoneCount.of(features.geometries(), zones.geometries(), rule, firstOnly, part)
                : ZoneCount.ofPoints(points, pointCells.apply(points), zones.geometries(), rule, firstOnly, part);
    }

    void forEachPart(ZoneCount count, PartVisitor visitor) {
        if (count.forEachPoint((feature, zone) -> visitor.visit(feature, zone, 1))) {
            return;
        }
        for (int feature = 0; feature < features.size(); feature++) {
            for (int n = 0, all = count.zoneCount(feature); n < all; n++) {
                visitor.visit(feature, count.zone(feature, n), count.share(feature, n));
            }
        }
    }

    ExactSum[][] emptySums(int groups, int fields) {
        ExactSum[][] sums = new ExactSum[groups][fields];
        for (ExactSum[] group : sums) {
            for (int i = 0; i < fields; i++) {
                group[i] = new ExactSum();
            }
        }
        return sums;
    }

    /** Adds the fields of the features to the sums of their zones. */
    void addUp(ZoneCount count, List<String> fields, ExactSum[][] sums) {
        for (int i = 0; i < fields.size(); i++) {
            features.attribute(fields.get(i));
            double[] numbers = features.numbers(fields.get(i));
            int field = i;
            forEachPart(count, (feature, zone, share) -> sums[zone][field].add(numbers[feature] * share));
        }
    }

    /** The rule, the conservation of the total, and rows that need attention. */
    List<Message> notes(ZoneCount count) {
        long inside = 0;
        long several = 0;
        long without = 0;
        for (int feature = 0; feature < features.size(); feature++) {
            int met = count.zoneCount(feature);
            without += met < 0 ? 1 : 0;
            inside += met > 0 ? 1 : 0;
            several += met > 1 ? 1 : 0;
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.note-rule", rule.title()));
        if (rule.isShare()) {
            notes.addAll(shares(count, features.size() - without));
        } else {
            long outside = features.size() - inside - without;
            notes.add(Message.of(CONSERVATION, inside, outside, without, features.size()));
            if (several > 0) {
                notes.add(Message.of("analysis.note-several-zones", several));
            }
        }
        // a share is one of the area or the length alone
        notes.addAll(rule.isShare() ? zones.notesOfOverlay("zones") : zones.notes("zones"));
        notes.addAll(rule.isShare() ? features.notesOfOverlay("features") : features.notes("features"));
        return notes;
    }

    /** What lies inside and outside in shares of features, to a thousandth; zones that overlap each count what they share. */
    private List<Message> shares(ZoneCount count, long placed) {
        double[] within = new double[features.size()];
        forEachPart(count, (feature, zone, share) -> within[feature] += share);
        double inside = 0;
        long overlapping = 0;
        for (double share : within) {
            inside += Math.min(1, share);
            overlapping += share > 1 + ROUNDING ? 1 : 0;
        }
        BigDecimal told = BigDecimal.valueOf(inside).setScale(3, RoundingMode.HALF_EVEN);
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of(
                CONSERVATION,
                told,
                BigDecimal.valueOf(placed).subtract(told),
                features.size() - placed,
                features.size()));
        if (overlapping > 0) {
            notes.add(Message.of("analysis.note-overlapping-zones", overlapping));
        }
        return notes;
    }

    private static void requireDimension(LayerRows rows, int dimension, String otherwise) {
        var descriptor = rows.type().getGeometryDescriptor();
        int found = descriptor == null
                ? -2
                : OutputRows.dimension(descriptor.getType().getBinding());
        if (found != dimension && found != -1) {
            throw RiskMapException.of(otherwise, rows.type().getTypeName());
        }
    }
}
