package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/**
 * The power goes while a surveyor edits: what the program had called finished is on the disk, whatever had only been on
 * its way there. The edit session runs unchanged under a recorder; from what it did thousands of disks are made as they
 * might be after a cut. {@code -Driskmap.cuts=20000} makes more.
 */
class PowerCutTest {
    private static final int CUTS = Integer.getInteger("riskmap.cuts", 2000);
    private static final int STEPS = 100;

    private Path workshop;
    private Path recorded;

    /** Outcome → how often. */
    private record Toll(TreeMap<String, Integer> counts, int events) {
        int of(String outcome) {
            return counts.getOrDefault(outcome, 0);
        }
    }

    @BeforeEach
    void folders() throws IOException {
        workshop = Folders.inMemory("riskmap-cut");
        recorded = Files.createDirectory(workshop.resolve("disk"));
    }

    @AfterEach
    void clean() throws IOException {
        Folders.remove(workshop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wal", "delete"})
    void noFinishedStepIsLostAndNoFileIsDamaged(String journal) throws Exception {
        Toll toll = cutOften(journal, null, CUTS);
        System.out.printf("power cuts, %s: %s of %d file changes%n", journal, toll.counts(), toll.events());
        assertThat(toll.counts()).containsOnlyKeys("as acknowledged", "with the step in progress");
        assertThat(toll.of("as acknowledged")).isPositive();
    }

    /** The test of the test: with commits that are not forced, it must find losses. */
    @ParameterizedTest
    @CsvSource({"wal, NORMAL", "delete, FULL", "delete, OFF"})
    void aWeakerSettingIsFoundOut(String journal, String synchronous) throws Exception {
        Toll toll = cutOften(journal, synchronous, 300);
        System.out.printf("power cuts, %s %s (must lose): %s%n", journal, synchronous, toll.counts());
        assertThat(toll.of("LOST") + toll.of("DAMAGED")).isGreaterThan(3);
    }

    private Toll cutOften(String journal, String synchronous, int cuts) throws Exception {
        Path project = recorded.resolve("project.gpkg");
        EditProject.create(project);
        SimulatedDisk disk = new SimulatedDisk(recorded);
        List<EditModel> states = new ArrayList<>(List.of(EditProject.fresh()));
        Recording recording = record(project, journal, synchronous, states);
        Random random = new Random(7);
        int[] hits = random.ints(cuts, firstStep(recording), recording.events().size())
                .sorted()
                .toArray();
        TreeMap<String, Integer> counts = new TreeMap<>();
        Path target = workshop.resolve("left");
        int acked = 0;
        int next = 0;
        for (int i = 0; i < recording.events().size(); i++) {
            Recording.Event event = recording.events().get(i);
            for (; next < hits.length && hits[next] == i; next++) {
                Files.createDirectory(target);
                disk.cut(random, target);
                boolean likeAStart = next % 100 == 0;
                counts.merge(judge(target.resolve("project.gpkg"), states, acked, likeAStart), 1, Integer::sum);
                Folders.remove(target);
            }
            if (event.path().endsWith("/ack")) {
                acked += event.bytes().length;
            } else {
                disk.apply(event);
            }
        }
        assertThat(acked).isEqualTo(STEPS);
        return new Toll(counts, recording.events().size());
    }

    /** Runs the editor under the recorder; adds the state after each step. */
    private Recording record(Path project, String journal, String synchronous, List<EditModel> states)
            throws Exception {
        Path done = Files.createFile(workshop.resolve("done"));
        Path log = workshop.resolve("log");
        List<String> options = new ArrayList<>(List.of("-Driskmap.journal=" + journal));
        if (synchronous != null) {
            options.add("-Driskmap.synchronous=" + synchronous);
        }
        Map<String, String> environment = Recorder.environment(workshop, recorded, log);
        Process child = Child.start(
                Editor.class,
                options,
                environment,
                project.toString(),
                done.toString(),
                "3",
                Integer.toString(STEPS),
                recorded.resolve("ack").toString());
        for (String line : Child.lines(child).lines().toList()) {
            if (line.startsWith("TRY ")) {
                EditModel after = states.get(states.size() - 1).copy();
                after.apply(EditOperation.parse(line.substring(4)));
                states.add(after);
            }
        }
        assertThat(child.waitFor()).as(Child.errors(child)).isZero();
        return Recording.read(log);
    }

    private static int firstStep(Recording recording) {
        for (int i = 0; i < recording.events().size(); i++) {
            Recording.Event event = recording.events().get(i);
            if (event.kind() == 'W' && event.path().endsWith("/ack")) {
                return i;
            }
        }
        throw new AssertionError("nothing was acknowledged");
    }

    private static String judge(Path file, List<EditModel> states, int acked, boolean likeAStart) {
        if (likeAStart) {
            try (Workspace next = Workspace.open(file, false, Progress.silent())) {
                next.edits().history(1);
            } catch (RiskMapException refused) {
                return "DAMAGED";
            }
        }
        String problem = EditCheck.problem(file, states.get(acked));
        if (problem.isEmpty()) {
            return "as acknowledged";
        }
        if (acked + 1 < states.size()
                && EditCheck.problem(file, states.get(acked + 1)).isEmpty()) {
            return "with the step in progress";
        }
        return problem.startsWith("corrupt") || problem.startsWith("unreadable") ? "DAMAGED" : "LOST";
    }
}
