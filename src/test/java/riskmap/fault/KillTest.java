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
import riskmap.app.project.Workspace;
import riskmap.base.Progress;

/**
 * Programs that edit are killed at any moment, again and again: what a session had finished is there, whole steps only,
 * with its history. To start a program costs a second of the machine, so each has sixteen sessions on sixteen projects,
 * which the kill hits at sixteen points of their work: 200 killed sessions are 14 killed processes.
 * {@code -Driskmap.kills=5000} kills more sessions, {@code -Driskmap.kills.sessions=1} one with each process.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("riskmap.kills", 200);
    private static final int SESSIONS = Integer.getInteger("riskmap.kills.sessions", 16);
    /** Processes side by side. */
    private static final int SLOTS = 2;

    private static final int LONGEST_MILLIS = 250;

    @TempDir
    Path folder;

    /** What came of the kills. */
    private record Toll(int processes, int kills, int acked, int unfinished, int logsLeft, List<String> problems) {
        static final Toll NONE = new Toll(0, 0, 0, 0, 0, List.of());

        Toll plus(Toll other) {
            List<String> all = new ArrayList<>(problems);
            all.addAll(other.problems);
            return new Toll(
                    processes + other.processes,
                    kills + other.kills,
                    acked + other.acked,
                    unfinished + other.unfinished,
                    logsLeft + other.logsLeft,
                    all);
        }
    }

    /** A project, what it must hold, and the operations that led there. */
    private record Victim(Path project, Path history, EditModel model, List<String> done) {
        static Victim create(Path project) throws Exception {
            EditProject.create(project);
            Path history = project.resolveSibling(project.getFileName() + ".done");
            Files.createFile(history);
            return new Victim(project, history, EditProject.fresh(), new ArrayList<>());
        }

        void take(String operation) {
            EditOperation parsed = EditOperation.parse(operation);
            model.apply(parsed);
            done.add(parsed.text());
        }
    }

    @Test
    void whatAKilledProgramHadFinishedIsThere() throws Exception {
        long began = System.nanoTime();
        Victim training = Victim.create(folder.resolve("training.gpkg"));
        List<String> quick = Child.quickStart(folder, Editors.class, arguments(List.of(training), 0), "-Dmost=40");
        ExecutorService pool = Executors.newFixedThreadPool(SLOTS);
        Toll toll = Toll.NONE;
        try {
            List<Future<Toll>> tolls = new ArrayList<>();
            for (int i = 0; i < SLOTS; i++) {
                int slot = i;
                tolls.add(pool.submit(() -> run(slot, quick)));
            }
            for (Future<Toll> part : tolls) {
                toll = toll.plus(part.get());
            }
        } finally {
            pool.shutdownNow();
        }
        System.out.printf(
                "kills %d in %d processes, finished steps %d, kept though not yet acknowledged %d, logs left %d, lost %d, %.0f s%n",
                toll.kills,
                toll.processes,
                toll.acked,
                toll.unfinished,
                toll.logsLeft,
                toll.problems.size(),
                (System.nanoTime() - began) / 1e9);
        assertThat(toll.problems).isEmpty();
        assertThat(toll.kills).isGreaterThanOrEqualTo(KILLS);
        assertThat(toll.acked).as("the kills hit a program at work").isGreaterThan(KILLS);
    }

    private static List<String> arguments(List<Victim> victims, long seed) {
        List<String> arguments = new ArrayList<>();
        for (Victim victim : victims) {
            arguments.addAll(List.of(
                    victim.project.toString(), victim.history.toString(), Long.toString(seed + arguments.size())));
        }
        return arguments;
    }

    private Toll run(int slot, List<String> quick) throws Exception {
        List<Victim> victims = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            victims.add(Victim.create(folder.resolve("项目" + slot + "-" + i + ".gpkg")));
        }
        Random random = new Random(slot);
        Toll toll = Toll.NONE;
        while (toll.kills * SLOTS < KILLS && toll.problems.isEmpty()) {
            for (Victim victim : victims) {
                Files.write(victim.history, victim.done);
            }
            List<String> said = killed(quick, arguments(victims, random.nextLong()), random);
            toll = toll.plus(new Toll(1, 0, 0, 0, 0, List.of()));
            for (int i = 0; i < SESSIONS; i++) {
                String number = i + " ";
                List<String> mine = said.stream()
                        .filter(line -> line.startsWith(number))
                        .map(line -> line.substring(number.length()))
                        .filter(line -> !line.equals("READY"))
                        .toList();
                toll = toll.plus(judge(victims.get(i), mine));
            }
        }
        return toll;
    }

    private static Toll judge(Victim victim, List<String> said) {
        int acked = 0;
        for (int i = 0; i + 1 < said.size(); i++) {
            if (said.get(i + 1).equals("ACK")) {
                victim.take(said.get(i).substring(4));
                acked++;
            }
        }
        int logs = Files.exists(victim.project.resolveSibling(victim.project.getFileName() + "-wal")) ? 1 : 0;
        String tried = said.isEmpty() ? "" : said.get(said.size() - 1);
        int unfinished = 0;
        String problem = reopened(victim.project, victim.model);
        if (!problem.isEmpty() && tried.startsWith("TRY ")) {
            // the last step may have reached the disk before its word got out
            victim.take(tried.substring(4));
            unfinished++;
            problem = EditCheck.problem(victim.project, victim.model).isEmpty() ? "" : problem;
        }
        List<String> problems = problem.isEmpty() ? List.of() : List.of(victim.project.getFileName() + ": " + problem);
        return new Toll(0, 1, acked, unfinished, logs, problems);
    }

    /** Starts the editors, kills them at some moment and gives back what they had said by then. */
    private static List<String> killed(List<String> quick, List<String> arguments, Random random) throws Exception {
        Process child = Child.start(Editors.class, quick, Map.of(), arguments.toArray(String[]::new));
        BufferedReader lines = Child.lines(child);
        List<String> said = new ArrayList<>();
        boolean early = random.nextInt(10) == 0;
        if (early) {
            Thread.sleep(random.nextInt(1200));
        } else {
            int ready = 0;
            while (ready < arguments.size() / 3) {
                String line = lines.readLine();
                if (line == null) {
                    throw new IllegalStateException("editors did not start: " + Child.errors(child));
                }
                said.add(line);
                ready += line.endsWith(" READY") ? 1 : 0;
            }
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
        }
        // through its handle: Process itself would close the pipe with the last words in it
        child.toHandle().destroyForcibly();
        lines.lines().forEach(said::add);
        child.waitFor();
        return said;
    }

    /** Opens the project as the next start does, then looks at the file. */
    private static String reopened(Path project, EditModel model) {
        try (Workspace next = Workspace.open(project, false, Progress.silent())) {
            boolean undo = next.edits().undoName().isPresent();
            if (next.edits().history(1).isEmpty()) {
                return "no history";
            }
            String problem = EditCheck.problem(project, model);
            return problem.isEmpty() && undo != model.canUndo() ? "undo" : problem;
        }
    }
}
