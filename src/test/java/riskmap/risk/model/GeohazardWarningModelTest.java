package riskmap.risk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.junit.jupiter.api.Test;
import riskmap.analysis.Inputs;
import riskmap.analysis.Layers;
import riskmap.base.Language;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.data.LayerData;
import riskmap.data.Table;
import riskmap.risk.Conservation;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskResult;

/** The geological weather warning on a district whose west is rather and whose middle is highly susceptible. */
class GeohazardWarningModelTest {
    private static final GeohazardWarningModel MODEL = new GeohazardWarningModel();

    private static RiskResult run(Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>(Map.of("zones", "risk_zone", "cell-size", "20"));
        values.putAll(given);
        return MODEL.run(SampleDistrict.inputs(1), ParameterValues.of(MODEL.parameters(), values), Progress.silent());
    }

    private static Table table(RiskResult result, String id) {
        return result.tables().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double ground(RiskResult result, long level) {
        double sum = 0;
        for (SimpleFeature row : Layers.list(result.layers().get(0))) {
            sum += level == (long) row.getAttribute("level") ? (double) row.getAttribute("area_m2") : 0;
        }
        return sum;
    }

    @Test
    void theSameRainWarnsMoreOnMoreSusceptibleGround() {
        RiskResult result = run(Map.of("rain", "80", "rain-before", "30,20"));
        // 80 + 0.8·30 + 0.64·20 = 116.8 mm: orange from 100 where the level is 4, yellow from 75 where it is 3
        assertThat(result.workings().get(0).text()).contains("80 + 0.8^1 × 30 + 0.8^2 × 20 = 116.8 mm");
        assertThat(ground(result, 3)).isCloseTo(1500 * 2000, within(5e4));
        assertThat(ground(result, 2)).isCloseTo(1000 * 2000, within(5e4));
        assertThat(ground(result, 4)).isZero();
        assertThat(result.conservation()).isNotEmpty().allMatch(Conservation::holds);
        Table towns = table(result, "warning-by-town");
        assertThat(towns.rows()).hasSize(2).allSatisfy(row -> assertThat(row.get(1))
                .hasToString("橙色"));
        assertThat(towns.rows().get(0)).last().asString().contains("转移准备");
        assertThat(table(result, "warned-sites").rows()).hasSize(1);
    }

    @Test
    void rainOnAThresholdHasItsColourAndLessHasNone() {
        assertThat(ground(run(Map.of("rain", "150")), 4)).isPositive();
        assertThat(ground(run(Map.of("rain", "149.9")), 4)).isZero();
        RiskResult dry = run(Map.of("rain", "10"));
        assertThat(dry.layers().get(0).size()).isZero();
        assertThat(table(dry, "warning-by-town").rows())
                .allSatisfy(row -> assertThat(row.get(1)).hasToString("无预警"));
    }

    @Test
    void stationsAreInterpolatedOnTheDayTheyHaveMeasured() {
        Inputs district = SampleDistrict.inputs(1);
        Map<String, LayerData> layers = new LinkedHashMap<>();
        district.names().stream()
                .filter(name -> !district.isGrid(name))
                .forEach(name -> layers.put(name, new LayerData.Features(district.features(name))));
        layers.put(
                "weather_station",
                Layers.of(
                                "weather_station",
                                org.locationtech.jts.geom.Point.class,
                                "station_code:String",
                                "name:String")
                        .row(SampleDistrict.point(0, 1000), "W", "西站")
                        .row(SampleDistrict.point(4000, 1000), "E", "东站")
                        .data());
        layers.put(
                "weather_day",
                Layers.of(
                                "weather_day",
                                org.locationtech.jts.geom.Point.class,
                                "station_code:String",
                                "observed_on:String",
                                "rain_24h_mm:Double")
                        .row(null, "W", "2022-07-19", 50.0)
                        .row(null, "W", "2022-07-20", 100.0)
                        .row(null, "E", "2022-07-20", 140.0)
                        .row(null, "E", "2022-07-21", null)
                        .data());
        Map<String, String> given = Map.of("zones", "risk_zone", "rain-from", "stations", "day", "2022-07-20");
        ParameterValues values = ParameterValues.of(MODEL.parameters(), given);
        RiskResult result = MODEL.run(new Inputs(layers), values, Progress.silent());
        // both stations have 140 mm: 100 + 0.8·50 in the west
        assertThat(result.workings()).hasSize(2).allSatisfy(line -> assertThat(line.value())
                .isEqualTo("140"));
        assertThat(ground(result, 3)).isCloseTo(2500 * 2000, within(5e4));
        ParameterValues wrong = ParameterValues.of(
                MODEL.parameters(), Map.of("zones", "risk_zone", "rain-from", "stations", "day", "2022-07-21"));
        InputChecks checks = new InputChecks(new Inputs(layers), wrong, Progress.silent());
        MODEL.check(checks);
        assertThat(checks.findings())
                .extracting(finding -> finding.message().text(Language.ENGLISH))
                .anyMatch(text -> text.contains("2022-07-21"));
    }

    @Test
    void thresholdsThatFallAreRefusedBeforeTheRun() {
        for (String thresholds : List.of("4,100,50,150", "5,50,100,150", "4,50,100")) {
            ParameterValues values =
                    ParameterValues.of(MODEL.parameters(), Map.of("zones", "risk_zone", "thresholds", thresholds));
            InputChecks checks = new InputChecks(SampleDistrict.inputs(1), values, Progress.silent());
            MODEL.check(checks);
            assertThat(checks.findings()).as(thresholds).anyMatch(InputChecks.Finding::fatal);
        }
    }

    @Test
    void zonesWithoutThresholdsAreTold() {
        ParameterValues values =
                ParameterValues.of(MODEL.parameters(), Map.of("zones", "risk_zone", "thresholds", "4,50,100,150"));
        InputChecks checks = new InputChecks(SampleDistrict.inputs(1), values, Progress.silent());
        MODEL.check(checks);
        assertThat(checks.findings())
                .filteredOn(finding -> !finding.fatal())
                .extracting(finding -> finding.message().text(Language.ENGLISH))
                .anyMatch(text -> text.startsWith("1 of 2 zones"));
    }
}
