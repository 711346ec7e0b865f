package riskmap.edit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.filter.Filter;
import riskmap.data.Field;
import riskmap.data.QualityRule;

/**
 * A condition between fields ({@code holds}, ECQL). It does not apply where a field it reads is empty, unless the rule
 * says {@code nulls}. {@code field} names the one that counts as wrong, otherwise the first that the condition reads.
 */
final class HoldsCheck implements RowCheck {
    private static final Pattern QUOTED = Pattern.compile("\"([a-z][a-z0-9_]*)\"");

    private final QualityRule rule;
    private final Filter condition;
    private final List<Field> fields;
    private final boolean withNulls;
    private final String blamed;

    private HoldsCheck(QualityRule rule, Filter condition, List<Field> fields) {
        this.rule = rule;
        this.condition = condition;
        this.fields = fields;
        this.withNulls = rule.setting("nulls").map(Boolean::valueOf).orElse(false);
        this.blamed = rule.setting("field").orElse(fields.get(0).key());
    }

    static Optional<Check> of(Checks.Ground ground) {
        String text = ground.rule().holds().orElseThrow();
        Filter condition = Conditions.of(text);
        List<Field> fields = new ArrayList<>();
        Matcher names = QUOTED.matcher(text);
        while (names.find()) {
            ground.kind()
                    .field(names.group(1))
                    .filter(field -> !fields.contains(field))
                    .ifPresent(fields::add);
        }
        boolean readable = !fields.isEmpty() && ground.has(Conditions.columns(condition));
        return readable ? Optional.of(new HoldsCheck(ground.rule(), condition, fields)) : Optional.empty();
    }

    @Override
    public void check(Row row, Found found) {
        if (!withNulls && fields.stream().anyMatch(field -> row.value(field.key()) == null)) {
            return;
        }
        if (!condition.evaluate(row.feature())) {
            Object[] values =
                    fields.stream().map(field -> row.value(field.key())).toArray();
            found.in(row, rule)
                    .field(blamed)
                    .evidence(values)
                    .say("edit.check-holds", rule.title(), Said.values(fields, values));
        }
    }
}
