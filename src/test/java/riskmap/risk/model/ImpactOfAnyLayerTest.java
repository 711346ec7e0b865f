package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.geo.crs.Crs;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskLevel;
import riskmap.risk.RiskResult;

/** Impact on layers that are not the survey's own: in degrees, with levels in words, with towns called by another field. */
class ImpactOfAnyLayerTest {
    private static final ImpactModel MODEL = new ImpactModel();

    /** A degree along the equator is a·π/180 = 111.319 km of WGS 84, one along the meridian from it 110.574 km. */
    @Test
    void aLayerInDegreesIsCountedAndMeasuredOnTheEllipsoid() {
        Map<String, LayerData> layers = Map.of(
                "zones",
                Layers.of("zones", Crs.of("EPSG:4326"), Polygon.class, "level:Integer")
                        .row(box(0, 0, 0.25, 1), 4)
                        .data(),
                "roads",
                Layers.of("roads", Crs.of("EPSG:4326"), LineString.class, "name:String")
                        .row("LINESTRING(0 0, 1 0)", "沿赤道")
                        .row("LINESTRING(0.1 0, 0.1 1)", "沿经线")
                        .data(),
                "areas",
                Layers.of("areas", Crs.of("EPSG:4326"), Polygon.class, "title:String", "population:Integer")
                        .row(box(0, 0, 1, 1), "一度见方", 1000)
                        .data());
        RiskResult result = run(
                layers,
                Map.of(
                        "exposure", "roads",
                        "fields", "",
                        "zones", "zones",
                        "rule", "length-share",
                        "towns", "areas",
                        "town-field", "title"));
        List<Object> inside = table(result, "impact-by-zone").rows().get(0);
        assertThat((double) inside.get(2)).isCloseTo(111.319491 / 4 + 110.574389, within(1e-3));
        List<Object> town = table(result, "impact-per-head").rows().get(0);
        assertThat(town.get(0)).isEqualTo("一度见方");
        // the quadrangle between the equator and 1° N, Snyder's equation 3-12
        assertThat((double) town.get(2)).isCloseTo(12_308.778, within(0.5));
        assertThat(result.charts().stream()
                        .filter(chart -> chart.table().equals("impact-per-head"))
                        .map(chart -> chart.title(table(result, "impact-per-head"), result.charts(), Language.CHINESE)))
                .hasSize(2)
                .noneMatch(title -> title.endsWith("）"))
                .anyMatch(title -> title.contains("：每万人"));
        assertThat(result.notes()).anyMatch(note -> note.key().equals("risk.note-ellipsoid"));
        assertThat(result.conservation()).allMatch(Conservation::holds);
    }

    /** A tenth of a degree along 37.4° N is N·cos φ·Δλ = 8.854323 km of WGS 84; its metres of the web's maps are 11,132. */
    @Test
    void lengthsInWebMercatorAreThoseOfTheGround() {
        Map<String, LayerData> layers = Map.of(
                "zones",
                Layers.of("zones", Crs.of("EPSG:3857"), Polygon.class, "level:Integer")
                        .row(box(13_500_000, 4_400_000, 13_700_000, 4_600_000), 4)
                        .data(),
                "roads",
                Layers.of("roads", Crs.of("EPSG:3857"), LineString.class, "name:String")
                        .row("LINESTRING(13580977.8768 4495009.2586, 13592109.8259 4495009.2586)", "沿纬线")
                        .data());
        RiskResult result = run(
                layers,
                Map.of("exposure", "roads", "fields", "", "zones", "zones", "rule", "length-share", "towns", ""));
        assertThat((double) table(result, "impact-by-zone").rows().get(0).get(2))
                .isCloseTo(8.854323, within(1e-5));
        assertThat(result.notes()).anyMatch(note -> note.key().equals("risk.note-ellipsoid"));
    }

    /** Roads mark borders: 60 m of the road are the border of both towns and of both zones. */
    @Test
    void aRoadAlongABorderCountsOnceInTheFirstTownAndTheHighestZone() {
        Map<String, LayerData> layers = Map.of(
                "zones",
                Layers.of("zones", Polygon.class, "level:Integer")
                        .row(box(0, 0, 100, 60), 2)
                        .row(box(100, 0, 200, 60), 3)
                        .data(),
                "roads",
                Layers.of("roads", LineString.class, "name:String")
                        .row("LINESTRING(100 0, 100 100, 140 100)", "界路")
                        .data(),
                "areas",
                Layers.of("areas", Polygon.class, "title:String")
                        .row(box(0, 0, 100, 200), "西")
                        .row(box(100, 0, 200, 200), "东")
                        .data());
        RiskResult result = run(
                layers,
                Map.of(
                        "exposure", "roads",
                        "fields", "",
                        "zones", "zones",
                        "rule", "length-share",
                        "towns", "areas",
                        "town-field", "title"));
        List<List<Object>> rows = table(result, "impact-by-zone").rows();
        assertThat(rows.stream().map(row -> ((Number) row.get(2)).doubleValue()))
                .as("kilometres in the highest zone, in the other, in none, without a place, all")
                .containsExactly(0.06, 0.0, 0.08, 0.0, 0.14);
        assertThat(result.conservation()).allMatch(Conservation::holds);
    }

    /** InaSAFE gives a feature that cannot be divided the highest class it meets (its assign_highest_value). */
    @ParameterizedTest
    @CsvSource({
        "high, medium, low, ''",
        "高, 中, 低, ''",
        "高风险区, 较高风险区, 低风险区, ''",
        "红色, 橙色, 黄色, ''",
        "3, 2, 1, ''",
        "I, II, III, 'I,II,III'",
        "C, A, B, 'C, A'"
    })
    void aBuildingInSeveralZonesCountsOnceInTheHighest(String high, String middle, String low, String order) {
        boolean number = high.equals("3");
        Layers zones = Layers.of("zones", Polygon.class, number ? "class:Integer" : "class:String");
        String[] names = {low, high, middle};
        for (int i = 0; i < 3; i++) {
            zones.row(box(100 * i, 0, 100 * i + 100, 100), number ? (Object) Integer.valueOf(names[i]) : names[i]);
        }
        Map<String, LayerData> layers = Map.of(
                "zones",
                zones.data(),
                "building",
                Layers.of("building", Polygon.class, "people:Integer")
                        .row(box(90, 10, 110, 20), 5)
                        .row(box(190, 10, 210, 20), 7)
                        .row(box(10, 10, 20, 20), 11)
                        .row(box(240, 10, 250, 20), 13)
                        .row(box(500, 10, 510, 20), 17)
                        .data());
        RiskResult result = run(
                layers,
                Map.of("zones", "zones", "zone-field", "class", "zone-order", order, "rule", "intersects-highest"));
        List<List<Object>> rows = table(result, "impact-by-zone").rows();
        assertThat(rows.subList(0, 3).stream().map(row -> row.get(0).toString()))
                .containsExactly(high, middle, low);
        assertThat(rows.subList(0, 4).stream().map(row -> ((Number) row.get(2)).intValue()))
                .containsExactly(12, 13, 11, 17);
        assertThat(result.conservation()).allMatch(Conservation::holds);
    }

    /** Where zones overlap the higher counts, also by words whose letters are the other way round: 中 is before 低 and 高. */
    @Test
    void whereZonesOverlapTheHigherWordCounts() {
        Map<String, LayerData> layers = Map.of(
                "zones",
                Layers.of("zones", Polygon.class, "level:String")
                        .row(box(0, 0, 100, 100), "中")
                        .row(box(50, 0, 100, 100), "高")
                        .row(box(0, 0, 20, 100), "低")
                        .data(),
                "building",
                Layers.of("building", Polygon.class, "people:Integer")
                        .row(box(60, 10, 70, 20), 5)
                        .row(box(5, 10, 15, 20), 7)
                        .data());
        RiskResult result = run(layers, Map.of("zones", "zones"));
        assertThat(table(result, "impact-by-zone").rows().subList(0, 3).toString())
                .isEqualTo("[[高, 1, 5], [中, 1, 7], [低, 0, 0]]");
    }

    @Test
    void anOrderThatNamesWhatNoZoneHasIsToldBeforeTheRun() {
        Inputs inputs = new Inputs(Map.of(
                "zones",
                Layers.of("zones", Polygon.class, "class:Integer")
                        .row(box(0, 0, 100, 100), 2)
                        .row(box(100, 0, 200, 100), 10)
                        .data(),
                "building",
                Layers.of("building", Polygon.class, "people:Integer")
                        .row(box(90, 10, 110, 20), 5)
                        .data()));
        ParameterValues values = ParameterValues.of(
                MODEL.parameters(), Map.of("zones", "zones", "zone-field", "class", "zone-order", "2, 3, 10"));
        assertThat(InputChecks.of(MODEL, inputs, values, Progress.silent()).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.input()).isEqualTo("zone-order");
                    assertThat(finding.message().text(Language.CHINESE)).contains("“3”", "已有：10、2");
                });
    }

    @Test
    void wordsForLevelsHaveTheirPlace() {
        assertThat(List.of("极高风险区", "高易发区", "较高", "中等风险", "Low hazard zone", "very low").stream()
                        .map(RiskLevel::rank))
                .containsExactly(7, 6, 5, 4, 2, 1);
        assertThat(List.of("", "区", "highway", "III", "水库").stream().map(RiskLevel::rank))
                .containsOnly(0);
    }

    /** Two halves overlap in a third of their areas' sum: measured twice and cut once, a third lay outside all zones. */
    @Test
    void aFeatureWhosePartsOverlapIsWholeInTheZoneItLiesIn() {
        Map<String, LayerData> layers = Map.of(
                "zones",
                Layers.of("zones", Polygon.class, "level:Integer")
                        .row(box(0, 0, 105, 100), 4)
                        .row(box(105, 0, 200, 100), 2)
                        .data(),
                "building",
                Layers.of("building", MultiPolygon.class, "people:Integer")
                        .row(
                                "MULTIPOLYGON(((10 10, 30 10, 30 20, 10 20, 10 10)),((20 10, 30 10, 30 20, 20 20, 20 10)))",
                                12)
                        .row(
                                "MULTIPOLYGON(((90 50, 110 50, 110 60, 90 60, 90 50)),((90 50, 100 50, 100 60, 90 60, 90 50)))",
                                8)
                        .data());
        RiskResult result = run(layers, Map.of("zones", "zones", "rule", "area-share", "towns", ""));
        assertThat(table(result, "impact-by-zone").rows().subList(0, 3).stream()
                        .map(row -> ((Number) row.get(2)).doubleValue()))
                .containsExactly(18.0, 2.0, 0.0);
        assertThat(result.conservation()).allMatch(Conservation::holds);
        assertThat(result.notes()).anyMatch(note -> note.key().equals("analysis.note-repaired"));
    }

    private static RiskResult run(Map<String, LayerData> layers, Map<String, String> given) {
        ParameterValues values = ParameterValues.of(MODEL.parameters(), given);
        Inputs inputs = new Inputs(layers);
        assertThat(InputChecks.of(MODEL, inputs, values, Progress.silent()).findings())
                .noneMatch(InputChecks.Finding::fatal);
        return MODEL.run(inputs, values, Progress.silent());
    }

    private static Table table(RiskResult result, String id) {
        return result.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static String box(double west, double south, double east, double north) {
        return "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))".formatted(west, south, east, north);
    }
}
