package riskmap.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.geotools.api.data.DataStore;
import org.geotools.api.data.SimpleFeatureStore;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.filter.Filter;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.geotools.feature.simple.SimpleFeatureBuilder;
import org.geotools.filter.text.ecql.ECQL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Layers;
import riskmap.app.project.Workspace;
import riskmap.base.CancelledException;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.map.MapLayer;
import riskmap.risk.Conservation;
import riskmap.risk.RiskModels;
import riskmap.risk.model.SampleDistrict;

class RiskRunsTest {
    private static final Map<String, String> COARSE = Map.of("cell-size", "40");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void project() throws IOException {
        file = folder.resolve("区.gpkg");
        Inputs district = SampleDistrict.inputs(1);
        try (Workspace project = Workspace.create(file, "试验区", "EPSG:4550")) {
            for (String name : district.names()) {
                if (!district.isGrid(name)) {
                    SimpleFeatureCollection layer = district.features(name).getFeatures();
                    project.store().createLayer(layer.getSchema(), name);
                    project.store().append(name, layer, Progress.silent());
                }
            }
        }
    }

    @Test
    void resultsAreStoredWithTheirRecordAndShownInTheMap() throws IOException {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            RunRecord record = RiskRuns.run(project, "combined", COARSE, Progress.silent());
            String id = record.provenance().runId();
            assertThat(project.layers()).contains("risk_zone", "hazard_zone", "impact");
            assertThat(Layers.list(project.features("risk_zone").getFeatures()))
                    .isNotEmpty()
                    .allSatisfy(zone -> assertThat(zone.getAttribute("run_id")).isEqualTo(id));
            assertThat(project.map().layers()).extracting(MapLayer::id).contains("risk_zone", "hazard_zone_flood");
            assertThat(record.provenance().conservation()).isNotEmpty().allMatch(Conservation::holds);
            RunRecord stored = RiskRuns.find(project, id).orElseThrow();
            assertThat(stored.provenance()).isEqualTo(record.provenance());
            assertThat(stored.notes())
                    .extracting(note -> note.text(Language.CHINESE))
                    .hasSameSizeAs(record.notes());
            assertThat(stored.table("conservation")).isPresent();
        }
    }

    /** A shelter layer that another program had deleted doubled the people at high risk, and nothing said so. */
    @Test
    void aLayerThatTheProjectLacksIsNamedInTheResult() throws IOException {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            RunRecord all = RiskRuns.run(project, "combined", COARSE, Progress.silent());
            assertThat(absent(all, Language.CHINESE)).doesNotContain("避难场所");
            ((DataStore) project.features("shelter").getDataStore()).removeSchema("shelter");
            RunRecord fewer = RiskRuns.run(project, "combined", COARSE, Progress.silent());
            assertThat(absent(fewer, Language.CHINESE)).contains("项目中没有", "应急避难场所");
            assertThat(absent(RiskRuns.find(project, fewer.provenance().runId()).orElseThrow(), Language.ENGLISH))
                    .contains("The project lacks", "Shelters");
        }
    }

    private static String absent(RunRecord record, Language language) {
        return record.notes().stream()
                .filter(note -> note.key().equals("app.run-absent"))
                .map(note -> note.text(language))
                .collect(Collectors.joining());
    }

    /** Names in a note are listed as each language lists them, in the record as in the run. */
    @Test
    void notesThatListNamesAreKeptInEveryLanguage() throws IOException {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            SimpleFeatureCollection one =
                    SampleDistrict.withReservoir().features("reservoir").getFeatures();
            project.store().createLayer(one.getSchema(), "reservoir");
            project.store().append("reservoir", one, Progress.silent());
            project.store().append("reservoir", one, Progress.silent());
            ((SimpleFeatureStore) project.features("reservoir")).modifyFeatures("catchment_km2", null, Filter.INCLUDE);
            project.store().append("reservoir", one, Progress.silent());
            RunRecord record = RiskRuns.run(project, "reservoir-flood", Map.of(), Progress.silent());
            RunRecord stored =
                    RiskRuns.find(project, record.provenance().runId()).orElseThrow();
            assertThat(stored.notes()).as("each is told once").doesNotHaveDuplicates();
            for (Language language : Language.values()) {
                assertThat(stored.notes().stream().map(note -> note.text(language)))
                        .containsExactlyElementsOf(record.notes().stream()
                                .map(note -> note.text(language))
                                .toList());
            }
            assertThat(stored.notes()).anySatisfy(note -> {
                assertThat(note.key()).isEqualTo("risk.note-no-catchment");
                assertThat(note.text(Language.CHINESE)).contains("、");
                assertThat(note.text(Language.ENGLISH)).contains(", ").doesNotContain("、");
            });
        }
    }

    @Test
    void whatTheUserShouldKnowOfTheInputsIsSaidBeforeTheModelComputes() throws IOException {
        List<String> said = new ArrayList<>();
        Progress listening = new Progress() {
            @Override
            public void report(double fraction, Message step) {
                if (step != null) {
                    said.add(step.text(Language.CHINESE));
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            ((SimpleFeatureStore) project.features("school")).removeFeatures(Filter.INCLUDE);
            RiskRuns.run(project, "combined", COARSE, listening);
        }
        int heed = said.indexOf("请注意：图层“学校”没有数据：请先导入或填报");
        assertThat(heed).isPositive().isLessThan(said.indexOf("计算坡度"));
    }

    @Test
    void aSecondRunReplacesTheFirst() throws IOException {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            RiskRuns.run(project, "combined", COARSE, Progress.silent());
            int zones = project.features("risk_zone").getFeatures().size();
            RunRecord again = RiskRuns.run(project, "combined", COARSE, Progress.silent());
            assertThat(project.features("risk_zone").getFeatures().size()).isEqualTo(zones);
            assertThat(RiskRuns.runs(project))
                    .containsExactly(again.provenance().runId());
        }
    }

    @Test
    void aRunThatIsStoppedWhileItIsStoredLeavesTheFormerOneWithItsRecord() throws IOException {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            String first = RiskRuns.run(project, "combined", COARSE, Progress.silent())
                    .provenance()
                    .runId();
            int zones = project.features("risk_zone").getFeatures().size();
            assertThatThrownBy(() -> RiskRuns.run(project, "combined", Map.of("cell-size", "50"), stoppedAt(0.9)))
                    .isInstanceOf(CancelledException.class);
            assertThat(RiskRuns.runs(project)).containsExactly(first);
            assertThat(project.features("risk_zone").getFeatures().size()).isEqualTo(zones);
        }
    }

    /** A user who stops the work when it comes this far. */
    private static Progress stoppedAt(double fraction) {
        return new Progress() {
            private volatile boolean stopped;

            @Override
            public void report(double reached, Message step) {
                stopped |= reached >= fraction;
            }

            @Override
            public boolean isCancelled() {
                return stopped;
            }
        };
    }

    @Test
    void repeatingARunGivesTheSameOrNamesTheChangedInput() throws Exception {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            String id = RiskRuns.run(project, "combined", COARSE, Progress.silent())
                    .provenance()
                    .runId();
            assertThat(RiskRuns.rerun(project, id, Progress.silent()).differences())
                    .isEmpty();

            SimpleFeatureStore shelters = (SimpleFeatureStore) project.features("shelter");
            SimpleFeatureType type = shelters.getSchema();
            shelters.modifyFeatures(
                    type.getDescriptor("capacity_people").getName(), 5, ECQL.toFilter("capacity_people = 800"));
            List<String> said = RiskRuns.rerun(project, id, Progress.silent()).differences().stream()
                    .map(message -> message.text(Language.ENGLISH))
                    .toList();
            assertThat(said).anyMatch(text -> text.startsWith("Input layer “Shelters (shelter)” has changed"));
            assertThat(said).anyMatch(text -> text.startsWith("Result “risk_index” differs"));
        }
    }

    /** The towns were brought to another reference system; the layer of zones that an earlier run made stays in its own. */
    @Test
    void zonesOfInputsInAnotherSystemLieWhereThoseOfTheEarlierRunDo() throws IOException {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            RiskRuns.run(project, "combined", COARSE, Progress.silent());
            var before = project.features("risk_zone").getBounds();
            SimpleFeatureCollection towns = project.features("town").getFeatures();
            var moved = LayerRows.read(DataUtilities.source(towns), Progress.silent())
                    .in(Crs.of("EPSG:4551"), Progress.silent());
            SimpleFeatureType type = moved.type();
            List<SimpleFeature> rows = new ArrayList<>();
            List<SimpleFeature> old = Layers.list(towns);
            for (int row = 0; row < old.size(); row++) {
                SimpleFeature each = SimpleFeatureBuilder.retype(old.get(row), type);
                each.setDefaultGeometry(moved.geometry(row));
                rows.add(each);
            }
            project.store().dataStore().removeSchema("town");
            project.store().createLayer(type, "镇街");
            project.store().append("town", new ListFeatureCollection(type, rows), Progress.silent());
            RiskRuns.run(project, "combined", COARSE, Progress.silent());
            var after = project.features("risk_zone").getBounds();
            assertThat(after.getMinX()).isCloseTo(before.getMinX(), within(100.0));
            assertThat(after.getMaxY()).isCloseTo(before.getMaxY(), within(100.0));
        }
    }

    @Test
    void zonesUnderAnotherNameLeaveThoseOfAnEarlierRun() throws IOException {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            String first = RiskRuns.run(project, "combined", COARSE, Progress.silent())
                    .provenance()
                    .runId();
            RunRecord second = RiskRuns.run(project, "combined", Map.of("cell-size", "50"), "方案二", Progress.silent());
            String id = second.provenance().runId();
            assertThat(second.zones()).containsExactly("方案二");
            assertThat(RiskRuns.runs(project)).containsExactlyInAnyOrder(first, id);
            assertThat(runIds(project, "risk_zone")).containsOnly(first);
            assertThat(runIds(project, "方案二")).containsOnly(id);
            assertThat(runIds(project, "hazard_zone")).containsOnly(id);
            assertThat(shown(project, "方案二").style()).isEqualTo("risk_zone");
            assertThat(shown(project, "方案二").visible()).isTrue();
            assertThat(shown(project, "risk_zone").visible())
                    .as("would be covered")
                    .isFalse();
            assertThat(RiskRuns.rerun(project, id, Progress.silent()).differences())
                    .isEmpty();

            // the same run into the usual layer too: one record for both, and the first run is replaced
            RunRecord third = RiskRuns.run(project, "combined", Map.of("cell-size", "50"), Progress.silent());
            assertThat(third.zones()).containsExactlyInAnyOrder("risk_zone", "方案二");
            assertThat(shown(project, "risk_zone").visible()).isTrue();
            assertThat(shown(project, "方案二").visible()).isFalse();
            assertThat(RiskRuns.runs(project)).containsExactly(id);
        }
    }

    private static List<Object> runIds(Workspace project, String layer) throws IOException {
        return Layers.list(project.features(layer).getFeatures()).stream()
                .map(zone -> zone.getAttribute("run_id"))
                .distinct()
                .toList();
    }

    @Test
    void zonesAreNeverWrittenOverSomethingElse() {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            List<String> before = project.layers();
            for (String name : List.of("shelter", "Shelter", "impact", "gpkg_x", " ", "reservoir")) {
                assertThatThrownBy(() -> RiskRuns.run(project, "combined", COARSE, name, Progress.silent()))
                        .as(name)
                        .isInstanceOf(RiskMapException.class)
                        .hasMessageContaining("app.zones-");
            }
            assertThat(project.layers()).isEqualTo(before);
            assertThat(RiskRuns.runs(project)).isEmpty();
        }
    }

    @Test
    void theGroupOfARunIsNamedByModelAndTimeInBothLanguages() {
        String group = ResultGroup.of(RiskModels.byId("inundation"), "2026-06-14T04:49:10Z");
        assertThat(group).matches("(成果|Results) · .+ 2026-06-1\\d \\d\\d:\\d\\d");
        assertThat(ResultGroup.isResults(group)).isTrue();
        assertThat(ResultGroup.title(group).orElseThrow().chinese()).startsWith("成果 · 洪水淹没 2026-");
        assertThat(ResultGroup.title(group).orElseThrow().english()).startsWith("Results · ");
        assertThat(ResultGroup.brief(group).orElseThrow().chinese()).matches("洪水淹没 06-1\\d \\d\\d:\\d\\d");
        assertThat(ResultGroup.title("成果")).isEmpty();
        assertThat(ResultGroup.isResults("成果图")).isFalse();
    }

    private static MapLayer shown(Workspace project, String id) {
        return project.map().layers().stream()
                .filter(layer -> layer.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void resultLayersAreCalledByBothLanguages() {
        MapLayer flood =
                new MapLayer("hazard_zone_flood", "洪水危险区", "成果", "#hazard_zone", "", "family = 'flood'", true, 1);
        assertThat(ResultLayers.title(flood).orElseThrow().english()).isEqualTo("Flood hazard zones");
        MapLayer own = new MapLayer("hazard_zone_flood", "淹没区", "成果", "#hazard_zone", "", "", true, 1);
        assertThat(ResultLayers.title(own)).isEmpty();
    }

    @Test
    void theLayerOfARowOfATableOfRunsIsCalledByItsKindAndTheNumberOfTheRow() {
        assertThat(ResultLayers.title(row("consequence_zone_2", "事故影响范围 2"))
                        .orElseThrow()
                        .english())
                .isEqualTo("Reach of accidents 2");
        assertThat(ResultLayers.title(row("risk_zone_12", "Combined risk zones 12"))
                        .orElseThrow()
                        .chinese())
                .isEqualTo("综合风险区 12");
        assertThat(ResultLayers.title(row("consequence_zone_2", "夜间"))).isEmpty();
        assertThat(ResultLayers.title(row("consequence_zone_night", "consequence_zone_night")))
                .isEmpty();
    }

    private static MapLayer row(String name, String title) {
        return new MapLayer(name, title, "成果", "#" + name, "", "", true, 1);
    }

    @Test
    void whatIsMissingIsNamed() {
        try (Workspace project = Workspace.open(file, false, Progress.silent())) {
            assertThatThrownBy(() -> RiskRuns.rerun(project, "combined-0", Progress.silent()))
                    .isInstanceOf(RiskMapException.class)
                    .hasMessageContaining("app.run-missing");
            assertThatThrownBy(() -> RiskRuns.run(project, "flooding", Map.of(), Progress.silent()))
                    .isInstanceOf(RiskMapException.class)
                    .hasMessageContaining("risk.model-unknown");
        }
    }
}
