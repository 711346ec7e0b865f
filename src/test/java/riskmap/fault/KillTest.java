package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.Workspace;
import riskmap.base.Progress;

/**
 * A program that edits is killed at any moment, again and again: what it had finished is there, whole steps only, with
 * its history. {@code -Driskmap.kills=5000} kills more often.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("riskmap.kills", 200);
    private static final int PROJECTS = 3;
    private static final int LONGEST_MILLIS = 250;

    @TempDir
    Path folder;

    /** What came of the kills on one project. */
    private record Toll(int kills, int acked, int unfinished, int logsLeft, List<String> problems) {}

    @Test
    void whatAKilledProgramHadFinishedIsThere() throws Exception {
        long began = System.nanoTime();
        List<String> quick = Child.quickStart(folder, Editor.class, arguments(training(), 0, 40));
        ExecutorService pool = Executors.newFixedThreadPool(PROJECTS);
        int kills = 0;
        int acked = 0;
        int unfinished = 0;
        int logs = 0;
        List<String> problems = new ArrayList<>();
        try {
            List<Future<Toll>> tolls = new ArrayList<>();
            for (int i = 0; i < PROJECTS; i++) {
                int share = i;
                tolls.add(pool.submit(() -> run(share, quick)));
            }
            for (Future<Toll> toll : tolls) {
                kills += toll.get().kills();
                acked += toll.get().acked();
                unfinished += toll.get().unfinished();
                logs += toll.get().logsLeft();
                problems.addAll(toll.get().problems());
            }
        } finally {
            pool.shutdownNow();
        }
        System.out.printf(
                "kills %d, finished steps %d, kept though not yet acknowledged %d, logs left %d, lost %d, %.0f s%n",
                kills, acked, unfinished, logs, problems.size(), (System.nanoTime() - began) / 1e9);
        assertThat(problems).isEmpty();
        assertThat(kills).isEqualTo(KILLS);
        assertThat(acked).as("the kills hit a program at work").isGreaterThan(KILLS);
    }

    private Path training() {
        Path project = folder.resolve("training.gpkg");
        EditProject.create(project);
        return project;
    }

    private static List<String> arguments(Path project, long seed, int most) throws Exception {
        Path done = project.resolveSibling(project.getFileName() + ".done");
        if (!Files.exists(done)) {
            Files.createFile(done);
        }
        return List.of(project.toString(), done.toString(), Long.toString(seed), Integer.toString(most));
    }

    private Toll run(int share, List<String> quick) throws Exception {
        Path project = folder.resolve("项目" + share + ".gpkg");
        EditProject.create(project);
        EditModel model = EditProject.fresh();
        Random random = new Random(share);
        List<String> problems = new ArrayList<>();
        List<String> done = new ArrayList<>();
        int acked = 0;
        int unfinished = 0;
        int logs = 0;
        int kills = KILLS / PROJECTS + (share < KILLS % PROJECTS ? 1 : 0);
        for (int kill = 0; kill < kills && problems.isEmpty(); kill++) {
            List<String> arguments = arguments(project, random.nextLong(), 0);
            Files.write(Path.of(arguments.get(1)), done);
            List<String> said = killed(quick, arguments, random);
            for (int i = 0; i + 1 < said.size(); i++) {
                if (said.get(i + 1).equals("ACK")) {
                    EditOperation operation = EditOperation.parse(said.get(i).substring(4));
                    model.apply(operation);
                    done.add(operation.text());
                    acked++;
                }
            }
            logs += Files.exists(project.resolveSibling(project.getFileName() + "-wal")) ? 1 : 0;
            String tried = said.isEmpty() ? "" : said.get(said.size() - 1);
            String problem = reopened(project, model);
            if (!problem.isEmpty() && tried.startsWith("TRY ")) {
                // the last step may have reached the disk before its word got out
                EditOperation last = EditOperation.parse(tried.substring(4));
                model.apply(last);
                done.add(last.text());
                unfinished++;
                problem = EditCheck.problem(project, model).isEmpty() ? "" : problem;
            }
            if (!problem.isEmpty()) {
                problems.add("kill " + kill + " of " + share + ": " + problem);
            }
        }
        return new Toll(kills, acked, unfinished, logs, problems);
    }

    /** Starts the editor, kills it at some moment and gives back what it had said by then. */
    private static List<String> killed(List<String> quick, List<String> arguments, Random random) throws Exception {
        Process child = Child.start(Editor.class, quick, Map.of(), arguments.toArray(String[]::new));
        BufferedReader lines = Child.lines(child);
        List<String> said = new ArrayList<>();
        boolean early = random.nextInt(10) == 0;
        if (early) {
            Thread.sleep(random.nextInt(1200));
        } else {
            String line = lines.readLine();
            for (; line != null && !line.equals("READY"); line = lines.readLine()) {
                said.add(line);
            }
            if (line == null) {
                throw new IllegalStateException("editor did not start: " + Child.errors(child));
            }
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
        }
        // through its handle: Process itself would close the pipe with the last words in it
        child.toHandle().destroyForcibly();
        lines.lines().forEach(said::add);
        child.waitFor();
        said.remove("READY");
        return said;
    }

    /** Opens the project as the next start does, then looks at the file. */
    private static String reopened(Path project, EditModel model) {
        try (Workspace next = Workspace.open(project, false, Progress.silent())) {
            boolean undo = next.edits().undoName().isPresent();
            if (next.edits().history(1).isEmpty()) {
                return "no history";
            }
            return EditCheck.problem(project, model).isEmpty() && undo != model.canUndo()
                    ? "undo"
                    : EditCheck.problem(project, model);
        }
    }
}
