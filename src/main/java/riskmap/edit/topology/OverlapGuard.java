package riskmap.edit.topology;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.IntersectionMatrixPattern;
import org.locationtech.jts.operation.relateng.RelateNG;
import riskmap.geo.Overlay;
import riskmap.geo.shape.Nearness;

/** Refuses an edit that makes polygons of an exclusive layer overlap that did not overlap before. */
final class OverlapGuard {
    private final Draft draft;

    OverlapGuard(Draft draft) {
        this.draft = draft;
    }

    void check() {
        for (Row row : draft.touched()) {
            Row before = draft.before(row);
            boolean same = before != null && before.geometry() == row.geometry();
            if (!same
                    && draft.around().isExclusive(row.layer())
                    && row.geometry() != null
                    && row.geometry().getDimension() == 2) {
                check(row, draft.near(row.layer(), row.extent()));
            }
        }
    }

    private void check(Row row, List<Row> neighbours) {
        for (Row other : neighbours) {
            if (other.is(row) || !interiorsMeet(row.geometry(), other.geometry())) {
                continue;
            }
            Geometry common = common(row.geometry(), other.geometry());
            if (common != null && !overlappedBefore(row, other)) {
                throw RefusedEditException.at(
                        common.getInteriorPoint().getCoordinate(),
                        "edit.refused-overlap",
                        Long.toString(row.fid()),
                        Long.toString(other.fid()));
            }
        }
    }

    private boolean overlappedBefore(Row row, Row other) {
        Row one = draft.before(row);
        Row two = draft.before(other);
        return one != null
                && two != null
                && one.geometry() != null
                && two.geometry() != null
                && interiorsMeet(one.geometry(), two.geometry())
                && common(one.geometry(), two.geometry()) != null;
    }

    private static boolean interiorsMeet(Geometry a, Geometry b) {
        return a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())
                && RelateNG.relate(a, b, IntersectionMatrixPattern.INTERIOR_INTERSECTS);
    }

    /** What both cover, null when it is only as wide as rounding. */
    private static Geometry common(Geometry a, Geometry b) {
        Geometry common = Overlay.intersection(a, b);
        double widest = 2 * Nearness.of(common.getEnvelopeInternal());
        return common.isEmpty() || common.getArea() <= widest * common.getLength() ? null : common;
    }
}
