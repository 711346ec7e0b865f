package riskmap.risk.model.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import riskmap.analysis.CountingRule;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.risk.Conservation;
import riskmap.risk.Workings;
import riskmap.risk.model.count.Tally;
import riskmap.risk.model.zone.ZoneParts;

/** What lies in one zone of one town written down with its numbers: the zone with most of what is counted. */
final class ImpactExample {
    /** Summands that are written down; the others are counted. */
    private static final int SHOWN = 6;

    private final ImpactTowns towns;
    private final ImpactZones zones;
    private final String rule;
    private final boolean upperIncluded;

    ImpactExample(ImpactTowns towns, ImpactZones zones, ParameterValues values) {
        this.towns = towns;
        this.zones = zones;
        this.rule = values.text("rule");
        this.upperIncluded = values.text("bounds").equals(ImpactZones.UPPER_INCLUDED);
    }

    /** The lines of the tally; without any where nothing lies in a zone. */
    Workings workings(Tally tally, double[] amounts) {
        Workings workings = new Workings();
        int town = towns.count();
        int zone = 0;
        for (int t = 0; t <= towns.count(); t++) {
            for (int z = 1; z <= zones.count(); z++) {
                if (zone == 0 || tally.value(t, z).compareTo(tally.value(town, zone)) > 0) {
                    town = t;
                    zone = z;
                }
            }
        }
        if (zone == 0 || tally.value(town, zone).signum() <= 0) {
            return workings;
        }
        workings.of(Message.of(
                "risk.working-impact",
                town < towns.count()
                        ? towns.name(town)
                        : Message.of(towns.count() == 0 ? "risk.whole-area" : "risk.outside"),
                zones.title(zone),
                Message.of(ImpactZones.OWNER + ".rule." + rule)));
        double value = tally.value(town, zone).doubleValue();
        workings.add("impact-sum", formula(), value, tally.unit(), "%s", summands(amounts, town, zone));
        if (town < towns.count() && towns.people(town) > 0) {
            double all = tally.inside(town).doubleValue();
            workings.of(towns.name(town));
            double people = towns.people(town);
            workings.add("per-10000", "Σ n/P·10⁴", all / people * 10_000, "", "%s/%s × 10⁴", all, people);
        }
        workings.of("");
        Conservation proof = tally.conservation();
        workings.add(
                "conservation",
                "Σ in + Σ out + Σ ∅",
                proof.total().doubleValue(),
                tally.unit(),
                "%s + %s + %s",
                proof.inside(),
                proof.outside(),
                proof.withoutGeometry());
        return workings;
    }

    private String formula() {
        if (rule.equals(CountingRule.CENTROID_WITHIN.key())) {
            return "Σ N, c(f) ∈ z";
        }
        if (rule.equals(CountingRule.INTERSECTS.key())) {
            return "Σ N, f ∩ z ≠ ∅";
        }
        if (rule.equals(ImpactZones.HIGHEST)) {
            return "Σ N, z = max{z : f ∩ z ≠ ∅}";
        }
        if (rule.equals(CountingRule.AREA_SHARE.key())) {
            return "Σ N·A(f ∩ z)/A(f)";
        }
        if (rule.equals(CountingRule.LENGTH_SHARE.key())) {
            return "Σ N·L(f ∩ z)/L(f)";
        }
        return upperIncluded ? "Σ N, a < v(c(f)) ≤ b" : "Σ N, a ≤ v(c(f)) < b";
    }

    /** The first parts in the zone, a share as a product; then how many there are. */
    private String summands(double[] amounts, int town, int zone) {
        List<String> shown = new ArrayList<>();
        int count = 0;
        for (int row = 0; row < amounts.length; row++) {
            if (Double.isNaN(amounts[row]) || zones.parts().isWithoutGeometry(row)) {
                continue;
            }
            for (ZoneParts.Part part : zones.parts().parts(row)) {
                if (part.town() == town && part.zone() == zone) {
                    count++;
                    if (shown.size() < SHOWN) {
                        boolean whole = part.share() == 1 || rule.equals(CountingRule.INTERSECTS.key());
                        String amount = Workings.shown(amounts[row]);
                        shown.add(whole ? amount : amount + " × " + Workings.shown(part.share()));
                    }
                }
            }
        }
        String sum = shown.stream().collect(Collectors.joining(" + "));
        return count > SHOWN ? sum + " + … (" + count + ")" : sum;
    }
}
