package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.DataUtilities;
import org.geotools.data.collection.ListFeatureCollection;
import org.geotools.data.simple.SimpleFeatureCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.Catalogue;
import riskmap.data.Field;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.data.Title;
import riskmap.geo.raster.Grid;
import riskmap.io.FeatureStream;
import riskmap.io.Formats;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskResult;

/** Impact by published answers, and what it promises of every count. */
class ImpactModelTest {
    private static final Path CHECKS = Path.of("../shared/data/checks");
    private static final ImpactModel MODEL = new ImpactModel();

    @ParameterizedTest(name = "{0}: {1} × {2} {4}")
    @CsvSource({
        "A1, hazard/classified_generic_polygon.shp, exposure/buildings.shp, h_zone, centroid-within, High, 11, Medium,"
                + " 161, Low, 2, 7",
        "A1, hazard/classified_generic_polygon.shp, exposure/buildings.shp, h_zone, intersects, High, 14, Medium, 163,"
                + " Low, 2, -1",
        "A2, hazard/classified_generic_polygon.shp, exposure/building-points.shp, h_zone, centroid-within, High, 12,"
                + " Medium, 172, Low, 3, 11",
        "A3, hazard/volcano_krb.shp, exposure/buildings.shp, KRB, centroid-within, Bencana III, 11, Bencana II, 161,"
                + " Bencana I, 2, 7"
    })
    void publishedCounts(
            String check,
            String zones,
            String exposure,
            String field,
            String rule,
            String a,
            int inA,
            String b,
            int inB,
            String c,
            int inC,
            int outside) {
        assumeTrue(Files.exists(CHECKS), "published data not there: " + CHECKS);
        RiskResult result = run(
                Map.of("zones", features(zones), "exposure", features(exposure)),
                Map.of("zones", "zones", "exposure", "exposure", "zone-field", field, "rule", rule));
        Map<String, Double> counts = byZone(result, 1);
        assertThat(ending(counts, a)).isEqualTo(inA);
        assertThat(ending(counts, b)).isEqualTo(inB);
        assertThat(ending(counts, c)).isEqualTo(inC);
        if (outside >= 0) {
            assertThat(result.conservation().get(0).outside()).isEqualByComparingTo(Integer.toString(outside));
        }
        assertThat(result.conservation()).allMatch(Conservation::holds);
        assertThat(result.workings().get(0).value()).isEqualTo(Integer.toString(inB));
        assertThat(result.workings().get(0).filled()).isEqualTo("1 + 1 + 1 + 1 + 1 + 1 + … (" + inB + ")");
    }

    @Test
    void populationIsSplitByShareOfAreaAndTheWardWithoutGeometryIsListed() {
        assumeTrue(Files.exists(CHECKS), "published data not there: " + CHECKS);
        RiskResult result = run(
                Map.of(
                        "zones", features("hazard/classified_generic_polygon.shp"),
                        "census", features("exposure/census.shp")),
                Map.of(
                        "zones", "zones",
                        "exposure", "census",
                        "zone-field", "h_zone",
                        "rule", "area-share",
                        "fields", "population"));
        Map<String, Double> people = byZone(result, 2);
        assertThat(ending(people, "High")).isCloseTo(7271.431538053051, within(1e-5));
        assertThat(ending(people, "Medium")).isCloseTo(72852.05080801852, within(1e-5));
        assertThat(ending(people, "Low")).isCloseTo(11459.170311153292, within(1e-5));
        assertThat(result.conservation()).allMatch(Conservation::holds);
        assertThat(table(result, "attention").rows()).hasSize(1);
        // the largest zone as it is written down: people × share of each ward
        double sum = 0;
        for (String ward : result.workings().get(0).filled().split(" \\+ ")) {
            double product = 1;
            for (String factor : ward.split(" × ")) {
                product *= Double.parseDouble(factor);
            }
            sum += product;
        }
        assertThat(sum).isCloseTo(72852.05080801852, within(0.5));
        assertThat(result.workings().get(0).value()).isEqualTo("72852.1");
    }

    @Test
    void depthOfARasterAtTheCentroids() throws Exception {
        assumeTrue(Files.exists(CHECKS), "published data not there: " + CHECKS);
        Path file = CHECKS.resolve("hazard/continuous_flood_20_20.asc");
        LayerData depth = new LayerData.Raster(((GridFormat) Formats.reading(file))
                .read(file, ReadOptions.standard(), new ImportLog(), Progress.silent()));
        for (String[] rule : List.of(new String[] {"bilinear", "64"}, new String[] {"nearest", "78"})) {
            RiskResult result = run(
                    Map.of("depth", depth, "exposure", features("exposure/buildings.shp")),
                    Map.of("zones", "depth", "exposure", "exposure", "rule", rule[0], "breaks", "1"));
            assertThat(result.conservation().get(0).inside()).isEqualByComparingTo(rule[1]);
            assertThat(result.conservation().get(0).total()).isEqualByComparingTo("181");
        }
    }

    /**
     * InaSAFE 3.5 publishes 67, 49 and 64 buildings in its three classes of flood, which lie on the cells as diagonals: the
     * centroid of a building in the outer half cell has no class there. By the cell it lies in it is one of class 1.
     */
    @ParameterizedTest
    @CsvSource({"nearest-within, 67", "nearest, 68"})
    void classesOfARasterAtTheCentroids(String rule, double lowest) throws Exception {
        assumeTrue(Files.exists(CHECKS), "published data not there: " + CHECKS);
        Path file = CHECKS.resolve("hazard/continuous_flood_20_20.asc");
        Grid lattice = ((GridFormat) Formats.reading(file))
                .read(file, ReadOptions.standard(), new ImportLog(), Progress.silent());
        Grid classes = Grid.filled(lattice.geometry(), 0);
        for (int cell = 0; cell < classes.cells().length; cell++) {
            classes.cells()[cell] = (cell / 20 + cell % 20) % 3 + 1;
        }
        RiskResult result = run(
                Map.of("class", new LayerData.Raster(classes), "exposure", features("exposure/buildings.shp")),
                Map.of("zones", "class", "exposure", "exposure", "rule", rule, "breaks", "1,2,3"));
        assertThat(table(result, "impact-by-zone").rows().stream().limit(3).map(row -> ((Number) row.get(1))
                        .doubleValue()))
                .containsExactly(64.0, 49.0, lowest);
        assertThat(result.conservation().get(0).total()).isEqualByComparingTo("181");
    }

    @ParameterizedTest
    @CsvSource({"centroid-within,building", "intersects,building", "area-share,building", "length-share,road"})
    void nothingIsLostWhateverTheRuleAndOverlappingZonesCountOnce(String rule, String layer) {
        Map<String, LayerData> layers = sample();
        RiskResult result = MODEL.run(
                new Inputs(layers),
                values(Map.of(
                        "exposure", layer, "rule", rule, "zones", "flood_zone", "zone-field", "return_period_years")),
                Progress.silent());
        assertThat(result.conservation()).isNotEmpty().allMatch(Conservation::holds);
        Conservation count = result.conservation().get(0);
        assertThat(count.inside().signum()).isPositive();
        assertThat(count.outside().signum()).isPositive();
        assertThat(count.withoutGeometry().signum()).isPositive();
        if (!rule.equals("intersects")) {
            double inZones = table(result, "impact-by-zone").rows().stream()
                    .limit(3)
                    .mapToDouble(row -> ((Number) row.get(1)).doubleValue())
                    .sum();
            assertThat(inZones).isCloseTo(count.inside().doubleValue(), within(1e-6));
        }
    }

    /** 100 m to the east and back: 30 m each way in the zone, 200 m in all; the second zone is laid over the first. */
    @ParameterizedTest
    @CsvSource({"false, 'LINESTRING(0 5,100 5,0 5)'", "true, 'LINESTRING(0 5,60 5,100 5,40 5,0 5)'"})
    void aRouteThereAndBackCountsWithItsWholeLength(boolean overlapping, String route) {
        Layers zones = Layers.of("zone", Polygon.class, "name:String").row("POLYGON((0 0,30 0,30 9,0 9,0 0))", "a");
        Layers towns = Layers.of("town", Polygon.class, "name:String").row("POLYGON((0 0,80 0,80 9,0 9,0 0))", "西镇");
        if (overlapping) {
            zones.row("POLYGON((0 0,10 0,10 9,0 9,0 0))", "b");
            towns.row("POLYGON((0 0,90 0,90 9,0 9,0 0))", "东镇");
        }
        Map<String, LayerData> layers = new HashMap<>(Map.of(
                "zone", zones.data(),
                "town", towns.data(),
                "road",
                        Layers.of("road", LineString.class, "name:String")
                                .row(route, "环线")
                                .data()));
        RiskResult result = run(
                layers,
                Map.of(
                        "exposure",
                        "road",
                        "zones",
                        "zone",
                        "zone-field",
                        "name",
                        "rule",
                        "length-share",
                        "fields",
                        ""));
        Conservation length = result.conservation().get(1);
        assertThat(length.inside()).isEqualByComparingTo("0.06");
        assertThat(length.outside()).isEqualByComparingTo("0.14");
        assertThat(table(result, "impact-by-town").rows().stream()
                        .filter(row -> row.get(0).equals("西镇"))
                        .mapToDouble(row -> ((Number) row.get(3)).doubleValue())
                        .sum())
                .isCloseTo(0.16, within(1e-9));
    }

    @Test
    void classesOfACodedFieldAreCalledAsTheCatalogueCallsThem() throws IOException {
        RiskResult result = run(sample(), Map.of("zones", "forest_stand", "zone-field", "fuel_type"));
        Message conifer =
                (Message) table(result, "impact-by-zone").rows().get(0).get(0);
        assertThat(conifer.text(Language.ENGLISH)).isEqualTo("Conifer");
        assertThat(conifer.text(Language.CHINESE)).isEqualTo("针叶林");
        // what is stored stays the code, and is shown in words
        Field measure = Catalogue.standard().kind("impact").field("measure").orElseThrow();
        assertThat(Layers.texts(result.layers().get(0))).anyMatch(text -> text.contains("people · conifer"));
        Title both = measure.domain().find("people · forest-fire").orElseThrow().title();
        assertThat(both.in(Language.ENGLISH)).isEqualTo("People · Forest fire");
        assertThat(both.in(Language.CHINESE)).isEqualTo("人口 · 森林火灾");
        assertThat(measure.domain().find("people · 50").orElseThrow().title().in(Language.ENGLISH))
                .isEqualTo("People · 50");
        assertThat(measure.domain().find("a · b")).isEmpty();
    }

    @Test
    void whatDoesNotFitIsSaidBeforeTheRun() {
        Map<String, LayerData> layers = sample();
        assertThat(problems(layers, Map.of("rule", "bilinear"))).contains("risk.check-rule-raster");
        assertThat(problems(layers, Map.of("zones", "dem"))).isEmpty();
        assertThat(problems(layers, Map.of("zone-field", "colour"))).contains("risk.check-no-field");
        assertThat(problems(layers, Map.of("exposure", "school", "rule", "area-share", "fields", "")))
                .contains("risk.check-dimension-2");
        assertThat(problems(layers, Map.of("exposure", "building", "rule", "length-share")))
                .contains("risk.check-dimension-1");
        assertThat(problems(layers, Map.of())).isEmpty();
    }

    private static Map<String, LayerData> sample() {
        Inputs sample = SampleDistrict.inputs(1);
        Map<String, LayerData> layers = new LinkedHashMap<>();
        for (String name : sample.names()) {
            layers.put(
                    name,
                    sample.isGrid(name)
                            ? new LayerData.Raster(sample.grid(name))
                            : new LayerData.Features(sample.features(name)));
        }
        return layers;
    }

    private static List<String> problems(Map<String, LayerData> layers, Map<String, String> given) {
        InputChecks checks = new InputChecks(new Inputs(layers), values(given), Progress.silent());
        MODEL.check(checks);
        return checks.findings().stream()
                .filter(InputChecks.Finding::fatal)
                .map(finding -> finding.message().key())
                .toList();
    }

    private static RiskResult run(Map<String, LayerData> layers, Map<String, String> given) {
        return MODEL.run(new Inputs(layers), values(given), Progress.silent());
    }

    private static ParameterValues values(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(given);
        return ParameterValues.of(MODEL.parameters(), all);
    }

    private static LayerData features(String name) {
        Path file = CHECKS.resolve(name);
        VectorFormat format = (VectorFormat) Formats.reading(file);
        List<SimpleFeature> features = new ArrayList<>();
        try (FeatureStream stream = format.read(file, "", ReadOptions.standard(), new ImportLog())) {
            for (SimpleFeature feature = stream.next(); feature != null; feature = stream.next()) {
                features.add(feature);
            }
            return new LayerData.Features(
                    DataUtilities.source((SimpleFeatureCollection) new ListFeatureCollection(stream.type(), features)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Table table(RiskResult result, String id) {
        return result.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Double> byZone(RiskResult result, int column) {
        Map<String, Double> values = new HashMap<>();
        for (List<Object> row : table(result, "impact-by-zone").rows()) {
            String name = row.get(0) instanceof Message message
                    ? message.key()
                    : row.get(0).toString();
            values.put(name, ((Number) row.get(column)).doubleValue());
        }
        return values;
    }

    private static double ending(Map<String, Double> values, String name) {
        return values.entrySet().stream()
                .filter(each ->
                        each.getKey().contains(name + " ") || each.getKey().endsWith(name))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
