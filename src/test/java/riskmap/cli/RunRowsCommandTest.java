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
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.app.tool.ToolRecord;
import riskmap.app.tool.ToolRuns;
import riskmap.base.Language;
import riskmap.base.Progress;

/** {@code riskmap run --rows}, {@code riskmap risk --rows}: a tool or a model once for each row of a table. */
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

    @Test
    void aRowReadsWhatTheOneBeforeItHasWrittenUnderWhateverName() throws IOException {
        Path made = folder.resolve("Made.gpkg");
        Workspace.create(made, "p", "EPSG:4550").close();
        Path link = Files.createSymbolicLink(folder.resolve("other.gpkg"), made);
        Path rows = Files.writeString(
                folder.resolve("rows.csv"),
                "features,distance,out\n%s,10,%s#a\n%s#a,20,%s#b\n%s#b,30,%s\n"
                        .formatted(squares(), made, link, link, made, folder.resolve("c.geojson")));
        int code = run("run", "buffer", "--rows", rows.toString());
        assertThat(code).as(err.toString()).isZero();
        assertThat(features(folder.resolve("c.geojson"))).isEqualTo(1);
    }

    @Test
    void ofRowsWrittenToFilesOfTheirOwnEachIsAsAloneAndFailuresAreNamedInOrder() throws IOException {
        Path rows = Files.writeString(
                folder.resolve("rows.csv"),
                "distance,out\n10,%1$s/a.geojson\n20,%2$s/b.geojson\nfar,%1$s/c.geojson\n40,%1$s/d.geojson\n"
                        .formatted(folder, squares()));
        int code = run("run", "buffer", "--in", "features=" + squares(), "--rows", rows.toString());
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).containsSubsequence("第 2 行", "第 3 行").doesNotContain("第 1 行", "第 4 行");
        assertThat(out.toString()).containsSubsequence("第 1 行", "第 4 行", "共 4 行，完成 2 行");
        for (String[] row : new String[][] {{"10", "a"}, {"40", "d"}}) {
            Path alone = folder.resolve("alone").resolve(row[1] + ".geojson");
            run(
                    "run",
                    "buffer",
                    "--in",
                    "features=" + squares(),
                    "-p",
                    "distance=" + row[0],
                    "--out",
                    alone.toString());
            assertThat(folder.resolve(row[1] + ".geojson")).hasSameTextualContentAs(alone);
        }
    }

    @Test
    void aModelIsRunWithEachRowAndItsZonesHaveTheirOwnLayer() throws IOException {
        Path project = project();
        Path towns = Files.writeString(
                folder.resolve("towns.geojson"),
                SQUARES.replace("500100", "520000")
                        .replace("4150100", "4170000")
                        .replace("\"a\"", "\"甲镇\""));
        assertThat(run("import", towns.toString(), "--project", project.toString(), "--kind", "town"))
                .as(err.toString())
                .isZero();
        Path rows = Files.writeString(folder.resolve("rows.csv"), "风速,stability,out\n2,F,夜间\n5,D,\nfast,D,错\n");
        int code = run(
                "risk",
                "accident",
                "--project",
                project.toString(),
                "-p",
                "x=510000",
                "-p",
                "y=4160000",
                "--rows",
                rows.toString());
        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("第 3 行").contains("fast");
        assertThat(out.toString()).contains("第 1 行").contains("第 2 行").contains("共 3 行，完成 2 行");
        try (Workspace opened = Workspace.open(project, true, Progress.silent())) {
            assertThat(opened.layers()).contains("夜间", "consequence_zone_2").doesNotContain("错", "consequence_zone");
            assertThat(opened.map().layers())
                    .extracting(layer -> layer.id() + " " + layer.title())
                    .contains("夜间 夜间", "consequence_zone_2 事故影响范围 2");
            assertThat(RiskRuns.runs(opened)).hasSize(2);
            for (String id : RiskRuns.runs(opened)) {
                assertThat(RiskRuns.rerun(opened, id, Progress.silent()).same())
                        .as(id)
                        .isTrue();
            }
        }
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
