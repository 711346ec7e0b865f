package riskmap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.app.Workspace;
import riskmap.app.tool.ToolRecord;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Language;
import riskmap.base.Progress;

/** {@code riskmap run --rows}: a tool once for each row of a table. */
class RunRowsCommandTest {
    private static final String SQUARES =
            """
            {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4550"}},"features":[
            {"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Polygon","coordinates":[[[500000,4150000],
            [500100,4150000],[500100,4150100],[500000,4150100],[500000,4150000]]]}}]}""";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        return CommandLineDoor.run(arguments, project -> {}, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private String squares() throws IOException {
        return Files.writeString(folder.resolve("squares.geojson"), SQUARES).toString();
    }

    private Path project() {
        Path file = folder.resolve("p.gpkg");
        Workspace.create(file, "p", "EPSG:4550").close();
        return file;
    }

    @Test
    void eachRowIsARunOfTheProjectThatCanBeRepeatedAndARowThatFailsIsNamed() throws IOException {
        Path project = project();
        Path rows = Files.writeString(folder.resolve("rows.csv"), "distance,out\n10,近\nfar,错\n50,远\n");
        int code = run(
                "run", "buffer", "--in", "features=" + squares(), "--rows", rows.toString(), "--out", project + "#缓冲");
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("第 2 行").contains("far");
        assertThat(out.toString()).contains("第 1 行").contains("第 3 行").contains("共 3 行，完成 2 行");
        try (Workspace opened = Workspace.open(project, true, Progress.silent())) {
            assertThat(opened.layers()).contains("近", "远").doesNotContain("错", "缓冲");
            List<ToolRecord> history = ToolRuns.history(opened);
            assertThat(history)
                    .extracting(run ->
                            run.output().source() + " " + run.parameters().get("distance"))
                    .containsExactlyInAnyOrder("#近 10", "#远 50");
            for (ToolRecord recorded : history) {
                assertThat(ToolRuns.rerun(opened, recorded.runId(), Progress.silent())
                                .differences())
                        .isEmpty();
            }
        }
    }

    @Test
    void rowsWithoutANameAreNumberedAndTakeWhatTheCallSaysForTheRest() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "distance,rings\n10,1\n50,\n");
        int code = run(
                "run",
                "buffer",
                "--in",
                "features=" + squares(),
                "-p",
                "rings=3",
                "--rows",
                rows.toString(),
                "--out",
                folder.resolve("disc.geojson").toString());
        assertThat(err.toString()).isEmpty();
        assertThat(code).isZero();
        assertThat(features(folder.resolve("disc_1.geojson"))).isEqualTo(1);
        assertThat(features(folder.resolve("disc_2.geojson"))).isEqualTo(3);
    }

    private static int features(Path file) throws IOException {
        return Files.readString(file).split("\"type\" *: *\"Feature\"", -1).length - 1;
    }

    @Test
    void aColumnTheToolDoesNotKnowIsRefusedBeforeAnythingIsRun() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "distance,colour\n10,red\n");
        int code = run(
                "run",
                "buffer",
                "--language",
                "en",
                "--in",
                "features=" + squares(),
                "--rows",
                rows.toString(),
                "--out",
                folder.resolve("disc.geojson").toString());
        Language.use(Language.CHINESE);
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("colour").contains("distance-field");
        assertThat(folder.resolve("disc_1.geojson")).doesNotExist();
    }
}
