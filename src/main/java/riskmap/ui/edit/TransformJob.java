package riskmap.ui.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import riskmap.base.Message;
import riskmap.data.GeometryKind;
import riskmap.edit.shape.MoveShapes;
import riskmap.edit.sketch.Sketch;
import riskmap.geo.shape.Bearing;
import riskmap.geo.shape.Paths;

/**
 * Moves or turns the selected features as a whole. To move: from a base point to where it is to lie, by two clicks or one
 * drag. To turn: the centre, a place on the old direction, one on the new; or the centre and the angle typed.
 */
final class TransformJob implements SketchJob {
    /** More vertices than this are not dragged along as a picture. */
    private static final int MOST_SHOWN = 20_000;

    private final EditDesk desk;
    private final Steps steps;
    private final boolean turning;

    TransformJob(EditDesk desk, Steps steps, boolean turning) {
        this.desk = desk;
        this.steps = steps;
        this.turning = turning;
    }

    @Override
    public Optional<Message> hindrance() {
        return Jobs.selection(
                desk, Set.of(GeometryKind.POINT, GeometryKind.LINE, GeometryKind.POLYGON), "ui.why-no-geometry-layer");
    }

    @Override
    public GeometryKind kind() {
        return GeometryKind.LINE;
    }

    @Override
    public Message hint(Sketch sketch) {
        return Message.of((turning ? "ui.hint-rotate-" : "ui.hint-move-") + Math.min(enough(), sketch.vertices() + 1));
    }

    @Override
    public int enough() {
        return turning ? 3 : 2;
    }

    @Override
    public Optional<Message> problem(Sketch sketch) {
        return sketch.vertices() < enough() ? Optional.of(hint(sketch)) : Optional.empty();
    }

    @Override
    public boolean takesDrags() {
        return !turning;
    }

    @Override
    public List<List<Coordinate>> preview(Sketch sketch, Coordinate pointer) {
        List<Coordinate> points = new ArrayList<>(sketch.current());
        if (pointer != null) {
            points.add(pointer);
        }
        List<List<Coordinate>> lines = new ArrayList<>();
        lines.add(points);
        if (points.size() >= enough()) {
            AffineTransformation change = turning
                    ? AffineTransformation.rotationInstance(
                            -Math.toRadians(angle(points)), points.get(0).x, points.get(0).y)
                    : AffineTransformation.translationInstance(
                            points.get(1).x - points.get(0).x, points.get(1).y - points.get(0).y);
            int left = MOST_SHOWN;
            for (Geometry geometry : desk.map().highlight().get().selected()) {
                left -= geometry.getNumPoints();
                if (left < 0) {
                    break;
                }
                Paths.forEach(change.transform(geometry), (path, part, ring) -> lines.add(List.of(path)));
            }
        }
        return lines;
    }

    @Override
    public boolean typed(String text, Sketch sketch, Outcome outcome) {
        double degrees = EntryText.number(text);
        if (!turning || Double.isNaN(degrees)) {
            return false;
        }
        turn(sketch.current().get(0), degrees, outcome);
        return true;
    }

    @Override
    public void done(Sketch sketch, Outcome outcome) {
        List<Coordinate> points = sketch.current();
        if (turning) {
            turn(points.get(0), angle(points), outcome);
            return;
        }
        EditLayer layer = desk.layer().orElseThrow();
        Coordinate from = steps.inLayer(points.get(0), layer);
        Coordinate to = steps.inLayer(points.get(1), layer);
        steps.edit(
                Message.of("ui.command.move"),
                Jobs.selected(desk),
                (around, rows) -> MoveShapes.move(around, rows, to.x - from.x, to.y - from.y),
                outcome);
    }

    private void turn(Coordinate centre, double degrees, Outcome outcome) {
        EditLayer layer = desk.layer().orElseThrow();
        Coordinate place = steps.inLayer(centre, layer);
        steps.edit(
                Message.of("ui.command.rotate"),
                Jobs.selected(desk),
                (around, rows) -> MoveShapes.rotate(around, rows, place, degrees),
                outcome);
    }

    /** Degrees clockwise from the old direction to the new one. */
    private static double angle(List<Coordinate> points) {
        return Bearing.of(points.get(0), points.get(2)) - Bearing.of(points.get(0), points.get(1));
    }
}
