package riskmap.edit.check;

import java.util.Optional;
import riskmap.data.Field;
import riskmap.data.QualityRule;

/** A field that names a feature of another kind: {@code field} stands in column {@code column} of kind {@code layer}. */
final class ReferenceCheck implements RowCheck {
    private final QualityRule rule;
    private final Field field;
    private final OtherLayer others;

    private ReferenceCheck(QualityRule rule, Field field, OtherLayer others) {
        this.rule = rule;
        this.field = field;
        this.others = others;
    }

    static Optional<Check> of(Checks.Ground ground) {
        QualityRule rule = ground.rule();
        String kind = rule.setting("layer").orElseThrow();
        if (!ground.around().hasAsked(rule)) {
            return Optional.empty();
        }
        OtherLayer others =
                ground.around().layer(kind, "", rule.setting("column").orElse("name"), 0);
        return ground.kind()
                .field(rule.setting("field").orElse(""))
                .filter(field -> ground.has(field.key()))
                .map(field -> new ReferenceCheck(rule, field, others));
    }

    @Override
    public void check(Row row, Found found) {
        String text = row.text(field.key());
        if (!text.isEmpty() && !others.hasText(text)) {
            found.in(row, rule)
                    .field(field.key())
                    .evidence(text)
                    .say("edit.check-refers", rule.title(), field.title(), text);
        }
    }
}
