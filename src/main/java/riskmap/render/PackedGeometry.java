package riskmap.render;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;

/** Makes a JTS geometry, in the map's CRS, of a packed row: for labels and geometry functions. */
final class PackedGeometry {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private PackedGeometry() {}

    static Geometry of(PackedLayer layer, int row) {
        int first = layer.firstPart(row);
        int end = layer.endPart(row);
        return switch (layer.dimension(row)) {
            case 1 -> points(layer, first, end);
            case 2 -> lines(layer, first, end);
            default -> polygons(layer, first, end);
        };
    }

    private static Geometry points(PackedLayer layer, int first, int end) {
        Point[] points = new Point[end - first];
        for (int part = first; part < end; part++) {
            points[part - first] = FACTORY.createPoint(sequence(layer, part));
        }
        return points.length == 1 ? points[0] : FACTORY.createMultiPoint(points);
    }

    private static Geometry lines(PackedLayer layer, int first, int end) {
        List<LineString> lines = new ArrayList<>();
        for (int part = first; part < end; part++) {
            if (layer.endPoint(part) - layer.firstPoint(part) > 1) {
                lines.add(FACTORY.createLineString(sequence(layer, part)));
            }
        }
        return lines.size() == 1 ? lines.get(0) : FACTORY.createMultiLineString(lines.toArray(new LineString[0]));
    }

    private static Geometry polygons(PackedLayer layer, int first, int end) {
        List<Polygon> polygons = new ArrayList<>();
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (int part = first; part < end; part++) {
            if (layer.endPoint(part) - layer.firstPoint(part) < 4) {
                continue;
            }
            CoordinateSequence ring = sequence(layer, part);
            boolean isShell = org.locationtech.jts.algorithm.Area.ofRingSigned(ring) < 0;
            if (isShell && shell != null) {
                polygons.add(FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0])));
                holes.clear();
            }
            if (isShell) {
                shell = FACTORY.createLinearRing(ring);
            } else {
                holes.add(FACTORY.createLinearRing(ring));
            }
        }
        if (shell != null) {
            polygons.add(FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0])));
        }
        return polygons.size() == 1 ? polygons.get(0) : FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    private static CoordinateSequence sequence(PackedLayer layer, int part) {
        int first = layer.firstPoint(part);
        int count = layer.endPoint(part) - first;
        double[] coordinates = new double[2 * count];
        for (int i = 0; i < count; i++) {
            coordinates[2 * i] = layer.originX() + layer.xy()[2 * (first + i)];
            coordinates[2 * i + 1] = layer.originY() + layer.xy()[2 * (first + i) + 1];
        }
        return new PackedCoordinateSequence.Double(coordinates, 2, 0);
    }
}
