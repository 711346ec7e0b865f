package riskmap.app.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.geotools.data.collection.ListFeatureCollection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Layers;
import riskmap.app.Answer;
import riskmap.app.project.Workspace;
import riskmap.base.Amount;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;

/** Tools run on the layers of a project: stored under a new name, on the map, recorded, repeated. */
class ToolRunsTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void makeProject() throws Exception {
        file = folder.resolve("项目.gpkg");
        var source = Layers.of("地块", Polygon.class, "name:String", "people:Double")
                .row(
                        "POLYGON((500000 4150000, 500010 4150000, 500010 4150010, 500000 4150010, 500000 4150000))",
                        "甲",
                        3.0)
                .row(
                        "POLYGON((500010 4150000, 500020 4150000, 500020 4150010, 500010 4150010, 500010 4150000))",
                        "乙",
                        4.0)
                .source();
        try (Workspace project = Workspace.create(file, "项目", "EPSG:4550")) {
            project.store().createLayer(source.getSchema(), "地块");
            project.store()
                    .append(
                            "地块",
                            new ListFeatureCollection(source.getSchema(), Layers.list(source.getFeatures())),
                            Progress.silent());
        }
    }

    private static ToolRuns.Request buffer(String result) {
        return new ToolRuns.Request("buffer", Map.of("features", "#地块"), Map.of("distance", "5"), result);
    }

    @Test
    void aResultIsANewLayerOnTheMapAndTheRunIsRepeatedEqual() {
        String runId;
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            ToolRuns.Outcome outcome = ToolRuns.run(project, buffer("缓冲"), Progress.silent());
            runId = outcome.record().runId();
            assertThat(project.layers()).contains("缓冲");
            assertThat(project.map().layers())
                    .anySatisfy(layer -> assertThat(layer.source()).isEqualTo("#缓冲"));
            assertThat(outcome.record().inputs().get("features").rows()).isEqualTo(2);
            assertThat(ToolRuns.history(project)).extracting(ToolRecord::runId).containsExactly(runId);
        }
        Answer same = Reruns.repeat(file, runId, Progress.silent());
        assertThat(same.good()).isTrue();
    }

    @Test
    void whatIsOddAboutAFileThatIsReadIsTold() throws Exception {
        Path foreign = folder.resolve("外来.gpkg");
        Files.copy(file, foreign);
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + foreign.toUri());
                var statement = connection.createStatement()) {
            for (String trigger : List.of("update", "update1", "update2", "update3", "update4", "update5", "update6")) {
                statement.execute("DROP TRIGGER IF EXISTS \"rtree_地块_geom_" + trigger + "\"");
            }
            statement.execute("UPDATE 地块 SET geom = x'4750000101' WHERE fid = 2");
        }
        Answer answer = OperationRuns.run(
                "centroid",
                Map.of("features", foreign + "#地块"),
                Map.of(),
                folder.resolve("中心.gpkg").toString(),
                Progress.silent());
        assertThat(answer.text()).contains("地块.2");
    }

    @Test
    void aCountAddsUpTheFieldsAskedForAndNamesTheFieldsThereAre() {
        Map<String, String> inputs = Map.of("zones", file + "#地块", "features", file + "#地块");
        String target = folder.resolve("计数.csv").toString();
        OperationRuns.run("count-in-zones", inputs, Map.of("sum", "people"), target, Progress.silent());
        assertThat(Path.of(target)).content().contains("甲,3.0,1,3.0", "乙,4.0,1,4.0");
        assertThatThrownBy(() -> OperationRuns.run(
                        "count-in-zones", inputs, Map.of("sum", "persons"), target, Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("persons")
                .hasMessageContaining("people");
    }

    @Test
    void aRasterReadBesideTheZonesIsMeasuredAndADamagedOneIsToldAndLeavesNoResult() throws Exception {
        String head = "ncols 2\nnrows 1\nxllcorner 500000\nyllcorner 4150000\ncellsize 10\n";
        Path whole = Files.writeString(folder.resolve("高程.asc"), head + "5 7\n");
        Path damaged = Files.writeString(folder.resolve("残缺.asc"), head + "5 x\n");
        Path target = folder.resolve("统计.csv");
        assertThatThrownBy(() -> zonal(damaged, target))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("残缺.asc");
        assertThat(target).doesNotExist();
        zonal(whole, target);
        assertThat(target).content().contains("甲,3.0,1.0,5.0", "乙,4.0,1.0,7.0");
    }

    private Answer zonal(Path raster, Path target) {
        Map<String, String> inputs = Map.of("zones", file + "#地块", "raster", raster.toString());
        return OperationRuns.run("zonal-statistics", inputs, Map.of(), target.toString(), Progress.silent());
    }

    @Test
    void ofTwoRunsInASecondTheLaterStandsFirst() {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            ToolRuns.run(project, buffer("先"), Progress.silent());
            ToolRuns.run(
                    project,
                    new ToolRuns.Request("centroid", Map.of("features", "#地块"), Map.of(), "后"),
                    Progress.silent());
            assertThat(ToolRuns.history(project))
                    .extracting(run -> run.output().source())
                    .containsExactly("#后", "#先");
        }
    }

    @Test
    void aChangedInputIsNamedWhenARunIsRepeated() {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            String runId = ToolRuns.run(project, buffer("缓冲"), Progress.silent())
                    .record()
                    .runId();
            var more = Layers.of("地块", Polygon.class, "name:String", "people:Double")
                    .row("POLYGON((500030 4150000, 500040 4150000, 500040 4150010, 500030 4150000))", "丙", 1.0)
                    .source();
            project.store().append("地块", new ListFeatureCollection(more.getSchema(), list(more)), Progress.silent());
            ToolRuns.Rerun rerun = ToolRuns.rerun(project, runId, Progress.silent());
            assertThat(rerun.differences()).hasSize(2);
            assertThat(rerun.differences().get(0).text()).contains("features", "#地块", "2", "3");
        }
    }

    private static List<org.geotools.api.feature.simple.SimpleFeature> list(
            org.geotools.api.data.SimpleFeatureSource source) {
        try {
            return Layers.list(source.getFeatures());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void sourcesAndResultsThatAreThereAreNeverReplaced() {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            for (String name : new String[] {"地块", "", "a/b", ".."}) {
                assertThatThrownBy(() -> ToolRuns.run(project, buffer(name), Progress.silent()))
                        .as(name)
                        .isInstanceOf(RiskMapException.class);
            }
        }
    }

    @Test
    void aRasterLiesBesideTheProjectAndATableInIt() {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            ToolRuns.run(
                    project,
                    new ToolRuns.Request(
                            "rasterize", Map.of("features", "#地块"), Map.of("field", "people", "cell", "5"), "人口"),
                    Progress.silent());
            assertThat(folder.resolve("人口.tif")).exists();
            assertThat(project.map().layers())
                    .anySatisfy(layer -> assertThat(layer.source()).isEqualTo("人口.tif"));
            ToolRuns.run(
                    project,
                    new ToolRuns.Request("statistics", Map.of("features", "#地块"), Map.of("field", "people"), "统计"),
                    Progress.silent());
            assertThat(project.plainTables()).contains("统计");
            for (String run : ToolRuns.runs(project)) {
                assertThat(ToolRuns.rerun(project, run, Progress.silent()).differences())
                        .as(run)
                        .isEmpty();
            }
        }
    }

    @Test
    void aRunOnTheCommandLineIntoAProjectIsRecordedToo() throws Exception {
        Path other = folder.resolve("点.geojson");
        Files.writeString(
                other,
                """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:4550"}},"features":[
                {"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[500005,4150005]}}]}
                """);
        OperationRuns.run(
                "count-in-zones",
                Map.of("features", other.toString(), "zones", file + "#地块"),
                Map.of(),
                file + "#计数",
                Progress.silent());
        try (Workspace project = Workspace.open(file, true, Progress.silent())) {
            ToolRecord record = ToolRuns.history(project).get(0);
            assertThat(record.inputs().get("features").source()).isEqualTo("点.geojson");
            assertThat(record.inputs().get("zones").source()).isEqualTo("#地块");
        }
        assertThat(Reruns.repeat(file, runs().get(0), Progress.silent()).good()).isTrue();
    }

    private List<String> runs() {
        try (Workspace project = Workspace.open(file, true, Progress.silent())) {
            return ToolRuns.runs(project);
        }
    }

    @Test
    void aPreviewRunsOnTheMapExtentOnlyAndStoresNothing() {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            Envelope west = new Envelope(499_990, 500_005, 4_149_990, 4_150_020);
            ToolPreviews.Preview there =
                    ToolPreviews.run(project, buffer(""), west, Crs.of("EPSG:4550"), Progress.silent());
            ToolPreviews.Preview everywhere = ToolPreviews.run(
                    project,
                    buffer(""),
                    new Envelope(499_990, 500_030, 4_149_990, 4_150_020),
                    Crs.of("EPSG:4550"),
                    Progress.silent());
            assertThat(there.size()).isEqualTo(Amount.of(1, false));
            assertThat(everywhere.size()).isEqualTo(Amount.of(2, false));
            assertThat(there.layer().id()).isNotEqualTo(everywhere.layer().id());
            assertThat(project.layers()).containsExactly("地块");
            assertThat(ToolRuns.runs(project)).isEmpty();
        }
    }
}
