package riskmap.edit.check;

import java.util.Optional;
import java.util.regex.Matcher;
import riskmap.data.BoundedPattern;
import riskmap.data.Field;
import riskmap.data.QualityRule;

/** A text that must be written in a certain way: {@code field} matches the regular expression {@code pattern} whole. */
final class PatternCheck implements RowCheck {
    private final QualityRule rule;
    private final Field field;
    private final BoundedPattern pattern;

    private PatternCheck(QualityRule rule, Field field) {
        this.rule = rule;
        this.field = field;
        this.pattern = BoundedPattern.of(rule.setting("pattern").orElseThrow());
    }

    static Optional<Check> of(Checks.Ground ground) {
        return ground.kind()
                .field(ground.rule().setting("field").orElse(""))
                .filter(field -> ground.has(field.key()))
                .map(field -> new PatternCheck(ground.rule(), field));
    }

    @Override
    public void check(Row row, Found found) {
        String text = row.text(field.key());
        if (!text.isEmpty() && !pattern.apply(text, Matcher::matches)) {
            found.in(row, rule)
                    .field(field.key())
                    .evidence(text)
                    .say("edit.check-holds", rule.title(), Said.values(java.util.List.of(field), text));
        }
    }
}
