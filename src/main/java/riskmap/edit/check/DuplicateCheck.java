package riskmap.edit.check;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.data.QualityRule;

/** A feature that is there twice: the same geometry; points of one name within {@code metres}. */
final class DuplicateCheck implements LayerCheck {
    /** Vertices this near are the same, metres: below what any survey measures. */
    private static final double SAME = 1e-3;

    private final QualityRule rule;
    private final double metres;

    private DuplicateCheck(QualityRule rule) {
        this.rule = rule;
        this.metres = rule.number("metres", 1);
    }

    static Optional<Check> of(Checks.Ground ground) {
        return ground.hasShapes() ? Optional.of(new DuplicateCheck(ground.rule())) : Optional.empty();
    }

    @Override
    public boolean wholeLayer() {
        return false;
    }

    @Override
    public void check(LayerRows rows, Found found, Progress progress) {
        List<Integer> first = Pairs.each(rows, metres, progress, (row, neighbours) -> {
            for (int other : neighbours) {
                boolean wanted = rows.isSubject(row) || rows.isSubject(other);
                if (other < row && wanted && same(rows, row, other)) {
                    return other;
                }
            }
            return null;
        });
        for (int row = 0; row < rows.size(); row++) {
            if (first.get(row) != null) {
                int other = first.get(row);
                found.in(rows, row, rule)
                        .with(rows.fid(other))
                        .evidence(rows.shape(row), rows.shape(other))
                        .fix(FixKind.DUPLICATE)
                        .say("edit.check-duplicate", Long.toString(rows.fid(other)));
            }
        }
    }

    private boolean same(LayerRows rows, int row, int other) {
        Geometry a = rows.shape(row);
        Geometry b = rows.shape(other);
        if (a.getDimension() == 0) {
            return rows.name(row).equals(rows.name(other)) && a.isWithinDistance(b, metres);
        }
        return a.getNumPoints() == b.getNumPoints()
                && a.getDimension() == b.getDimension()
                && near(a, b)
                && (a.equalsExact(b, SAME) || a.norm().equalsExact(b.norm(), SAME));
    }

    private static boolean near(Geometry a, Geometry b) {
        var one = a.getEnvelopeInternal();
        var two = b.getEnvelopeInternal();
        return Math.abs(one.getMinX() - two.getMinX()) <= SAME
                && Math.abs(one.getMinY() - two.getMinY()) <= SAME
                && Math.abs(one.getMaxX() - two.getMaxX()) <= SAME
                && Math.abs(one.getMaxY() - two.getMaxY()) <= SAME;
    }
}
