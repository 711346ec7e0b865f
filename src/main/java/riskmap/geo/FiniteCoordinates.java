package riskmap.geo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Takes coordinates whose x or y is not a finite number out of a geometry, and parts that cannot stand without them. */
public final class FiniteCoordinates {
    private FiniteCoordinates() {}

    /** The geometry itself when all coordinates are finite; null when nothing is left. */
    public static Geometry keep(Geometry geometry) {
        if (isFinite(geometry)) {
            return geometry;
        }
        GeometryFactory factory = geometry.getFactory();
        if (geometry instanceof Point) {
            return null;
        }
        if (geometry instanceof LineString line) {
            Coordinate[] kept = keep(line.getCoordinates());
            return kept.length < 2 ? null : factory.createLineString(kept);
        }
        if (geometry instanceof Polygon polygon) {
            LinearRing shell = ring(polygon.getExteriorRing());
            List<LinearRing> holes = new ArrayList<>();
            for (int i = 0; shell != null && i < polygon.getNumInteriorRing(); i++) {
                LinearRing hole = ring(polygon.getInteriorRingN(i));
                if (hole != null) {
                    holes.add(hole);
                }
            }
            return shell == null ? null : factory.createPolygon(shell, holes.toArray(LinearRing[]::new));
        }
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = keep(geometry.getGeometryN(i));
            if (part != null) {
                parts.add(part);
            }
        }
        return parts.isEmpty() ? null : collection((GeometryCollection) geometry, parts);
    }

    private static Geometry collection(GeometryCollection original, List<Geometry> parts) {
        GeometryFactory factory = original.getFactory();
        return switch (original.getGeometryType()) {
            case "MultiPoint" -> factory.createMultiPoint(parts.toArray(Point[]::new));
            case "MultiLineString" -> factory.createMultiLineString(parts.toArray(LineString[]::new));
            case "MultiPolygon" -> factory.createMultiPolygon(parts.toArray(Polygon[]::new));
            default -> factory.createGeometryCollection(parts.toArray(Geometry[]::new));
        };
    }

    private static LinearRing ring(LinearRing ring) {
        List<Coordinate> kept = new ArrayList<>(List.of(keep(ring.getCoordinates())));
        if (!kept.isEmpty() && !kept.get(0).equals2D(kept.get(kept.size() - 1))) {
            kept.add(kept.get(0).copy());
        }
        return kept.size() < 4 ? null : ring.getFactory().createLinearRing(kept.toArray(Coordinate[]::new));
    }

    private static Coordinate[] keep(Coordinate[] coordinates) {
        List<Coordinate> kept = new ArrayList<>(coordinates.length);
        for (Coordinate coordinate : coordinates) {
            if (Double.isFinite(coordinate.x) && Double.isFinite(coordinate.y)) {
                kept.add(coordinate);
            }
        }
        return kept.toArray(Coordinate[]::new);
    }

    private static boolean isFinite(Geometry geometry) {
        if (geometry instanceof Point point) {
            return point.isEmpty() || isFinite(point.getCoordinateSequence());
        }
        if (geometry instanceof LineString line) {
            return isFinite(line.getCoordinateSequence());
        }
        if (geometry instanceof Polygon polygon) {
            boolean finite = isFinite(polygon.getExteriorRing().getCoordinateSequence());
            for (int i = 0; finite && i < polygon.getNumInteriorRing(); i++) {
                finite = isFinite(polygon.getInteriorRingN(i).getCoordinateSequence());
            }
            return finite;
        }
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!isFinite(geometry.getGeometryN(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFinite(CoordinateSequence sequence) {
        for (int i = 0; i < sequence.size(); i++) {
            if (!Double.isFinite(sequence.getX(i)) || !Double.isFinite(sequence.getY(i))) {
                return false;
            }
        }
        return true;
    }
}
