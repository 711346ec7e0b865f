package riskmap.edit.check;

import java.util.Optional;
import org.geotools.api.filter.Filter;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.QualityRule;

/**
 * How a feature lies to those of another kind ({@code layer}, of them only {@code where}): {@code is} is {@code near}
 * (at least one within {@code metres}) or {@code clear} (none within {@code metres}; without metres, nothing in common). {@code only} is a condition on the
 * features that are checked.
 */
final class RelationCheck implements RowCheck {
    /** Areas that have no more m² in common only touch. */
    private static final double COMMON = 1;

    private final QualityRule rule;
    private final OtherLayer others;
    private final Filter only;
    private final double metres;
    private final boolean near;

    private RelationCheck(QualityRule rule, OtherLayer others, Filter only) {
        this.rule = rule;
        this.others = others;
        this.only = only;
        this.metres = rule.number("metres", 0);
        this.near = rule.setting("is").orElse("near").equals("near");
    }

    static Optional<Check> of(Checks.Ground ground) {
        QualityRule rule = ground.rule();
        String kind = rule.setting("layer").orElseThrow();
        Filter only = rule.setting("only").map(Conditions::of).orElse(Filter.INCLUDE);
        if (!ground.hasShapes() || !ground.around().hasAsked(rule) || !ground.has(Conditions.columns(only))) {
            return Optional.empty();
        }
        return Optional.of(new RelationCheck(
                rule, ground.around().layer(kind, rule.setting("where").orElse(""), "name", 0), only));
    }

    @Override
    public void check(Row row, Found found) {
        Geometry shape = row.shape();
        if (shape == null || shape.isEmpty() || !only.evaluate(row.feature())) {
            return;
        }
        int other = near || metres > 0 ? others.within(shape, metres) : others.sharing(shape, COMMON);
        if (other >= 0 == near) {
            return;
        }
        Found.Draft draft = found.in(row, rule);
        if (near) {
            draft.evidence(shape).say("edit.check-rule", rule.title());
        } else {
            Object value = others.value(other);
            String name = value == null ? "" : value.toString();
            draft.evidence(shape, others.shape(other));
            // a risk zone has no name
            if (name.isBlank()) {
                draft.say("edit.check-rule", rule.title());
            } else {
                draft.say("edit.check-near", rule.title(), name);
            }
        }
    }
}
