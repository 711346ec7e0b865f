package riskmap.geo.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.base.Progress;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.shape.Nearness;

/** Places that no polygon of a coverage covers though polygons lie all around them. */
public final class Gaps {
    private Gaps() {}

    /**
     * A gap.
     *
     * @param area what is not covered
     * @param beside indices of the polygons that touch it, ascending; a single one: a hole in that polygon
     */
    public record Gap(Polygon area, List<Integer> beside) {
        /** A point inside. */
        public Coordinate place() {
            return area.getInteriorPoint().getCoordinate();
        }

        /** About how wide it is: that of a long rectangle of this area and circumference. */
        public double width() {
            return 2 * area.getArea() / area.getLength();
        }
    }

    /**
     * The gaps from a least to a largest area: smaller ones are rounding, larger ones are meant (a lake). Ordered by place.
     */
    public static List<Gap> find(Geometry[] polygons, double minArea, double maxArea, Progress progress) {
        List<Geometry> areas = Arrays.stream(polygons)
                .filter(Objects::nonNull)
                .filter(polygon -> !polygon.isEmpty() && polygon.getDimension() == 2)
                .toList();
        Geometry union = Coverage.dissolve(areas).orElseGet(() -> Coverage.union(areas, progress));
        HPRtree tree = new HPRtree();
        for (int i = 0; i < polygons.length; i++) {
            if (polygons[i] != null && !polygons[i].isEmpty()) {
                tree.insert(polygons[i].getEnvelopeInternal(), i);
            }
        }
        tree.build();
        List<Gap> gaps = new ArrayList<>();
        for (int part = 0; part < union.getNumGeometries(); part++) {
            progress.check();
            Polygon polygon = (Polygon) union.getGeometryN(part);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                Polygon area = polygon.getFactory().createPolygon(polygon.getInteriorRingN(hole));
                addUncovered(area, polygons, tree, minArea, maxArea, gaps);
            }
        }
        gaps.sort(java.util.Comparator.comparing(Gap::place));
        return gaps;
    }

    /** A hole of one part of the union may hold other parts: what is free of them is the gap. */
    private static void addUncovered(
            Polygon hole, Geometry[] polygons, HPRtree tree, double minArea, double maxArea, List<Gap> gaps) {
        List<Integer> near = new ArrayList<>();
        var around = hole.getEnvelopeInternal().copy();
        around.expandBy(Nearness.of(around));
        tree.query(around, item -> near.add((Integer) item));
        near.sort(null);
        Geometry free = hole;
        for (int index : near) {
            if (hole.getEnvelopeInternal().contains(polygons[index].getEnvelopeInternal())) {
                free = riskmap.geo.overlay.Overlay.difference(free, polygons[index]);
            }
        }
        for (int i = 0; i < free.getNumGeometries(); i++) {
            if (free.getGeometryN(i) instanceof Polygon area
                    && area.getArea() >= minArea
                    && area.getArea() <= maxArea
                    && area.getArea() > 2 * Nearness.of(area.getEnvelopeInternal()) * area.getLength()) {
                double reach = Nearness.of(area.getEnvelopeInternal());
                gaps.add(new Gap(
                        area,
                        near.stream()
                                .filter(index -> polygons[index].isWithinDistance(area, reach))
                                .toList()));
            }
        }
    }
}
