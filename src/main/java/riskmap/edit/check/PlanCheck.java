package riskmap.edit.check;

import java.util.List;
import java.util.Optional;
import riskmap.base.Progress;
import riskmap.data.QualityRule;

/**
 * How far the plan is fulfilled: the number of rows that fulfil {@code where}, or the sum of {@code sum} in units of
 * {@code per}, against {@code target}. Told as progress, never as a fault.
 */
final class PlanCheck implements LayerCheck, Chosen {
    private final QualityRule rule;
    private final Optional<String> column;

    private PlanCheck(QualityRule rule) {
        this.rule = rule;
        this.column = rule.setting("sum");
    }

    static Optional<Check> of(Checks.Ground ground) {
        boolean can = ground.has(Conditions.columns(Chosen.condition(ground.rule())))
                && ground.has(ground.rule().setting("sum").map(List::of).orElse(List.of()));
        return can ? Optional.of(new PlanCheck(ground.rule())) : Optional.empty();
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
    public List<String> columns() {
        return column.map(List::of).orElse(List.of());
    }

    @Override
    public void check(LayerRows rows, Found found, Progress progress) {
        double reached = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (rows.isMeant(this, i)) {
                reached += column.isEmpty()
                        ? 1
                        : rows.value(i, column.get()) instanceof Number number ? number.doubleValue() : 0;
            }
        }
        found.plan(new PlanProgress(
                found.layer(),
                rule,
                reached / rule.number("per", 1),
                rule.number("target", 1),
                rule.setting("unit").orElse("")));
    }
}
