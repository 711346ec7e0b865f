package riskmap.io.dxf;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Geometries of entities. Arcs are drawn as chords of at most {@value #STEP_DEGREES} degrees: the line stays within
 * 1 − cos 2.5° = 0.1 % of the radius.
 */
final class DxfCurves {
    private static final double STEP_DEGREES = 5;
    private static final double STRAIGHT = 1e-9;

    private DxfCurves() {}

    /** The geometry, or null for a type that is not read or an entity without a proper position. */
    static Geometry geometry(DxfEntity entity, GeometryFactory factory) {
        List<Coordinate> at = new ArrayList<>();
        for (double[] position : entity.positions) {
            if (!Double.isFinite(position[0]) || !Double.isFinite(position[1])) {
                return null;
            }
            double z = Double.isFinite(entity.elevation) ? entity.elevation : position[2];
            at.add(new Coordinate(position[0], position[1], z == 0 ? Double.NaN : z));
        }
        if (at.isEmpty()) {
            return null;
        }
        return switch (entity.type) {
            case "POINT", "MTEXT" -> factory.createPoint(at.get(0));
            case "TEXT", "ATTRIB" -> factory.createPoint(at.get(0));
            case "LINE" -> line(entity, at.get(0), factory);
            case "LWPOLYLINE", "POLYLINE" -> polyline(entity, at, factory);
            case "CIRCLE" -> area(arc(at.get(0), entity.sizes[0], 0, 360), factory);
            case "ARC" -> line(arc(at.get(0), entity.sizes[0], entity.startAngle, sweepEnd(entity)), factory);
            default -> null;
        };
    }

    private static double sweepEnd(DxfEntity arc) {
        return arc.endAngle > arc.startAngle ? arc.endAngle : arc.endAngle + 360;
    }

    private static Geometry line(DxfEntity entity, Coordinate start, GeometryFactory factory) {
        double[] end = entity.second;
        if (end == null || !Double.isFinite(end[0]) || !Double.isFinite(end[1])) {
            return null;
        }
        Coordinate other = new Coordinate(end[0], end[1], end[2] == 0 ? Double.NaN : end[2]);
        return line(new ArrayList<>(List.of(start, other)), factory);
    }

    private static Geometry polyline(DxfEntity entity, List<Coordinate> vertices, GeometryFactory factory) {
        // 16 and 64: meshes, which are surfaces in space
        if (entity.type.equals("POLYLINE") && (entity.flags & 80) != 0) {
            return null;
        }
        List<Coordinate> path = new ArrayList<>();
        int segments = entity.isClosed() ? vertices.size() : vertices.size() - 1;
        path.add(vertices.get(0));
        for (int i = 0; i < segments; i++) {
            Coordinate from = vertices.get(i);
            Coordinate to = vertices.get((i + 1) % vertices.size());
            double bulge = i < entity.bulges.size() ? entity.bulges.get(i) : 0;
            if (Math.abs(bulge) > STRAIGHT && Double.isFinite(bulge) && !from.equals2D(to)) {
                bulge(path, from, to, bulge);
            }
            path.add(to);
        }
        boolean ring = entity.isClosed() && path.size() > 3;
        return ring ? area(path, factory) : line(path, factory);
    }

    /** The points between two vertices on an arc; the bulge is the tangent of a quarter of its angle. */
    private static void bulge(List<Coordinate> path, Coordinate from, Coordinate to, double bulge) {
        double angle = 4 * Math.atan(bulge);
        double chord = from.distance(to);
        double radius = chord / (2 * Math.sin(angle / 2));
        double direction = Math.atan2(to.y - from.y, to.x - from.x);
        double toCentre = direction + Math.PI / 2 - angle / 2;
        double centreX = from.x + radius * Math.cos(toCentre);
        double centreY = from.y + radius * Math.sin(toCentre);
        double start = Math.atan2(from.y - centreY, from.x - centreX);
        int steps = Math.max(1, (int) Math.ceil(Math.toDegrees(Math.abs(angle)) / STEP_DEGREES));
        double size = Math.abs(radius);
        for (int i = 1; i < steps; i++) {
            double turned = start + angle * i / steps;
            path.add(new Coordinate(centreX + size * Math.cos(turned), centreY + size * Math.sin(turned), from.getZ()));
        }
    }

    private static List<Coordinate> arc(Coordinate centre, double radius, double from, double to) {
        List<Coordinate> path = new ArrayList<>();
        if (!(radius > 0) || !Double.isFinite(from) || !Double.isFinite(to)) {
            return path;
        }
        int steps = Math.max(4, (int) Math.ceil(Math.min(360, to - from) / STEP_DEGREES));
        for (int i = 0; i <= steps; i++) {
            double angle = Math.toRadians(from + Math.min(360, to - from) * i / steps);
            path.add(new Coordinate(
                    centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle), centre.getZ()));
        }
        return path;
    }

    private static Geometry line(List<Coordinate> path, GeometryFactory factory) {
        return path.size() < 2 ? null : factory.createLineString(path.toArray(new Coordinate[0]));
    }

    private static Geometry area(List<Coordinate> path, GeometryFactory factory) {
        if (path.size() < 4) {
            return null;
        }
        path.set(path.size() - 1, path.get(0).copy());
        return factory.createPolygon(path.toArray(new Coordinate[0]));
    }
}
