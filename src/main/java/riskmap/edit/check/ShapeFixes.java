package riskmap.edit.check;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Changes;
import riskmap.data.RowChange;
import riskmap.edit.shape.Fixes;
import riskmap.edit.topology.Row;
import riskmap.edit.topology.Surroundings;
import riskmap.geo.check.Dangles;
import riskmap.geo.check.Dangles.Dangle;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.overlay.Repair;

/** Plans of fixes that change the geometry of one finding's row or of its neighbour. */
final class ShapeFixes {
    /** An overlap or a gap up to this many m² is a sliver of drawing, where the rule does not say {@code sliver}. */
    private static final double SLIVER = 50;

    /** A spike may take so many m², or so much of the area, with it and is still nothing but a slip of the pointer. */
    private static final double SPIKE_AREA = 10;

    private static final double SPIKE_SHARE = 0.001;

    /** An end is where the finding says, metres: what is stored is not rounded further. */
    private static final double SAME_PLACE = 1e-3;

    private final FixPlans plans;
    private final Finding finding;
    private final Surroundings alone = Surroundings.none(layer -> {
        throw new IllegalStateException("a fix adds no rows");
    });

    ShapeFixes(FixPlans plans, Finding finding) {
        this.plans = plans;
        this.finding = finding;
    }

    FixPlan plan(Row row) {
        FixKind kind = finding.fix();
        if (kind != FixKind.REPAIR && !plans.inProjectCrs(finding.layer())) {
            return FixPlan.refused(finding, Message.of("edit.fix-other-crs"));
        }
        return switch (kind) {
            case REPAIR -> repair(row);
            case SPIKE -> spike(row);
            case OVERLAP -> overlap(row);
            case GAP -> gap(row);
            default -> snap(row);
        };
    }

    private FixPlan plan(Changes changes, boolean safe, Message effect) {
        return new FixPlan(finding, changes, safe, effect);
    }

    private FixPlan repair(Row row) {
        Repair.Result repaired = Repair.apply(row.geometry());
        if (repaired.geometry() == null) {
            return FixPlan.refused(finding, Message.of("edit.fix-nothing-left"));
        }
        int before = row.geometry().getNumGeometries();
        int after = repaired.geometry().getNumGeometries();
        Message effect =
                Message.of("edit.fix-repair-effect", before, after, sizes(repaired.before(), repaired.after()));
        return plan(Fixes.repair(alone, row), after <= before, effect);
    }

    private FixPlan spike(Row row) {
        double before = row.geometry().getArea();
        Changes changes = Fixes.removeSpikes(alone, row, finding.rule().number("degrees", 1), Double.POSITIVE_INFINITY);
        double after = ((Geometry) changes.rows().get(0).after().get(row.column())).getArea();
        boolean small = Math.abs(after - before) <= Math.max(SPIKE_AREA, SPIKE_SHARE * before);
        return plan(changes, small, Message.of("edit.fix-spike-effect", sizes(before, after)));
    }

    private FixPlan overlap(Row row) {
        Row other = other(finding.others().get(0));
        double common = Overlay.intersection(row.geometry(), other.geometry()).getArea();
        double sliver = finding.rule().number("sliver", SLIVER);
        if (common > sliver) {
            return FixPlan.refused(
                    finding, Message.of("edit.fix-overlap-large", Said.number(common), Said.number(sliver)));
        }
        boolean second = other.geometry().getArea() > row.geometry().getArea();
        Row trimmed = second ? other : row;
        Row kept = second ? row : other;
        Message effect = Message.of("edit.fix-overlap-effect", Said.number(common), Long.toString(trimmed.fid()));
        return plan(Fixes.trimOverlap(alone, trimmed, kept), true, effect);
    }

    private FixPlan gap(Row row) {
        List<Row> beside = new ArrayList<>(List.of(row));
        finding.others().forEach(fid -> beside.add(other(fid)));
        Changes changes = Fixes.closeGap(alone, beside, finding.place());
        double area = finding.place().getArea();
        RowChange heir = changes.rows().get(0);
        Message effect = Message.of("edit.fix-gap-effect", Said.number(area), Long.toString(heir.fid()));
        return plan(changes, area <= finding.rule().number("sliver", SLIVER), effect);
    }

    private FixPlan snap(Row row) {
        List<Row> rows = new ArrayList<>(List.of(row));
        finding.others().forEach(fid -> rows.add(other(fid)));
        Geometry[] lines = rows.stream().map(Row::geometry).toArray(Geometry[]::new);
        double tolerance = finding.rule().number("tolerance", 1);
        for (Dangle dangle : Dangles.find(lines, tolerance, Progress.silent())) {
            boolean same = dangle.place().distance(finding.place().getCoordinate()) <= SAME_PLACE;
            if (dangle.line() == 0 && same) {
                double metres = dangle.place().distance(dangle.target());
                Message effect = Message.of(
                        "edit.fix-snap-effect",
                        Said.number(metres),
                        Long.toString(rows.get(dangle.other()).fid()));
                return plan(Fixes.snapDangle(alone, row, dangle), metres <= tolerance, effect);
            }
        }
        return FixPlan.refused(finding, Message.of("edit.fix-no-end"));
    }

    private Row other(long fid) {
        return plans.feature(finding.layer(), fid)
                .map(Row::of)
                .filter(row -> row.geometry() != null)
                .orElseThrow(() -> RiskMapException.of("edit.fix-row-gone", Long.toString(fid)));
    }

    private static String sizes(double before, double after) {
        return Said.number(before) + " → " + Said.number(after);
    }
}
