package riskmap.geo.overlay;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Areas made valid from their lines: whatever an odd number of rings goes round is inside, as the method “linework” of
 * GEOS has it. A hole that reaches out of its area is area out there, parts that overlap leave a hole; where the rings
 * are as they should be nothing changes.
 */
final class Linework {
    private Linework() {}

    /** The valid areas; empty where the rings go round nothing. */
    static Geometry areas(Geometry areas) {
        List<LineString> rings = new ArrayList<>();
        for (int part = 0; part < areas.getNumGeometries(); part++) {
            if (areas.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
                rings.add(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    rings.add(polygon.getInteriorRingN(hole));
                }
            }
        }
        GeometryFactory factory = areas.getFactory();
        List<LineString> lines = rings.stream()
                .map(ring -> factory.createLineString(ring.getCoordinates()))
                .toList();
        List<Polygon> inside = new ArrayList<>();
        for (Polygon polygon : EnclosedFaces.of(List.of(UnaryUnionOp.union(lines, factory)))) {
            if (isOdd(polygon.getInteriorPoint().getCoordinate(), rings)) {
                inside.add(polygon);
            }
        }
        return inside.isEmpty() ? factory.createPolygon() : UnaryUnionOp.union(inside);
    }

    private static boolean isOdd(Coordinate place, List<LineString> rings) {
        return rings.stream()
                                .filter(ring -> RayCrossingCounter.locatePointInRing(place, ring.getCoordinates())
                                        == Location.INTERIOR)
                                .count()
                        % 2
                == 1;
    }
}
