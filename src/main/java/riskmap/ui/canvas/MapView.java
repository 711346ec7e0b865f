package riskmap.ui.canvas;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import riskmap.render.MapPainter;
import riskmap.render.ScreenPainter;
import riskmap.render.Viewport;

/**
 * The map on the screen. Frames are painted by {@link MapPainter} on a thread of its own; the window's thread only lays
 * finished ones where they belong. A wide frame stays underneath, so that fast moves never show an empty background.
 */
public final class MapView extends Region implements AutoCloseable {
    private static final Duration REST = Duration.millis(120);

    private final MapViewModel model;
    private final ScreenPainter painter;
    private final Backdrop backdrop = new Backdrop();
    private final Picture picture = new Picture();
    private final Picture marks = new Picture();
    private final Pane second = new Pane();
    private final Pane overlay = new Pane();
    private final FrameSource frames;
    private final FrameSource markFrames;
    private final PauseTransition rest = new PauseTransition(REST);
    private final ObjectProperty<MapContent> content = new SimpleObjectProperty<>(MapContent.EMPTY);
    private final ObjectProperty<MapContent.Highlight> highlight =
            new SimpleObjectProperty<>(MapContent.Highlight.NONE);
    private final ReadOnlyBooleanWrapper drawing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Frame> shown = new ReadOnlyObjectWrapper<>();
    /** What the marks were asked for last, and where: a change of data alone leaves them as they are. */
    private MapContent.Highlight marked = MapContent.Highlight.NONE;

    private Viewport markedIn;
    /** The view whose picture was begun at once, without finishing another first; null after a drag. */
    private View asked;

    private boolean closed;
    private boolean paused;

    /**
     * Makes a map view.
     *
     * @param model what part of the world it shows
     * @param painter paints the layers
     * @param failed told what went wrong with a picture, on the window's thread
     */
    public MapView(MapViewModel model, MapPainter painter, Consumer<Throwable> failed) {
        this.model = model;
        this.painter = new ScreenPainter(painter);
        frames = new FrameSource(
                "map", frame -> later(() -> show(frame)), problem -> later(() -> giveUp(problem, failed)));
        markFrames = new FrameSource(
                "marks", frame -> later(() -> showMarks(frame)), problem -> later(() -> failed.accept(problem)));
        getStyleClass().add("map-view");
        overlay.setMouseTransparent(true);
        second.setMouseTransparent(true);
        getChildren().addAll(backdrop, picture, second, marks, overlay);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        setFocusTraversable(true);
        rest.setOnFinished(event -> rested());
        model.view().addListener((property, before, now) -> moved(before, now));
        model.crs().addListener(property -> clear());
        content.addListener(property -> request(false));
        highlight.addListener(property -> requestMarks());
        widthProperty().addListener(property -> model.resize(getWidth(), getHeight()));
        heightProperty().addListener(property -> model.resize(getWidth(), getHeight()));
    }

    /** The layers to paint; set a new value when anything about them changed. */
    public ObjectProperty<MapContent> content() {
        return content;
    }

    /** The geometries set off from the rest. */
    public ObjectProperty<MapContent.Highlight> highlight() {
        return highlight;
    }

    /** Whether a picture is being drawn. */
    public ReadOnlyBooleanProperty drawing() {
        return drawing.getReadOnlyProperty();
    }

    /** Where tools draw on the glass over the map, in view pixels. */
    public Pane overlay() {
        return overlay;
    }

    /** Where another map lies over this one, under what is set off. */
    public Pane second() {
        return second;
    }

    /** A paused map draws nothing until it is wanted again: one that is not to be seen. */
    public void pause(boolean wanted) {
        boolean wakes = paused && !wanted;
        paused = wanted;
        if (wakes) {
            redraw();
        }
    }

    /** What part of the world it shows. */
    public MapViewModel model() {
        return model;
    }

    /** The last finished picture. */
    ReadOnlyObjectProperty<Frame> shown() {
        return shown.getReadOnlyProperty();
    }

    /** What the painter is given for the view as it is now. */
    public Viewport viewport() {
        return model.view().get().viewport(1, model.crs().get());
    }

    /** Draws the map anew, because its data changed. */
    public void redraw() {
        request(false);
    }

    private void moved(View before, View now) {
        follow();
        boolean onlyMoved = before.unitsPerPixel() == now.unitsPerPixel() && before.rotation() == now.rotation();
        request(onlyMoved);
        asked = onlyMoved ? null : now;
        rest.playFromStart();
    }

    /** The picture of the last move, unless it was begun with the move and nothing waits before it. */
    private void rested() {
        if (model.view().get() != asked) {
            request(false);
        }
    }

    private void follow() {
        View now = model.view().get();
        picture.follow(now);
        backdrop.follow(now, picture);
        marks.follow(now);
    }

    private void request(boolean patient) {
        if (closed || paused || model.crs().get() == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        drawing.set(true);
        View view = model.view().get();
        MapContent now = content.get();
        // the next frame of a drag must not wait for a processor
        boolean alone = patient && model.isDragged();
        Viewport viewport = view.viewport(outputScale(), model.crs().get());
        frames.request(
                new FrameSource.Request(
                        view,
                        viewport,
                        (target, picture, progress) -> painter.paint(now.layers(), target, picture, alone, progress)),
                patient);
        boolean wanted = marks.frame() != null || !highlight.get().isEmpty();
        if (wanted && (highlight.get() != marked || !viewport.equals(markedIn))) {
            requestMarks();
        }
    }

    private void requestMarks() {
        if (closed || paused || model.crs().get() == null || getWidth() < 1) {
            return;
        }
        MapContent.Highlight now = highlight.get();
        if (now.isEmpty()) {
            marks.show(null);
        }
        View view = model.view().get();
        marked = now;
        markedIn = view.viewport(outputScale(), model.crs().get());
        markFrames.request(
                new FrameSource.Request(
                        view,
                        markedIn,
                        (target, picture, progress) -> HighlightPainter.paint(now, target, picture, progress)),
                false);
    }

    private void show(Frame frame) {
        Frame wide = backdrop.frame();
        if (wide == null || frame.view().unitsPerPixel() >= wide.view().unitsPerPixel()) {
            backdrop.show(frame);
        }
        picture.show(frame);
        drawing.set(!frame.view().equals(model.view().get()));
        follow();
        shown.set(frame);
    }

    private void showMarks(Frame frame) {
        marks.show(highlight.get().isEmpty() ? null : frame);
        follow();
    }

    private void giveUp(Throwable problem, Consumer<Throwable> failed) {
        drawing.set(false);
        failed.accept(problem);
    }

    private void clear() {
        backdrop.show(null);
        picture.show(null);
        marks.show(null);
        markedIn = null;
        drawing.set(false);
        follow();
    }

    private double outputScale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
    }

    private void later(Runnable action) {
        Platform.runLater(() -> {
            if (!closed) {
                action.run();
            }
        });
    }

    @Override
    protected void layoutChildren() {
        overlay.resizeRelocate(0, 0, getWidth(), getHeight());
        second.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    public void close() {
        closed = true;
        frames.close();
        markFrames.close();
    }
}
