package riskmap.app.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.geotools.api.data.SimpleFeatureSource;
import riskmap.app.LayerAddress;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.base.Progress;
import riskmap.base.RemoteFolders;
import riskmap.base.RiskMapException;
import riskmap.base.UserFolders;
import riskmap.data.Author;
import riskmap.data.Catalogue;
import riskmap.data.LayerData;
import riskmap.data.LayerKind;
import riskmap.data.ProjectLock;
import riskmap.data.gpkg.GeoPackage;
import riskmap.edit.CommitRules;
import riskmap.edit.EditSession;
import riskmap.geo.raster.Grid;
import riskmap.map.MapDocument;
import riskmap.map.MapDocuments;

/**
 * An open project: one GeoPackage file, the rasters beside it, and its map document. Safe to use from several threads;
 * changes of the map are stored at once.
 */
public final class Workspace implements AutoCloseable {
    /** How long a command waits for another that has the project. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path file;
    private final GeoPackage store;
    private final boolean readOnly;
    private final Map<Path, Grid> rasters = new ConcurrentHashMap<>();
    private final List<Message> notes = new CopyOnWriteArrayList<>();
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();
    /** Null where the project is only read. */
    private final ProjectLock lock;

    private final ProjectMap map;
    private volatile RiskMapException refusal;
    /** Null where the project is worked on in place. */
    private ShareKeeper share;

    private EditSession edits;
    private Backups backups;

    private Workspace(Path file, GeoPackage store, boolean readOnly, ProjectLock lock) {
        this.file = file;
        this.store = store;
        this.lock = lock;
        this.readOnly = readOnly;
        this.map = new ProjectMap(file, store, readOnly, notes::add);
    }

    /**
     * Opens a project. To change it its lock is taken; where another program has it, that is waited for a little.
     *
     * @throws RiskMapException when the file is missing, in use, locked, damaged or no GeoPackage
     */
    public static Workspace open(Path project, boolean readOnly, Progress progress) {
        return open(project, readOnly, PATIENCE, file -> GeoPackage.open(file, readOnly), progress);
    }

    /**
     * Opens a project to change it after much reading, as a command does: a damaged file of another program may be refused
     * as late as by the first write ({@link GeoPackage#openReadingFirst}).
     */
    public static Workspace openReadingFirst(Path project, Progress progress) {
        return open(project, false, PATIENCE, GeoPackage::openReadingFirst, progress);
    }

    /**
     * Opens a project to change it where that is possible, else to read it; then the first of {@link #notes} says why:
     * another program has it, it may not be written, it is damaged or from the future.
     */
    public static Workspace openAsAllowed(Path project, Progress progress) {
        try {
            return open(project, false, Duration.ZERO, file -> GeoPackage.open(file, false), progress);
        } catch (RiskMapException refusal) {
            Workspace reading;
            try {
                reading = open(project, true, Duration.ZERO, file -> GeoPackage.open(file, true), progress);
            } catch (RiskMapException unreadable) {
                unreadable.addSuppressed(refusal);
                throw unreadable;
            }
            reading.refusal = refusal;
            reading.notes.add(0, Message.of("app.opened-read-only", refusal.userMessage()));
            return reading;
        }
    }

    private static Workspace open(
            Path project, boolean readOnly, Duration patience, Function<Path, GeoPackage> opening, Progress progress) {
        Path file = LayerAddress.ofExisting(project.toString())
                .file()
                .toAbsolutePath()
                .normalize();
        progress.report(0, Message.of("app.opening", file.getFileName()));
        ProjectLock lock = readOnly ? null : GeoPackage.lock(file, patience, progress);
        GeoPackage store = null;
        ShareKeeper share = null;
        try {
            share = lock != null && RemoteFolders.hold(file) ? ShareKeeper.begin(file, lock, progress) : null;
            store = opening.apply(file);
            Workspace opened = new Workspace(file, store, readOnly, lock);
            if (share != null) {
                share.follow(store);
                opened.share = share;
                opened.notes.addAll(share.notes());
            }
            return opened;
        } catch (RuntimeException e) {
            close(store, lock);
            throw e;
        }
    }

    /** Makes an empty project; there must be no file of this name. */
    public static Workspace create(Path project, String title, String crs) {
        return create(project, title, crs, GeoPackage::create);
    }

    /** The same in a hidden place, as a {@linkplain GeoPackage#createDraft draft}. */
    public static Workspace createDraft(Path project, String title, String crs) {
        return create(project, title, crs, GeoPackage::createDraft);
    }

    private static Workspace create(Path project, String title, String crs, Function<Path, GeoPackage> make) {
        Path file = project.toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw RiskMapException.of("app.file-exists", file);
        }
        GeoPackage store = make.apply(file);
        ProjectLock lock = null;
        try {
            lock = GeoPackage.lock(file, Duration.ZERO, Progress.silent());
            store.putDocument(ProjectMap.KEY, MapDocuments.write(new MapDocument(title, crs, List.of(), List.of())));
        } catch (RuntimeException e) {
            close(store, lock);
            throw e;
        }
        if (RemoteFolders.hold(file)) {
            close(store, lock);
            return open(file, false, Duration.ZERO, made -> GeoPackage.open(made, false), Progress.silent());
        }
        return new Workspace(file, store, false, lock);
    }

    /** Who keeps the project where it lies on a network share; empty where it is worked on in place. */
    public Optional<ShareKeeper> share() {
        return Optional.ofNullable(share);
    }

    public Path file() {
        return file;
    }

    /** The folder rasters are looked for in. */
    public Path folder() {
        return file.getParent();
    }

    public GeoPackage store() {
        return store;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    /** Why a project that was to be changed can only be read; empty where it can be changed, or nobody wanted to. */
    public Optional<RiskMapException> refusal() {
        return Optional.ofNullable(refusal);
    }

    /**
     * The one way to edit rows of this project.
     *
     * @throws RiskMapException when the project is open for reading only
     */
    public EditSession edits() {
        if (readOnly) {
            throw RiskMapException.of("app.project-read-only", file);
        }
        synchronized (store) {
            if (edits == null) {
                Author author = Author.here(Message.of("edit.source-here").text());
                Path own = UserFolders.data().resolve("edits");
                edits = new EditSession(store, new CommitRules(store, this::kind), author, own);
                edits.setLooks(styles()::walk);
            }
            return edits;
        }
    }

    /** Copies of this project, for the day that its file is damaged or deleted. */
    public Backups backups() {
        synchronized (store) {
            if (backups == null) {
                backups = new Backups(store);
            }
            return backups;
        }
    }

    /** What a use-case remembers as long as the project is open, one of each type; made when first asked for. */
    public <T> T keep(Class<T> type, Supplier<T> first) {
        return type.cast(kept.computeIfAbsent(type, key -> first.get()));
    }

    /** What was not understood in the project's documents. */
    public List<Message> notes() {
        return List.copyOf(notes);
    }

    /** Names of the tables in the project, feature layers and plain ones. */
    public List<String> layers() {
        try {
            return Arrays.asList(store.dataStore().getTypeNames());
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.io-failed", e.getMessage()), e);
        }
    }

    /** Names of the tables without geometry, in alphabetical order. */
    public List<String> plainTables() {
        return layers().stream()
                .filter(name -> features(name).getSchema().getGeometryDescriptor() == null)
                .sorted()
                .toList();
    }

    /** The map as it is now. */
    public MapDocument map() {
        return map.now();
    }

    /** Changes the map as it is stored now, see {@link ProjectMap#update(UnaryOperator)}. */
    public void updateMap(UnaryOperator<MapDocument> change) {
        map.update(change);
    }

    /** Reads the map document again after a use-case has changed the file. */
    public void reload() {
        rasters.clear();
        map.reload(notes::add);
    }

    /** The styles kept in the project and the steps that changed them. */
    public KeptStyles styles() {
        return new KeptStyles(store, map);
    }

    /** The features of a table of the project. */
    public SimpleFeatureSource features(String layer) {
        try {
            if (!layers().contains(layer)) {
                throw RiskMapException.of(
                        "app.layer-missing", layer, file.getFileName(), NameList.near(layer, layers()));
            }
            return store.dataStore().getFeatureSource(layer);
        } catch (IOException e) {
            throw new RiskMapException(Message.of("app.layer-unreadable", layer, e.getMessage()), e);
        }
    }

    /**
     * What a map layer shows.
     *
     * @param source {@code #layer} of the project, or the relative path of a raster beside it
     */
    public LayerData data(String source, Progress progress) {
        if (source.startsWith("#")) {
            return new LayerData.Features(features(source.substring(1)));
        }
        return new LayerData.Raster(raster(source, progress));
    }

    /** A raster beside the project, read once and kept. */
    public Grid raster(String relative, Progress progress) {
        Path path = Rasters.beside(folder(), relative);
        synchronized (rasters) {
            Grid known = rasters.get(path);
            if (known == null) {
                known = Rasters.read(path, notes::add, progress);
                rasters.put(path, known);
            }
            return known;
        }
    }

    /** The catalogue kind of a layer: the one it was imported as, or the one of its name. */
    public Optional<LayerKind> kind(String layer) {
        return Catalogue.standard().find(store.document("kind:" + layer).orElse(layer));
    }

    @Override
    public void close() {
        synchronized (store) {
            if (edits != null) {
                edits.close();
                edits = null;
            }
            if (backups != null) {
                backups.close();
                backups = null;
            }
        }
        if (share == null) {
            close(store, lock);
        } else {
            try (ProjectLock last = lock) {
                share.close(store::close);
            }
        }
    }

    private static void close(GeoPackage store, ProjectLock lock) {
        try (ProjectLock last = lock;
                GeoPackage first = store) {
            // the file before its lock
        }
    }
}
