package riskmap.edit.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import riskmap.base.Progress;
import riskmap.data.QualityRule;

/** Every town has at least {@code least} rows, of those that fulfil {@code where}. */
final class EachCheck implements LayerCheck, Chosen {
    private final QualityRule rule;
    private final Towns towns;

    private EachCheck(QualityRule rule, Towns towns) {
        this.rule = rule;
        this.towns = towns;
    }

    static Optional<Check> of(Checks.Ground ground) {
        boolean can =
                !ground.around().towns().isEmpty() && ground.has(Conditions.columns(Chosen.condition(ground.rule())));
        return can ? Optional.of(new EachCheck(ground.rule(), ground.around().towns())) : Optional.empty();
    }

    @Override
    public QualityRule rule() {
        return rule;
    }

    @Override
    public boolean wholeLayer() {
        return true;
    }

    @Override
    public void check(LayerRows rows, Found found, Progress progress) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.isMeant(this, i)) {
                counts.merge(rows.town(i), 1, Integer::sum);
            }
        }
        int least = (int) rule.number("least", 1);
        for (String town : towns.names()) {
            int there = counts.getOrDefault(town, 0);
            if (there < least) {
                found.inLayer(rule, town)
                        .place(Places.of(towns.named(town).getGeometry()))
                        .evidence(town, there)
                        .say("edit.check-each", rule.title(), town, there, least);
            }
        }
    }
}
