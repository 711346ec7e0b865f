package riskmap.edit.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Progress;
import riskmap.data.QualityRule;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Overlay;

/** Areas that together cover those of another kind ({@code layer}): nothing larger than {@code min} m² is left over. */
final class CoversCheck implements LayerCheck {
    private final QualityRule rule;
    private final OtherLayer whole;

    private CoversCheck(QualityRule rule, OtherLayer whole) {
        this.rule = rule;
        this.whole = whole;
    }

    static Optional<Check> of(Checks.Ground ground) {
        String kind = ground.rule().setting("layer").orElse("district");
        boolean can = ground.hasShapes() && ground.around().has(kind);
        return can
                ? Optional.of(new CoversCheck(ground.rule(), ground.around().layer(kind, "", "", 0)))
                : Optional.empty();
    }

    @Override
    public boolean wholeLayer() {
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
        Geometry covered = Coverage.dissolve(areas).orElseGet(() -> Coverage.union(areas, progress));
        for (int i = 0; i < whole.size(); i++) {
            Geometry left = Overlay.difference(whole.shape(i), covered);
            for (int part = 0; part < left.getNumGeometries(); part++) {
                Geometry bare = left.getGeometryN(part);
                if (bare.getArea() > rule.number("min", 1)) {
                    found.inLayer(rule, "")
                            .place(Places.of(bare))
                            .evidence(bare.norm())
                            .say("edit.check-uncovered", Said.number(bare.getArea()));
                }
            }
        }
    }
}
