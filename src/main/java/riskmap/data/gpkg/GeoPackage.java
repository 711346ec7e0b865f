package riskmap.data.gpkg;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.geotools.api.data.Transaction;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.ProjectLock;

/**
 * One open GeoPackage file: its layers as a GeoTools store, its documents and its styles.
 *
 * <p>Every method throws {@link RiskMapException} where the file stands in the way (missing, locked, damaged, read-only,
 * disk full), with its path and what to do. Safe for use by several threads; one writes at a time, readers go on
 * meanwhile. What a method or a GeoTools transaction has committed survives power loss.
 */
public final class GeoPackage implements AutoCloseable {
    private final Database database;
    private final Layers layers;
    private final Documents documents;
    private final LayerStyles styles;
    private final GeoPackageDataStore store;
    private final EditJournal edits;
    private final StyleJournal styleSteps;
    private final Photos photos;

    private GeoPackage(Database database) {
        this.database = database;
        this.layers = new Layers(database);
        this.documents = new Documents(database);
        this.styles = new LayerStyles(database);
        this.store = new GeoPackageDataStore(layers, database::close);
        this.edits = new EditJournal(layers);
        this.styleSteps = new StyleJournal(database);
        this.photos = new Photos(layers);
    }

    /** Loads what the first project of a program waits for; safe beside anything else, and need not be called. */
    public static void load() {
        Connections.load();
    }

    /** Makes a new, empty GeoPackage; refuses where a file of that name exists. */
    public static GeoPackage create(Path file) {
        return new GeoPackage(PackageFile.create(file, false));
    }

    /**
     * Makes a new, empty GeoPackage that is not yet under its name: what is committed into it survives a power cut only
     * once its maker has forced the closed file to the disk, as he does before he gives it its name. A third less work.
     */
    public static GeoPackage createDraft(Path file) {
        return new GeoPackage(PackageFile.create(file, true));
    }

    /** Opens an existing GeoPackage. */
    public static GeoPackage open(Path file, boolean readOnly) {
        return new GeoPackage(PackageFile.open(WorkingCopy.actual(file), readOnly, false));
    }

    /**
     * Opens an existing GeoPackage that is read first and written into later: whether a file of another program is damaged
     * is found out meanwhile, and not the opening but the first write is refused.
     */
    public static GeoPackage openReadingFirst(Path file) {
        return new GeoPackage(PackageFile.open(WorkingCopy.actual(file), false, true));
    }

    /**
     * Takes the right to change a file over many commits, which other windows, commands and machines respect.
     *
     * @param patience how long to wait for another that has it
     * @throws riskmap.data.ProjectInUseException when another still has it
     */
    public static ProjectLock lock(Path file, Duration patience, Progress progress) {
        PackageFile.refuseUnwritable(file.toAbsolutePath().normalize());
        return ProjectLock.take(file, patience, progress);
    }

    /** The file. */
    public Path path() {
        return database.file();
    }

    public boolean isReadOnly() {
        return database.isReadOnly();
    }

    /** What is odd about this file but did not stop it from being used: so far, for reading goes on to find more. */
    public List<Message> notices() {
        return database.notices();
    }

    /** All layers and tables that {@code gpkg_contents} lists, in its order, tiles too; not this program's own. */
    public List<GeoPackageLayer> layers() {
        return LayerTables.layers(database);
    }

    /** The names of those layers and tables that hold rows, in the same order; whether they can be written to is not asked. */
    public List<String> rowLayers() {
        return LayerTables.names(database);
    }

    /** The layers with and without geometry as a GeoTools store; closed with this. */
    public GeoPackageDataStore dataStore() {
        return store;
    }

    /** The columns of a table that rows are edited in: a layer's, or one of this program's own, as that of photos. */
    public SimpleFeatureType schema(String table) {
        return store.access(table).type();
    }

    /** Makes a layer of this type under a title (null: its name). A type without geometry becomes an attribute table. */
    public void createLayer(SimpleFeatureType type, String title) {
        store.createSchema(type, title);
    }

    /** Adds all features to a layer in one transaction, as fast as the disk allows; attributes go by name. */
    public long append(String layer, SimpleFeatureCollection features, Progress progress) {
        long expected = features.size();
        try (SimpleFeatureIterator iterator = features.features()) {
            return append(layer, new FeatureIteration(iterator), expected, progress);
        }
    }

    /**
     * Adds all features to a layer in one transaction.
     *
     * @param expected how many there will be; not positive where nobody knows
     */
    public long append(String layer, Iterator<? extends SimpleFeature> features, long expected, Progress progress) {
        return new BulkAppend(layers, store.access(layer), progress).run(features, expected);
    }

    /**
     * Adds all features to a layer as part of a transaction of the layers, as fast as the disk allows: with its commit, or
     * not at all.
     */
    public long append(Transaction transaction, String layer, SimpleFeatureCollection features, Progress progress) {
        LayerAccess access = store.access(layer);
        try (SimpleFeatureIterator iterator = features.features()) {
            FeatureIteration rows = new FeatureIteration(iterator);
            return LayerTransaction.of(transaction, layers)
                    .changeAtOnce(access, connection -> new BulkAppend(layers, access, progress)
                            .append(connection, rows, features.size()));
        }
    }

    /**
     * Adds all features to a layer in place of those it has, in one transaction.
     *
     * @param expected how many there will be; not positive where nobody knows
     */
    public long replace(String layer, Iterator<? extends SimpleFeature> features, long expected, Progress progress) {
        return new BulkAppend(layers, store.access(layer), progress).replacing().run(features, expected);
    }

    /**
     * Makes a layer and adds all features to it in one transaction: it comes to be whole or not at all.
     *
     * @param title what people see (null: its name)
     * @param expected how many there will be; not positive where nobody knows
     * @return how many there were
     */
    public long addLayer(
            SimpleFeatureType type,
            String title,
            Iterator<? extends SimpleFeature> features,
            long expected,
            Progress progress) {
        return BulkAppend.intoNew(layers, type, title, features, expected, progress);
    }

    /** The edits of this file, each with its record, to be undone and redone. */
    public EditJournal edits() {
        return edits;
    }

    /** The steps of the same history that change how layers look. */
    public StyleJournal styleSteps() {
        return styleSteps;
    }

    /** The photos of its features. */
    public Photos photos() {
        return photos;
    }

    /** The text kept under this key in {@code riskmap_documents}. */
    public Optional<String> document(String key) {
        return documents.get(key);
    }

    /** Keeps a text under this key; replaces what was there. */
    public void putDocument(String key, String json) {
        documents.put(key, json);
    }

    /**
     * Keeps and removes texts as part of a transaction of the layers: with its commit, or not at all.
     *
     * @param changes key → text, null to remove it
     */
    public void putDocuments(Transaction transaction, Map<String, String> changes) {
        LayerTransaction.of(transaction, layers).session().run(connection -> {
            Documents.change(connection, changes);
            return null;
        });
    }

    public void removeDocument(String key) {
        documents.remove(key);
    }

    /** The keys that begin with this prefix, in order. */
    public List<String> documents(String prefix) {
        return documents.keys(prefix);
    }

    /** All styles in {@code layer_styles}. */
    public List<LayerStyle> styles() {
        return styles.all();
    }

    /** The style of this name for this layer. */
    public Optional<LayerStyle> style(String layer, String name) {
        return styles.get(layer, name);
    }

    /** The style to draw this layer with: the one marked as default, else the first. */
    public Optional<LayerStyle> defaultStyle(String layer) {
        return styles.standard(layer);
    }

    /** Adds a style, or replaces the one of the same layer and name. */
    public void putStyle(LayerStyle style) {
        styles.put(style);
    }

    public void removeStyle(String layer, String name) {
        styles.remove(layer, name);
    }

    /** Writes a compact copy of this file as its last commit left it; the target must not exist. */
    public void copyTo(Path target, Progress progress) {
        Path file = target.toAbsolutePath().normalize();
        if (Files.exists(file)) {
            throw RiskMapException.of("data.gpkg-exists", file.toString());
        }
        progress.report(0, Message.of("data.gpkg-step-copy", file.toString()));
        progress.check();
        Backup.write(database, file, progress);
        progress.report(1);
    }

    /** Writes a copy as {@link #copyTo} does and reads it back: SQLite finds nothing wrong with it. */
    public void backUpTo(Path target, Progress progress) {
        copyTo(target, progress.part(0, 0.7));
        try {
            Backup.check(target, database.file());
        } catch (RuntimeException e) {
            target.toFile().delete();
            throw e;
        }
        progress.report(1);
    }

    /** What changes whenever layers, documents or edits do: equal states give equal texts. */
    public String state() {
        return database.read(connection -> {
            List<String> parts = new ArrayList<>(Sql.strings(connection, "SELECT max(last_change) FROM gpkg_contents"));
            parts.add(Long.toString(Sql.number(connection, "SELECT count(*) FROM gpkg_contents")));
            if (Sql.exists(connection, "table", Documents.TABLE)) {
                parts.addAll(Sql.strings(
                        connection,
                        "SELECT key || changed_at FROM riskmap_documents"
                                + " WHERE key NOT IN ('edit-session', 'log-stamp') ORDER BY key"));
            }
            if (JournalTables.exist(connection)) {
                parts.addAll(Sql.strings(
                        connection,
                        "SELECT state || max(seq) || '/' || count(*) FROM riskmap_edit GROUP BY state ORDER BY state"));
                parts.addAll(Sql.strings(connection, "SELECT 'checkpoints ' || count(*) FROM riskmap_checkpoint"));
            }
            return String.join("\n", parts);
        });
    }

    /** Layer → when its rows changed last, as {@code gpkg_contents} has it, whichever program changed them. */
    public Map<String, String> lastChanges() {
        return database.read(connection -> {
            Map<String, String> changes = new TreeMap<>();
            for (String layer : Sql.strings(connection, "SELECT table_name FROM gpkg_contents")) {
                changes.put(
                        layer,
                        String.join(
                                "",
                                Sql.strings(
                                        connection,
                                        "SELECT last_change FROM gpkg_contents WHERE table_name=?",
                                        layer)));
            }
            return changes;
        });
    }

    /** Checks integrity, conformance, index and every geometry; each finding is one message. Empty: all is well. */
    public List<Message> verify(Progress progress) {
        return new Verification(layers, progress).run();
    }

    @Override
    public void close() {
        store.dispose();
    }

    /** A GeoTools iterator as a Java one. */
    private record FeatureIteration(SimpleFeatureIterator features) implements Iterator<SimpleFeature> {
        @Override
        public boolean hasNext() {
            return features.hasNext();
        }

        @Override
        public SimpleFeature next() {
            return features.next();
        }
    }
}
