package riskmap.geo.overlay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.coverage.CoverageValidator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Progress;
import riskmap.geo.Parallel;

/**
 * Sets of areas. A <b>coverage</b> is a set of polygons that do not overlap and whose common edges have the same vertices
 * on both sides: parcels, towns, zones polygonized from a grid.
 */
public final class Coverage {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    /** Areas united at a time before the results are united again; fixed, so that the answer does not depend on threads. */
    private static final int AREAS_PER_GROUP = 512;

    /** Of more areas than this that cannot be united plainly, the halves are tried. */
    private static final int AREAS_OVERLAID = 16;

    /** Sums of areas agree to this share when the only differences are those of rounding. */
    private static final double SAME_AREA = 1e-9;

    private Coverage() {}

    /** Whether the polygons are a valid coverage: no overlaps, common edges with the same vertices. */
    public static boolean isValid(Collection<? extends Geometry> areas) {
        return CoverageValidator.isValid(areas.toArray(new Geometry[0]));
    }

    /**
     * The union of the areas of a coverage by cancelling the edges that two of them share, without any computing with
     * coordinates: linear in the number of vertices and exact.
     *
     * @return a Polygon, a MultiPolygon or an empty polygon; nothing when the areas are not a coverage, which shows in an
     *     outline that is not valid or does not hold the sum of the areas
     */
    public static Optional<Geometry> dissolve(Collection<? extends Geometry> areas) {
        EdgeSet edges = new EdgeSet();
        double sum = 0;
        for (Geometry area : areas) {
            sum += area.getArea();
            forEachRing(area, (ring, shell) -> {
                CoordinateSequence line = ring.getCoordinateSequence();
                boolean forward = Orientation.isCCW(line) == shell;
                for (int i = 1; i < line.size(); i++) {
                    int from = forward ? i - 1 : i;
                    int to = forward ? i : i - 1;
                    edges.toggle(line.getX(from), line.getY(from), line.getX(to), line.getY(to));
                }
            });
        }
        if (!edges.hasCancelled() && overlap(areas)) {
            return Optional.empty();
        }
        RingAssembler rings = new RingAssembler();
        edges.forEach(rings::add);
        try {
            Geometry outline = collect(rings.polygons());
            boolean whole = Math.abs(outline.getArea() - sum) <= SAME_AREA * sum;
            return whole && outline.isValid() ? Optional.of(outline) : Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Whether an area surely lies in part within another: by the first corner of each. */
    private static boolean overlap(Collection<? extends Geometry> areas) {
        Geometry[] all = areas.toArray(new Geometry[0]);
        AreaIndex index = new AreaIndex(all);
        boolean[] found = {false};
        for (int i = 0; i < all.length && !found[0]; i++) {
            if (!all[i].isEmpty() && all[i].getDimension() == 2) {
                int own = i;
                Coordinate corner = all[i].getCoordinate();
                index.covering(corner.x, corner.y, (area, location) -> {
                    found[0] |= area != own && location == Location.INTERIOR;
                });
            }
        }
        return found[0];
    }

    /**
     * The union of any areas: neighbours first, in parallel, then their results. Valid input; exact up to the rounding of
     * {@link Overlay}.
     */
    public static Geometry union(Collection<? extends Geometry> areas, Progress progress) {
        List<Geometry> level = new ArrayList<>();
        areas.stream().filter(area -> area != null && !area.isEmpty()).forEach(level::add);
        if (level.isEmpty()) {
            return FACTORY.createPolygon();
        }
        level = SpatialOrder.sorted(level);
        int rounds = 1 + (int) Math.ceil(Math.log(level.size()) / Math.log(AREAS_PER_GROUP));
        for (int round = 0; round < rounds || level.size() > 1; round++) {
            Geometry[] groups = new Geometry[(level.size() + AREAS_PER_GROUP - 1) / AREAS_PER_GROUP];
            List<Geometry> current = level;
            Parallel.items(groups.length, 1, progress.part((double) round / (rounds + 1), 1), (from, to) -> {
                for (int i = from; i < to; i++) {
                    int end = Math.min(current.size(), (i + 1) * AREAS_PER_GROUP);
                    groups[i] = unionOf(current.subList(i * AREAS_PER_GROUP, end));
                }
            });
            level = List.of(groups);
            if (level.size() == 1) {
                break;
            }
        }
        return level.get(0);
    }

    private static Geometry unionOf(List<Geometry> areas) {
        if (areas.size() == 1) {
            return areas.get(0);
        }
        Optional<Geometry> plain = PlainUnion.of(areas);
        if (plain.isPresent()) {
            return plain.get();
        }
        if (areas.size() > AREAS_OVERLAID) {
            int half = areas.size() / 2;
            return UnionOfParts.of(unionOf(areas.subList(0, half)), unionOf(areas.subList(half, areas.size())));
        }
        return byHalves(areas);
    }

    private static Geometry byHalves(List<Geometry> areas) {
        if (areas.size() == 1) {
            return areas.get(0);
        }
        int half = areas.size() / 2;
        return UnionOfParts.of(byHalves(areas.subList(0, half)), byHalves(areas.subList(half, areas.size())));
    }

    /** One geometry of several polygons. */
    static Geometry collect(List<Polygon> polygons) {
        return switch (polygons.size()) {
            case 0 -> FACTORY.createPolygon();
            case 1 -> polygons.get(0);
            default -> FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
        };
    }

    /** Told about each ring of an area. */
    public interface RingVisitor {
        void visit(LinearRing ring, boolean shell);
    }

    public static void forEachRing(Geometry area, RingVisitor visitor) {
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                visitor.visit(polygon.getExteriorRing(), true);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    visitor.visit(polygon.getInteriorRingN(hole), false);
                }
            } else if (area.getNumGeometries() > 1) {
                forEachRing(area.getGeometryN(i), visitor);
            }
        }
    }
}
