package riskmap.edit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.data.QualityRule;
import riskmap.geo.Coverage;

/**
 * Gaps between the areas of a layer: holes of their union of {@code min} to {@code max} m². Smaller ones are rounding,
 * larger ones are land that the layer does not speak of.
 */
final class GapCheck implements LayerCheck {
    private final QualityRule rule;
    private final double least;
    private final double most;

    private GapCheck(QualityRule rule) {
        this.rule = rule;
        this.least = rule.number("min", 1);
        this.most = rule.number("max", Double.POSITIVE_INFINITY);
    }

    static Optional<Check> of(Checks.Ground ground) {
        return ground.hasShapes() ? Optional.of(new GapCheck(ground.rule())) : Optional.empty();
    }

    @Override
    public boolean wholeLayer() {
        // a gap may be wide: only all rows tell what lies in it and what closes it
        return true;
    }

    @Override
    public void check(LayerRows rows, Found found, Progress progress) {
        List<Geometry> areas = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.shape(i) != null && rows.shape(i).getDimension() == 2) {
                areas.add(rows.shape(i));
            }
        }
        Geometry union = Coverage.dissolve(areas).orElseGet(() -> Coverage.union(areas, progress));
        for (int i = 0; i < union.getNumGeometries(); i++) {
            Polygon part = (Polygon) union.getGeometryN(i);
            for (int hole = 0; hole < part.getNumInteriorRing(); hole++) {
                gap(rows, part.getInteriorRingN(hole), found);
            }
        }
    }

    private void gap(LayerRows rows, LinearRing ring, Found found) {
        Polygon gap = ring.getFactory().createPolygon(ring);
        double area = gap.getArea();
        if (area < least || area > most) {
            return;
        }
        TreeSet<Integer> around = new TreeSet<>();
        Envelope near = new Envelope(gap.getEnvelopeInternal());
        rows.near(near, row -> {
            if (rows.shape(row).getDimension() == 2 && rows.shape(row).intersects(gap)) {
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
