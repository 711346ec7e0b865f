package riskmap.edit.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import riskmap.geo.overlay.Coverage;
import riskmap.geo.overlay.Overlay;
import riskmap.geo.shape.Nearness;
import riskmap.geo.shape.Nodes;

/** Polygons and those beside them: cutting back, giving way, taking over; common edges stay common to the bit. */
public final class Neighbours {
    private Neighbours() {}

    /**
     * What is left of a polygon beside the polygons of all exclusive layers. It touches them with common vertices.
     *
     * @param owner the row it is for; it does not cut itself
     */
    public static Geometry cutBack(Draft draft, Row owner, Geometry polygon) {
        if (polygon.getDimension() != 2) {
            return polygon;
        }
        Geometry left = polygon;
        for (String layer : draft.around().exclusive()) {
            for (Row other : draft.near(layer, polygon.getEnvelopeInternal())) {
                if (!other.is(owner) && other.geometry().getDimension() == 2) {
                    left = without(left, other.geometry());
                }
            }
        }
        if (left.isEmpty()) {
            throw RefusedEditException.at(polygon.getInteriorPoint().getCoordinate(), "edit.refused-all-taken");
        }
        return left;
    }

    /** The first without the second: both get the vertices where they touch first, so that no slivers stay. */
    public static Geometry without(Geometry polygon, Geometry other) {
        if (!polygon.getEnvelopeInternal().intersects(other.getEnvelopeInternal())) {
            return polygon;
        }
        Geometry noded = Nodes.of(other).insertInto(polygon);
        Geometry otherNoded = Nodes.of(polygon).insertInto(other);
        Geometry left = Overlay.difference(noded, otherNoded);
        return left.equalsTopo(polygon) ? polygon : areas(left);
    }

    /** The union of a polygon and a piece beside it. */
    public static Geometry with(Geometry polygon, Geometry piece) {
        Geometry noded = Nodes.of(piece).insertInto(polygon);
        Geometry pieceNoded = Nodes.of(polygon).insertInto(piece);
        return Coverage.dissolve(List.of(noded, pieceNoded)).orElseGet(() -> Overlay.union(noded, pieceNoded));
    }

    /** The length of the boundary that two geometries have in common, edge for edge to the bit. */
    public static double commonLength(Geometry a, Geometry b) {
        Set<List<Coordinate>> edges = SharedNodes.Difference.of(null, a).edges();
        return SharedNodes.Difference.of(null, b).edges().stream()
                .filter(edges::contains)
                .mapToDouble(edge -> edge.get(0).distance(edge.get(1)))
                .sum();
    }

    /** The row that has the longest boundary in common with a piece; null when none has any. */
    public static Row longestBeside(List<Row> rows, Geometry piece) {
        return rows.stream()
                .filter(row -> commonLength(Nodes.of(piece).insertInto(row.geometry()), piece) > 0)
                .max(Comparator.comparingDouble(
                                (Row row) -> commonLength(Nodes.of(piece).insertInto(row.geometry()), piece))
                        .thenComparing(Comparator.comparingLong(Row::fid).reversed()))
                .orElse(null);
    }

    /** The polygons of a result, without those only as wide as rounding. */
    public static Geometry areas(Geometry geometry) {
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            double narrow = 2 * Nearness.of(part.getEnvelopeInternal()) * part.getLength();
            if (part instanceof Polygon && part.getArea() > narrow) {
                parts.add(part);
            }
        }
        return parts.size() == geometry.getNumGeometries()
                ? geometry
                : geometry.getFactory().buildGeometry(parts);
    }
}
