package riskmap.geo.shape;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A geometry taken apart into its paths and put together again after each was changed. */
public final class Paths {
    private Paths() {}

    /** What becomes of a path. */
    @FunctionalInterface
    public interface Rule {
        /**
         * The new vertices of a path; the array itself when nothing changes, null to drop it. A ring comes and goes closed;
         * without its outer ring a part goes whole.
         *
         * @param part number of the part, from 0
         * @param ring 0 for a point, a line and an outer ring, from 1 for holes
         */
        Coordinate[] apply(Coordinate[] path, int part, int ring);
    }

    /** Told about a path; see {@link Rule}. */
    @FunctionalInterface
    public interface Visitor {
        void visit(Coordinate[] path, int part, int ring);
    }

    /** The place at a share of the way from one to another, heights too. */
    public static Coordinate between(Coordinate from, Coordinate to, double share) {
        return new Coordinate(
                from.x + share * (to.x - from.x),
                from.y + share * (to.y - from.y),
                from.getZ() + share * (to.getZ() - from.getZ()));
    }

    /** Visits all paths in order. */
    public static void forEach(Geometry geometry, Visitor visitor) {
        for (int part = 0; part < geometry.getNumGeometries(); part++) {
            Geometry one = geometry.getGeometryN(part);
            if (one.isEmpty()) {
                continue;
            }
            int number = part;
            if (one instanceof GeometryCollection) {
                forEach(one, (path, within, ring) -> visitor.visit(path, number, ring));
            } else if (one instanceof Polygon polygon) {
                visitor.visit(polygon.getExteriorRing().getCoordinates(), part, 0);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    visitor.visit(polygon.getInteriorRingN(hole).getCoordinates(), part, hole + 1);
                }
            } else {
                visitor.visit(one.getCoordinates(), part, 0);
            }
        }
    }

    /** The geometry with every path changed by the rule; the same object when no path changed. Of the same type. */
    public static Geometry map(Geometry geometry, Rule rule) {
        List<Geometry> parts = new ArrayList<>();
        boolean changed = false;
        for (int part = 0; part < geometry.getNumGeometries(); part++) {
            Geometry before = geometry.getGeometryN(part);
            Geometry after = before.isEmpty() ? before : part(before, part, rule);
            changed |= after != before;
            if (after != null) {
                parts.add(after);
            }
        }
        return changed ? like(geometry, parts) : geometry;
    }

    private static Geometry part(Geometry part, int number, Rule rule) {
        GeometryFactory factory = part.getFactory();
        if (part instanceof GeometryCollection) {
            // a collection within a collection
            return map(part, (path, within, ring) -> rule.apply(path, number, ring));
        }
        if (part instanceof Polygon polygon) {
            LinearRing shell = ring(polygon.getExteriorRing(), number, 0, rule);
            boolean changed = shell != polygon.getExteriorRing();
            List<LinearRing> holes = new ArrayList<>();
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                LinearRing after = ring(polygon.getInteriorRingN(hole), number, hole + 1, rule);
                changed |= after != polygon.getInteriorRingN(hole);
                if (after != null) {
                    holes.add(after);
                }
            }
            if (shell == null) {
                return null;
            }
            return changed ? factory.createPolygon(shell, holes.toArray(LinearRing[]::new)) : part;
        }
        Coordinate[] before = part.getCoordinates();
        Coordinate[] after = rule.apply(before, number, 0);
        if (after == before) {
            return part;
        }
        if (after == null || after.length == 0 || part instanceof LineString && after.length < 2) {
            return null;
        }
        return part instanceof Point ? factory.createPoint(after[0]) : factory.createLineString(after);
    }

    private static LinearRing ring(LinearRing ring, int part, int number, Rule rule) {
        Coordinate[] before = ring.getCoordinates();
        Coordinate[] after = rule.apply(before, part, number);
        if (after == before) {
            return ring;
        }
        return after == null || after.length < 4 ? null : ring.getFactory().createLinearRing(after);
    }

    /** One geometry of the parts: of the type of the original where they fit it. */
    private static Geometry like(Geometry original, List<Geometry> parts) {
        GeometryFactory factory = original.getFactory();
        if (parts.isEmpty()) {
            return switch (original.getGeometryType()) {
                case "MultiPoint" -> factory.createMultiPoint();
                case "MultiLineString" -> factory.createMultiLineString();
                case "MultiPolygon" -> factory.createMultiPolygon();
                default -> factory.createEmpty(original.getDimension());
            };
        }
        return switch (original.getGeometryType()) {
            case "MultiPoint" -> factory.createMultiPoint(parts.toArray(Point[]::new));
            case "MultiLineString" -> factory.createMultiLineString(parts.toArray(LineString[]::new));
            case "MultiPolygon" -> factory.createMultiPolygon(parts.toArray(Polygon[]::new));
            case "GeometryCollection" -> factory.createGeometryCollection(parts.toArray(Geometry[]::new));
            default -> parts.get(0);
        };
    }
}
