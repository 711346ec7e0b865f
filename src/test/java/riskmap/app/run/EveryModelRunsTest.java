package riskmap.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.geotools.api.data.SimpleFeatureStore;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.filter.identity.FeatureId;
import org.geotools.data.DataUtilities;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.app.Answer;
import riskmap.app.bench.ModelBenchmark;
import riskmap.app.project.Workspace;
import riskmap.base.Language;
import riskmap.base.Parameter;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.risk.Conservation;
import riskmap.risk.Provenance;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;
import riskmap.risk.model.SampleDistrict;

/** What every model promises of its recorded runs, by running each on a small project. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryModelRunsTest {
    private static final Map<String, Map<String, String>> TOLD = Map.of(
            "combination", Map.of("factors", "1 * flood = max(flood_zone.depth_m) classes 0.5 1 2 3"),
            "impact", Map.of("zones", "flood_zone", "zone-field", "depth_m"),
            "comparison", Map.of("first", "risk_zone", "second", "risk_zone"),
            "geohazard-warning", Map.of("zones", "risk_zone"));

    /** The models that count what lies where: each proves that it lost nothing. */
    private static final Set<String> COUNTING = Set.of(
            "combined",
            "dam-break",
            "inundation",
            "waterlogging",
            "geohazard-susceptibility",
            "geohazard-runout",
            "geohazard-warning",
            "fire-danger",
            "fire-spread",
            "fire-facilities",
            "lookout-view",
            "hazardous-sites",
            "accident",
            "case-rates",
            "coping-capacity",
            "shelter-allocation",
            "combination",
            "impact",
            "comparison");

    private Path folder;
    private Path file;

    static Stream<RiskModel> models() {
        return RiskModels.all().stream();
    }

    @BeforeAll
    void project(@TempDir Path shared) throws IOException {
        folder = shared;
        file = folder.resolve("区.gpkg");
        Inputs district = SampleDistrict.withReservoir();
        try (Workspace project = Workspace.create(file, "试验区", "EPSG:4550")) {
            for (String name : district.names()) {
                if (district.isGrid(name)) {
                    Path raster = folder.resolve(name + ".tif");
                    ((GridFormat) Formats.writing(raster)).write(raster, district.grid(name), Progress.silent());
                } else {
                    SimpleFeatureCollection layer = district.features(name).getFeatures();
                    project.store().createLayer(layer.getSchema(), name);
                    project.store().append(name, layer, Progress.silent());
                }
            }
        }
    }

    /** What a model has to be told beside its defaults, and cells as large as it allows up to 40 m, to be quick. */
    private static Map<String, String> quick(RiskModel model) {
        Map<String, String> values = new LinkedHashMap<>(TOLD.getOrDefault(model.id(), Map.of()));
        for (Parameter parameter : model.parameters()) {
            if (parameter.key().equals("cell-size")) {
                values.put("cell-size", "40");
            }
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("models")
    void aRunFileRepeatsTheRunOrNamesWhatChanged(RiskModel model) throws Exception {
        Map<String, String> given = quick(model);
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            RunRecord run = RiskRuns.run(project, model.id(), given, Progress.silent());
            assertThat(run.provenance().conservation()).allMatch(Conservation::holds);
            assertThat(!run.provenance().conservation().isEmpty()).isEqualTo(COUNTING.contains(model.id()));
            Path written = folder.resolve(model.id() + ".json");
            RunFiles.write(run, written);
            assertThat(Files.readString(written)).contains("sha256", "modelVersion", "programVersion");
            RunRecord read = RunFiles.read(written);
            assertThat(differences(project, read)).isEmpty();
            Optional<String> layer = run.provenance().inputs().stream()
                    .map(Provenance.Content::name)
                    .filter(project.layers()::contains)
                    .findFirst();
            if (layer.isPresent()) {
                List<String> said = afterOneMoreRow(project, layer.get(), read);
                assertThat(said)
                        .anyMatch(text -> text.matches("Input layer “.*\\b" + layer.get() + "\\b.*” has changed.*"));
                assertThat(differences(project, read)).isEmpty();
            }
        }
    }

    @Test
    void allModelsAreTimedOneAfterAnother() {
        Answer told = ModelBenchmark.answer(file, new int[] {2}, Progress.silent());
        assertThat(told.good()).isTrue();
        assertThat((List<?>) told.facts()).hasSize(RiskModels.all().size() + 1);
        assertThatThrownBy(() -> ModelBenchmark.answer(file, new int[] {0}, Progress.silent()))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("0");
    }

    private static List<String> differences(Workspace project, RunRecord run) {
        return RiskRuns.rerun(project, run, Progress.silent()).differences().stream()
                .map(message -> message.text(Language.ENGLISH))
                .toList();
    }

    /** What a rerun says while a layer has a row more, without a place. */
    private static List<String> afterOneMoreRow(Workspace project, String layer, RunRecord run) throws IOException {
        SimpleFeatureStore store = (SimpleFeatureStore) project.features(layer);
        SimpleFeature first = Layers.list(store.getFeatures()).get(0);
        SimpleFeature more = SimpleFeatureBuilder.build(store.getSchema(), first.getAttributes(), null);
        more.setDefaultGeometry(null);
        List<FeatureId> added = store.addFeatures(DataUtilities.collection(more));
        try {
            return differences(project, run);
        } finally {
            store.removeFeatures(CommonFactoryFinder.getFilterFactory().id(Set.copyOf(added)));
        }
    }

    @Test
    void aChangedInputIsNamedByTheRunFile() throws Exception {
        Path copy = Files.copy(file, folder.resolve("改动.gpkg"));
        Path written = folder.resolve("impact-before.json");
        try (Workspace project = Workspace.open(copy, false, Progress.silent())) {
            RunFiles.write(
                    RiskRuns.run(
                            project,
                            "impact",
                            Map.of("zones", "flood_zone", "zone-field", "depth_m"),
                            Progress.silent()),
                    written);
            SimpleFeatureStore buildings = (SimpleFeatureStore) project.features("building");
            buildings.modifyFeatures("people", 1, ECQL.toFilter("people = 3"));
            List<String> said =
                    RiskRuns.rerun(project, RunFiles.read(written), Progress.silent()).differences().stream()
                            .map(message -> message.text(Language.ENGLISH))
                            .toList();
            assertThat(said).anyMatch(text -> text.startsWith("Input layer “Buildings (building)” has changed"));
            assertThat(said).anyMatch(text -> text.contains("impact-by-zone"));
        }
    }

    @Test
    void twoRunsAreComparedByTheirIds() {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            Map<String, String> factors =
                    Map.of("cell-size", "40", "factors", "1 * flood = max(flood_zone.depth_m) classes 0.5 1 2 3");
            RunRecord first = RiskRuns.run(project, "combination", factors, "zone_a", Progress.silent());
            RunRecord second = RiskRuns.run(
                    project,
                    "combination",
                    Map.of("cell-size", "40", "factors", "1 * flood = max(flood_zone.depth_m) classes 2 3 4 5"),
                    "zone_b",
                    Progress.silent());
            RunRecord difference = RiskRuns.run(
                    project,
                    "comparison",
                    Map.of(
                            "first", first.provenance().runId(),
                            "second", second.provenance().runId()),
                    Progress.silent());
            double higher = ((Number) difference.tables().get(0).rows().get(0).get(1)).doubleValue();
            double lower = ((Number) difference.tables().get(0).rows().get(1).get(1)).doubleValue();
            assertThat(higher).isPositive();
            assertThat(lower).isZero();
        }
    }

    @Test
    void aFileThatIsNoRunFileIsSaidSo() throws Exception {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"format\":\"other\"}");
        assertThatThrownBy(() -> RunFiles.read(other))
                .isInstanceOf(RiskMapException.class)
                .hasMessageContaining("other");
    }
}
