package riskmap.ui.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import riskmap.app.Failures;
import riskmap.base.Message;
import riskmap.data.LayerData;
import riskmap.geo.snap.Snap;
import riskmap.geo.snap.SnapIndex;
import riskmap.geo.snap.SnapSettings;
import riskmap.render.PaintLayer;
import riskmap.ui.canvas.MapContent;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.canvas.View;

/**
 * Finds what the pointer snaps to among the visible layers. The features around the pointer are read beside the window's
 * thread into an index; moves are answered from it at once. A click where nothing has been read yet waits for the
 * reading, so that it always lands where the user would have seen it land.
 */
public final class Snapping implements AutoCloseable {
    /** How far around the pointer features are read, pixels: the whole view, or less where too many lie. */
    private static final double[] REACHES = {Double.NaN, 160, 48};
    /** So many features are read for one index: some tens of milliseconds. */
    private static final int MOST = 8_000;

    private final SnappingViewModel settings;
    private final MapViewModel map;
    private final ObservableValue<MapContent> content;
    private final ObservableValue<EditLayer> edited;
    private final Executor windowThread;
    private final Consumer<Message> problems;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "snapping");
        thread.setDaemon(true);
        return thread;
    });
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private SnapIndex index = new SnapIndex(new Envelope());
    private int generation;
    private boolean reading;
    private Coordinate wanted;
    private Runnable read = () -> {};

    /**
     * Makes a finder for a map.
     *
     * @param content the layers in sight
     * @param edited the layer being edited, null for none
     * @param windowThread runs a command on the window's thread, later
     * @param problems told when a layer cannot be read
     */
    public Snapping(
            SnappingViewModel settings,
            MapViewModel map,
            ObservableValue<MapContent> content,
            ObservableValue<EditLayer> edited,
            Executor windowThread,
            Consumer<Message> problems) {
        this.settings = settings;
        this.map = map;
        this.content = content;
        this.edited = edited;
        this.windowThread = windowThread;
        this.problems = problems;
        content.addListener(property -> forget());
        edited.addListener(property -> forget());
        settings.leftOut().addListener(property -> forget());
        settings.editedOnly().addListener(property -> forget());
    }

    /** Called when more is known around the pointer. */
    public void onRead(Runnable listener) {
        read = listener;
    }

    /** What a map position snaps to, as far as is known; {@code last} is the vertex drawn last, may be null. */
    public Optional<Snap> at(Coordinate place, Coordinate last) {
        if (!settings.on().get() || map.crs().get() == null) {
            return Optional.empty();
        }
        want(place);
        double tolerance = tolerance();
        return index.snap(
                place, last, new SnapSettings(tolerance, settings.kinds().get(), null));
    }

    /** The way along boundaries from one place on them to another; empty where there is none. */
    public Optional<List<Coordinate>> trace(Coordinate from, Coordinate to) {
        return index.trace(
                from, to, new SnapSettings(tolerance(), settings.kinds().get(), null));
    }

    /** Runs an action once all is known around a map position: at once where it is, else after reading; in order. */
    public void whenKnown(Coordinate place, Runnable action) {
        if (waiting.isEmpty() && (!settings.on().get() || map.crs().get() == null || isKnown(place))) {
            action.run();
            return;
        }
        waiting.add(action);
        want(place);
        if (!reading) {
            drain();
        }
    }

    /** A feature of a layer has this geometry now (map CRS), null for none. */
    public void changed(String layer, long fid, Geometry inMap) {
        if (inMap == null) {
            index.remove(layer, fid);
        } else {
            index.add(layer, fid, inMap);
        }
    }

    /** What was read counts no more. */
    public void forget() {
        generation++;
        index = new SnapIndex(new Envelope());
        reading = false;
        if (!waiting.isEmpty() && wanted != null) {
            want(wanted);
        }
    }

    private double tolerance() {
        return settings.tolerancePixels().get() * map.view().get().unitsPerPixel();
    }

    private boolean isKnown(Coordinate place) {
        Envelope near = new Envelope(place);
        near.expandBy(tolerance());
        return index.extent().contains(near);
    }

    private void want(Coordinate place) {
        wanted = place;
        if (reading || isKnown(place)) {
            return;
        }
        reading = true;
        int mine = generation;
        View view = map.view().get();
        SnapReader source = new SnapReader(layers(), map.crs().get(), MOST);
        double tolerance = tolerance();
        reader.execute(() -> {
            try {
                SnapIndex fresh = read(source, view, place, tolerance);
                windowThread.execute(() -> take(mine, fresh));
            } catch (RuntimeException e) {
                windowThread.execute(() -> {
                    problems.accept(Failures.message(e));
                    take(mine, new SnapIndex(view.extent()));
                });
            }
        });
    }

    private static SnapIndex read(SnapReader reader, View view, Coordinate place, double tolerance) {
        for (double reach : REACHES) {
            Envelope extent = new Envelope(place);
            extent.expandBy(reach * view.unitsPerPixel() + tolerance);
            if (Double.isNaN(reach)) {
                extent = view.extent();
                extent.expandToInclude(place);
                extent.expandBy(2 * tolerance);
            }
            boolean last = reach == REACHES[REACHES.length - 1];
            Optional<SnapIndex> index = reader.read(extent, last);
            if (index.isPresent()) {
                return index.get();
            }
        }
        throw new IllegalStateException("the smallest reach is always read");
    }

    private void take(int mine, SnapIndex fresh) {
        if (mine != generation) {
            return;
        }
        index = fresh;
        reading = false;
        drain();
        read.run();
    }

    private void drain() {
        while (!waiting.isEmpty() && !reading) {
            waiting.poll().run();
        }
    }

    private List<PaintLayer> layers() {
        String only = settings.editedOnly().get() && edited.getValue() != null
                ? edited.getValue().id()
                : null;
        return content.getValue().layers().stream()
                .filter(layer -> layer.data() instanceof LayerData.Features)
                .filter(layer -> only == null
                        ? !settings.leftOut().get().contains(layer.id())
                        : layer.id().equals(only))
                .toList();
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
