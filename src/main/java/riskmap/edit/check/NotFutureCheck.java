package riskmap.edit.check;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import riskmap.data.Field;
import riskmap.data.QualityRule;

/** A day or a year that cannot lie in the future ({@code field}). */
final class NotFutureCheck implements RowCheck {
    private final QualityRule rule;
    private final Field field;
    private final LocalDate today;

    private NotFutureCheck(QualityRule rule, Field field) {
        this.rule = rule;
        this.field = field;
        this.today = LocalDate.now(ZoneId.systemDefault());
    }

    static Optional<Check> of(Checks.Ground ground) {
        return ground.kind()
                .field(ground.rule().setting("field").orElse(""))
                .filter(field -> ground.has(field.key()))
                .map(field -> new NotFutureCheck(ground.rule(), field));
    }

    @Override
    public void check(Row row, Found found) {
        Object value = row.value(field.key());
        if (isLater(value)) {
            found.in(row, rule)
                    .field(field.key())
                    .evidence(value)
                    .say("edit.check-future", field.title(), value.toString());
        }
    }

    private boolean isLater(Object value) {
        if (value instanceof LocalDate day) {
            return day.isAfter(today);
        }
        if (value instanceof Number year) {
            return year.longValue() > today.getYear();
        }
        Instant moment = value instanceof Date date
                ? Instant.ofEpochMilli(date.getTime())
                : value instanceof Instant instant ? instant : Instant.MIN;
        return moment.isAfter(
                today.plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant());
    }
}
