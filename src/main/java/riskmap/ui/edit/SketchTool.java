package riskmap.ui.edit;

import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Message;
import riskmap.data.GeometryKind;
import riskmap.edit.sketch.Sketch;
import riskmap.geo.snap.Snap;
import riskmap.ui.canvas.MapPointer;
import riskmap.ui.canvas.MapTool;
import riskmap.ui.canvas.View;

/**
 * Draws points, lines and rings on the map, as in QGIS and CAD: a click sets a vertex where the snapping mark stands, the
 * right button, Enter or a double click finishes, Backspace takes the last vertex back, Escape drops the sketch; Shift
 * holds right angles, Ctrl lets snapping be; digits typed go to the entry field. A sketch is kept while another tool is
 * used in between.
 */
public final class SketchTool implements MapTool, Handheld, Glass.Painting {
    /** Characters that begin a typed place, length or bearing. */
    private static final String ENTRY = "0123456789@<.-";

    private final EditDesk desk;
    private final SketchJob job;
    private final SketchKeeping keeping;
    private Sketch sketch;
    private MapPointer pointer;
    private Placement placement;
    private Sketch handedOver;

    SketchTool(EditDesk desk, SketchJob job) {
        this.desk = desk;
        this.job = job;
        keeping = new SketchKeeping(desk);
        sketch = Sketch.of(GeometryKind.LINE);
    }

    /** What has been drawn and not yet been finished. */
    public Sketch sketch() {
        return sketch;
    }

    /** Why nothing can be drawn now; empty when it can. */
    public Optional<Message> hindrance() {
        return job.hindrance();
    }

    @Override
    public Cursor cursor() {
        return Cursor.CROSSHAIR;
    }

    @Override
    public void taken() {
        desk.glass().add(this);
        desk.inHand().set(this);
        desk.snapping().onRead(this::follow);
        if (sketch.isEmpty()) {
            begin();
        }
        show(sketch);
    }

    @Override
    public void reset() {
        desk.glass().remove(this);
        desk.readout().set(null);
        desk.snapping().onRead(() -> {});
        if (desk.inHand().get() == this) {
            desk.inHand().set(null);
        }
        pointer = null;
        placement = null;
        desk.sketchChanged(null);
    }

    @Override
    public void moved(MapPointer at) {
        pointer = at;
        follow();
    }

    @Override
    public boolean grabs(MapPointer at) {
        if (!job.takesDrags() || !sketch.isEmpty() || at.shift() || hindered()) {
            return false;
        }
        begin();
        pointer = at;
        add(desk.world(at), at);
        return true;
    }

    @Override
    public void dragged(MapPointer at) {
        moved(at);
    }

    @Override
    public void dropped(MapPointer at) {
        clicked(at);
    }

    @Override
    public void clicked(MapPointer at) {
        if (job.takesDrags() && sketch.vertices() == 1 && isHere(at)) {
            // the press that might have begun a drag has set this vertex already
            return;
        }
        Coordinate place = desk.world(at);
        if (sketch.isEmpty()) {
            if (hindered()) {
                return;
            }
            begin();
        }
        pointer = at;
        boolean last = at.clicks() == 2 && !sketch.isEmpty();
        desk.snapping().whenKnown(place, () -> {
            if (last) {
                finish();
            } else {
                add(place, at);
            }
        });
    }

    @Override
    public void finished(MapPointer at) {
        if (!sketch.isEmpty()) {
            desk.snapping().whenKnown(desk.world(at), this::finish);
        }
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.getEventType() == KeyEvent.KEY_TYPED) {
            return typed(event);
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE && !sketch.isEmpty()) {
            clear();
        } else if (code == KeyCode.BACK_SPACE && !sketch.isEmpty()) {
            takeBack();
        } else if (code == KeyCode.ENTER && !sketch.isEmpty()) {
            if (event.isShiftDown()) {
                show(sketch.startPart());
            } else {
                finish();
            }
        } else if (code == KeyCode.INSERT && !sketch.isEmpty()) {
            show(sketch.startRing());
        } else {
            // typed digits and signs go to the entry field, not to the map's own keys
            return code == KeyCode.MINUS || code == KeyCode.SUBTRACT;
        }
        return true;
    }

    @Override
    public boolean takeBack() {
        if (sketch.isEmpty()) {
            return false;
        }
        show(sketch.withoutLast());
        return true;
    }

    /** Drops the sketch. */
    void clear() {
        show(Sketch.of(job.kind()));
        desk.aids().release();
    }

    /** Goes on with a sketch that was drawn before. */
    void resume(Sketch kept) {
        show(kept);
    }

    /** Goes on with a sketch that an earlier run of the program has left, in the layer it was drawn for. */
    public void resume(riskmap.edit.Sketch left) {
        desk.layer().ifPresent(layer -> show(keeping.resumed(left, layer)));
    }

    @Override
    public Message hint() {
        return job.hindrance().orElseGet(() -> job.hint(sketch));
    }

    @Override
    public boolean enter(String text) {
        if (sketch.isEmpty() && hindered()) {
            return true;
        }
        if (!sketch.isEmpty() && job.typed(text, sketch, outcome(sketch))) {
            return true;
        }
        Optional<EntryText.Entry> entry =
                EntryText.read(text, sketch.last().orElse(null), placement == null ? null : placement.point());
        if (entry.isEmpty()) {
            return false;
        }
        if (entry.get().point() == null) {
            desk.aids().bearing().set(entry.get().bearing());
            follow();
        } else {
            if (sketch.isEmpty()) {
                begin();
            }
            added(sketch.with(entry.get().point()));
        }
        return true;
    }

    /** Ends the sketch: its job is done with it. */
    void finish() {
        Optional<Message> problem = job.problem(sketch);
        if (problem.isPresent()) {
            desk.tasks().say(problem.get());
            return;
        }
        Sketch done = sketch;
        handedOver = done;
        clear();
        job.done(done, outcome(done));
    }

    private SketchJob.Outcome outcome(Sketch done) {
        return new SketchJob.Outcome() {
            @Override
            public void kept() {
                if (handedOver == done) {
                    handedOver = null;
                    keep();
                }
                if (sketch == done) {
                    clear();
                }
                desk.glass().repaint();
                desk.map().requestFocus();
            }

            @Override
            public void dropped() {
                handedOver = null;
                desk.map().requestFocus();
                if (sketch.isEmpty()) {
                    show(done);
                }
            }
        };
    }

    private boolean hindered() {
        Optional<Message> hindrance = job.hindrance().or(this::unfinished);
        hindrance.ifPresent(desk.tasks()::refuse);
        return hindrance.isPresent();
    }

    /** What was drawn before would give way to what is drawn now, as long as the form has not stored it. */
    private Optional<Message> unfinished() {
        boolean waits = handedOver != null
                && desk.editing().forms().filter(FeatureFormHost::isWaiting).isPresent();
        return waits ? Optional.of(Message.of("ui.why-not-form-waits")) : Optional.empty();
    }

    private void begin() {
        if (job.hindrance().isEmpty()) {
            sketch = Sketch.of(job.kind());
        }
    }

    private boolean isHere(MapPointer at) {
        View view = desk.view();
        Coordinate first = sketch.current().get(0);
        return Math.hypot(view.viewX(first.x, first.y) - at.x(), view.viewY(first.x, first.y) - at.y())
                <= desk.snappingSettings().tolerancePixels().get();
    }

    private void add(Coordinate place, MapPointer at) {
        Placement now = place(place, at);
        desk.aids().release();
        // one that was refused gives way to the next
        boolean single = job.kind() == GeometryKind.POINT && job.enough() == 1;
        added((single ? Sketch.of(GeometryKind.POINT) : sketch).with(way(now)));
    }

    /** The vertices up to where the pointer is put: along boundaries while the user traces, else that place alone. */
    private List<Coordinate> way(Placement to) {
        boolean tracing = desk.aids().tracing().get()
                && job.kind() != GeometryKind.POINT
                && to.snap() != null
                && !sketch.current().isEmpty();
        return tracing
                ? desk.snapping().trace(sketch.last().orElseThrow(), to.point()).orElse(List.of(to.point()))
                : List.of(to.point());
    }

    private void added(Sketch grown) {
        show(grown);
        if (sketch.vertices() >= job.enough()) {
            finish();
        }
    }

    private boolean typed(KeyEvent event) {
        if (begins(event)) {
            desk.beginEntry(event.getCharacter());
            return true;
        }
        return false;
    }

    /** Whether a typed character begins a place, length or bearing. */
    static boolean begins(KeyEvent event) {
        String text = event.getCharacter();
        return text.length() == 1 && ENTRY.contains(text) && !event.isShortcutDown() && !event.isAltDown();
    }

    private void show(Sketch changed) {
        sketch = changed;
        desk.sketchChanged(sketch);
        keep();
        follow();
    }

    /** A sketch that was handed over, to a form maybe, stays kept until it has become an edit. */
    private void keep() {
        if (job.isKept() && handedOver == null) {
            keeping.keep(sketch);
        }
    }

    private void follow() {
        placement = pointer == null ? null : place(desk.world(pointer), pointer);
        desk.readout().set(SketchReadout.of(sketch, placement == null ? null : placement.point(), desk.mapCrs()));
        desk.glass().repaint();
    }

    private Placement place(Coordinate raw, MapPointer at) {
        Optional<Snap> found = at.control()
                ? Optional.empty()
                : desk.snapping().at(raw, sketch.last().orElse(null));
        return Placement.of(raw, found, sketch, desk.aids(), at.shift());
    }

    @Override
    public void paint(GraphicsContext g, View view) {
        if (handedOver != null) {
            paint(g, view, handedOver, null);
        }
        if (placement == null) {
            paint(g, view, sketch, null);
        } else {
            List<Coordinate> way = way(placement);
            paint(g, view, sketch.with(way.subList(0, way.size() - 1)), placement.point());
        }
        if (placement != null && placement.snap() != null) {
            SnapMark.paint(g, view, placement.point(), placement.snap());
        }
    }

    private void paint(GraphicsContext g, View view, Sketch drawn, Coordinate next) {
        boolean single = drawn.isEmpty() || job.kind() == GeometryKind.POINT;
        for (List<Coordinate> line : job.preview(drawn, single ? null : next)) {
            if (job.kind() == GeometryKind.POLYGON) {
                Ink.veil(g, view, line, Ink.SKETCH);
            }
            Ink.line(g, view, line, Ink.SKETCH);
        }
        drawn.parts()
                .forEach(part -> part.forEach(ring -> ring.forEach(vertex ->
                        Ink.dot(g, view.viewX(vertex.x, vertex.y), view.viewY(vertex.x, vertex.y), 3, Ink.SKETCH))));
    }
}
