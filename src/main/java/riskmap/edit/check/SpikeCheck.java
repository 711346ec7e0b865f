package riskmap.edit.check;

import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.QualityRule;
import riskmap.geo.check.Spikes;

/** An outline without spikes: sides that turn back within {@code degrees}. */
final class SpikeCheck implements RowCheck {
    private final QualityRule rule;
    private final double degrees;

    private SpikeCheck(QualityRule rule) {
        this.rule = rule;
        this.degrees = rule.number("degrees", 1);
    }

    static Optional<Check> of(Checks.Ground ground) {
        return ground.hasShapes() ? Optional.of(new SpikeCheck(ground.rule())) : Optional.empty();
    }

    @Override
    public void check(Row row, Found found) {
        Geometry shape = row.shape();
        if (shape == null || shape.getDimension() < 2) {
            return;
        }
        Coordinate[] spikes = Spikes.find(shape, degrees, Double.POSITIVE_INFINITY).stream()
                .map(Spikes.Spike::place)
                .toArray(Coordinate[]::new);
        if (spikes.length > 0) {
            found.in(row, rule)
                    .place(shape.getFactory().createMultiPointFromCoords(spikes))
                    .evidence(shape)
                    .fix(FixKind.SPIKE)
                    .say("edit.check-spike", spikes.length);
        }
    }
}
