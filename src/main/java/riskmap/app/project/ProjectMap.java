package riskmap.app.project;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import riskmap.base.Message;
import riskmap.data.gpkg.GeoPackage;
import riskmap.map.MapDocument;
import riskmap.map.MapDocuments;

/** The map document of an open project, stored at each change. Safe to use from several threads. */
public final class ProjectMap {
    /** Its key in the project. */
    public static final String KEY = "map";

    /** One lock for the map of each project: two workspaces may be open on the same file, as during an import. */
    private static final Map<Path, Object> LOCKS = new ConcurrentHashMap<>();

    private final Path file;
    private final GeoPackage store;
    private final boolean readOnly;

    private volatile MapDocument map;

    /** @param unclear is told what of the stored document was not understood */
    ProjectMap(Path file, GeoPackage store, boolean readOnly, Consumer<Message> unclear) {
        this.file = file;
        this.store = store;
        this.readOnly = readOnly;
        this.map = stored(unclear);
    }

    /** The map as it is now. */
    public MapDocument now() {
        return map;
    }

    /**
     * Changes the map as it is stored now and stores the outcome; nothing else in this process changes it meanwhile. So
     * a change never undoes what a run, an import or the user did in between, also through another workspace of the
     * same project. In a project open for reading the map changes in memory only.
     *
     * @param change called once, on this thread; must not change a map itself
     */
    void update(UnaryOperator<MapDocument> change) {
        synchronized (lock()) {
            MapDocument changed;
            if (readOnly) {
                changed = change.apply(map);
            } else {
                MapDocument before = stored(note -> {});
                changed = change.apply(before);
                if (!changed.equals(before)) {
                    store.putDocument(KEY, MapDocuments.write(changed));
                }
            }
            map = changed;
        }
    }

    /**
     * Changes the map and what belongs to it at once: the file has both or neither.
     *
     * @param write puts the text of the map under its key into the file, with all else, in one transaction
     */
    public void update(UnaryOperator<MapDocument> change, Consumer<Map<String, String>> write) {
        synchronized (lock()) {
            MapDocument changed = change.apply(stored(note -> {}));
            write.accept(Map.of(KEY, MapDocuments.write(changed)));
            map = changed;
        }
    }

    /** Reads the document again after a use-case has changed the file. */
    void reload(Consumer<Message> unclear) {
        synchronized (lock()) {
            map = stored(unclear);
        }
    }

    /** The map in the file, the usual one for its layers when it holds none. */
    private MapDocument stored(Consumer<Message> unclear) {
        return store.document(KEY)
                .map(text -> MapDocuments.read(text, file.getFileName().toString(), unclear))
                .orElseGet(() -> DefaultMap.of(file, store));
    }

    private Object lock() {
        return LOCKS.computeIfAbsent(file, path -> new Object());
    }
}
