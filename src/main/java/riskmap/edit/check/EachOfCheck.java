package riskmap.edit.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.data.QualityRule;

/**
 * Every row of another kind has its own here: each of kind {@code layer} that fulfils {@code where} is named, by what stands
 * in its {@code column}, in the {@code field} of at least {@code least} rows. The other way round than {@link ReferenceCheck}.
 */
final class EachOfCheck implements LayerCheck {
    private final QualityRule rule;
    private final String field;
    private final OtherLayer owners;
    private final Towns towns;

    private EachOfCheck(QualityRule rule, String field, OtherLayer owners, Towns towns) {
        this.rule = rule;
        this.field = field;
        this.owners = owners;
        this.towns = towns;
    }

    static Optional<Check> of(Checks.Ground ground) {
        QualityRule rule = ground.rule();
        Surroundings around = ground.around();
        String field = rule.setting("field").orElseThrow();
        String kind = rule.setting("layer").orElseThrow();
        if (!around.hasAsked(rule) || !ground.has(field)) {
            return Optional.empty();
        }
        String column = rule.setting("column").orElse("name");
        OtherLayer owners = around.layer(kind, rule.setting("where").orElse(""), column, 0);
        return Optional.of(new EachOfCheck(rule, field, owners, around.towns()));
    }

    @Override
    public boolean wholeLayer() {
        return true;
    }

    @Override
    public List<String> columns() {
        return List.of(field);
    }

    @Override
    public void check(LayerRows rows, Found found, Progress progress) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            counts.merge(text(rows.value(i, field)), 1, Integer::sum);
        }
        int least = (int) rule.number("least", 1);
        for (int i = 0; i < owners.size(); i++) {
            String owner = text(owners.value(i));
            int there = counts.getOrDefault(owner, 0);
            if (!owner.isEmpty() && there < least) {
                Geometry shape = owners.shape(i);
                found.inLayer(rule, towns.at(shape))
                        .field(field)
                        .place(shape == null || shape.isEmpty() ? null : Places.of(shape))
                        .evidence(owner, there)
                        .say("edit.check-each", rule.title(), owner, there, least);
            }
        }
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString().strip();
    }
}
