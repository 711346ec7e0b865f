package riskmap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.project.Workspace;
import riskmap.base.Progress;

/**
 * The program has little memory, really: a session, imports and a check in a process with a heap of a few dozen
 * megabytes. What streams goes through whatever its size; a single area that does not fit is refused in a line that names
 * memory or its size; every acknowledged step is there, before it and after it, and the file is sound.
 */
class SmallHeapTest {
    private static final int ROWS = 40_000;
    /** Corners of one area: its text alone is larger than the heap. */
    private static final int CORNERS = 4_000_000;

    @TempDir
    Path folder;

    @Test
    void whatFitsIsDoneWhatDoesNotIsToldAndNothingIsLost() throws Exception {
        Path project = folder.resolve("区.gpkg");
        EditProject.create(project);
        Path rows = folder.resolve("rows.csv");
        try (Writer out = Files.newBufferedWriter(rows)) {
            out.write("name,n,x,y\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("点" + i + "," + i + "," + (500000 + i % 977) + "," + (4141000 + i % 1009) + "\n");
            }
        }
        List<String> said = run("-Xmx40m", project, rows, hugeArea());
        assertThat(said).contains("DONE import rows.csv", "DONE check", "STEP 11", "STEP 12", "STEP 13", "STEP 14");
        assertThat(said)
                .filteredOn(line -> line.startsWith("REFUSED"))
                .singleElement()
                .asString()
                .startsWith("REFUSED import huge.geojson: ")
                .contains("内存");
        try (Workspace workspace = Workspace.open(project, true, Progress.silent())) {
            assertThat(workspace.store().verify(Progress.silent())).isEmpty();
            assertThat(workspace.features("rows").getFeatures().size()).isEqualTo(ROWS);
            assertThat(workspace.features("stop").getFeatures().size()).isEqualTo(4);
            assertThat(workspace.layers()).doesNotContain("huge");
        }
    }

    private Path hugeArea() throws IOException {
        Path file = folder.resolve("huge.geojson");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},");
            out.write("\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[0,0]");
            for (int i = 1; i < CORNERS; i++) {
                out.write(i % 2 == 0 ? ",[0,1]" : ",[1,1]");
            }
            out.write("]}}]}");
        }
        return file;
    }

    private List<String> run(String heap, Path project, Path... files) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(project.toString()));
        for (Path file : files) {
            arguments.add(file.toString());
        }
        Process child = Child.start(
                SmallHeapWorker.class,
                List.of(heap, "-Driskmap.settings=" + folder.resolve("own")),
                Map.of(),
                arguments.toArray(String[]::new));
        List<String> said = Child.lines(child).lines().toList();
        String errors = Child.errors(child);
        assertThat(child.waitFor()).as(String.join("\n", said) + "\n" + errors).isZero();
        System.out.printf("small heap %s: %s%n", heap, said);
        return said;
    }
}
