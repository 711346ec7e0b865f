package riskmap.ui.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.locationtech.jts.geom.Envelope;
import riskmap.app.Failures;
import riskmap.app.LayerAddress;
import riskmap.app.Task;
import riskmap.app.importing.ImportBatch;
import riskmap.app.importing.ImportLogFile;
import riskmap.app.importing.ImportOutcome;
import riskmap.app.importing.ImportPreview;
import riskmap.app.importing.ImportPreviews;
import riskmap.app.importing.ImportRequest;
import riskmap.app.importing.ImportSources;
import riskmap.app.project.Workspace;
import riskmap.base.CancelledException;
import riskmap.base.Message;
import riskmap.ui.task.TasksViewModel;

/**
 * The import assistant: the sources, what is wrong with each, dry run and import. Files are read beside the window's
 * thread; the newest reading wins. Knows no toolkit.
 */
public final class ImportViewModel implements AutoCloseable {
    /** What became of the sources, or would become of them. */
    public record Outcome(boolean dry, List<ImportBatch.Result> results) {
        public Outcome {
            results = List.copyOf(results);
        }

        /** Extent of all that came in, in the project's CRS; null where nothing has a place. */
        public Envelope extent() {
            Envelope all = new Envelope();
            for (ImportBatch.Result result : results) {
                for (ImportOutcome outcome : result.outcomes()) {
                    all.expandToInclude(outcome.extent());
                }
            }
            return all;
        }
    }

    private final TasksViewModel tasks;
    private final Workspace workspace;
    private final Runnable written;
    private final ObservableList<ImportEntry> entries = FXCollections.observableArrayList();
    private final ObservableList<Message> notes = FXCollections.observableArrayList();
    private final ObjectProperty<ImportEntry> selected = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Message> hindrance = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper finding = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Outcome> outcome = new ReadOnlyObjectWrapper<>();
    private final List<ImportSources> opened = new ArrayList<>();
    private final Map<ImportEntry, Task<?>> readings = new HashMap<>();
    private final ImportChecks checks;
    private Task<?> work;
    private int searches;
    private boolean closed;

    /**
     * An assistant without sources.
     *
     * @param written called after something was imported
     */
    public ImportViewModel(TasksViewModel tasks, Workspace workspace, Runnable written) {
        this.tasks = tasks;
        this.workspace = workspace;
        this.written = written;
        checks = new ImportChecks(workspace);
        check();
    }

    public Workspace workspace() {
        return workspace;
    }

    /** The sources, in the order they were found. */
    public ObservableList<ImportEntry> entries() {
        return entries;
    }

    /** What could not be read of the files given, and why. */
    public ObservableList<Message> notes() {
        return notes;
    }

    /** The source that is shown. */
    public ObjectProperty<ImportEntry> selected() {
        return selected;
    }

    /** Why nothing can be imported now; null where it can. */
    public ReadOnlyObjectProperty<Message> hindrance() {
        return hindrance.getReadOnlyProperty();
    }

    /** Whether a dry run or an import is going on. */
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Whether files are being looked for in what was given. */
    public ReadOnlyBooleanProperty finding() {
        return finding.getReadOnlyProperty();
    }

    /** How the last dry run or import came out; null for none since the choices changed. */
    public ReadOnlyObjectProperty<Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /** Layers the project has. */
    public List<String> layers() {
        return checks.layers();
    }

    /** What stands against importing a source; null where nothing does. */
    public Message problem(ImportEntry entry) {
        return checks.problem(entry);
    }

    /** Whether a source goes into a layer that is there. */
    public boolean isThere(ImportEntry entry) {
        return checks.layers().contains(entry.layer().get());
    }

    /** Looks for sources in files, folders and archives, and adds them. */
    public void add(List<Path> files) {
        searches++;
        finding.set(true);
        check();
        List<String> names = files.stream().map(Path::toString).toList();
        tasks.start(
                Message.of("ui.import-finding"),
                progress -> ImportSources.ofThoseReadable(names, progress),
                this::found,
                failure -> {
                    searchDone();
                    if (!(failure instanceof CancelledException)) {
                        notes.add(Failures.message(failure));
                    }
                });
    }

    private void searchDone() {
        finding.set(--searches > 0);
        check();
    }

    private void found(ImportSources sources) {
        if (closed) {
            sources.close();
            return;
        }
        opened.add(sources);
        notes.addAll(sources.notes());
        Set<LayerAddress> known = new HashSet<>();
        entries.forEach(entry -> known.add(entry.address()));
        for (LayerAddress address : sources.addresses()) {
            if (known.add(address)) {
                add(entries.size(), new ImportEntry(address, sources.layersOf(address.file())));
            }
        }
        if (selected.get() == null && !entries.isEmpty()) {
            selected.set(entries.get(0));
        }
        searchDone();
    }

    private void add(int at, ImportEntry entry) {
        entries.add(at, entry);
        watch(entry);
        read(entry);
    }

    /** Shows another sheet or layer of the same file; one that is not among the sources is added behind it. */
    public void choose(ImportEntry entry, String layer) {
        LayerAddress address = new LayerAddress(entry.address().file(), layer);
        Optional<ImportEntry> there = entries.stream()
                .filter(other -> other.address().equals(address))
                .findFirst();
        ImportEntry wanted = there.orElseGet(() -> new ImportEntry(address, entry.layers()));
        if (there.isEmpty()) {
            add(entries.indexOf(entry) + 1, wanted);
        }
        selected.set(wanted);
    }

    private void watch(ImportEntry entry) {
        for (var text : List.of(entry.encoding(), entry.crs(), entry.x(), entry.y(), entry.header())) {
            text.addListener((property, before, now) -> read(entry));
        }
        for (var choice :
                List.of(entry.included(), entry.kind(), entry.layer(), entry.key(), entry.mode(), entry.columns())) {
            choice.addListener(property -> changed());
        }
    }

    private void changed() {
        outcome.set(null);
        check();
    }

    /** Takes a source away. */
    public void remove(ImportEntry entry) {
        stop(entry);
        entries.remove(entry);
        if (selected.get() == entry) {
            selected.set(entries.isEmpty() ? null : entries.get(0));
        }
        changed();
    }

    private void stop(ImportEntry entry) {
        Task<?> before = readings.remove(entry);
        if (before != null) {
            before.cancel();
        }
    }

    private void read(ImportEntry entry) {
        Message wrong = checks.wrongText(entry);
        stop(entry);
        outcome.set(null);
        if (wrong != null) {
            // what is being typed is not read until it is whole
            check();
            return;
        }
        entry.setReading(true);
        check();
        ImportRequest look = entry.look(workspace.file());
        Task<?>[] mine = new Task<?>[1];
        mine[0] = tasks.start(
                Message.of("ui.import-reading", entry.name()),
                progress -> ImportPreviews.of(entry.address(), look, workspace, progress),
                preview -> done(entry, mine[0], preview, null),
                failure -> done(entry, mine[0], null, failure));
        readings.put(entry, mine[0]);
    }

    private void done(ImportEntry entry, Task<?> mine, ImportPreview preview, Throwable failure) {
        if (readings.get(entry) != mine) {
            return;
        }
        readings.remove(entry);
        entry.setReading(false);
        if (preview != null) {
            entry.take(preview);
        } else if (!(failure instanceof CancelledException)) {
            Message why = Failures.message(failure);
            for (ImportSources sources : opened) {
                why = sources.named(why);
            }
            entry.fail(why);
        }
        check();
    }

    /** Whether nothing is wrong, and sources are still looked for or none has been given. */
    boolean isWaiting() {
        return finding.get() || entries.isEmpty();
    }

    private void check() {
        hindrance.set(hindrance(entries));
    }

    private Message hindrance(List<ImportEntry> all) {
        if (running.get()) {
            return Message.of("ui.import-why-running");
        }
        if (finding.get()) {
            return Message.of("ui.import-why-finding");
        }
        if (workspace.isReadOnly()) {
            return Message.of("ui.why-read-only");
        }
        List<ImportEntry> chosen =
                all.stream().filter(entry -> entry.included().get()).toList();
        if (chosen.isEmpty()) {
            return Message.of(all.isEmpty() ? "ui.import-why-no-source" : "ui.import-why-none-chosen");
        }
        for (ImportEntry entry : chosen) {
            Message problem = checks.problem(entry);
            if (problem != null) {
                return Message.of("ui.import-why-source", entry.name(), problem);
            }
        }
        return checks.clash(chosen);
    }

    /** Finds out what an import would do. */
    public void dryRun() {
        start(true);
    }

    /** Imports. */
    public void run() {
        start(false);
    }

    private void start(boolean dry) {
        if (hindrance.get() != null) {
            return;
        }
        List<ImportRequest> requests = entries.stream()
                .filter(entry -> entry.included().get())
                .map(entry -> entry.request(workspace.file()))
                .toList();
        running.set(true);
        outcome.set(null);
        check();
        work = tasks.start(
                Message.of(dry ? "ui.import-trying" : "ui.importing"),
                progress -> dry
                        ? ImportBatch.dryRun(requests, workspace, progress)
                        : ImportBatch.run(requests, workspace, progress),
                results -> finished(dry, results),
                failure -> {
                    finished(dry, List.of());
                    if (!(failure instanceof CancelledException)) {
                        tasks.tell(failure);
                    }
                });
    }

    private void finished(boolean dry, List<ImportBatch.Result> results) {
        running.set(false);
        work = null;
        checks.forget();
        if (!results.isEmpty()) {
            outcome.set(new Outcome(dry, results));
        }
        check();
        if (!dry) {
            written.run();
        }
    }

    /** Keeps the log of the last dry run or import in a file that ends with .txt, .csv or .xlsx. */
    public void saveLog(Path target) {
        Outcome last = outcome.get();
        ImportLogFile log = ImportLogFile.of(workspace.file(), last.dry(), last.results());
        tasks.start(
                Message.of("ui.import-log-saving"),
                progress -> {
                    log.write(target, progress);
                    return target;
                },
                written -> tasks.say(Message.of("app.output-written", written)));
    }

    /** Stops what is going on. */
    public void cancel() {
        if (work != null) {
            work.cancel();
        }
    }

    /** Back from the outcome to the choices. */
    public void back() {
        outcome.set(null);
    }

    @Override
    public void close() {
        closed = true;
        cancel();
        List.copyOf(readings.keySet()).forEach(this::stop);
        // unpacked archives are removed once nothing reads them any more
        List<ImportSources> last = List.copyOf(opened);
        opened.clear();
        tasks.start(
                Message.of("ui.closing"),
                progress -> {
                    last.forEach(ImportSources::close);
                    return null;
                },
                nothing -> {});
    }
}
