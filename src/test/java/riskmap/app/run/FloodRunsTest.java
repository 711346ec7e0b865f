package riskmap.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.analysis.Layers;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.map.MapLayer;
import riskmap.risk.Working;
import riskmap.risk.model.SampleDistrict;

/** Flood models run on a project: what is stored, repeated and refused. */
class FloodRunsTest {
    @TempDir
    Path folder;

    /** A project with one reservoir whose design level is given. */
    private Workspace project(double designLevel) throws IOException {
        SimpleFeatureCollection reservoirs =
                SampleDistrict.reservoir(designLevel).source().getFeatures();
        Workspace project = Workspace.create(folder.resolve("区.gpkg"), "试验区", "EPSG:4550");
        project.store().createLayer(reservoirs.getSchema(), "水库");
        project.store().append("reservoir", reservoirs, Progress.silent());
        return project;
    }

    @Test
    void modelsThatShareALayerKeepTheirOwnRowsAndShowThemUnderTheirOwnName() throws IOException {
        try (Workspace project = project(27)) {
            String capacity = RiskRuns.run(project, "rain-capacity", Map.of(), Progress.silent())
                    .provenance()
                    .runId();
            String flood = RiskRuns.run(project, "reservoir-flood", Map.of(), Progress.silent())
                    .provenance()
                    .runId();
            assertThat(Layers.list(project.features("reservoir_alarm").getFeatures()))
                    .extracting(row -> row.getAttribute("run_id"))
                    .containsExactlyInAnyOrder(capacity, flood);
            assertThat(project.map().layers())
                    .extracting(MapLayer::id)
                    .contains("reservoir_alarm_rain-capacity", "reservoir_alarm_reservoir-flood");
            for (String run : List.of(capacity, flood)) {
                assertThat(RiskRuns.rerun(project, run, Progress.silent()).differences())
                        .isEmpty();
            }
            RunRecord record = RiskRuns.find(project, capacity).orElseThrow();
            assertThat(record.workings()).extracting(Working::subject).contains("鲸园水库");
            assertThat(record.charts()).isNotEmpty();
            assertThat(record.notes())
                    .extracting(note -> note.text(Language.CHINESE))
                    .anyMatch(note -> note.startsWith("须对照标准核实") && note.contains("CN"));
        }
    }

    @Test
    void contradictingLevelsAreRefusedByNameBeforeAnythingIsComputed() throws IOException {
        try (Workspace project = project(25)) {
            List<String> before = project.layers();
            for (String model : List.of("rain-capacity", "reservoir-flood", "dam-break")) {
                assertThatThrownBy(() -> RiskRuns.run(project, model, Map.of(), Progress.silent()))
                        .isInstanceOfSatisfying(RiskMapException.class, e -> assertThat(
                                        e.userMessage().text(Language.CHINESE))
                                .contains("鲸园水库", "汛限水位 26", "设计洪水位 25"));
                assertThat(RiskRuns.check(project, model, Map.of(), Progress.silent()))
                        .anyMatch(finding -> finding.fatal() && finding.input().equals("reservoir"));
            }
            assertThat(project.layers()).isEqualTo(before);
            assertThat(RiskRuns.runs(project)).isEmpty();
        }
    }

    @Test
    void aCalculationWithoutLayersIsRecordedAndHasNoLayerToName() throws IOException {
        try (Workspace project = project(27)) {
            String run = RiskRuns.run(
                            project, "runoff", Map.of("rain", "152.4", "curve-number", "70"), Progress.silent())
                    .provenance()
                    .runId();
            assertThat(RiskRuns.find(project, run).orElseThrow().workings())
                    .extracting(Working::value)
                    .contains("108.857", "21.7714", "71.2519");
            assertThat(RiskRuns.rerun(project, run, Progress.silent()).same()).isTrue();
            assertThatThrownBy(() -> RiskRuns.run(project, "runoff", Map.of(), "径流", Progress.silent()))
                    .hasMessageContaining("app.zones-none");
        }
    }
}
