package riskmap.edit.check;

import java.util.List;
import java.util.Optional;
import riskmap.base.Message;
import riskmap.data.Field;
import riskmap.data.FieldType;
import riskmap.data.QualityRule;

/**
 * Values against their field: {@code problem} is {@code missing}, {@code type}, {@code domain}, {@code length} or
 * {@code range}, as {@link Field#problem} names it.
 */
final class FieldCheck implements RowCheck {
    private static final String MISSING = "data.value-missing";

    private final QualityRule rule;
    private final String problem;
    private final List<Field> fields;

    private FieldCheck(QualityRule rule, String problem, List<Field> fields) {
        this.rule = rule;
        this.problem = "data.value-" + problem;
        this.fields = fields;
    }

    static Optional<Check> of(Checks.Ground ground) {
        String problem = ground.rule().setting("problem").orElse("missing");
        List<Field> fields = ground.kind().fields().stream()
                .filter(field -> ground.has(field.key()) && canHave(field, problem))
                .toList();
        return fields.isEmpty() ? Optional.empty() : Optional.of(new FieldCheck(ground.rule(), problem, fields));
    }

    private static boolean canHave(Field field, String problem) {
        return switch (problem) {
            case "missing" -> field.required();
            case "domain" -> field.domain() != null && !field.domain().open();
            case "range" -> field.minimum() != null || field.maximum() != null;
            case "length" -> field.length() > 0;
            default -> field.type() != FieldType.TEXT || field.domain() == null;
        };
    }

    @Override
    public void check(Row row, Found found) {
        for (Field field : fields) {
            Object value = row.value(field.key());
            if (value == null && !problem.equals(MISSING)) {
                continue;
            }
            Optional<Message> wrong = field.problemIn(row::value);
            if (wrong.isPresent() && wrong.get().key().equals(problem)) {
                found.in(row, rule)
                        .field(field.key())
                        .evidence(value)
                        .fix(fix(field, value))
                        .say(wrong.get());
            }
        }
    }

    private static FixKind fix(Field field, Object value) {
        if (field.key().equals("uuid") && value == null) {
            return FixKind.UUID;
        }
        // what is not there cannot be known: a default would be an invented survey
        Object better = value == null ? null : field.value(value);
        return better != null && field.problem(better).isEmpty() ? FixKind.VALUE : null;
    }
}
