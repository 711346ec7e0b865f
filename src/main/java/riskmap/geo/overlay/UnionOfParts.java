package riskmap.geo.overlay;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.index.hprtree.HPRtree;

/**
 * The union of two areas of many parts. Parts that lie apart from all parts of the other are taken over as they are: of
 * two neighbouring halves of a district only what stands along their common border is computed with.
 */
final class UnionOfParts {
    private final List<Polygon> apart = new ArrayList<>();

    private UnionOfParts() {}

    static Geometry of(Geometry a, Geometry b) {
        if (!(a instanceof Polygonal && b instanceof Polygonal)) {
            return Overlay.union(a, b);
        }
        UnionOfParts union = new UnionOfParts();
        Geometry fromA = union.near(a, b);
        Geometry fromB = union.near(b, a);
        if (union.apart.isEmpty() || fromA == null || fromB == null) {
            return fromA == null || fromB == null ? Coverage.collect(union.apart) : Overlay.union(a, b);
        }
        Geometry together = Overlay.union(fromA, fromB);
        for (int i = 0; i < together.getNumGeometries(); i++) {
            if (!together.getGeometryN(i).isEmpty()) {
                union.apart.add((Polygon) together.getGeometryN(i));
            }
        }
        return Coverage.collect(union.apart);
    }

    /** The parts of an area whose extents meet one of the other's parts, null where there are none; notes the rest. */
    private Geometry near(Geometry area, Geometry other) {
        HPRtree tree = new HPRtree();
        for (int i = 0; i < other.getNumGeometries(); i++) {
            tree.insert(other.getGeometryN(i).getEnvelopeInternal(), i);
        }
        List<Polygon> near = new ArrayList<>();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            Polygon part = (Polygon) area.getGeometryN(i);
            if (part.isEmpty()) {
                continue;
            }
            boolean[] meets = {false};
            tree.query(
                    part.getEnvelopeInternal(),
                    item -> meets[0] |= other.getGeometryN((Integer) item)
                            .getEnvelopeInternal()
                            .intersects(part.getEnvelopeInternal()));
            (meets[0] ? near : apart).add(part);
        }
        return near.isEmpty() ? null : Coverage.collect(near);
    }
}
