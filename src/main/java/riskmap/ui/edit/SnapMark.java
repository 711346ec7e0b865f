package riskmap.ui.edit;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Message;
import riskmap.geo.snap.Snap;
import riskmap.geo.snap.SnapKind;
import riskmap.ui.canvas.View;

/**
 * The mark that says where and on what the pointer snaps: a square on a vertex, a cross on an intersection, a triangle in
 * the middle of an edge, a right angle at the foot of a perpendicular, an hourglass on an edge; with its name.
 */
final class SnapMark {
    private static final double HALF = 7;

    private SnapMark() {}

    /** The name of a kind. */
    static Message name(SnapKind kind) {
        return switch (kind) {
            case VERTEX -> Message.of("ui.snap-vertex");
            case INTERSECTION -> Message.of("ui.snap-intersection");
            case MIDPOINT -> Message.of("ui.snap-midpoint");
            case PERPENDICULAR -> Message.of("ui.snap-perpendicular");
            case EDGE -> Message.of("ui.snap-edge");
        };
    }

    static void paint(GraphicsContext g, View view, Coordinate at, Snap snap) {
        double x = Math.rint(view.viewX(at.x, at.y)) + 0.5;
        double y = Math.rint(view.viewY(at.x, at.y)) + 0.5;
        g.setLineDashes();
        outline(g, x, y, snap.kind());
        g.setStroke(Color.WHITE);
        g.setLineWidth(4.5);
        g.stroke();
        g.setStroke(Ink.SNAP);
        g.setLineWidth(2);
        g.stroke();
        String name = name(snap.kind()).text();
        g.setFont(Font.font(12));
        g.setStroke(Color.WHITE);
        g.setLineWidth(3);
        g.strokeText(name, x + HALF + 6, y - HALF - 2);
        g.setFill(Ink.SNAP);
        g.fillText(name, x + HALF + 6, y - HALF - 2);
    }

    private static void outline(GraphicsContext g, double x, double y, SnapKind kind) {
        g.beginPath();
        switch (kind) {
            case VERTEX ->
                lines(g, true, x - HALF, y - HALF, x + HALF, y - HALF, x + HALF, y + HALF, x - HALF, y + HALF);
            case INTERSECTION -> {
                lines(g, false, x - HALF, y - HALF, x + HALF, y + HALF);
                lines(g, false, x - HALF, y + HALF, x + HALF, y - HALF);
            }
            case MIDPOINT -> lines(g, true, x - HALF, y + HALF, x + HALF, y + HALF, x, y - HALF);
            case PERPENDICULAR -> {
                lines(g, false, x - HALF, y - HALF, x - HALF, y + HALF, x + HALF, y + HALF);
                lines(g, false, x - HALF, y, x, y, x, y + HALF);
            }
            case EDGE -> lines(g, true, x - HALF, y - HALF, x + HALF, y - HALF, x - HALF, y + HALF, x + HALF, y + HALF);
        }
    }

    private static void lines(GraphicsContext g, boolean closed, double... xy) {
        g.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            g.lineTo(xy[i], xy[i + 1]);
        }
        if (closed) {
            g.closePath();
        }
    }
}
