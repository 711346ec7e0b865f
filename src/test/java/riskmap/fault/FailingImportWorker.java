package riskmap.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.geotools.api.data.Query;
import riskmap.app.Failures;
import riskmap.app.importing.ImportMode;
import riskmap.app.importing.ImportRequest;
import riskmap.app.importing.Imports;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.edit.StepPendingException;

/**
 * Files are imported while the disk fills up at the n-th change: into a new layer, in place of the rows of a layer, into
 * a new project. In a process of its own, under {@link FailingDisk}. Each leaves what was there as it was, and the one
 * after it, when the disk has room again, succeeds. Says {@code COUNT outcome n} and {@code PROBLEM text}. Arguments:
 * project, control file, table to import, rows in it.
 */
public final class FailingImportWorker {
    private static final int FORMER = 3;

    private final Path project;
    private final FailingDisk disk;
    private final Path table;
    private final int rows;
    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    private FailingImportWorker(String[] arguments) throws IOException {
        project = Path.of(arguments[0]);
        disk = new FailingDisk(Path.of(arguments[1]));
        table = Path.of(arguments[2]);
        rows = Integer.parseInt(arguments[3]);
    }

    public static void main(String[] arguments) throws Exception {
        FailingImportWorker worker = new FailingImportWorker(arguments);
        worker.layers();
        worker.replacements();
        worker.projects();
        worker.counts.forEach((outcome, times) -> System.out.println("COUNT " + outcome + " " + times));
        worker.problems.forEach(problem -> System.out.println("PROBLEM " + problem));
    }

    private ImportRequest request(Path into) {
        return ImportRequest.of(into, table.toString()).withCrs("EPSG:4550");
    }

    /** An import that may fail. */
    @FunctionalInterface
    private interface Attempt {
        void run();
    }

    /** Lets the n-th change fail, for n ever greater, until the import is not hit any more. */
    private void untilDone(String what, Attempt attempt, Attempt waited, Attempt intact) {
        for (int n = 1; problems.isEmpty(); n += 1 + n / 6) {
            disk.fail(n, FailingDisk.Failure.FULL, true);
            boolean done = false;
            String said = "";
            try {
                attempt.run();
                done = true;
            } catch (StepPendingException waits) {
                said = waits.userMessage().text();
                disk.heal();
                waited.run();
            } catch (RuntimeException refused) {
                said = Failures.message(refused).text();
            }
            boolean failed = disk.heal() > 0;
            if (done) {
                counts.merge(what + (failed ? ": done in spite of it" : ": done"), 1, Integer::sum);
                return;
            }
            counts.merge(what + ": refused", 1, Integer::sum);
            // of a file that cannot even be made SQLite does not say why
            if (!said.contains("磁盘") && !said.contains("unable to open database file")) {
                problems.add(what + " " + n + ": the disk is not named: " + said);
            }
            intact.run();
        }
    }

    private void layers() {
        try (Workspace workspace = Workspace.open(project, false, Progress.silent())) {
            untilDone(
                    "layer",
                    () -> Imports.run(request(project), workspace, Progress.silent()),
                    () -> problems.add("a new layer cannot wait"),
                    () -> expect(workspace, "table", -1));
            expect(workspace, "table", rows);
            sound(workspace);
        }
    }

    private void replacements() {
        try (Workspace workspace = Workspace.open(project, false, Progress.silent())) {
            Path few = table.resolveSibling("former.csv");
            Imports.run(request(project).from(few.toString()), workspace, Progress.silent());
            untilDone(
                    "replacement",
                    () -> Imports.run(
                            request(project).into(null, "former").with(ImportMode.REPLACE, null),
                            workspace,
                            Progress.silent()),
                    () -> {
                        // a finished step waits beside the project and goes in as soon as the disk has room
                        workspace.edits().retryPending(Progress.silent());
                        expect(workspace, "former", rows);
                        workspace.edits().undo(Progress.silent());
                        counts.merge("replacement: waited, then done", 1, Integer::sum);
                    },
                    () -> expect(workspace, "former", FORMER));
            expect(workspace, "former", rows);
            sound(workspace);
        }
    }

    private void projects() {
        Path made = project.resolveSibling("new.gpkg");
        untilDone(
                "project",
                () -> Imports.run(request(made), Progress.silent()),
                () -> problems.add("a new project cannot wait"),
                () -> {
                    if (Files.exists(made)) {
                        problems.add("half a project was left");
                    }
                });
        if (!problems.isEmpty()) {
            return;
        }
        try (Workspace workspace = Workspace.open(made, true, Progress.silent())) {
            expect(workspace, "table", rows);
        }
        try (Stream<Path> left = Files.list(project.getParent())) {
            left.filter(path -> path.getFileName().toString().startsWith(".riskmap-"))
                    .forEach(path -> problems.add("left behind: " + path));
        } catch (IOException e) {
            problems.add(e.toString());
        }
    }

    /** A layer has so many rows; -1: it is not there. */
    private void expect(Workspace workspace, String layer, int count) {
        try {
            int found = workspace.layers().contains(layer)
                    ? workspace.features(layer).getCount(new Query(layer))
                    : -1;
            if (found != count) {
                problems.add(layer + " has " + found + " rows for " + count);
            }
        } catch (IOException e) {
            problems.add(e.toString());
        }
    }

    private void sound(Workspace workspace) {
        workspace.store().verify(Progress.silent()).forEach(wrong -> problems.add(wrong.toString()));
    }
}
