package riskmap.edit.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.base.Progress;
import riskmap.data.Field;
import riskmap.data.QualityRule;

/**
 * A field that agrees with the sum of another layer: {@code field} of the row called X and the sum of {@code column} over
 * the rows of kind {@code layer} whose {@code by} is X differ by no more than the share {@code tolerance}.
 */
final class SumCheck implements LayerCheck {
    private final QualityRule rule;
    private final Field field;
    private final Map<String, Double> sums = new HashMap<>();

    private SumCheck(QualityRule rule, Field field, OtherLayer amounts, OtherLayer keys) {
        this.rule = rule;
        this.field = field;
        for (int i = 0; i < amounts.size(); i++) {
            if (keys.value(i) != null && amounts.value(i) instanceof Number amount) {
                sums.merge(keys.value(i).toString().strip(), amount.doubleValue(), Double::sum);
            }
        }
    }

    static Optional<Check> of(Checks.Ground ground) {
        QualityRule rule = ground.rule();
        String kind = rule.setting("layer").orElseThrow();
        if (!ground.around().hasAsked(rule)) {
            return Optional.empty();
        }
        OtherLayer amounts =
                ground.around().layer(kind, "", rule.setting("column").orElseThrow(), 0);
        OtherLayer keys = ground.around().layer(kind, "", rule.setting("by").orElse("town"), 0);
        return ground.kind()
                .field(rule.setting("field").orElse(""))
                .filter(field -> ground.has(field.key()))
                .map(field -> new SumCheck(rule, field, amounts, keys));
    }

    @Override
    public boolean wholeLayer() {
        return false;
    }

    @Override
    public List<String> columns() {
        return List.of(field.key());
    }

    @Override
    public void check(LayerRows rows, Found found, Progress progress) {
        double tolerance = rule.number("tolerance", 0.05);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.isSubject(i) && rows.value(i, field.key()) instanceof Number value) {
                double sum = sums.getOrDefault(rows.name(i), 0.0);
                if (Math.abs(sum - value.doubleValue()) > tolerance * Math.abs(value.doubleValue())) {
                    found.in(rows, i, rule)
                            .field(field.key())
                            .evidence(value, sum)
                            .say("edit.check-sum", rule.title(), Said.values(List.of(field), value), Said.number(sum));
                }
            }
        }
    }
}
