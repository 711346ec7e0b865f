package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Polygon;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.risk.InputChecks;
import riskmap.risk.InputChecks.Finding;
import riskmap.risk.RiskModel;
import riskmap.risk.RiskModels;

/** Thresholds, levels and matrices that contradict themselves are told at their own parameter before a model runs. */
class ContradictionsTest {
    private static final Inputs DISTRICT = SampleDistrict.withReservoir();

    /** Model, the values that contradict each other, the parameter it is told at, and what is said. */
    static Stream<Arguments> contradictions() {
        return Stream.of(
                arguments("rain-signal", Map.of("thresholds", "1,6,50;2,12,50"), "thresholds", "risk.check-signals"),
                arguments("rain-signal", Map.of("thresholds", "2,3,50;3,3,40"), "thresholds", "risk.check-signals"),
                arguments("rain-signal", Map.of("thresholds", "1.5,3,50"), "thresholds", "risk.check-thresholds"),
                arguments(
                        "geohazard-warning",
                        Map.of("thresholds", "4,100,150,200;3,50,100,150"),
                        "thresholds",
                        "risk.check-slide-order"),
                arguments(
                        "geohazard-warning",
                        Map.of("thresholds", "4,50,100,150;4,60,100,150"),
                        "thresholds",
                        "risk.check-slide-twice"),
                arguments(
                        "geohazard-warning",
                        Map.of("thresholds", "4,100,50,150"),
                        "thresholds",
                        "risk.check-slide-thresholds"),
                arguments("monitoring-alarm", Map.of("hysteresis", "1"), "hysteresis", "risk.check-hysteresis"),
                arguments(
                        "monitoring-alarm",
                        Map.of("kind", "waves-open-sea", "hysteresis", "3"),
                        "hysteresis",
                        "risk.check-hysteresis"),
                arguments(
                        "monitoring-alarm",
                        Map.of("kind", "own", "thresholds", "1,2,4,3"),
                        "thresholds",
                        "risk.check-not-ascending"),
                arguments(
                        "monitoring-alarm",
                        Map.of("kind", "own", "thresholds", "1,2,3,4", "hysteresis", "1"),
                        "hysteresis",
                        "risk.check-hysteresis"),
                arguments("case-rates", Map.of("window", "3"), "least-weeks", "risk.check-least-weeks"),
                arguments("case-rates", Map.of("deviations", "3,2,1"), "deviations", "risk.check-not-ascending"),
                arguments("case-rates", Map.of("fixed-rates", "10,10,40"), "fixed-rates", "risk.check-not-ascending"),
                arguments(
                        "crowd-load", Map.of("density-breaks", "2,6,5"), "density-breaks", "risk.check-not-ascending"),
                arguments("crowd-load", Map.of("load-breaks", "1,0.8,1.2"), "load-breaks", "risk.check-not-ascending"),
                arguments("crowd-load", Map.of("load-breaks", "0.8,1"), "load-breaks", "risk.check-how-many"),
                arguments("fire-weather", Map.of("fwi-breaks", "38,21,11"), "fwi-breaks", "risk.check-not-ascending"),
                arguments("fire-danger", Map.of("breaks", "0.6,0.4,0.2"), "breaks", "risk.check-not-ascending"),
                arguments(
                        "enterprise-risk",
                        Map.of("lec-breaks", "320,160,70"),
                        "lec-breaks",
                        "risk.check-not-ascending"),
                arguments("enterprise-risk", Map.of("matrix", "1,2;2,1"), "matrix", "risk.check-matrix"),
                arguments(
                        "combination",
                        twoFactors("matrix", "1,1,2,2;1,2,2,3;2,2,3,4;2,3,1,4"),
                        "matrix",
                        "risk.check-matrix-falls"),
                arguments(
                        "combination",
                        twoFactors("matrix", "1,1.5,2,3;1,2,3,4;1,2,3,4;1,2,3,4"),
                        "matrix",
                        "risk.check-matrix-falls"),
                arguments(
                        "combination",
                        Map.of("weighting", "ahp", "comparison", "9,1/9,9,1,1,1"),
                        "comparison",
                        "risk.check-inconsistent"),
                arguments("combined", Map.of("hazard-breaks", "0.1,0.5,0.3,0.7"), "hazard-breaks", "risk.breaks-wrong"),
                arguments("coping-capacity", Map.of("breaks", "0.75,0.5,0.25"), "breaks", "risk.check-not-ascending"),
                arguments(
                        "hazardous-sites",
                        Map.of("risk-breaks", "3e-5,1e-5,3e-6,3e-7"),
                        "risk-breaks",
                        "risk.check-not-ascending"),
                arguments(
                        "accident",
                        Map.of("heat-limits", "4,1.6,12.5,37.5"),
                        "heat-limits",
                        "risk.check-not-ascending"),
                arguments("inundation", Map.of("depth-breaks", "1,0.5"), "depth-breaks", "risk.check-not-ascending"),
                arguments("waterlogging", Map.of("depth-breaks", "1,0.5"), "depth-breaks", "risk.check-not-ascending"),
                arguments("rain-capacity", Map.of("breaks", "150,100,50"), "breaks", "risk.check-not-ascending"),
                arguments("rain-capacity", Map.of("above-limit", "50"), "above-limit", "risk.check-start"),
                arguments("reservoir-flood", Map.of("above-limit", "50"), "above-limit", "risk.check-start"),
                arguments(
                        "geohazard-runout",
                        Map.of("angle-steps", "0,6,3,10"),
                        "angle-steps",
                        "risk.check-not-ascending"),
                arguments("fire-spread", Map.of("times", "2,1"), "times", "risk.check-not-ascending"),
                arguments("impact", Map.of("breaks", "2,1"), "breaks", "risk.check-not-ascending"));
    }

    private static Map<String, String> twoFactors(String key, String value) {
        return Map.of(
                "rule", "matrix", key, value, "factors", "a = max(flood_zone.depth_m); b = density(building.people)");
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void whatContradictsItselfIsToldAtItsParameterAndKeepsTheRunFromStarting(
            String model, Map<String, String> values, String key, String said) {
        Finding found = findings(model, values, DISTRICT).stream()
                .filter(finding -> finding.message().key().equals(said))
                .findFirst()
                .orElseThrow();
        assertThat(found.fatal()).isTrue();
        assertThat(found.input()).isEqualTo(key);
        for (Language language : Language.values()) {
            assertThat(found.message().text(language)).doesNotContain("risk.", "{");
        }
    }

    /** The contradictions above come from the values given there, not from the usual ones. */
    @ParameterizedTest
    @MethodSource("contradictions")
    void theUsualValuesDoNotContradictThemselves(String model, Map<String, String> values, String key, String said) {
        assertThat(findings(model, Map.of(), DISTRICT))
                .noneMatch(finding -> finding.message().key().equals(said));
    }

    /** Reached by other rain, a lower signal has its place beside a higher one. */
    @Test
    void signalsThatEachHaveTheirOwnRainStand() {
        assertThat(findings("rain-signal", Map.of("thresholds", "1,12,50;1,24,60;2,6,50;3,3,50;4,3,100"), DISTRICT))
                .isEmpty();
    }

    @Test
    void aMatrixThatIsNotUsedIsNotJudged() {
        assertThat(findings("combination", Map.of("matrix", "4,1,2,2;1,2,2,3;2,2,3,4;2,3,1,4"), DISTRICT))
                .noneMatch(finding -> finding.input().equals("matrix"));
        assertThat(findings("case-rates", Map.of("threshold", "fixed", "window", "3"), DISTRICT))
                .noneMatch(finding -> finding.input().equals("least-weeks"));
    }

    @Test
    void aPlaceWithMorePeopleOnUsualDaysThanAtThePeakIsNamedAndTheRunMayStart() {
        LayerData places = Layers.of(
                        "crowded_place",
                        Polygon.class,
                        "name:String",
                        "type:String",
                        "area_m2:Double",
                        "peak_visitors:Integer",
                        "daily_visitors:Integer")
                .row(SampleDistrict.box(100, 100, 300, 300), "东城市场", "market", 4000.0, 500, 900)
                .row(SampleDistrict.box(500, 100, 700, 300), "西城市场", "market", 4000.0, 900, 500)
                .data();
        List<Finding> found = findings("crowd-load", Map.of(), DISTRICT.with("crowded_place", places));
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.fatal()).isFalse();
            assertThat(finding.message().text(Language.CHINESE))
                    .contains("东城市场 900 > 500")
                    .doesNotContain("西城市场");
        });
    }

    @Test
    void aPlaceDenserThanAnyCrowdIsNamedWithItsDensity() {
        LayerData places = Layers.of(
                        "crowded_place", Polygon.class, "name:String", "area_m2:Double", "peak_visitors:Integer")
                .row(SampleDistrict.box(100, 100, 300, 300), "东城车站", 100.0, 711)
                .row(SampleDistrict.box(500, 100, 700, 300), "西城车站", 100.0, 710)
                .row(SampleDistrict.box(500, 500, 700, 700), "面积未填", null, 710)
                .data();
        List<Finding> found = findings("crowd-load", Map.of(), DISTRICT.with("crowded_place", places));
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.fatal()).isFalse();
            assertThat(finding.message().text(Language.CHINESE))
                    .contains("有 1 处", "东城车站 7.11 人/m²")
                    .doesNotContain("西城车站");
        });
    }

    private static List<Finding> findings(String id, Map<String, String> values, Inputs inputs) {
        RiskModel model = RiskModels.byId(id);
        return InputChecks.of(model, inputs, ParameterValues.of(model.parameters(), values), Progress.silent())
                .findings();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rain-capacity", "reservoir-flood"})
    void reservoirsNoneOfWhichHasACatchmentAreToldBeforeTheRun(String id) {
        RiskModel model = RiskModels.byId(id);
        Inputs inputs = new Inputs(Map.of(
                "reservoir",
                SampleSurvey.reservoirs()
                        .row(null, "东山水库", 100.0, 60.0, 12.0, 26.0, 27.0, 28.0, 29.0, 10.0, 26.0, 0.0)
                        .row(
                                SampleDistrict.box(1, 1, 9, 9),
                                "西山水库",
                                100.0,
                                60.0,
                                12.0,
                                null,
                                27.0,
                                28.0,
                                29.0,
                                10.0,
                                26.0,
                                3.0)
                        .data()));
        ParameterValues values = ParameterValues.of(model.parameters(), Map.of());
        assertThat(InputChecks.of(model, inputs, values, Progress.silent()).findings())
                .filteredOn(Finding::fatal)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message().text(Language.CHINESE)).contains("没有一座", "集水面积", "汛限水位"));
    }
}
