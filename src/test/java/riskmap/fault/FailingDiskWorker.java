package riskmap.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.edit.StepPendingException;
import riskmap.map.MapDocument;

/**
 * A surveyor whose disk fails: the n-th change of its files, for every n. In a process of its own, under
 * {@link FailingDisk}. After each failure the disk works again and the project is compared with what was acknowledged.
 * Says {@code COUNT outcome n} and {@code PROBLEM text}. Arguments: project, control file, kind of failure, whether it
 * lasts, how many n.
 */
public final class FailingDiskWorker {
    private static final int IMPORTED = 400;
    private static final int REOPEN_EVERY = 40;

    private final Path project;
    private final FailingDisk disk;
    private final FailingDisk.Failure failure;
    private final boolean lasting;
    private final Random random = new Random(1);
    private final TreeMap<String, Integer> counts = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final EditModel model = EditProject.fresh();
    private Workspace workspace;

    private FailingDiskWorker(String[] arguments) throws Exception {
        project = Path.of(arguments[0]);
        disk = new FailingDisk(Path.of(arguments[1]));
        failure = FailingDisk.Failure.valueOf(arguments[2]);
        lasting = Boolean.parseBoolean(arguments[3]);
    }

    public static void main(String[] arguments) throws Exception {
        FailingDiskWorker worker = new FailingDiskWorker(arguments);
        int most = Integer.parseInt(arguments[4]);
        worker.edits(most);
        worker.maps();
        worker.backups(most);
        worker.openings();
        worker.imports(most);
        worker.counts.forEach((outcome, times) -> System.out.println("COUNT " + outcome + " " + times));
        worker.problems.forEach(problem -> System.out.println("PROBLEM " + problem));
    }

    private void open() {
        workspace = Workspace.open(project, false, Progress.silent());
    }

    private void count(String outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    private void check(String when) {
        String problem = EditCheck.problem(project, model);
        if (!problem.isEmpty()) {
            problems.add(when + ": " + problem);
        }
    }

    /** Edits go on until the n-th change fails; what is then on the disk is what was acknowledged. */
    private void edits(int most) {
        open();
        for (int n = 1; n <= most && problems.isEmpty(); n++) {
            disk.fail(n, failure, lasting);
            while (!disk.hasFailed()) {
                Map<String, Long> keys = new HashMap<>();
                EditOperation next = EditOperation.random(
                        random,
                        model,
                        layer -> keys.merge(layer, workspace.edits().newFid(layer), Math::max));
                count("edit: " + edit(n, next));
            }
            disk.heal();
            check("after edit " + n);
            if (n % REOPEN_EVERY == 0) {
                workspace.close();
                open();
            }
        }
        workspace.close();
    }

    private String edit(int n, EditOperation operation) {
        try {
            EditProject.perform(workspace.edits(), model, operation);
            model.apply(operation);
            return disk.hasFailed() ? "done in spite of it" : "done";
        } catch (StepPendingException waits) {
            disk.heal();
            mustName(waits);
            check("while step " + n + " waits");
            workspace.edits().retryPending(Progress.silent());
            model.apply(operation);
            return workspace.edits().pending().isEmpty() ? "kept beside, then done" : "STILL WAITING";
        } catch (RiskMapException refused) {
            disk.heal();
            mustName(refused);
            check("after refusal " + n);
            EditProject.perform(workspace.edits(), model, operation);
            model.apply(operation);
            return "refused, then done";
        }
    }

    /**
     * What failed is called a disk; that it was full for a moment SQLite says only of writes, not of forcing or of its lock
     * file.
     */
    private void mustName(RiskMapException told) {
        String text = told.userMessage().text();
        if (!text.contains("磁盘") && !text.contains("已全部撤销")) {
            problems.add("the disk is not named: " + text);
        }
        mustNameIfFull(told);
    }

    /** A disk that stays full is called full, whichever file there was no room for. */
    private void mustNameIfFull(RiskMapException told) {
        String text = told.userMessage().text();
        boolean full = lasting && failure == FailingDisk.Failure.FULL;
        if (full && !text.contains("磁盘已满") && !text.contains("磁盘空间不足") && !text.contains("已全部撤销")) {
            problems.add("the disk is not called full: " + text);
        }
    }

    /** The map document: the old one or the new one. */
    private void maps() {
        open();
        String title = workspace.map().title();
        for (int n = 1; problems.isEmpty(); n++) {
            String wanted = "图" + n;
            disk.fail(n, failure, lasting);
            boolean told = true;
            try {
                workspace.updateMap(map -> new MapDocument(wanted, map.crs(), map.extent(), map.layers()));
                told = false;
            } catch (RiskMapException refused) {
                mustNameIfFull(refused);
                count("map: refused");
            }
            boolean failed = disk.heal() > 0;
            title = told ? title : wanted;
            try (Workspace again = Workspace.open(project, true, Progress.silent())) {
                if (!again.map().title().equals(title)) {
                    problems.add("map " + n + " is " + again.map().title() + " for " + title);
                }
            }
            if (!failed) {
                break;
            }
        }
        check("after maps");
        workspace.close();
    }

    /** An import: all its rows or none. */
    private void imports(int most) throws IOException {
        open();
        for (int n = 1; n <= most && problems.isEmpty(); n++) {
            disk.fail(n, failure, lasting);
            boolean done = false;
            try {
                workspace.edits().append(Message.of("导入"), "stop", stops().iterator(), IMPORTED, Progress.silent());
                done = true;
            } catch (RiskMapException refused) {
                mustName(refused);
                count("import: refused");
            }
            boolean failed = disk.heal() > 0;
            if (done) {
                count(failed ? "import: done in spite of it" : "import: done");
                whole(n);
                workspace.close();
                return;
            }
            check("after import " + n);
        }
        workspace.close();
    }

    private void whole(int n) throws IOException {
        try {
            int more = workspace.features("stop").getFeatures().size()
                    - model.rows("stop").size();
            if (more != IMPORTED) {
                problems.add("import " + n + " left " + more + " rows");
            }
        } catch (RiskMapException e) {
            problems.add("import " + n + ": " + e.userMessage().text());
        }
    }

    private List<SimpleFeature> stops() {
        SimpleFeatureType type = workspace.features("stop").getSchema();
        List<SimpleFeature> rows = new ArrayList<>();
        for (int i = 0; i < IMPORTED; i++) {
            SimpleFeatureBuilder builder = new SimpleFeatureBuilder(type);
            EditProject.values("stop", new EditModel.Cell(i, i)).forEach(builder::set);
            rows.add(builder.buildFeature(null));
        }
        return rows;
    }

    /** A backup is whole or not there. */
    private void backups(int most) throws Exception {
        open();
        int made = workspace.backups().list().size();
        for (int n = 1; n <= most && problems.isEmpty(); n++) {
            disk.fail(n, failure, lasting);
            boolean done = false;
            try {
                workspace.backups().make(Progress.silent());
                done = true;
            } catch (RiskMapException refused) {
                mustNameIfFull(refused);
                count("backup: refused");
            }
            boolean failed = disk.heal() > 0;
            List<Path> there = workspace.backups().list();
            if (there.size() != made + (done ? 1 : 0)) {
                problems.add("backup " + n + ": " + there);
            }
            if (done) {
                String wrong = EditCheck.problem(there.get(0), model);
                if (!wrong.isEmpty()) {
                    problems.add("backup " + n + ": " + wrong);
                }
                count(failed ? "backup: done in spite of it" : "backup: done");
                if (!failed) {
                    break;
                }
                // the failure hit another file, as the sign of life in the lock: the same again, one write later
                Files.delete(there.get(0));
            }
        }
        workspace.close();
    }

    /** Opening and closing: the project is as it was, and opens when the disk works again. */
    private void openings() throws Exception {
        for (int n = 1; problems.isEmpty(); n++) {
            disk.fail(n, failure, lasting);
            try (Workspace opened = Workspace.open(project, false, Progress.silent())) {
                opened.edits().history(1);
                count("opening: done");
            } catch (RiskMapException refused) {
                mustNameIfFull(refused);
                count("opening: refused");
            }
            boolean failed = disk.heal() > 0;
            if (Files.size(project) == 0) {
                problems.add("opening " + n + " emptied the file");
            }
            open();
            check("after opening " + n);
            workspace.close();
            if (!failed) {
                return;
            }
        }
    }
}
