package riskmap.edit.check;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import riskmap.base.Progress;
import riskmap.data.QualityRule;

/**
 * Every town that fulfils {@code towns} has at least {@code least} rows, of those that fulfil {@code where}. A row counts in
 * the town it belongs to; one of a kind that names no town, such as a road, in each that it touches.
 */
final class EachCheck implements LayerCheck, Chosen {
    private final QualityRule rule;
    private final Towns towns;

    /** Names of the towns it is demanded of. */
    private final Set<String> asked = new LinkedHashSet<>();

    private final boolean passing;

    private EachCheck(QualityRule rule, boolean passing, Surroundings around) {
        this.rule = rule;
        this.passing = passing;
        this.towns = around.towns();
        OtherLayer meant = around.layer(Surroundings.TOWN, rule.setting("towns").orElse(""), "name", 0);
        for (int i = 0; i < meant.size(); i++) {
            asked.add(meant.value(i) == null ? "" : meant.value(i).toString().strip());
        }
    }

    static Optional<Check> of(Checks.Ground ground) {
        boolean can =
                !ground.around().towns().isEmpty() && ground.has(Conditions.columns(Chosen.condition(ground.rule())));
        return can
                ? Optional.of(
                        new EachCheck(ground.rule(), ground.kind().field("town").isEmpty(), ground.around()))
                : Optional.empty();
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
            if (!asked.contains(town)) {
                continue;
            }
            int there = counts.getOrDefault(town, 0);
            if (there < least && passing) {
                there = touching(rows, towns.named(town));
            }
            if (there < least) {
                found.inLayer(rule, town)
                        .place(Places.of(towns.named(town).getGeometry()))
                        .evidence(town, there)
                        .say("edit.check-each", rule.title(), town, there, least);
            }
        }
    }

    private int touching(LayerRows rows, PreparedGeometry town) {
        AtomicInteger count = new AtomicInteger();
        rows.near(town.getGeometry().getEnvelopeInternal(), i -> {
            if (rows.isMeant(this, i) && town.intersects(rows.shape(i))) {
                count.incrementAndGet();
            }
        });
        return count.get();
    }
}
