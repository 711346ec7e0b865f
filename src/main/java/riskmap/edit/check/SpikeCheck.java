package riskmap.edit.check;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.QualityRule;

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
        List<Coordinate> spikes = Spikes.of(shape, degrees);
        if (!spikes.isEmpty()) {
            found.in(row, rule)
                    .place(shape.getFactory().createMultiPointFromCoords(spikes.toArray(new Coordinate[0])))
                    .evidence(shape)
                    .fix(FixKind.SPIKE)
                    .say("edit.check-spike", spikes.size());
        }
    }
}
