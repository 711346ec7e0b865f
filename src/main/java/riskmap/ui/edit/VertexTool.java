package riskmap.ui.edit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Message;
import riskmap.data.GeometryKind;
import riskmap.edit.sketch.Sketch;
import riskmap.geo.shape.VertexPlace;
import riskmap.geo.snap.Snap;
import riskmap.ui.canvas.MapPointer;
import riskmap.ui.canvas.MapTool;
import riskmap.ui.canvas.View;

/**
 * Vertices of the selected features: drag one (and with it all that are chosen), drag the plus in the middle of an edge to
 * add one, double click an edge to add one there, Delete takes the chosen ones out, a box chooses several; typing moves
 * the chosen vertex to exact coordinates. Shift holds axes, Ctrl lets snapping be. A click on a feature selects it.
 */
final class VertexTool implements MapTool, Handheld, Glass.Painting {
    private static final double REACH_PIXELS = 9;

    private final EditDesk desk;
    private final FeatureSearch search;
    private final VertexSteps steps;
    private final VertexHandles handles = new VertexHandles();
    private final VertexPicture picture = new VertexPicture(handles);
    private VertexHandles.Handle vertex;
    private VertexHandles.Handle edge;
    private VertexHandles.Handle dragged;
    /** Whether the dragged vertex is a new one on an edge. */
    private boolean adding;

    private Placement placement;
    private MapPointer boxFrom;
    private MapPointer pointer;

    VertexTool(EditDesk desk, FeatureSearch search, Steps steps) {
        this.desk = desk;
        this.search = search;
        this.steps = new VertexSteps(desk, steps);
        desk.highlight().geometries().addListener(property -> look());
        desk.editing().layer().addListener(property -> look());
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    @Override
    public void taken() {
        desk.glass().add(this);
        desk.inHand().set(this);
        look();
    }

    @Override
    public void reset() {
        drop();
        handles.chosen().clear();
        desk.glass().remove(this);
        desk.readout().set(null);
        if (desk.inHand().get() == this) {
            desk.inHand().set(null);
        }
    }

    @Override
    public Message hint() {
        return Jobs.layer(desk).orElseGet(() -> {
            if (handles.geometries().isEmpty()) {
                return Message.of("ui.hint-vertex-select");
            }
            return Message.of(handles.chosen().isEmpty() ? "ui.hint-vertex" : "ui.hint-vertex-chosen");
        });
    }

    /** The selected features as they are now. */
    private void look() {
        handles.show(
                desk.layer().map(layer -> desk.highlight().of(layer.table())).orElse(Map.of()));
        vertex = null;
        edge = null;
        desk.glass().repaint();
    }

    @Override
    public void moved(MapPointer at) {
        pointer = at;
        Coordinate place = desk.world(at);
        double reach = REACH_PIXELS * desk.view().unitsPerPixel();
        vertex = handles.vertex(place, reach).orElse(null);
        edge = vertex != null ? null : handles.edge(place, reach).orElse(null);
        desk.glass().repaint();
    }

    @Override
    public boolean grabs(MapPointer at) {
        if (Jobs.layer(desk).isPresent() || handles.geometries().isEmpty()) {
            return false;
        }
        moved(at);
        if (vertex != null) {
            take(at);
        } else if (edge != null && isAtMiddle(at)) {
            dragged = edge;
            adding = true;
        } else {
            boxFrom = at;
        }
        return true;
    }

    private void take(MapPointer at) {
        if (!handles.chosen().contains(vertex)) {
            if (!at.shift()) {
                handles.chosen().clear();
            }
            handles.chosen().add(vertex);
        }
        dragged = vertex;
        adding = false;
        // what lies around must be known before the drop
        desk.snapping().at(vertex.at(), null);
    }

    private boolean isAtMiddle(MapPointer at) {
        View view = desk.view();
        return Math.hypot(view.viewX(edge.at().x, edge.at().y) - at.x(), view.viewY(edge.at().x, edge.at().y) - at.y())
                <= REACH_PIXELS;
    }

    @Override
    public void dragged(MapPointer at) {
        pointer = at;
        if (dragged != null) {
            placement = place(at);
            Sketch way = Sketch.of(GeometryKind.LINE).with(dragged.at());
            desk.readout().set(SketchReadout.of(way, placement.point(), desk.mapCrs()));
        }
        desk.glass().repaint();
    }

    @Override
    public void dropped(MapPointer at) {
        if (boxFrom != null) {
            choose(at);
            boxFrom = null;
            desk.glass().repaint();
            return;
        }
        desk.snapping().whenKnown(desk.world(at), () -> {
            if (dragged != null) {
                Coordinate to = place(at).point();
                if (adding) {
                    steps.add(dragged, to, this::drop);
                } else {
                    steps.move(handles.moved(dragged, to), this::drop);
                }
            }
        });
    }

    private void choose(MapPointer to) {
        if (!to.shift()) {
            handles.chosen().clear();
        }
        handles.chosen().addAll(handles.in(new Envelope(desk.world(boxFrom), desk.world(to))));
    }

    @Override
    public void clicked(MapPointer at) {
        boxFrom = null;
        drop();
        if (vertex != null) {
            if (at.alt()) {
                handles.chosen().clear();
                handles.chosen().add(vertex);
                removeChosen();
            }
        } else if (edge != null && at.clicks() == 2) {
            VertexHandles.Handle on = edge;
            desk.snapping().whenKnown(desk.world(at), () -> steps.add(on, onEdge(on, at), this::drop));
        } else if (edge == null && at.clicks() == 1) {
            handles.chosen().clear();
            search.at(at, found -> search.select(found, at));
        }
    }

    /** A new vertex lies on its edge, where the pointer is nearest, or on what it snaps to. */
    private Coordinate onEdge(VertexHandles.Handle on, MapPointer at) {
        Coordinate raw = desk.world(at);
        VertexPlace start = on.place();
        Coordinate a = start.of(handles.geometries().get(on.fid()));
        Coordinate b = new VertexPlace(start.part(), start.ring(), start.index() + 1)
                .of(handles.geometries().get(on.fid()));
        return new org.locationtech.jts.geom.LineSegment(a, b).closestPoint(raw);
    }

    @Override
    public void finished(MapPointer at) {
        drop();
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            boolean begins = !handles.chosen().isEmpty() && SketchTool.begins(event);
            if (begins) {
                desk.beginEntry(event.getCharacter());
            }
            return begins;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            boolean something =
                    dragged != null || boxFrom != null || !handles.chosen().isEmpty();
            boxFrom = null;
            handles.chosen().clear();
            drop();
            return something;
        }
        if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            return removeChosen();
        }
        return event.getCode() == KeyCode.MINUS && !handles.chosen().isEmpty();
    }

    private boolean removeChosen() {
        boolean some = !handles.chosen().isEmpty();
        if (some) {
            steps.remove(handles.chosenByFeature());
            handles.chosen().clear();
        }
        return some;
    }

    @Override
    public boolean enter(String text) {
        VertexHandles.Handle first = handles.chosen().stream().findFirst().orElse(null);
        Optional<EntryText.Entry> entry = first == null
                ? Optional.empty()
                : EntryText.read(text, first.at(), pointer == null ? null : desk.world(pointer));
        if (entry.isEmpty() || entry.get().point() == null) {
            return false;
        }
        steps.move(handles.moved(first, entry.get().point()), this::drop);
        return true;
    }

    @Override
    public boolean takeBack() {
        return false;
    }

    private void drop() {
        dragged = null;
        placement = null;
        desk.readout().set(null);
        desk.glass().repaint();
    }

    /** Where the dragged vertex goes: what it snaps to, but not where it came from or the edges it had. */
    private Placement place(MapPointer at) {
        Coordinate raw = desk.world(at);
        Optional<Snap> found = at.control() ? Optional.empty() : desk.snapping().at(raw, null);
        Optional<Snap> other = found.filter(snap -> !snap.point().equals2D(dragged.at())
                && (snap.edge() == null
                        || !snap.edge().p0.equals2D(dragged.at())
                                && !snap.edge().p1.equals2D(dragged.at())));
        Sketch way = Sketch.of(GeometryKind.LINE).with(List.of(dragged.at()));
        return Placement.of(raw, other, way, desk.aids(), at.shift());
    }

    @Override
    public void paint(GraphicsContext g, View view) {
        Coordinate to = dragged == null || placement == null ? null : placement.point();
        picture.paint(g, view, pointer);
        if (to != null) {
            picture.paintMoved(g, view, handles, dragged, adding, to);
            if (placement.snap() != null) {
                SnapMark.paint(g, view, to, placement.snap());
            }
        } else {
            picture.paintHover(g, view, vertex, edge);
        }
        if (boxFrom != null && pointer != null) {
            Ink.box(g, boxFrom, pointer);
        }
    }
}
