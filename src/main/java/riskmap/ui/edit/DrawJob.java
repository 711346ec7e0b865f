package riskmap.ui.edit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.data.GeometryKind;
import riskmap.edit.shape.NewShape;
import riskmap.edit.sketch.Sketch;
import riskmap.edit.sketch.SketchGeometry;

/** A new feature of the edited layer: a point, line or polygon drawn freely, a rectangle, or a circle. */
final class DrawJob implements SketchJob {
    private final EditDesk desk;
    private final Steps steps;
    private final Figure figure;

    DrawJob(EditDesk desk, Steps steps, Figure figure) {
        this.desk = desk;
        this.steps = steps;
        this.figure = figure;
    }

    @Override
    public Optional<Message> hindrance() {
        return figure == Figure.FREE
                ? Jobs.layer(desk)
                : Jobs.layer(desk, Set.of(GeometryKind.POLYGON, GeometryKind.LINE), "ui.why-not-polygon-or-line");
    }

    @Override
    public GeometryKind kind() {
        GeometryKind own = desk.layer().flatMap(EditLayer::geometry).orElse(GeometryKind.POLYGON);
        return own == GeometryKind.NONE ? GeometryKind.POLYGON : own;
    }

    @Override
    public boolean isKept() {
        return figure == Figure.FREE;
    }

    @Override
    public Message hint(Sketch sketch) {
        return figure.hint(sketch, kind());
    }

    @Override
    public int enough() {
        return figure == Figure.FREE && kind() == GeometryKind.POINT ? 1 : figure.points();
    }

    @Override
    public Optional<Message> problem(Sketch sketch) {
        return figure == Figure.FREE
                ? sketch.problem()
                : sketch.vertices() < figure.points() ? Optional.of(hint(sketch)) : Optional.empty();
    }

    @Override
    public List<List<Coordinate>> preview(Sketch sketch, Coordinate pointer) {
        return figure.preview(sketch, pointer);
    }

    @Override
    public void done(Sketch sketch, Outcome outcome) {
        EditLayer layer = desk.layer().orElseThrow();
        Geometry inMap = SketchGeometry.of(figure.finished(sketch));
        steps.add(
                Message.of("ui.step-new", layer.title()),
                layer,
                around -> NewShape.add(
                        around, NewShape.blank(layer.schema(), Steps.defaults(layer)), steps.inLayer(inMap, layer)),
                outcome);
    }
}
