package riskmap.ui.edit;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import riskmap.geo.shape.Paths;
import riskmap.ui.canvas.MapPointer;
import riskmap.ui.canvas.View;

/** How things look on the glass: every line has a white casing, so that it shows on any map. */
final class Ink {
    /** What is being drawn: a red that no risk level has. */
    static final Color SKETCH = Color.web("#e11d74");
    /** Where the pointer snaps to. */
    static final Color SNAP = Color.web("#9c27b0");
    /** Handles of what is selected: the selection's own colour, darker. */
    static final Color HANDLE = Color.web("#006f84");

    private static final Color CASING = Color.rgb(255, 255, 255, 0.85);
    private static final double LINE = 2;

    private Ink() {}

    /** A line through map coordinates. */
    static void line(GraphicsContext g, View view, List<Coordinate> line, Color colour, double... dashes) {
        if (line.size() < 2) {
            return;
        }
        path(g, view, line);
        stroke(g, colour, dashes);
    }

    /** A polygon's surface, lightly. */
    static void veil(GraphicsContext g, View view, List<Coordinate> ring, Color colour) {
        if (ring.size() > 2) {
            path(g, view, ring);
            g.setFill(colour.deriveColor(0, 1, 1, 0.14));
            g.fill();
        }
    }

    /** A geometry in map coordinates: outlines, surfaces lightly filled, points as rings. */
    static void geometry(GraphicsContext g, View view, Geometry geometry, Color colour, double... dashes) {
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Point point && !point.isEmpty()) {
                dot(g, view.viewX(point.getX(), point.getY()), view.viewY(point.getX(), point.getY()), 5, colour);
                continue;
            }
            g.beginPath();
            Paths.forEach(part, (path, number, ring) -> append(g, view, List.of(path)));
            if (part instanceof Polygon) {
                g.setFillRule(FillRule.EVEN_ODD);
                g.setFill(colour.deriveColor(0, 1, 1, 0.14));
                g.fill();
            }
            stroke(g, colour, dashes);
        }
    }

    /** A round mark. */
    static void dot(GraphicsContext g, double x, double y, double radius, Color colour) {
        g.setFill(CASING);
        g.fillOval(x - radius - 1.5, y - radius - 1.5, 2 * radius + 3, 2 * radius + 3);
        g.setFill(colour);
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    /** A square handle, filled when it is chosen. */
    static void handle(GraphicsContext g, double x, double y, double half, Color colour, boolean chosen) {
        double left = Math.rint(x - half) + 0.5;
        double top = Math.rint(y - half) + 0.5;
        g.setFill(chosen ? colour : Color.WHITE);
        g.fillRect(left, top, 2 * half, 2 * half);
        g.setLineDashes();
        g.setLineWidth(1.5);
        g.setStroke(chosen ? Color.WHITE : colour);
        g.strokeRect(left, top, 2 * half, 2 * half);
    }

    /** A plus in a circle: here a vertex can be added. */
    static void plus(GraphicsContext g, double x, double y, Color colour) {
        dot(g, x, y, 6, colour);
        g.setStroke(Color.WHITE);
        g.setLineWidth(1.8);
        g.strokeLine(x - 3.5, y, x + 3.5, y);
        g.strokeLine(x, y - 3.5, x, y + 3.5);
    }

    /** The rectangle of a drag that chooses. */
    static void box(GraphicsContext g, MapPointer from, MapPointer to) {
        double left = Math.rint(Math.min(from.x(), to.x())) + 0.5;
        double top = Math.rint(Math.min(from.y(), to.y())) + 0.5;
        double width = Math.abs(to.x() - from.x());
        double height = Math.abs(to.y() - from.y());
        g.setFill(HANDLE.deriveColor(0, 1, 1, 0.12));
        g.fillRect(left, top, width, height);
        g.setStroke(HANDLE);
        g.setLineWidth(1);
        g.setLineDashes(5, 3);
        g.strokeRect(left, top, width, height);
        g.setLineDashes();
    }

    /** Strokes the path on the context, with its casing. */
    static void stroke(GraphicsContext g, Color colour, double... dashes) {
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineDashes();
        g.setLineWidth(LINE + 2);
        g.setStroke(CASING);
        g.stroke();
        g.setLineDashes(dashes);
        g.setLineWidth(LINE);
        g.setStroke(colour);
        g.stroke();
        g.setLineDashes();
    }

    private static void path(GraphicsContext g, View view, List<Coordinate> line) {
        g.beginPath();
        append(g, view, line);
    }

    private static void append(GraphicsContext g, View view, List<Coordinate> line) {
        boolean first = true;
        for (Coordinate point : line) {
            double x = view.viewX(point.x, point.y);
            double y = view.viewY(point.x, point.y);
            if (first) {
                g.moveTo(x, y);
                first = false;
            } else {
                g.lineTo(x, y);
            }
        }
    }
}
