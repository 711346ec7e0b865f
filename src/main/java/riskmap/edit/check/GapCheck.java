package riskmap.edit.check;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.data.QualityRule;
import riskmap.geo.overlay.Coverage;

/**
 * Gaps between the areas of a layer: holes of their union of {@code min} to {@code max} m². Smaller ones are rounding,
 * larger ones are land that the layer does not speak of. With {@code by} the areas that agree in these fields are looked at
 * by themselves: zones of one family do not fill what those of another leave open.
 */
final class GapCheck implements LayerCheck {
    private final QualityRule rule;
    private final double least;
    private final double most;
    private final List<String> by;

    private GapCheck(QualityRule rule) {
        this.rule = rule;
        this.least = rule.number("min", 1);
        this.most = rule.number("max", Double.POSITIVE_INFINITY);
        this.by = rule.list("by");
    }

    static Optional<Check> of(Checks.Ground ground) {
        boolean can = ground.hasShapes() && ground.has(ground.rule().list("by"));
        return can ? Optional.of(new GapCheck(ground.rule())) : Optional.empty();
    }

    @Override
    public boolean wholeLayer() {
        // a gap may be wide: only all rows tell what lies in it and what closes it
        return true;
    }

    @Override
    public List<String> columns() {
        return by;
    }

    @Override
    public void check(LayerRows rows, Found found, Progress progress) {
        Collection<BitSet> sets = AreaSets.of(rows, by);
        int done = 0;
        for (BitSet set : sets) {
            check(rows, set, found, progress.part((double) done++ / sets.size(), (double) done / sets.size()));
        }
    }

    private void check(LayerRows rows, BitSet set, Found found, Progress progress) {
        List<Geometry> areas = set.stream().mapToObj(rows::shape).toList();
        Geometry union = Coverage.dissolve(areas).orElseGet(() -> Coverage.union(areas, progress));
        for (int i = 0; i < union.getNumGeometries(); i++) {
            Polygon part = (Polygon) union.getGeometryN(i);
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                gap(rows, set, part.getInteriorRingN(hole), found);
            }
        }
    }

    private void gap(LayerRows rows, BitSet set, LinearRing ring, Found found) {
        Polygon gap = ring.getFactory().createPolygon(ring);
        double area = gap.getArea();
        if (area < least || area > most) {
            return;
        }
        TreeSet<Integer> around = new TreeSet<>();
        Envelope near = new Envelope(gap.getEnvelopeInternal());
        rows.near(near, row -> {
            if (set.get(row) && rows.shape(row).intersects(gap)) {
                around.add(row);
            }
        });
        boolean filled = around.stream().anyMatch(row -> rows.shape(row).contains(gap.getInteriorPoint()));
        if (!filled && around.stream().anyMatch(rows::isSubject)) {
            found.in(rows, around.first(), rule)
                    .place(gap)
                    .with(around.stream().skip(1).mapToLong(rows::fid).toArray())
                    .evidence(gap.norm())
                    .fix(FixKind.GAP)
                    .say("edit.check-gap", Said.number(area));
        }
    }
}
