package riskmap.edit.check;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.Field;
import riskmap.data.QualityRule;

/**
 * A field that agrees with what is drawn: {@code field} holds the area or length, {@code per} m² or m to one unit of the
 * field (10000 for hectares), within the share {@code tolerance}. Planar, in the project's CRS.
 */
final class MeasureCheck implements RowCheck {
    private final QualityRule rule;
    private final Field field;
    private final double per;
    private final double tolerance;

    private MeasureCheck(QualityRule rule, Field field) {
        this.rule = rule;
        this.field = field;
        this.per = rule.number("per", 1);
        this.tolerance = rule.number("tolerance", 0.05);
    }

    static Optional<Check> of(Checks.Ground ground) {
        return ground.kind()
                .field(ground.rule().setting("field").orElse(""))
                .filter(field -> ground.hasShapes() && ground.has(field.key()))
                .map(field -> new MeasureCheck(ground.rule(), field));
    }

    /** The size in units of the field; nothing for points. */
    static Optional<Double> measured(QualityRule rule, Geometry shape) {
        if (shape == null || shape.isEmpty() || shape.getDimension() == 0) {
            return Optional.empty();
        }
        double size = shape.getDimension() == 2 ? shape.getArea() : shape.getLength();
        return Optional.of(size / rule.number("per", 1));
    }

    @Override
    public void check(Row row, Found found) {
        Optional<Double> measured = measured(rule, row.shape());
        if (measured.isEmpty() || !(row.value(field.key()) instanceof Number number)) {
            return;
        }
        // half a unit of the last decimal that tables carry is no disagreement
        double allowed = Math.max(tolerance * measured.get(), 0.5 / per);
        if (Math.abs(number.doubleValue() - measured.get()) > allowed) {
            found.in(row, rule)
                    .field(field.key())
                    .evidence(number, row.shape())
                    .fix(FixKind.MEASURE)
                    .say("edit.check-measure", Said.values(List.of(field), number), Said.number(measured.get()));
        }
    }
}
