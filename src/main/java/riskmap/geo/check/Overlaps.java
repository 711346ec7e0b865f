package riskmap.geo.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.locationtech.jts.operation.relateng.IntersectionMatrixPattern;
import org.locationtech.jts.operation.relateng.RelateNG;
import riskmap.base.Progress;
import riskmap.geo.Parallel;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.shape.Nearness;

/** Places that two polygons of a set both cover. */
public final class Overlaps {
    private Overlaps() {}

    /**
     * Two polygons that overlap.
     *
     * @param first the polygon with the lower index
     * @param second the other
     * @param common what both cover
     */
    public record Overlap(int first, int second, Geometry common) {
        public double area() {
            return common.getArea();
        }

        /** A point inside. */
        public Coordinate place() {
            return common.getInteriorPoint().getCoordinate();
        }
    }

    /**
     * All overlaps of at least an area; those only as wide as the rounding of coordinates do not count. Ordered by first and
     * second.
     *
     * @param polygons valid polygons
     */
    public static List<Overlap> find(Geometry[] polygons, double minArea, Progress progress) {
        HPRtree tree = new HPRtree();
        for (int i = 0; i < polygons.length; i++) {
            if (isArea(polygons[i])) {
                tree.insert(polygons[i].getEnvelopeInternal(), i);
            }
        }
        tree.build();
        @SuppressWarnings({"unchecked", "rawtypes"})
        List<Overlap>[] found = new List[polygons.length];
        Parallel.items(polygons.length, 256, progress, (from, to) -> {
            for (int i = from; i < to; i++) {
                found[i] = isArea(polygons[i]) ? of(i, polygons, tree, minArea) : List.of();
            }
        });
        List<Overlap> all = new ArrayList<>();
        Arrays.stream(found).forEach(all::addAll);
        return all;
    }

    /** What two polygons both cover, null when nothing or only as wide as rounding. */
    public static Geometry common(Geometry a, Geometry b) {
        if (!a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())
                || !RelateNG.relate(a, b, IntersectionMatrixPattern.INTERIOR_INTERSECTS)) {
            return null;
        }
        Geometry common = Overlay.intersection(a, b);
        double widest = 2 * Nearness.of(common.getEnvelopeInternal());
        return common.isEmpty() || common.getArea() <= widest * common.getLength() ? null : common;
    }

    private static List<Overlap> of(int index, Geometry[] polygons, HPRtree tree, double minArea) {
        Geometry polygon = polygons[index];
        Envelope extent = polygon.getEnvelopeInternal();
        List<Integer> others = new ArrayList<>();
        tree.query(extent, item -> {
            if ((Integer) item > index) {
                others.add((Integer) item);
            }
        });
        others.sort(null);
        List<Overlap> found = new ArrayList<>();
        for (int other : others) {
            Geometry common = common(polygon, polygons[other]);
            if (common != null && common.getArea() >= minArea) {
                found.add(new Overlap(index, other, common));
            }
        }
        return found;
    }

    private static boolean isArea(Geometry geometry) {
        return geometry != null && !geometry.isEmpty() && geometry.getDimension() == 2;
    }
}
