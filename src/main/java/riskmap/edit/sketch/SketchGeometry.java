package riskmap.edit.sketch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.base.Message;
import riskmap.data.GeometryKind;
import riskmap.edit.topology.RefusedEditException;

/** The geometry of a sketch: finished, and as it looks with the pointer as next vertex. */
public final class SketchGeometry {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private SketchGeometry() {}

    /**
     * The finished geometry, of one part or several; rings that are empty are left out. Whether it is valid is judged when
     * it becomes a row.
     *
     * @throws RefusedEditException when a ring or line has too few vertices
     */
    public static Geometry of(Sketch sketch) {
        problem(sketch).ifPresent(reason -> {
            throw new RefusedEditException(reason, sketch.last().orElse(null));
        });
        List<Geometry> parts = new ArrayList<>();
        for (List<List<Coordinate>> part : sketch.parts()) {
            if (!part.get(0).isEmpty()) {
                parts.add(part(sketch.kind(), part));
            }
        }
        return FACTORY.buildGeometry(parts);
    }

    /**
     * The lines to draw while the pointer is at a place: all rings, the current one led to the pointer and, where it bounds
     * an area, back to its start.
     */
    public static List<List<Coordinate>> preview(Sketch sketch, Coordinate pointer) {
        List<List<Coordinate>> lines = new ArrayList<>();
        for (List<List<Coordinate>> part : sketch.parts()) {
            for (List<Coordinate> ring : part) {
                List<Coordinate> line = new ArrayList<>(ring);
                if (ring == sketch.current() && pointer != null) {
                    line.add(pointer);
                }
                if (sketch.kind() == GeometryKind.POLYGON && line.size() > 2) {
                    line.add(line.get(0));
                }
                if (!line.isEmpty()) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    static Optional<Message> problem(Sketch sketch) {
        if (sketch.isEmpty()) {
            return Optional.of(Message.of("edit.sketch-empty"));
        }
        int least = leastVertices(sketch.kind());
        for (List<List<Coordinate>> part : sketch.parts()) {
            for (List<Coordinate> ring : part) {
                int size = ring.size() > 1 && closes(sketch.kind(), ring) ? ring.size() - 1 : ring.size();
                if (size > 0 && size < least) {
                    return Optional.of(Message.of("edit.sketch-too-few", least, size));
                }
            }
        }
        return Optional.empty();
    }

    private static int leastVertices(GeometryKind kind) {
        return switch (kind) {
            case POINT -> 1;
            case LINE -> 2;
            default -> 3;
        };
    }

    /** Whether the user led a ring back to its first vertex himself. */
    private static boolean closes(GeometryKind kind, List<Coordinate> ring) {
        return kind == GeometryKind.POLYGON && ring.get(0).equals2D(ring.get(ring.size() - 1));
    }

    private static Geometry part(GeometryKind kind, List<List<Coordinate>> rings) {
        Point point = FACTORY.createPoint(rings.get(0).get(0));
        if (kind == GeometryKind.POINT) {
            return point;
        }
        if (kind == GeometryKind.LINE) {
            LineString line = FACTORY.createLineString(rings.get(0).toArray(Coordinate[]::new));
            return line;
        }
        List<LinearRing> holes = new ArrayList<>();
        rings.stream().skip(1).filter(ring -> !ring.isEmpty()).forEach(ring -> holes.add(ring(ring)));
        Polygon polygon = FACTORY.createPolygon(ring(rings.get(0)), holes.toArray(LinearRing[]::new));
        return polygon;
    }

    private static LinearRing ring(List<Coordinate> vertices) {
        List<Coordinate> closed = new ArrayList<>(vertices);
        if (!closes(GeometryKind.POLYGON, vertices)) {
            closed.add(vertices.get(0).copy());
        }
        return FACTORY.createLinearRing(closed.toArray(Coordinate[]::new));
    }
}
