package riskmap.edit.check;

import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import riskmap.data.QualityRule;

/**
 * A feature that lies in the town it names: no farther than {@code tolerance} metres from it. A feature that names no
 * town is found too, where it lies in one. The {@code town} field of a table without geometry must name a town that is.
 */
final class TownCheck implements RowCheck {
    private final QualityRule rule;
    private final Towns towns;
    private final double tolerance;

    private TownCheck(QualityRule rule, Towns towns) {
        this.rule = rule;
        this.towns = towns;
        this.tolerance = rule.number("tolerance", 1);
    }

    static Optional<Check> of(Checks.Ground ground) {
        boolean asked = ground.kind().field("town").isPresent() && ground.has("town");
        if (!asked || ground.around().towns().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TownCheck(ground.rule(), ground.around().towns()));
    }

    @Override
    public void check(Row row, Found found) {
        String named = row.text("town");
        Geometry shape = row.shape();
        boolean placed = shape != null && !shape.isEmpty();
        if (towns.named(named) != null && (!placed || towns.isAt(named, shape, tolerance))) {
            return;
        }
        String there = placed ? towns.mostOf(shape) : "";
        if (named.isEmpty() && there.isEmpty()) {
            return;
        }
        Found.Draft draft =
                found.in(row, rule).field("town").evidence(named, shape).fix(there.isEmpty() ? null : FixKind.TOWN);
        if (named.isEmpty()) {
            draft.say("edit.check-town-missing", there);
        } else if (towns.named(named) == null) {
            draft.say("edit.check-town-unknown", named, there.isEmpty() ? "–" : there);
        } else {
            draft.say("edit.check-town-other", named, there.isEmpty() ? "–" : there);
        }
    }
}
