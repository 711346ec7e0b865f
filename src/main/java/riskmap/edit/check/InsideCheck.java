package riskmap.edit.check;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.QualityRule;

/**
 * A feature that lies inside the features of another kind ({@code layer}), up to {@code tolerance} metres beyond their
 * edge; with {@code share} at least that part of its area or length.
 */
final class InsideCheck implements RowCheck {
    private final QualityRule rule;
    private final OtherLayer areas;
    private final double share;

    private InsideCheck(QualityRule rule, OtherLayer areas) {
        this.rule = rule;
        this.areas = areas;
        this.share = rule.number("share", 1);
    }

    static Optional<Check> of(Checks.Ground ground) {
        QualityRule rule = ground.rule();
        String kind = rule.setting("layer").orElse("district");
        if (!ground.hasShapes()
                || !ground.around().has(kind)
                || !ground.around().hasAsked(rule)
                || kind.equals(ground.kind().key())) {
            return Optional.empty();
        }
        return Optional.of(new InsideCheck(
                rule, ground.around().layer(kind, rule.setting("where").orElse(""), "", rule.number("tolerance", 0))));
    }

    @Override
    public void check(Row row, Found found) {
        Geometry shape = row.shape();
        if (shape != null && !shape.isEmpty() && !areas.holds(shape, share)) {
            found.in(row, rule).evidence(shape).say("edit.check-rule", rule.title());
        }
    }
}
