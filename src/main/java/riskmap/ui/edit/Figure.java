package riskmap.ui.edit;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Message;
import riskmap.data.GeometryKind;
import riskmap.edit.sketch.Sketch;
import riskmap.edit.sketch.SketchGeometry;

/** Figures that a few points give. */
enum Figure {
    /** Every vertex is drawn. */
    FREE(SketchJob.ANY, "ui.hint-draw"),
    /** Two corners of a side, then how wide: a rectangle in any direction, as buildings are. */
    RECTANGLE(3, "ui.hint-rectangle-"),
    /** Centre, then a place on the circle. */
    CIRCLE(2, "ui.hint-circle-");

    /** One vertex every 5°: the outline strays 0.1 % of the radius from the circle. */
    private static final int CIRCLE_VERTICES = 72;

    private final int points;
    private final String hint;

    Figure(int points, String hint) {
        this.points = points;
        this.hint = hint;
    }

    int points() {
        return points;
    }

    Message hint(Sketch sketch, GeometryKind kind) {
        if (this == FREE) {
            return Message.of(kind == GeometryKind.POINT ? "ui.hint-point" : hint);
        }
        return Message.of(hint + Math.min(points, sketch.vertices() + 1));
    }

    /** The lines to show while it is drawn. */
    List<List<Coordinate>> preview(Sketch sketch, Coordinate pointer) {
        if (this == FREE || pointer == null) {
            return SketchGeometry.preview(sketch, pointer);
        }
        List<Coordinate> drawn = new ArrayList<>(sketch.current());
        drawn.add(pointer);
        if (drawn.size() < points) {
            return List.of(drawn);
        }
        List<Coordinate> ring = ring(drawn);
        ring.add(ring.get(0));
        return List.of(ring);
    }

    /** The sketch with all its vertices. */
    Sketch finished(Sketch sketch) {
        if (this == FREE) {
            return sketch;
        }
        List<Coordinate> ring = ring(sketch.current());
        return Sketch.of(sketch.kind()).with(ring).closed();
    }

    private List<Coordinate> ring(List<Coordinate> drawn) {
        return this == CIRCLE
                ? circle(drawn.get(0), drawn.get(1))
                : rectangle(drawn.get(0), drawn.get(1), drawn.get(2));
    }

    private static List<Coordinate> circle(Coordinate centre, Coordinate on) {
        List<Coordinate> ring = new ArrayList<>();
        double radius = centre.distance(on);
        double start = Math.atan2(on.y - centre.y, on.x - centre.x);
        for (int i = 0; i < CIRCLE_VERTICES; i++) {
            double angle = start + 2 * Math.PI * i / CIRCLE_VERTICES;
            ring.add(new Coordinate(centre.x + radius * Math.cos(angle), centre.y + radius * Math.sin(angle)));
        }
        return ring;
    }

    private static List<Coordinate> rectangle(Coordinate a, Coordinate b, Coordinate across) {
        double length = a.distance(b);
        List<Coordinate> ring = new ArrayList<>(List.of(a, b));
        if (length > 0) {
            double nx = -(b.y - a.y) / length;
            double ny = (b.x - a.x) / length;
            double width = (across.x - b.x) * nx + (across.y - b.y) * ny;
            ring.add(new Coordinate(b.x + width * nx, b.y + width * ny));
            ring.add(new Coordinate(a.x + width * nx, a.y + width * ny));
        }
        return ring;
    }
}
