package riskmap.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Table;
import riskmap.risk.InputChecks.Finding;
import riskmap.risk.model.SampleDistrict;

/** A layer that a model can do without, and that keeps it from starting, is left out on purpose. */
class LeftOutTest {
    private static final String BRIDGES = "bridge_tunnel";
    private static final Map<String, String> COARSE = Map.of("cell-size", "40");
    private static final Map<String, String> WITHOUT = Map.of("cell-size", "40", "without", BRIDGES);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void project() throws IOException {
        Language.use(Language.CHINESE);
        file = write("区.gpkg", true);
    }

    /** A project, with bridges that lie far away or without any. */
    private Path write(String name, boolean bridges) throws IOException {
        Path written = folder.resolve(name);
        Inputs district = SampleDistrict.inputs(1);
        try (Workspace project = Workspace.create(written, "试验区", "EPSG:4550")) {
            for (String layer : district.names()) {
                if (!district.isGrid(layer)) {
                    add(project, layer, district.features(layer).getFeatures());
                }
            }
            if (bridges) {
                Layers far = Layers.of(BRIDGES, Point.class, "name:String").row("POINT(1500000 4140500)", "远方大桥");
                add(project, BRIDGES, far.source().getFeatures());
            }
        }
        return written;
    }

    private static void add(Workspace project, String name, SimpleFeatureCollection layer) {
        project.store().createLayer(layer.getSchema(), name);
        project.store().append(name, layer, Progress.silent());
    }

    @Test
    void aLayerThatLiesElsewhereKeepsTheModelFromStartingUntilItIsLeftOut() throws IOException {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            assertThatThrownBy(() -> RiskRuns.run(project, "combined", COARSE, Progress.silent()))
                    .isInstanceOf(RiskMapException.class)
                    .hasMessageContaining("risk.check-no-overlap");
            assertThat(RiskRuns.check(project, "combined", WITHOUT, Progress.silent()))
                    .noneMatch(Finding::fatal);
            RunRecord run = RiskRuns.run(project, "combined", WITHOUT, Progress.silent());
            assertThat(run.provenance().parameters()).containsEntry("without", BRIDGES);
            assertThat(run.provenance().inputs())
                    .noneMatch(input -> input.name().equals(BRIDGES));
            assertThat(run.notes())
                    .extracting(note -> note.text(Language.CHINESE))
                    .anyMatch(note -> note.contains("桥梁隧道") && note.contains("未读取"));
            assertThat(RiskRuns.rerun(project, run.provenance().runId(), Progress.silent())
                            .differences())
                    .isEmpty();
        }
    }

    @Test
    void whatComesOutIsWhatAProjectWithoutThatLayerGives() throws IOException {
        List<Table> without;
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            without = RiskRuns.run(project, "combined", WITHOUT, Progress.silent())
                    .tables();
        }
        try (Workspace project = Workspace.open(write("无桥.gpkg", false), false, Progress.silent())) {
            RunRecord never = RiskRuns.run(project, "combined", COARSE, Progress.silent());
            assertThat(never.provenance().parameters()).doesNotContainKey("without");
            assertThat(without)
                    .extracting(Table::id, Table::rows)
                    .containsExactlyElementsOf(never.tables().stream()
                            .map(table -> org.assertj.core.groups.Tuple.tuple(table.id(), table.rows()))
                            .toList());
        }
    }

    @Test
    void aRequiredLayerAndOneThatIsNotReadAreRefused() throws IOException {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            assertThatThrownBy(() -> RiskRuns.run(project, "combined", Map.of("without", "town"), Progress.silent()))
                    .hasMessageContaining("risk.left-out-required");
            assertThatThrownBy(() -> RiskRuns.check(project, "combined", Map.of("without", "sea"), Progress.silent()))
                    .hasMessageContaining("risk.left-out-unknown");
            assertThat(RiskRuns.runs(project)).isEmpty();
        }
    }
}
