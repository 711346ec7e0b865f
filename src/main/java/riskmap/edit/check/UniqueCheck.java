package riskmap.edit.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import riskmap.base.Progress;
import riskmap.data.Field;
import riskmap.data.LayerKind;
import riskmap.data.QualityRule;

/** Fields whose values together tell one row from all others ({@code fields}); a row that lacks one is not compared. */
final class UniqueCheck implements LayerCheck {
    private final QualityRule rule;
    private final List<Field> fields;

    private UniqueCheck(QualityRule rule, List<Field> fields) {
        this.rule = rule;
        this.fields = fields;
    }

    static Optional<Check> of(Checks.Ground ground) {
        List<String> keys = ground.rule().list("fields");
        LayerKind kind = ground.kind();
        List<Field> fields =
                keys.stream().map(kind::field).flatMap(Optional::stream).toList();
        boolean there = !fields.isEmpty() && fields.size() == keys.size() && ground.has(keys);
        return there ? Optional.of(new UniqueCheck(ground.rule(), fields)) : Optional.empty();
    }

    @Override
    public boolean wholeLayer() {
        return true;
    }

    @Override
    public List<String> columns() {
        return fields.stream().map(Field::key).toList();
    }

    @Override
    public void check(LayerRows rows, Found found, Progress progress) {
        Map<List<Object>, Integer> first = new HashMap<>(rows.size() * 2);
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            List<Object> key = fields.stream()
                    .map(field -> rows.value(row, field.key()))
                    .map(value -> value instanceof String text ? text.strip() : value)
                    .filter(value -> value != null && !value.equals(""))
                    .collect(Collectors.toList());
            Integer before = key.size() < fields.size() ? null : first.putIfAbsent(key, row);
            if (before != null && (rows.isSubject(row) || rows.isSubject(before))) {
                boolean uuid = fields.size() == 1 && fields.get(0).key().equals("uuid");
                found.in(rows, row, rule)
                        .field(fields.get(0).key())
                        .with(rows.fid(before))
                        .evidence(key.toArray())
                        .fix(uuid ? FixKind.UUID : null)
                        .say("edit.check-twice", Said.values(fields, key.toArray()), Long.toString(rows.fid(before)));
            }
        }
    }
}
