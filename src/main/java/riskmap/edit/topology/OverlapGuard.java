package riskmap.edit.topology;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.geo.check.Overlaps;

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
            if (other.is(row)) {
                continue;
            }
            Geometry common = Overlaps.common(row.geometry(), other.geometry());
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
                && Overlaps.common(one.geometry(), two.geometry()) != null;
    }
}
