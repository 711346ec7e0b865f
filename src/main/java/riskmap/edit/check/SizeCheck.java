package riskmap.edit.check;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.QualityRule;

/** Least and greatest size of what is drawn: {@code min}, {@code max}, in m² for areas and m for lines. */
final class SizeCheck implements RowCheck {
    private final QualityRule rule;
    private final double least;
    private final double most;

    private SizeCheck(QualityRule rule) {
        this.rule = rule;
        this.least = rule.number("min", 0);
        this.most = rule.number("max", Double.POSITIVE_INFINITY);
    }

    static Optional<Check> of(Checks.Ground ground) {
        return ground.hasShapes() ? Optional.of(new SizeCheck(ground.rule())) : Optional.empty();
    }

    @Override
    public void check(Row row, Found found) {
        Geometry shape = row.shape();
        if (shape == null || shape.isEmpty() || shape.getDimension() == 0) {
            return;
        }
        boolean area = shape.getDimension() == 2;
        double size = area ? shape.getArea() : shape.getLength();
        if (size < least || size > most) {
            found.in(row, rule)
                    .evidence(shape)
                    .say(
                            area ? "edit.check-area" : "edit.check-length",
                            Said.number(size),
                            Said.number(size < least ? least : most),
                            size < least ? 0 : 1);
        }
    }
}
