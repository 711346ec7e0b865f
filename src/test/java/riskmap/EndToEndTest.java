package riskmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.app.check.CheckRequest;
import riskmap.app.check.CheckRuns;
import riskmap.app.demo.Demonstration;
import riskmap.app.project.Verification;
import riskmap.app.project.Workspace;
import riskmap.app.run.RiskRuns;
import riskmap.app.run.RunRecord;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.risk.Conservation;
import riskmap.risk.model.ImpactModel;

/** The main job, from nothing to the printed map, through the use-cases alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndTest {
    @TempDir
    static Path folder;

    private Demonstration demonstration;
    private Workspace workspace;
    private RunRecord run;

    @BeforeAll
    void doTheMainJob() {
        Language.use(Language.CHINESE);
        demonstration = Demonstration.make(folder, "small", Progress.silent());
        workspace = Workspace.open(demonstration.project(), true, Progress.silent());
        run = RiskRuns.latest(workspace, "combined").orElseThrow();
    }

    @AfterAll
    void close() {
        if (workspace != null) {
            workspace.close();
        }
    }

    @Test
    void thereAreFifteenLayersAndMoreOfTheCatalogue() {
        List<String> known = workspace.layers().stream()
                .filter(layer -> workspace.kind(layer).isPresent())
                .toList();
        assertThat(known).hasSizeGreaterThan(30).contains("town", "building", "reservoir", "shelter", "risk_zone");
    }

    @Test
    void everyCountIsConserved() {
        List<Conservation> proofs = run.provenance().conservation();
        assertThat(proofs).hasSizeGreaterThan(10).allMatch(Conservation::holds);
        assertThat(proofs).extracting(Conservation::layer).contains("building", "school", "shelter", "road");
    }

    /** Every layer that has a place, under the rule that cuts it and by its centroids, against the risk zones by town. */
    @Test
    @Tag("slow")
    void everyLayerOfTheDemonstrationIsConservedInEveryCount() {
        ImpactModel model = new ImpactModel();
        int counted = 0;
        for (String layer : workspace.layers()) {
            var schema = workspace.features(layer).getSchema();
            if (schema.getGeometryDescriptor() == null || layer.equals("risk_zone") || layer.equals("hazard_zone")) {
                continue;
            }
            String numbers = schema.getAttributeDescriptors().stream()
                    .filter(field ->
                            Number.class.isAssignableFrom(field.getType().getBinding()))
                    .map(field -> field.getLocalName())
                    .collect(Collectors.joining(","));
            Class<?> shape = schema.getGeometryDescriptor().getType().getBinding();
            String cut = Lineal.class.isAssignableFrom(shape)
                    ? "length-share"
                    : Polygonal.class.isAssignableFrom(shape) ? "area-share" : "intersects";
            // cutting thousands of buildings takes many minutes: they are counted by their centroids
            boolean few = rowsOf(layer) < 1000;
            for (String rule : few ? List.of("centroid-within", cut) : List.of("centroid-within")) {
                Map<String, LayerData> layers = new LinkedHashMap<>();
                for (String name : List.of(layer, "risk_zone", "town")) {
                    layers.put(name, new LayerData.Features(workspace.features(name)));
                }
                Inputs inputs = new Inputs(layers);
                ParameterValues values = ParameterValues.of(
                        model.parameters(), Map.of("exposure", layer, "fields", numbers, "rule", rule));
                List<Conservation> proofs =
                        model.run(inputs, values, Progress.silent()).conservation();
                assertThat(proofs).as(layer + " " + rule).isNotEmpty().allMatch(Conservation::holds);
                assertThat(proofs.get(0).total().longValueExact())
                        .as(layer)
                        .isEqualTo(inputs.rows(layer, Progress.silent()).size());
                counted++;
            }
        }
        assertThat(counted).isGreaterThan(50);
    }

    private int rowsOf(String layer) {
        return LayerRows.read(workspace.features(layer), Progress.silent()).size();
    }

    @Test
    void theZonesFillTheTownsOnceAndTheTableAddsUp() throws Exception {
        double towns = area("town", null).values().stream().mapToDouble(d -> d).sum();
        Map<Object, Double> zones = area("risk_zone", "level");
        assertThat(zones.values().stream().mapToDouble(d -> d).sum())
                .isCloseTo(towns, org.assertj.core.data.Offset.offset(1e-9 * towns));
        assertThat(zones.keySet()).isSubsetOf(1, 2, 3, 4, 1L, 2L, 3L, 4L);
    }

    @Test
    void everyInputOfTheRunIsNamedByItsHash() {
        assertThat(run.provenance().inputs()).hasSizeGreaterThan(10).allSatisfy(input -> assertThat(input.sha256())
                .matches("[0-9a-f]{64}"));
        assertThat(run.provenance().parameters()).containsKeys("cell-size", "weights", "breaks");
    }

    @Test
    void repeatingTheRunGivesTheSame() {
        RiskRuns.Rerun again = RiskRuns.rerun(workspace, run.provenance().runId(), Progress.silent());
        assertThat(again.differences()).isEmpty();
    }

    @Test
    void theSurveyLayersPassTheirOwnChecksAndTheFileIsWhole() {
        assertThat(CheckRuns.run(CheckRequest.of(demonstration.project()), Progress.silent()))
                .satisfies(answer -> assertThat(answer.good()).as(answer.text()).isTrue())
                .satisfies(answer -> assertThat((Map<?, ?>) answer.facts())
                        .as(answer.text())
                        .satisfies(facts -> assertThat((List<?>) facts.get("listed"))
                                .as(
                                        "shelters in flood and red zones, a hospital without a fever clinic, a town without power lines")
                                .hasSizeBetween(3, 12)
                                .allSatisfy(finding -> assertThat(((Map<?, ?>) finding).get("rule"))
                                        .isIn("outside_flood", "outside_red", "each_hospital", "each_power"))));
        assertThat(Verification.verify(demonstration.project(), Progress.silent()))
                .satisfies(answer -> assertThat(answer.good()).as(answer.text()).isTrue());
    }

    @Test
    void theOneMapIsAnA3PageWhoseChineseCanBeSearched() throws Exception {
        try (PDDocument document = Loader.loadPDF(demonstration.map().toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            var box = document.getPage(0).getMediaBox();
            assertThat(box.getWidth() * 25.4 / 72).isCloseTo(420, org.assertj.core.data.Offset.offset(0.1));
            assertThat(box.getHeight() * 25.4 / 72).isCloseTo(297, org.assertj.core.data.Offset.offset(0.1));
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("公共安全风险一张图", "张村镇", "比例尺", "图例", "演示");
        }
    }

    @Test
    void theBriefingTellsThePeopleAtRiskThatTheTableHolds() throws Exception {
        var byLevel = run.table("risk-by-level").orElseThrow();
        int people = riskmap.report.Grids.index(byLevel, "building_people");
        try (PDDocument document = Loader.loadPDF(demonstration.briefing().toFile())) {
            assertThat(document.getNumberOfPages()).isBetween(2, 4);
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
            assertThat(text).contains("风险简报", "演示数据", run.provenance().runId());
            for (List<Object> row : byLevel.rows()) {
                assertThat(text).contains(riskmap.report.ShownNumber.text((Number) row.get(people), 0));
            }
            assertThat(text).contains("清单与统计表一致", "计算以来图层未变");
        }
    }

    @Test
    void makingTheDistrictAgainKeepsTheProjectSomebodyMayHaveWorkedIn(@TempDir Path other) throws Exception {
        Path project = Files.copy(demonstration.project(), other.resolve("demo.gpkg"));
        try (Workspace worked = Workspace.open(project, false, Progress.silent())) {
            worked.store().putDocument("note", "{}");
        }
        new riskmap.app.demo.DemonstrationDistrict(riskmap.app.demo.DemonstrationDistrict.Size.SMALL)
                .write(other, Progress.silent());
        try (var former = riskmap.data.gpkg.GeoPackage.open(other.resolve("demo.gpkg.bak"), true);
                var fresh = riskmap.data.gpkg.GeoPackage.open(project, true)) {
            assertThat(former.document("note")).isPresent();
            assertThat(fresh.document("note")).isEmpty();
        }
    }

    @Test
    void ogrSeesTheSameLayersAndCounts() throws Exception {
        assumeTrue(installed("ogrinfo"), "ogrinfo is not installed");
        String said =
                output("ogrinfo", "-ro", "-so", "-al", demonstration.project().toString());
        Map<String, Long> theirs = new TreeMap<>();
        String layer = null;
        for (String line : said.split("\n")) {
            if (line.startsWith("Layer name: ")) {
                layer = line.substring("Layer name: ".length()).strip();
            } else if (line.startsWith("Feature Count: ")) {
                theirs.put(
                        layer,
                        Long.parseLong(
                                line.substring("Feature Count: ".length()).strip()));
            }
        }
        theirs.remove("riskmap_documents");
        Map<String, Long> ours = new TreeMap<>();
        for (String name : workspace.layers()) {
            ours.put(name, (long) workspace.features(name).getFeatures().size());
        }
        ours.remove("riskmap_documents");
        assertThat(theirs).isEqualTo(ours);
    }

    @Test
    void thePublicValidatorFindsNothing() throws Exception {
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/python3"))
                        && output("/usr/bin/python3", "-c", "import osgeo_utils.samples.validate_gpkg")
                                .isBlank(),
                "the validator is not installed");
        assertThat(output(
                        "/usr/bin/python3",
                        "-m",
                        "osgeo_utils.samples.validate_gpkg",
                        "-k",
                        demonstration.project().toString()))
                .isBlank();
    }

    private Map<Object, Double> area(String layer, String field) throws Exception {
        Map<Object, Double> result = new LinkedHashMap<>();
        try (SimpleFeatureIterator rows =
                workspace.features(layer).getFeatures().features()) {
            while (rows.hasNext()) {
                var row = rows.next();
                Geometry geometry = (Geometry) row.getDefaultGeometry();
                assertThat(geometry.isValid()).as(row.getID()).isTrue();
                result.merge(field == null ? "all" : row.getAttribute(field), geometry.getArea(), Double::sum);
            }
        }
        return result;
    }

    private static boolean installed(String program) {
        for (String path : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(path, program))) {
                return true;
            }
        }
        return false;
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return text;
    }
}
