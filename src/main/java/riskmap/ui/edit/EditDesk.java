package riskmap.ui.edit;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.edit.sketch.Sketch;
import riskmap.geo.crs.Crs;
import riskmap.ui.canvas.MapPointer;
import riskmap.ui.canvas.MapView;
import riskmap.ui.canvas.View;
import riskmap.ui.task.TasksViewModel;

/** What all editing tools of a window share: the map, the glass over it, snapping, selection, the way to commit. */
public final class EditDesk implements AutoCloseable {
    private final MapView map;
    private final Glass glass;
    private final SelectionViewModel selection;
    private final SelectionHighlight highlight;
    private final EditingViewModel editing;
    private final SnappingViewModel snappingSettings = new SnappingViewModel();
    private final Snapping snapping;
    private final Steps steps;
    private final ReadOnlyObjectWrapper<Sketch> sketch = new ReadOnlyObjectWrapper<>();
    private final DrawingAids aids = new DrawingAids();
    private final TasksViewModel tasks;
    private final ObjectProperty<SelectionMode> selectionMode = new SimpleObjectProperty<>(SelectionMode.NEW);
    private final BooleanProperty topology = new SimpleBooleanProperty(true);
    private final BooleanProperty avoidOverlap = new SimpleBooleanProperty();
    private final ObjectProperty<Handheld> inHand = new SimpleObjectProperty<>();
    private Consumer<String> entry = text -> {};
    private final ObjectProperty<Message> readout = new SimpleObjectProperty<>();

    /** Sets up for a map. */
    public EditDesk(
            MapView map,
            SelectionViewModel selection,
            SelectionHighlight highlight,
            EditingViewModel editing,
            TasksViewModel tasks) {
        this.map = map;
        this.selection = selection;
        this.highlight = highlight;
        this.editing = editing;
        this.tasks = tasks;
        glass = new Glass(map);
        snapping = new Snapping(
                snappingSettings,
                map.model(),
                map.content(),
                editing.layer(),
                javafx.application.Platform::runLater,
                tasks::say);
        steps = new Steps(this);
        editing.onApplied(new AppliedEdits(this)::take);
    }

    Steps steps() {
        return steps;
    }

    /** Changes when a sketch does. */
    public ReadOnlyObjectProperty<Sketch> sketch() {
        return sketch.getReadOnlyProperty();
    }

    /** Takes the last vertex of the sketch in hand back; false when there is none. */
    public boolean takeBack() {
        return inHand.get() != null && inHand.get().takeBack();
    }

    MapView map() {
        return map;
    }

    Glass glass() {
        return glass;
    }

    SelectionViewModel selection() {
        return selection;
    }

    /** The geometries of the selected features. */
    SelectionHighlight highlight() {
        return highlight;
    }

    EditingViewModel editing() {
        return editing;
    }

    public SnappingViewModel snappingSettings() {
        return snappingSettings;
    }

    Snapping snapping() {
        return snapping;
    }

    public DrawingAids aids() {
        return aids;
    }

    TasksViewModel tasks() {
        return tasks;
    }

    /** Whether a boundary that features share stays one when it is edited. */
    public BooleanProperty topology() {
        return topology;
    }

    /** Whether new polygons are cut back by the ones that lie there. */
    public BooleanProperty avoidOverlap() {
        return avoidOverlap;
    }

    /** The tool in hand that one talks to, null for none. */
    ObjectProperty<Handheld> inHand() {
        return inHand;
    }

    /** Lengths, areas and bearings of what is being done; null for nothing. */
    ObjectProperty<Message> readout() {
        return readout;
    }

    /** Who takes up what the user begins to type on the map. */
    void onEntry(Consumer<String> listener) {
        entry = listener;
    }

    void beginEntry(String text) {
        entry.accept(text);
    }

    void sketchChanged(Sketch now) {
        sketch.set(now);
    }

    /** What becomes of the selection that is there when something is selected. */
    public ObjectProperty<SelectionMode> selectionMode() {
        return selectionMode;
    }

    View view() {
        return map.model().view().get();
    }

    CoordinateReferenceSystem mapCrs() {
        return map.model().crs().get();
    }

    Coordinate world(MapPointer at) {
        return view().world(at.x(), at.y());
    }

    /** A geometry of the map in a layer's CRS. */
    static Geometry reproject(Geometry geometry, CoordinateReferenceSystem from, CoordinateReferenceSystem to) {
        return from == null || to == null || Crs.same(from, to)
                ? geometry
                : Crs.transform(from, to).apply(geometry);
    }

    /** The layer that is edited, if there is one that can be. */
    Optional<EditLayer> layer() {
        return Optional.ofNullable(editing.layer().get());
    }

    @Override
    public void close() {
        snapping.close();
    }
}
