package riskmap.ui.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.style.Style;
import org.locationtech.jts.geom.Envelope;
import riskmap.app.Failures;
import riskmap.app.Task;
import riskmap.app.Tasks;
import riskmap.app.project.BackupPlan;
import riskmap.app.project.DrawnLayers;
import riskmap.app.project.Workspace;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.map.MapDocument;
import riskmap.map.MapLayer;
import riskmap.render.MapPainter;
import riskmap.render.PaintLayer;
import riskmap.ui.canvas.MapContent;
import riskmap.ui.canvas.MapViewModel;
import riskmap.ui.layers.Legend;
import riskmap.ui.task.TasksViewModel;

/**
 * The open project: its map document as the user changes it, and what follows from it (layers to paint, legends). Reading
 * and storing happen beside the window's thread; the newest document wins. Knows no toolkit.
 */
public final class ProjectViewModel {
    /** Longer than the first picture takes. */
    private static final Duration FIRST_PICTURE = Duration.ofSeconds(10);

    /** A map waits this long for its rasters before it is shown without them: else nearly all of it is drawn twice. */
    private static final long RASTERS_AWAITED_MILLIS = 700;

    private final TasksViewModel tasks;
    private final MapViewModel map;
    private final Executor windowThread;
    private final MapPainter painter;
    private volatile BackupPlan backups = BackupPlan.STANDARD;
    private final ReadOnlyObjectWrapper<Workspace> workspace = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<MapDocument> document = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<MapContent> content = new ReadOnlyObjectWrapper<>(MapContent.EMPTY);
    /** The styles that the legends show, by layer id. */
    private volatile Map<String, Style> legendStyles = Map.of();

    private final ReadOnlyObjectWrapper<Map<String, Legend>> legends = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<List<PlainTable>> plainTables = new ReadOnlyObjectWrapper<>(List.of());
    /** Of the open project; another for the next one. */
    private UnsavedChanges unsaved = new UnsavedChanges();

    /** What is being opened, null for nothing. */
    private Path opening;

    private BooleanSupplier leaving = () -> true;
    /** The end of the last closing: until then the project's lock is still held. */
    private CompletableFuture<?> closed = CompletableFuture.completedFuture(null);

    private Task<?> preparing;
    /** The reading of the layers of the open project, begun before it was shown. */
    private ReadAhead ahead;

    private double outputScale = 1;
    private int generation;
    /** The generation of which all layers are shown. */
    private int whole;

    /**
     * No project yet.
     *
     * @param windowThread runs a command on the window's thread, later
     * @param painter reads the layers that the first picture will need while the window still makes ready to show it
     */
    public ProjectViewModel(TasksViewModel tasks, MapViewModel map, Executor windowThread, MapPainter painter) {
        this.tasks = tasks;
        this.map = map;
        this.windowThread = windowThread;
        this.painter = painter;
    }

    /** The open project, null for none. */
    public ReadOnlyObjectProperty<Workspace> workspace() {
        return workspace.getReadOnlyProperty();
    }

    /** The map as it is now, null without a project. */
    public ReadOnlyObjectProperty<MapDocument> document() {
        return document.getReadOnlyProperty();
    }

    /** The layers to paint. */
    public ReadOnlyObjectProperty<MapContent> content() {
        return content.getReadOnlyProperty();
    }

    /** The legends by layer id. */
    public ReadOnlyObjectProperty<Map<String, Legend>> legends() {
        return legends.getReadOnlyProperty();
    }

    /** The project's tables that no map layer can show. */
    public ReadOnlyObjectProperty<List<PlainTable>> plainTables() {
        return plainTables.getReadOnlyProperty();
    }

    /** How many device pixels a toolkit pixel has: legends are drawn as sharp as the screen. */
    public void setOutputScale(double scale) {
        outputScale = scale;
    }

    /**
     * Opens a project in place of the present one, which stays open if that fails. One that is open already is read again
     * and keeps its history: its lock is held here, so that a second time it could only be read.
     */
    public void open(Path file, Consumer<Workspace> opened) {
        Workspace now = workspace.get();
        if (opening != null && isSame(opening, file)) {
            // the second click of a double click
            return;
        }
        if (now != null && !now.isReadOnly() && isSame(now.file(), file)) {
            reload(() -> tasks.say(Message.of("ui.already-open", file.getFileName())));
            return;
        }
        if (!mayLeave()) {
            return;
        }
        opening = file;
        CompletableFuture<?> before = closed.handle((nothing, failure) -> null);
        tasks.start(
                        Message.of("ui.opening", file.getFileName()),
                        progress -> {
                            before.join();
                            return opening(file, progress);
                        },
                        result -> {
                            close();
                            show(result);
                            opened.accept(result.workspace());
                        })
                .result()
                .whenComplete((result, failure) -> windowThread.execute(() -> opened(file)));
    }

    /** Whether the open project may be left: asks where something of it is unsaved. */
    public boolean mayLeave() {
        return workspace.get() == null || leaving.getAsBoolean();
    }

    /** Who closes what is open of the project, and says whether it may be left. */
    public void onLeaving(BooleanSupplier given) {
        leaving = given;
    }

    private void opened(Path file) {
        if (file.equals(opening)) {
            opening = null;
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return one.equals(other) || Files.isSameFile(one, other);
        } catch (IOException missing) {
            // opening it says so
            return false;
        }
    }

    /** Backs up projects by this plan, the open one too. */
    public void backUpBy(BackupPlan plan) {
        backups = plan;
        Workspace now = workspace.get();
        if (now != null && !now.isReadOnly()) {
            now.backups().follow(plan);
        }
    }

    /** The map has been drawn: what was put off for its first picture can begin. */
    public void drawn() {
        Workspace now = workspace.get();
        if (now != null && !now.isReadOnly() && !content.get().layers().isEmpty()) {
            now.backups().begin();
        }
    }

    /** Closes the project; the future completes when all is stored. */
    public CompletableFuture<?> close() {
        generation++;
        if (preparing != null) {
            preparing.cancel();
        }
        if (ahead != null) {
            ahead.stop();
            ahead = null;
        }
        Workspace before = workspace.get();
        workspace.set(null);
        document.set(null);
        content.set(MapContent.EMPTY);
        legends.set(Map.of());
        legendStyles = Map.of();
        plainTables.set(List.of());
        map.show(null, new Envelope(), new Envelope());
        if (before == null) {
            return CompletableFuture.completedFuture(null);
        }
        UnsavedChanges last = unsaved;
        unsaved = new UnsavedChanges();
        Tasks.Work<Void> closing = progress -> {
            last.store(before);
            before.close();
            return null;
        };
        closed = tasks.start(Message.of("ui.closing"), closing, nothing -> {}).result();
        return closed;
    }

    /**
     * Changes the map: it is painted anew at once and stored beside.
     *
     * @param change may be done more than once, also on a map that others changed; doing it twice must be as once
     */
    public void change(UnaryOperator<MapDocument> change) {
        MapDocument before = document.get();
        MapDocument changed = change.apply(before);
        if (changed.equals(before)) {
            return;
        }
        document.set(changed);
        prepare(before, List.of());
        UnsavedChanges changes = unsaved;
        Workspace target = workspace.get();
        if (changes.add(change)) {
            tasks.start(
                    Message.of("ui.storing-map"),
                    progress -> {
                        changes.store(target);
                        return null;
                    },
                    nothing -> {});
        }
    }

    /** Reads the project again, because a use-case wrote to it. */
    public void reload(Runnable done) {
        Workspace now = workspace.get();
        UnsavedChanges changes = unsaved;
        tasks.start(
                Message.of("ui.reading-project"),
                progress -> {
                    changes.store(now);
                    now.reload();
                    return read(now, progress);
                },
                read -> {
                    if (workspace.get() == now) {
                        map.setFullExtent(read.whole());
                        plainTables.set(read.tables());
                        document.set(changes.onMapOf(now));
                        prepare(null, List.of());
                        done.run();
                    }
                });
    }

    /** Shows a layer as a whole. */
    public void zoomTo(String layerId) {
        Workspace now = workspace.get();
        CoordinateReferenceSystem crs = map.crs().get();
        MapLayer layer = layer(layerId);
        if (layer != null) {
            tasks.start(
                    Message.of("ui.reading-layer", layer.title()),
                    progress -> contents(now).shown(List.of(layer), crs, progress),
                    map::zoomTo);
        }
    }

    /** Moves the map to new layers where they are too small to be seen, or elsewhere; see {@link MapViewModel#bringIntoSight}. */
    public void bringIntoSight(List<String> layerIds) {
        Workspace now = workspace.get();
        CoordinateReferenceSystem crs = map.crs().get();
        List<MapLayer> layers = layerIds.stream().map(this::layer).toList();
        if (!layers.isEmpty()) {
            tasks.start(
                    Message.of("ui.preparing-map"), progress -> contents(now).shown(layers, crs, progress), extent -> {
                        if (workspace.get() == now && map.bringIntoSight(extent)) {
                            tasks.say(Message.of("ui.result-moved-to"));
                        }
                    });
        }
    }

    /** The layer with this id, null when there is none. */
    public MapLayer layer(String id) {
        return document.get() == null
                ? null
                : document.get().layers().stream()
                        .filter(layer -> layer.id().equals(id))
                        .findFirst()
                        .orElse(null);
    }

    private record Opened(
            Workspace workspace,
            CoordinateReferenceSystem crs,
            Envelope whole,
            List<PlainTable> tables,
            ReadAhead ahead) {}

    private Opened opening(Path file, Progress progress) {
        Workspace fresh = Workspace.openAsAllowed(file, progress);
        ReadAhead reading = null;
        try {
            if (!fresh.isReadOnly()) {
                fresh.backups().follow(backups);
                fresh.backups().beginWithin(FIRST_PICTURE);
            }
            List<PaintLayer> vectors = contents(fresh).layers(fresh.map(), List.of(), false, progress);
            reading = ReadAhead.begin(painter, vectors, Crs.of(fresh.map().crs()));
            Opened read = read(fresh, progress.part(0.2, 1));
            return new Opened(fresh, read.crs(), read.whole(), read.tables(), reading);
        } catch (RuntimeException e) {
            if (reading != null) {
                reading.stop();
            }
            fresh.close();
            throw e;
        }
    }

    private Opened read(Workspace from, Progress progress) {
        CoordinateReferenceSystem crs = Crs.of(from.map().crs());
        return new Opened(from, crs, contents(from).extent(from.map(), crs, progress), PlainTable.of(from), null);
    }

    private void show(Opened opened) {
        workspace.set(opened.workspace());
        // the last one said stays in sight: why the project can only be read
        List<Message> notes = new ArrayList<>(opened.workspace().notes());
        Collections.reverse(notes);
        notes.forEach(tasks::say);
        plainTables.set(opened.tables());
        MapDocument now = opened.workspace().map();
        List<Double> stored = now.extent();
        Envelope first = stored.size() == 4
                ? new Envelope(stored.get(0), stored.get(2), stored.get(1), stored.get(3))
                : opened.whole();
        map.show(opened.crs(), opened.whole(), first);
        document.set(now);
        ahead = opened.ahead();
        if (!hasRasters(now)) {
            content.set(new MapContent(ahead.layers()));
        }
        prepare(null, ahead.layers());
    }

    /**
     * Makes layers and legends of the document ready: what is read fast does not wait long for the rasters.
     *
     * @param before the document until now, null for none
     * @param ready layers of the document that are shown already
     */
    private void prepare(MapDocument before, List<PaintLayer> ready) {
        if (preparing != null) {
            preparing.cancel();
        }
        int mine = ++generation;
        Workspace now = workspace.get();
        MapDocument wanted = document.get();
        boolean awaitsRasters = before == null && hasRasters(wanted);
        preparing = tasks.start(
                Message.of("ui.preparing-map"),
                progress -> {
                    MapContents contents = contents(now);
                    if (awaitsRasters) {
                        List<PaintLayer> vectors = contents.layers(wanted, ready, false, progress);
                        CompletableFuture.delayedExecutor(RASTERS_AWAITED_MILLIS, TimeUnit.MILLISECONDS, windowThread)
                                .execute(() -> takeFirst(mine, vectors));
                    }
                    List<PaintLayer> all = contents.layers(wanted, ready, true, progress);
                    windowThread.execute(() -> take(mine, all));
                    return legends(now, wanted);
                },
                drawn -> {
                    if (mine == generation) {
                        legendStyles = drawn.styles();
                        legends.set(drawn.legends());
                    }
                },
                failure -> {
                    if (!(failure instanceof CancelledException)) {
                        tasks.say(Failures.message(failure));
                    }
                });
    }

    private static boolean hasRasters(MapDocument document) {
        return document.layers().stream().anyMatch(layer -> layer.visible() && MapContents.isRaster(layer));
    }

    private void take(int mine, List<PaintLayer> layers) {
        if (mine == generation) {
            whole = mine;
            content.set(new MapContent(layers));
        }
    }

    /** Shows what there is of a map whose rasters take long. */
    private void takeFirst(int mine, List<PaintLayer> vectors) {
        if (mine == generation && whole != mine) {
            content.set(new MapContent(vectors));
        }
    }

    /** Legends and the styles that they show, by layer id. */
    private record Drawn(Map<String, Legend> legends, Map<String, Style> styles) {}

    private Drawn legends(Workspace from, MapDocument wanted) {
        Map<String, Legend> known = legends.get();
        Map<String, Style> shown = legendStyles;
        Map<String, Legend> result = new HashMap<>();
        Map<String, Style> styles = new HashMap<>();
        for (MapLayer layer : wanted.layers()) {
            String key = layer.id();
            Legend drawn = known.get(key);
            try {
                Style style = DrawnLayers.style(from, layer);
                styles.put(key, style);
                boolean same = drawn != null && style.equals(shown.get(key));
                result.put(key, same ? drawn : Legend.of(style, outputScale));
            } catch (RiskMapException e) {
                // told already where the layer was to be painted
                result.put(key, Legend.NONE);
            }
        }
        return new Drawn(result, styles);
    }

    private MapContents contents(Workspace from) {
        return new MapContents(from, problem -> windowThread.execute(() -> tasks.say(problem)));
    }
}
