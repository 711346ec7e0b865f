package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The disk is full at the n-th write, for every n up to 500, or fails for a moment, or is broken (60 each): nothing that was
 * acknowledged is lost, nothing half is kept, a step that could not be written waits beside and is written when that
 * works again, and no failure is told as a success. {@code -Driskmap.failures=5000} goes further.
 */
class FailingDiskTest {
    private Path workshop;

    @BeforeEach
    void folders() throws IOException {
        workshop = Folders.inMemory("riskmap-full");
    }

    @AfterEach
    void clean() throws IOException {
        Folders.remove(workshop);
    }

    @ParameterizedTest
    @CsvSource({"FULL, true, false, 500", "FULL, false, false, 60", "BROKEN, true, false, 60", "FULL, true, true, 60"})
    void whateverWriteFailsNothingIsLost(String failure, boolean lasting, boolean ownFilesToo, int usual)
            throws Exception {
        int failures = Integer.getInteger("riskmap.failures", usual);
        Path disk = Files.createDirectory(workshop.resolve("disk"));
        Path project = disk.resolve("区.gpkg");
        EditProject.create(project);
        Path own = (ownFilesToo ? disk : workshop).resolve("own");
        Path control = workshop.resolve("control");
        Map<String, String> environment = FailingDisk.environment(workshop, disk, control);
        Process child = Child.start(
                FailingDiskWorker.class,
                List.of("-Driskmap.settings=" + own),
                environment,
                project.toString(),
                control.toString(),
                failure,
                Boolean.toString(lasting),
                Integer.toString(failures));
        TreeMap<String, Integer> counts = counts(child);
        System.out.printf("disk %s, %s, own files %s: %s%n", failure, lasting ? "for good" : "once", own, counts);
        assertThat(counts.keySet()).noneMatch(outcome -> outcome.contains("STILL"));
        assertThat(counts.getOrDefault("edit: kept beside, then done", 0)
                        + counts.getOrDefault("edit: refused, then done", 0)
                        + counts.getOrDefault("edit: done in spite of it", 0))
                .as("every n hit an edit")
                .isEqualTo(failures);
        assertThat(counts.getOrDefault("import: refused", 0)).isGreaterThanOrEqualTo(Math.min(60, failures));
        assertThat(counts.getOrDefault("backup: refused", 0)).isGreaterThan(3);
    }

    /** Files come in whole or not at all, and what was there stays, wherever the disk fills up on the way. */
    @Test
    void anImportThatTheDiskHasNoRoomForLeavesWhatWasThere() throws Exception {
        Path disk = Files.createDirectory(workshop.resolve("disk"));
        Path project = disk.resolve("区.gpkg");
        EditProject.create(project);
        Path table = Files.writeString(workshop.resolve("table.csv"), table(400));
        Files.writeString(workshop.resolve("former.csv"), table(3));
        Path control = workshop.resolve("control");
        Process child = Child.start(
                FailingImportWorker.class,
                List.of("-Driskmap.settings=" + workshop.resolve("own")),
                FailingDisk.environment(workshop, disk, control),
                project.toString(),
                control.toString(),
                table.toString(),
                "400");
        TreeMap<String, Integer> counts = counts(child);
        System.out.printf("disk full in imports: %s%n", counts);
        for (String what : List.of("layer", "replacement", "project")) {
            assertThat(counts.getOrDefault(what + ": refused", 0)).as(what).isGreaterThan(8);
        }
    }

    private static String table(int rows) {
        StringBuilder table = new StringBuilder("name,n,x,y\n");
        for (int i = 0; i < rows; i++) {
            table.append("点").append(i).append(',').append(i).append(',');
            table.append(EditProject.x(i)).append(",4141000\n");
        }
        return table.toString();
    }

    /** What the child counted; it had no problems and ended well. */
    private static TreeMap<String, Integer> counts(Process child) throws Exception {
        TreeMap<String, Integer> counts = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (String line : Child.lines(child).lines().toList()) {
            if (line.startsWith("COUNT ")) {
                int last = line.lastIndexOf(' ');
                counts.put(line.substring(6, last), Integer.parseInt(line.substring(last + 1)));
            } else if (line.startsWith("PROBLEM ")) {
                problems.add(line.substring(8));
            }
        }
        String errors = Child.errors(child);
        assertThat(child.waitFor()).as(errors).isZero();
        assertThat(problems).isEmpty();
        return counts;
    }
}
